"""The paragraphs of a translation: lists, tables and code stay whole, evenly broken lines are joined, verse never."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from duizhao.parse.lines import Line

NARROWEST: Final = 50
WIDEST: Final = 100
"""The width of lines that an editor broke by itself; lines of verse are shorter, paragraphs on one line longer."""

LONGEST_ITEM: Final = 200
"""Characters up to which a numbered line is an item of a list; longer ones are numbered paragraphs."""

_FENCE = re.compile(r"(`{3,}|~{3,})[^`~]*")
_BULLET = re.compile(r"([*+-])\s+\S")
_ORDINAL = re.compile(r"(\d{1,6})\.\s+\S")
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
    """Find pieces of code, from a line of three ticks or tildes to the next; the last that none closes is text."""
    fences = [at for at, line in enumerate(lines) if line.text[0] in "`~" and _FENCE.fullmatch(line.text)]
    return ((start, end + 1) for start, end in zip(fences[::2], fences[1::2], strict=False))


def _unfenced(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].number - lines[at - 1].end > 1:
            found += _group(lines[start:at]) if at - start > 1 else lines[start:at]
            start = at
    return found


def _group(lines: list[Line]) -> list[Line]:
    """Part lines without a blank one between them into tables, lists and text."""
    found: list[Line] = []
    start = at = 0
    while at < len(lines):
        end = _list_end(lines, at) or _table_end(lines, at)
        if not end:
            at += 1
            continue
        found += [*_text(lines[start:at]), _whole(lines[at:end])]
        start = at = end
    return found + _text(lines[start:])


def _list_end(lines: list[Line], start: int) -> int:
    """Find the end of a list of two or more items: one kind of bullet, or numbers that count on. 0: there is none."""
    end, mark = start, None
    while end < len(lines) and (found := _item(lines[end])) and (mark is None or found == mark):
        mark = found + 1 if isinstance(found, int) else found
        end += 1
    return end if end - start > 1 else 0


def _item(line: Line) -> int | str | None:
    """Read a list item's bullet or number; indented like a paragraph it is none."""
    if line.indent >= _INDENTED or not (line.text[0] in "*+-" or line.text[0].isdecimal()):
        return None
    if bullet := _BULLET.match(line.text):
        return bullet[1]
    ordinal = _ORDINAL.match(line.text) if len(line.text) <= LONGEST_ITEM else None
    return int(ordinal[1]) if ordinal else None


def _table_end(lines: list[Line], start: int) -> int:
    """Find the end of a table: a rule of hyphens below its head, a bar in every line. 0: there is none."""
    if start + 1 >= len(lines) or "|" not in lines[start].text or not _is_table_rule(lines[start + 1].text):
        return 0
    end = start + 2
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    return end


def _is_table_rule(text: str) -> bool:
    return "|" in text and "-" in text and not text.strip("|:- \t")


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
