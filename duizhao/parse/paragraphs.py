"""The paragraphs of a translation: lists, tables and code stay whole, evenly broken lines are joined, verse never."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from duizhao.parse.lines import Line
from duizhao.shapes import Mark, code_ends, fence, item_mark, list_end, table_end

NARROWEST: Final = 50
WIDEST: Final = 100
"""The width of lines that an editor broke by itself; lines of verse are shorter, paragraphs on one line longer."""

LONGEST_ITEM: Final = 200
"""Characters up to which a numbered line is an item of a list; longer ones are numbered paragraphs."""

_INDENTED: Final = 4
_OPEN: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
"""Words that end no sentence."""


def paragraphs(lines: list[Line]) -> list[Line]:
    """Join the lines that are one paragraph, list, table or piece of code; every other line is one by itself."""
    found: list[Line] = []
    at = 0
    for start, end in _fenced(lines):
        found += _unfenced(lines[at:start])
        found.append(_whole(lines[start:end]))
        at = end
    return found + _unfenced(lines[at:])


def _fenced(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Find pieces of code, from the line that opens one to behind the line that closes it."""
    fences = (fence(line.text, at, line.indent) for at, line in enumerate(lines) if line.text[0] in "`~")
    return ((start, end + 1) for start, end in code_ends(filter(None, fences)).items())


def _unfenced(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].number - lines[at - 1].end > 1:
            found += _group(lines[start:at]) if at - start > 1 else lines[start:at]
            start = at
    return found


def _group(lines: list[Line]) -> list[Line]:
    """Part lines without a blank one between them into tables, lists of two or more items, and text."""
    texts, marks = [line.text for line in lines], list(map(_mark, lines))
    if marks.count(None) == len(marks) and not any("|" in text for text in texts):
        return _text(lines)
    found: list[Line] = []
    start = at = 0
    while at < len(lines):
        end = max(list_end(marks, at), table_end(texts, at))
        if end - at < 2:  # noqa: PLR2004 - of one item, and of none
            at += 1
            continue
        found += [*_text(lines[start:at]), _whole(lines[at:end])]
        start = at = end
    return found + _text(lines[start:])


def _mark(line: Line) -> Mark | None:
    """Read a list item's bullet or number; indented like a paragraph, or as long as one with a number, it is none."""
    if line.indent >= _INDENTED or not (line.text[0] in "*+-" or line.text[0].isdecimal()):
        return None
    mark = item_mark(line.text)
    return None if isinstance(mark, int) and len(line.text) > LONGEST_ITEM else mark


def _text(lines: list[Line]) -> list[Line]:
    return [_joined(lines)] if _is_broken(lines) else lines


def _is_broken(lines: list[Line]) -> bool:
    """Is this one paragraph, broken where the line was full? Most of its lines then end inside a sentence."""
    if len(lines) < 2 or len(lines[-1].text) > WIDEST:  # noqa: PLR2004 - one line is not broken
        return False
    if not all(NARROWEST <= len(line.text) <= WIDEST for line in lines[:-1]):
        return False
    inside = sum(_runs_on(above.text, below.text) for above, below in pairwise(lines))
    return inside * 2 >= len(lines) - 1


def _runs_on(above: str, below: str) -> bool:
    """Does a sentence run on: to a lower-case word (not to `a)` or `b.`), or from a word that ends none?"""
    begins_lower = below[0].islower() and below[1:2] not in {")", "."}
    return begins_lower or above.rpartition(" ")[2] in _OPEN


def _joined(lines: list[Line]) -> Line:
    return lines[0]._replace(text="\n".join(line.text for line in lines), end=lines[-1].end)


def _whole(lines: list[Line]) -> Line:
    """Join lines with the blank ones between them, each as deep as it stands below the first."""
    first, text = lines[0], []
    before = first.number
    for line in lines:
        text += [""] * (line.number - before - 1)
        text.append(" " * (line.indent - first.indent) + line.text)
        before = line.end
    return first._replace(text="\n".join(text), end=lines[-1].end)
