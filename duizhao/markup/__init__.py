"""Source text to safe HTML: the only home of Markdown, and the only place that calls text safe.

What comes in is not trusted. No HTML of the source survives: every tag that goes out is written by `tags` from a
short list, every character of text is escaped on its way out, and a link goes out only to an address that `addresses`
calls safe. What Markdown would swallow or what is not allowed is shown as it is written.
"""

from dataclasses import dataclass

from markupsafe import Markup

from duizhao.markup.documents import document_tags
from duizhao.markup.oddities import Reading, oddities
from duizhao.markup.paragraphs import block_tags, inline_tags, is_block
from duizhao.markup.tags import spoken
from duizhao.settings import Languages
from duizhao.text import Side

__all__ = ["Reading", "Rendered", "document", "oddities", "original", "plain", "translation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The HTML of one block. `is_block`: it is a list, a table or code already and cannot stand inside a `<p>`."""

    html: Markup
    is_block: bool = False


def translation(text: str, languages: Languages) -> Rendered:
    """Turn one block of the translation, which is Markdown, into HTML, its foreign words marked with their language.

    A list, a table or fenced code of several lines becomes that; everything else is one paragraph of inline marks
    whose line breaks stay, so that `1. First`, `# 3` and `- so` at its head keep every sign.
    """
    if is_block(text):
        return Rendered(html=Markup(block_tags(text, languages)), is_block=True)  # noqa: S704 - written by `tags`
    return Rendered(html=Markup(inline_tags(text, languages)))  # noqa: S704 - written by `tags`


def original(text: str, languages: Languages) -> Markup:
    """Turn a block of the original into HTML, verbatim: escaped, never read as Markdown, foreign words marked."""
    return plain(text, "zh", languages)


def plain(text: str, base: Side, languages: Languages) -> Markup:
    """Escape text whose language is `base`; words of the other language are marked with theirs."""
    return Markup(spoken(text, base, languages))  # noqa: S704 - written by `tags`


def document(text: str, languages: Languages) -> Markup:
    """Turn an editorial page, which is Markdown in either language or both, into HTML.

    Every block carries the language that it is mainly written in; the largest heading is an `<h2>`, and each has
    an id made of its words.
    """
    return Markup(document_tags(text, languages))  # noqa: S704 - written by `tags`
