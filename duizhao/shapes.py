"""The shapes of Markdown that are more than a paragraph: lists, tables, fenced code.

The parser keeps whole what has such a shape, and markup reads as such what has it: by the same rules.
"""

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

Mark: TypeAlias = int | str
"""What a list's item begins with: its number, or its bullet."""

# An item that begins with another item's mark would become a list within a list, whose marks a page leaves out.
_TEXT = r"[ \t]+(?![*+-][ \t]|\d+\.[ \t])\S"
_BULLET = re.compile(rf"[ ]{{0,3}}([*+-]){_TEXT}")
_ORDINAL = re.compile(rf"[ ]{{0,3}}(\d{{1,6}})\.{_TEXT}")
_TABLE_RULE = re.compile(r"(?:[ ]*\|)?[ ]*:?-+:?(?:[ ]*\|[ ]*:?-+:?)*(?:[ ]*\|)?[ ]*")
_FENCE = re.compile(r"(`{3,}|~{3,})[ ]*(?:[\w+#.-]+[ ]*)?")


def item_mark(line: str) -> Mark | None:
    """Read the bullet or the number with which a list's item begins; None: the line is no item."""
    if bullet := _BULLET.match(line):
        return bullet[1]
    ordinal = _ORDINAL.match(line)
    return int(ordinal[1]) if ordinal else None


def list_end(marks: Sequence[Mark | None], start: int = 0) -> int:
    """Find the end of the items from `start` on that are one list: of one bullet, or of numbers that count on.

    Numbers that do not would be shown as others than those of the source.
    """
    end = start
    following = marks[start] if start < len(marks) else None
    while end < len(marks) and following is not None and marks[end] == following:
        following = following + 1 if isinstance(following, int) else following
        end += 1
    return end


def is_list(lines: Sequence[str]) -> bool:
    """Tell whether lines are one list, an item each."""
    return list_end([item_mark(line) for line in lines]) == len(lines)


def table_end(lines: Sequence[str], start: int = 0) -> int:
    """Find the end of a table: a head, below it a rule of hyphens, a bar in every line. `start`: there is none."""
    if start + 1 >= len(lines) or not _TABLE_RULE.fullmatch(lines[start + 1]):
        return start
    end = next((at for at in range(start, len(lines)) if "|" not in lines[at]), len(lines))
    return end if end - start > 1 else start


def is_table(lines: Sequence[str]) -> bool:
    """Tell whether lines are one table."""
    return table_end(lines) == len(lines)


class Fence(NamedTuple):
    """A line of three or more ticks or tildes at `line`. `is_bare`: nothing else stands in it, so it may close code."""

    line: int
    indent: int
    sign: str
    length: int
    is_bare: bool


def fence(text: str, line: int, indent: int = 0) -> Fence | None:
    """Read a line without its indent; None: it is no fence."""
    found = _FENCE.fullmatch(text) if text[:1] in {"`", "~"} else None
    return Fence(line, indent, text[0], len(found[1]), not text.strip(text[0] + " ")) if found else None


def code_ends(fences: Iterable[Fence]) -> dict[int, int]:
    """Map each line that opens code to the line that closes it.

    That has the same sign, at least as often, nothing else, and stands no deeper. A fence that nothing closes is none.
    """
    fences = list(fences)
    pairs: dict[int, int] = {}
    unclosed: dict[tuple[str, int], float] = {}
    at = 0
    while at < len(fences):
        opening = fences[at]
        kind = opening.sign, opening.indent
        end = _closing(fences, at) if opening.length < unclosed.get(kind, math.inf) else None
        if end is None:
            unclosed[kind] = min(unclosed.get(kind, math.inf), opening.length)
            at += 1
        else:
            pairs[opening.line] = fences[end].line
            at = end + 1
    return pairs


def is_code(lines: Sequence[str]) -> bool:
    """Tell whether the first line opens code that the last line closes."""
    return code_ends(fences(lines)).get(0) == len(lines) - 1


def fences(lines: Iterable[str]) -> list[Fence]:
    """Read all fences that stand at the beginning of their lines."""
    return [found for at, line in enumerate(lines) if (found := fence(line, at))]


def _closing(fences: Sequence[Fence], at: int) -> int | None:
    _, indent, sign, length, _ = fences[at]
    for number in range(at + 1, len(fences)):
        found = fences[number]
        if found.is_bare and found.sign == sign and found.length >= length and found.indent <= indent:
            return number
    return None
