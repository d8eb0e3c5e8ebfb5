"""A row of a glossary: `五三    May Third`, `五三 - May Third`, `五三：May Third`, `五三 Wǔsān (May Third)`."""

import re
from typing import Final, NamedTuple

from duizhao.text import HAN_RANGES, LATIN_RANGES, is_han, is_mainly_han

LONGEST_ROW: Final = 1_000
LONGEST_TERM: Final = 60

_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SIGN = re.compile(r"——|：|:(?=\s|\\t)|(?<=\s)[-–—](?=\s)")
_GAP = re.compile(rf"(?:\\t|\t|\s{{2,}})(?:\\t|\s)*([{HAN_RANGES}《〈「“（])?")
_SPACE = re.compile(rf"\s(?=[{LATIN_RANGES}\"'(“‘（\d])")
_EMPHASIS: Final = "*_ "


class Row(NamedTuple):
    """A Chinese word, the sign behind it (empty: white space), and what is said of it."""

    term: str
    mark: str
    gloss: str


def rows(text: str) -> list[Row]:
    """Read a line: one row, several that `<br>` parts, or none. A `<br>` at its end and a list mark are dropped."""
    pieces = [piece.strip() for piece in _BREAK.split(text)]
    found = [_row(piece) for piece in pieces if piece]
    if all(found):
        return [row for row in found if row]
    whole = _row(without_break(text))
    return [whole] if whole else []


def without_break(text: str) -> str:
    """Drop what `<br>` stand at the end of a line."""
    *pieces, last = _BREAK.split(text)
    if last.strip() or not pieces:
        return text
    ends = [found.start() for found in _BREAK.finditer(text)]
    while pieces and not pieces[-1].strip():
        pieces.pop()
    return text[: ends[len(pieces) - 1]].rstrip() if pieces else text


def _row(text: str) -> Row | None:
    if len(text) > LONGEST_ROW:
        return None
    item = _ITEM.match(text)
    text = text[item.end() :] if item else text
    return _by_sign(text) or _by_gap(text) or _by_space(text)


def _by_sign(text: str) -> Row | None:
    found = _SIGN.search(text)
    return _made(text[: found.start()], found[0], text[found.end() :]) if found else None


def _by_gap(text: str) -> Row | None:
    """Part a row at its first gap with no Han behind it; a term may hold a gap, and a gloss may be Chinese."""
    gaps = list(_GAP.finditer(text))
    gap = next((gap for gap in gaps if not gap[1]), gaps[0] if gaps else None)
    return _made(text[: gap.start()], "", text[gap.end() - len(gap[1] or "") :]) if gap else None


def _by_space(text: str) -> Row | None:
    found = _SPACE.search(text)
    return _made(text[: found.start()], "", text[found.end() :]) if found and is_han(text[: found.start()]) else None


def _made(left: str, mark: str, right: str) -> Row | None:
    term = left.strip(_EMPHASIS)
    # In `**五三：** May Third` the sign is bold, too.
    gloss = right.strip().removeprefix("**").strip() if left.startswith("**") else right.strip()
    is_row = gloss and len(term) <= LONGEST_TERM and is_mainly_han(term)
    return Row(term, mark, gloss) if is_row else None
