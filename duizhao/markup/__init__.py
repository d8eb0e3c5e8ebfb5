"""Source text to safe HTML: the only home of Markdown, and the only place that calls text safe.

What comes in is not trusted. No HTML of the source survives: every tag that goes out is written by `tags` or `cells`
from a short list, every character of text is escaped on its way out, and a link goes out only to an address that
`addresses` calls safe. What Markdown would swallow or what is not allowed is shown as it is written.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from duizhao.markup.cells import Form, Rendered, Writing, blocks_tags, cell_tags, opening_tags, original, translation
from duizhao.markup.documents import document_tags
from duizhao.markup.oddities import Reading, oddities
from duizhao.markup.tags import shown, spoken
from duizhao.settings import Languages
from duizhao.text import Side

__all__ = [
    "Form",
    "Reading",
    "Rendered",
    "Writing",
    "blocks",
    "cell",
    "document",
    "oddities",
    "opening",
    "original",
    "plain",
    "shown",
    "translation",
]


def plain(text: str, base: Side, languages: Languages) -> Markup:
    """Escape text whose language is `base`; words of the other language are marked with theirs."""
    return Markup(spoken(text, base, languages))  # noqa: S704 - written by `tags`


def opening(number: int, sentences: str, classes: str, also: Iterable[int] = ()) -> Markup:
    """Start a row. `sentences`: as `duizhao.sentence_marks` writes them; `classes`: names with spaces between them.

    `also`: numbers of other passages that are part of it now.
    """
    return Markup(opening_tags(number, sentences, classes, also))  # noqa: S704 - written by `cells`


def cell(
    blocks: Sequence[Rendered], side: Side, writing: Writing, form: Form = "text", *, is_last: bool = False
) -> Markup:
    """Make a cell of the blocks of a side; nothing of none.

    `is_last`: nothing follows it in its row but what names its language.
    """
    if not blocks:
        return Markup()
    return Markup(cell_tags(blocks, writing.lang(side), form, is_last=is_last))  # noqa: S704 - written by `cells`


def blocks(blocks: Sequence[Rendered]) -> Markup:
    """Set blocks one after another, with nothing around them."""
    return Markup(blocks_tags(blocks))  # noqa: S704 - written by `cells`


def document(text: str, languages: Languages) -> Markup:
    """Turn an editorial page, which is Markdown in either language or both, into HTML.

    Every block carries the language that it is mainly written in; the largest heading is an `<h2>`, and each has
    an id made of its words.
    """
    return Markup(document_tags(text, languages))  # noqa: S704 - written by `tags`
