"""Which published passages are still there, after an article's text or its pairing changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias, TypeVar

HALF = 2
"""Letters of a fingerprint that one end of a paragraph makes."""


class Known(Protocol):
    """A published passage: its number, and the fingerprint of its text."""

    @property
    def number(self) -> int: ...  # noqa: D102 - said above
    @property
    def letters(self) -> str: ...  # noqa: D102


T = TypeVar("T")
Rows: TypeAlias = Sequence[Sequence[str]]
Found: TypeAlias = dict[int, int]
"""The row that a published passage is in now, by its number."""


def survivors(live: Sequence[Known], rows: Rows, gone: Iterable[Known]) -> Found:
    """Find the row of each published passage that is still there, in time that grows with their number.

    What reads the same is the same, even where it was moved. Between neighbours that were found, what has one end in
    common was corrected; then, where as many are new as are missing, each was. Otherwise nobody knows which of the new
    ones a missing one became, and it is gone. What had been gone comes back only to a row that nothing else is in.

    Args:
        live: Those that were on the page, in its order.
        rows: The fingerprints of the paragraphs of each row, none of them empty.
        gone: Those that were not.
    """
    found = _same(
        ((mark.letters, mark.number) for mark in live),
        ((letters, at) for at, prints in enumerate(rows) for letters in prints),
    )
    for end in (slice(HALF), slice(HALF, None)):
        for missing, bare in list(_gaps(live, rows, found)):
            found |= _same(
                ((mark.letters[end], mark.number) for mark in missing), ((rows[at][0][end], at) for at in bare)
            )
    for missing, bare in list(_gaps(live, rows, found)):
        if len(missing) == len(bare):
            found |= {mark.number: at for mark, at in zip(missing, bare, strict=True)}
    taken = set(found.values())
    left = ((prints[0], at) for at, prints in enumerate(rows) if at not in taken)
    return found | _same(((mark.letters, mark.number) for mark in gone), left)


def _same(marks: Iterable[tuple[str, int]], places: Iterable[tuple[str, int]]) -> Found:
    """Match numbers and rows of the same print, in order; where there are more on one side, who is missing is open."""
    numbers: dict[str, list[int]] = {}
    rows: dict[str, list[int]] = {}
    for letters, number in marks:
        numbers.setdefault(letters, []).append(number)
    for letters, at in places:
        rows.setdefault(letters, []).append(at)
    equal = (letters for letters, known in numbers.items() if len(known) == len(rows.get(letters, ())))
    return {number: at for letters in equal for number, at in zip(numbers[letters], rows[letters], strict=True)}


def _gaps(live: Sequence[Known], rows: Rows, found: Found) -> Iterator[tuple[list[Known], list[int]]]:
    """Yield each run of missing passages with the run of new rows that stands between the same neighbours."""
    taken = set(found.values())
    bare = dict(_runs(range(len(rows)), [at if at in taken else None for at in range(len(rows))], len(rows)))
    for between, missing in _runs(live, [found.get(mark.number) for mark in live], len(rows)):
        if between in bare:
            yield missing, bare[between]


def _runs(things: Sequence[T], places: Sequence[int | None], end: int) -> Iterator[tuple[tuple[int, int], list[T]]]:
    """Cut out what has no place, run by run, each with the places before and after it (-1 and `end`: none)."""
    before = -1
    pending: list[T] = []
    for thing, place in zip(things, places, strict=True):
        if place is None:
            pending.append(thing)
            continue
        if pending:
            yield (before, place), pending
        before, pending = place, []
    if pending:
        yield (before, end), pending
