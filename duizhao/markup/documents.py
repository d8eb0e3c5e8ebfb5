"""Editorial pages: whole Markdown documents in either language or both."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Final

from duizhao.markup.readers import LONGEST_DOCUMENT, LONGEST_PARAGRAPH, MOST_LINES, document_root, forget_readers
from duizhao.markup.tags import language_of, spoken, written
from duizhao.settings import Languages
from duizhao.text import Side, is_mainly_han

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_LARGEST: Final = 2
_GAP = re.compile(r"\n[ \t]*\n\s*")
_NO_WORD = re.compile(r"[\W_]+")
ALIGNED: Final = {"left": "align-start", "center": "align-center", "right": "align-end"}


def document_tags(text: str, languages: Languages) -> str:
    """Write a page's HTML. A text beyond the readers' bounds is shown as it is written, paragraph by paragraph."""
    paragraphs = _GAP.split(text.strip("\n"))
    if len(text) > LONGEST_DOCUMENT or any(map(_is_excessive, paragraphs)):
        return _as_written(paragraphs, languages)
    try:
        root = document_root(text)
    except RecursionError:
        forget_readers()
        return _as_written(paragraphs, languages)
    _set_headings(root)
    _set_alignment(root)
    return "\n".join(_block(block, languages) for block in root)


def _is_excessive(paragraph: str) -> bool:
    return len(paragraph) > LONGEST_PARAGRAPH or paragraph.count("\n") >= MOST_LINES


def _block(block: ET.Element, languages: Languages) -> str:
    side = _side("".join(block.itertext()))
    block.set("lang", language_of(side, languages))
    block.tail = None
    return written([block], side, languages)


def _as_written(paragraphs: Iterable[str], languages: Languages) -> str:
    out = []
    for text in filter(None, paragraphs):
        side = _side(text)
        out.append(f'<p lang="{language_of(side, languages)}">{spoken(text, side, languages)}</p>')
    return "\n".join(out)


def _side(text: str) -> Side:
    return "zh" if is_mainly_han(text) else "en"


def _set_headings(root: ET.Element) -> None:
    """Make the largest heading an `<h2>`, since the page's title is its only `<h1>`, and give each an id."""
    headings = [element for element in root.iter() if element.tag in _HEADINGS]
    largest = min((int(heading.tag[1]) for heading in headings), default=_LARGEST)
    taken: set[str] = set()
    for heading in headings:
        heading.tag = f"h{min(6, int(heading.tag[1]) - largest + _LARGEST)}"
        heading.set("id", _free_id("".join(heading.itertext()), taken))


def _free_id(words: str, taken: set[str]) -> str:
    """Make an id of words: `s-` before them keeps it apart from the ids of the template, a number from its likes."""
    stem = "s-" + (_NO_WORD.sub("-", words.lower()).strip("-") or "section")
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def _set_alignment(root: ET.Element) -> None:
    """Name a cell's alignment as a class: pages carry no styles of their own."""
    for cell in (element for element in root.iter() if element.tag in {"td", "th"}):
        aligned = ALIGNED.get(cell.attrib.pop("align", ""))
        if aligned:
            cell.set("class", aligned)
