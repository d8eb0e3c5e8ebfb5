"""The numbers of an article's passages: `#p7` means the same text for good, whatever is put before it or taken out.

When an article is published, each passage leaves a `Mark`: its number, and four letters that its text is known again
by. When the text or its pairing changes, marks are matched with the passages that are there now. What stays keeps its
number, what is new gets one that no passage ever had, and the mark of what is gone is kept, so that the number is never
given to another text and comes back with its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias
from zlib import crc32

from duizhao.model import Notice, Passage
from duizhao.permalinks.address import CROCKFORD
from duizhao.permalinks.survivors import survivors

State: TypeAlias = Literal["", "+", "-"]
"""A passage of its own; one whose text stands in the passage before it now; one that is gone."""

END: Final = 12
"""Characters at either end of a paragraph that it is known by: a correction in its middle changes nothing."""

_MARK = re.compile(r"([+-]?)(?:\(([0-9]{1,7})\))?([0-9a-z]{4})")
_MARKS = re.compile(rf"(?:{_MARK.pattern})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is kept of a published passage. `letters`: two each for the ends of its first paragraph."""

    number: int
    letters: str
    state: State = ""


def is_marks(text: str) -> bool:
    """Say whether a text is one that `marks_text` could have written."""
    return _MARKS.fullmatch(text) is not None


def read_marks(text: str) -> Iterator[Mark]:
    """Read marks: a number stands only where it is not the one that follows the number before."""
    number = 0
    for state, given, letters in _MARK.findall(text):
        number = int(given) if given else number + 1
        yield Mark(number=number, letters=letters, state=state)


def marks_text(marks: Iterable[Mark]) -> str:
    """Write marks in the order of the page: four bytes for each passage of an article that never changed."""
    text, before = "", 0
    for mark in marks:
        text += mark.state + (f"({mark.number})" if mark.number != before + 1 else "") + mark.letters
        before = mark.number
    return text


def fingerprint(text: str) -> str:
    """Make two letters of the beginning of a paragraph and two of its end; white space does not count."""
    head = "".join(text[: 4 * END].split())[:END]
    tail = "".join(text[-4 * END :].split())[-END:]
    return _letters(head) + _letters(tail)


def _letters(text: str) -> str:
    number = crc32(text.encode("utf-8", "surrogatepass"))
    return CROCKFORD[number & 31] + CROCKFORD[number >> 5 & 31]


def numbered(
    passages: Sequence[Passage], notices: Iterable[Notice], past: str
) -> tuple[tuple[Passage, ...], tuple[Notice, ...], str]:
    """Give passages, which are numbered from 1, and the notices on them the numbers that were published.

    Args:
        passages: All passages of an article.
        notices: What is said of them.
        past: The marks of the article when it was last published; empty, where it is new.

    Returns:
        Both with their numbers for good, and the marks to keep.
    """
    marks = remarked([_prints(passage) for passage in passages], tuple(read_marks(past)))
    own = [mark.number for mark in marks if not mark.state]
    also = _also(marks)
    if own == list(range(1, len(own) + 1)) and not also:
        return tuple(passages), tuple(notices), marks_text(marks)
    renumbered = (
        replace(passage, number=number, also=also.get(number, ()))
        for passage, number in zip(passages, own, strict=True)
    )
    said = (replace(one, passage=own[one.passage - 1]) if one.passage else one for one in notices)
    return tuple(renumbered), tuple(said), marks_text(marks)


def remarked(rows: Sequence[Sequence[str]], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Make the marks of a page anew. `rows`: the fingerprints of the paragraphs of each passage, in their order."""
    if _describe(marks, rows):
        return tuple(marks)
    live = [mark for mark in marks if mark.state != "-"]
    rows_of = survivors(live, rows, [mark for mark in marks if mark.state == "-"])
    by_row: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.number in rows_of:
            by_row.setdefault(rows_of[mark.number], []).append(mark)
    fresh = max((mark.number for mark in marks), default=0)
    written: list[Mark] = []
    for at, prints in enumerate(rows):
        here = _own_first(by_row.get(at, ()), prints[0])
        if not here:
            fresh += 1
            here = [Mark(number=fresh, letters=prints[0])]
        kept = (mark if mark.letters in prints else replace(mark, letters=prints[0]) for mark in here)
        written += (replace(mark, state="+" if place else "") for place, mark in enumerate(kept))
    return tuple(_with_gone(written, marks, rows_of))


def _own_first(marks: Sequence[Mark], head: str) -> list[Mark]:
    """Of several marks in one passage, its number is that of one that had a passage of its own, best at its head."""
    first = min(marks, key=lambda mark: (mark.state != "", mark.letters != head), default=None)
    return [first, *(mark for mark in marks if mark is not first)] if first else []


def _describe(marks: Sequence[Mark], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether marks are those of the page as it is: nothing that they know of has changed."""
    here = -1
    for mark in marks:
        if mark.state == "-":
            continue
        here += not mark.state
        if not 0 <= here < len(rows) or mark.letters not in rows[here]:
            return False
    return here == len(rows) - 1


def _with_gone(written: Iterable[Mark], marks: Sequence[Mark], rows_of: dict[int, int]) -> Iterator[Mark]:
    """Put the marks of what is gone where it stood: behind the mark that it stood behind."""
    behind: dict[int, list[Mark]] = {}
    before = 0
    for mark in marks:
        if mark.number in rows_of:
            before = mark.number
        else:
            behind.setdefault(before, []).append(replace(mark, state="-"))
    yield from behind.get(0, ())
    for mark in written:
        yield mark
        yield from behind.get(mark.number, ())


def _prints(passage: Passage) -> list[str]:
    return [fingerprint(block.text) for block in (*passage.zh, *passage.en)]


def _also(marks: Iterable[Mark]) -> dict[int, tuple[int, ...]]:
    """Say for each passage whose numbers lead to it, too."""
    also: dict[int, tuple[int, ...]] = {}
    own = 0
    for mark in marks:
        if mark.state == "+":
            also[own] = (*also.get(own, ()), mark.number)
        elif not mark.state:
            own = mark.number
    return also
