"""The rows of an article: its two cells, each a block alone or several in a `<div>`, and what stands before them.

No quotes and no tags where none are needed: this stands in every row, and an archive has millions of rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from duizhao.markup.paragraphs import block_tags, inline_tags, is_block
from duizhao.markup.tags import language_of, spoken
from duizhao.settings import Languages
from duizhao.text import Side

Form: TypeAlias = Literal["text", "heading", "verse"]
"""What a cell is; lines of verse stand close together."""


class Rendered(NamedTuple):
    """A block as HTML without the element around it, and its classes.

    `is_block`: it is a list, a table or code already and cannot stand inside a `<p>`.
    """

    html: str
    classes: str = ""
    is_block: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The languages of the texts, and the tag of the page's own, which its root names."""

    languages: Languages
    own: str = ""

    def lang(self, side: Side) -> str:
        """Write the attribute of a side's language; nothing where that is the page's own."""
        tag = language_of(side, self.languages)
        return "" if tag == self.own else f" lang={tag}"


def translation(text: str, languages: Languages, classes: str = "") -> Rendered:
    """Turn one block of the translation, which is Markdown, into HTML, its foreign words marked with their language.

    A list, a table or fenced code of several lines becomes that; everything else is one paragraph of inline marks
    whose line breaks stay, so that `1. First`, `# 3` and `- so` at its head keep every sign.
    """
    if is_block(text):
        return Rendered(block_tags(text, languages), classes, is_block=True)
    return Rendered(inline_tags(text, languages), classes)


def original(text: str, languages: Languages, classes: str = "") -> Rendered:
    """Turn a block of the original into HTML, verbatim: escaped, never read as Markdown, foreign words marked."""
    return Rendered(spoken(text, "zh", languages), classes)


def opening_tags(number: int, sentences: str, classes: str, also: Iterable[int] = ()) -> str:
    """Write the start of a row, up to its cells: its number, which is a link to it, and its sentence marks.

    `also`: further numbers that lead to it.
    """
    marks = f" data-s={sentences}" if sentences else ""
    ends = "".join([f"<span id=p{other}></span>" for other in also]) if also else ""
    return f"<div id=p{number}{marks}{_class(classes)}><a href=#p{number}>{number}{ends}</a>"


def cell_tags(blocks: Sequence[Rendered], lang: str, form: Form, *, is_last: bool) -> str:
    """Write the cell of a side. `lang`: its attribute.

    `is_last`: nothing follows it in its row but what names its language.
    """
    if len(blocks) == 1 and not blocks[0].is_block:
        return _element(blocks[0], form, lang, is_last=is_last)
    tight = " class=tight" if form == "verse" else ""
    return f"<div{lang}{tight}>{blocks_tags(blocks, form)}</div>"


def blocks_tags(blocks: Sequence[Rendered], form: Form = "text") -> str:
    """Write blocks one after another."""
    return "".join([block.html if block.is_block else _element(block, form) for block in blocks])


def _element(block: Rendered, form: Form, lang: str = "", *, is_last: bool = False) -> str:
    element = "h2" if form == "heading" else "p"
    # A paragraph ends where the next block or its parent's end begins. One that names its language has its end all the
    # same: readers that know no such rule would take what follows for a part of it.
    end = "" if element == "p" and (is_last or not lang) else f"</{element}>"
    return f"<{element}{lang}{_class(block.classes)}>{block.html}{end}"


def _class(names: str) -> str:
    quote = '"' if " " in names else ""
    return f" class={quote}{names}{quote}" if names else ""
