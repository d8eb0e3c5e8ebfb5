"""Sorted runs: the terms of some hundred articles, on disk until all are merged.

A run has three parts: the terms at which volumes begin, an index of where in the body the terms of each bucket begin,
and the body: lines that are in turn a term, in order, and its segment, which has a sign for each posting, counted from
the first article of the run.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, product
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from duizhao.search.article_terms import LEVELS
from duizhao.search.shards import begins_volume

RUN: Final = 500
"""Articles of a run: the signs of their postings have to stay below `ABOVE`.

With twice as many the index is made no sooner, and a worker holds twice as much, some 30 MB.
"""

PART: Final = 2_000_000
"""Bytes of the runs that a worker is given at a time, at the least: a part ends where a volume does."""

PIECE: Final = 1_000_000
"""Bytes of them that are merged at a time: what a worker holds in memory for that is a few times as much."""

FIRST: Final = 0x23
ABOVE: Final = 0xD800
"""From where on and below which code points stand for postings."""

_LOWEST: Final = sorted(
    {
        *map(chr, (*range(0x80), *range(0x80, 0x10000, 0x20), *range(0x4E00, 0xA000, 0x10), 0x10000)),
        *map("".join, product(ascii_lowercase, repeat=2)),
    }
)
"""What the terms of each bucket are not below: buckets are in their order, and hold those that begin alike.

Most terms are English or begin with a Han character, so that buckets are narrower there.
"""

BUCKETS: Final = len(_LOWEST)
_INDEX: Final = array("I").itemsize * (BUCKETS + 1)
_BETWEEN: Final = "\t"
"""Between the terms at which volumes begin; no term has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run on disk: its file, the number of its first article, the terms at which volumes begin, in order.

    `starts`: of each bucket in the file, in bytes.
    """

    path: Path
    first: int
    borders: tuple[str, ...]
    starts: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of a run, in pieces: each begins at one of the `cuts` of its file (bytes), and ends at the next.

    Can be pickled, and is small.
    """

    path: Path
    first: int
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The terms from `low` on and before `high` (empty: to the end), and the slices that hold them, others perhaps.

    The pieces of all slices are of the same terms, in order.
    """

    slices: tuple[Slice, ...]
    low: str
    high: str

    @property
    def pieces(self) -> int:
        """How many pieces each slice has."""
        return len(self.slices[0].cuts) - 1 if self.slices else 0


def run_name(first: int) -> str:
    """Name the file of a run by its first article, so that names sort as the articles do."""
    return f"{first:09d}.run"


def run_of(articles: Iterable[Mapping[str, int]]) -> bytes:
    """Make a run of articles that follow one another, each as its terms and their levels."""
    segments = _segments(articles)
    terms = sorted(segments)
    lines = [""] * (2 * len(terms))
    lines[::2], lines[1::2] = terms, map(segments.__getitem__, terms)
    borders = [*(2 * bisect_left(terms, lowest) for lowest in _LOWEST), len(lines)]
    parts = ["\n".join([*lines[start:end], ""]).encode() for start, end in pairwise(borders)]
    starts = array("I", accumulate(map(len, parts), initial=0))
    volumes = _BETWEEN.join(filter(begins_volume, terms))
    return b"".join([f"{volumes}\n".encode(), starts.tobytes(), *parts])


def bucket_of(term: str) -> int:
    """Say which bucket a term is in."""
    return bisect_right(_LOWEST, term) - 1


def open_runs(folder: Path) -> list[Run]:
    """Read what the runs in a folder say of themselves."""
    return [_opened(path) for path in sorted(folder.glob("*.run"))]


def _opened(path: Path) -> Run:
    with path.open("rb") as file:
        line = file.readline()
        starts = array("I", file.read(_INDEX))
    body, borders = len(line) + _INDEX, line.decode().removesuffix("\n")
    return Run(
        path=path,
        first=int(path.stem),
        borders=tuple(borders.split(_BETWEEN)) if borders else (),
        starts=array("I", [body + start for start in starts]),
    )


def parts(runs: Sequence[Run]) -> Iterator[Part]:
    """Part the terms of all runs into ranges that can be merged each for itself: each begins where a volume does."""
    low, before = "", 0
    for term in sorted({term for run in runs for term in run.borders}):
        reach = _bytes(runs, 0, bucket_of(term))
        if reach - before >= PART:
            yield part_of(runs, low, term)
            low, before = term, reach
    yield part_of(runs, low, "")


def part_of(runs: Sequence[Run], low: str, high: str) -> Part:
    """Say where the terms of a range stand in each run that has any."""
    first = bucket_of(low) if low else 0
    cuts = _cuts(runs, first, bucket_of(high) + 1 if high else BUCKETS)
    found = (Slice(path=run.path, first=run.first, cuts=tuple(map(run.starts.__getitem__, cuts))) for run in runs)
    return Part(slices=tuple(one for one in found if one.cuts[0] < one.cuts[-1]), low=low, high=high)


def _cuts(runs: Sequence[Run], first: int, behind: int) -> list[int]:
    """Say at which buckets to cut between two, both included."""
    cuts = [first]
    for bucket in range(first + 1, behind):
        if _bytes(runs, cuts[-1], bucket) >= PIECE:
            cuts.append(bucket)
    return [*cuts, behind]


def _bytes(runs: Iterable[Run], first: int, behind: int) -> int:
    """Say how many bytes of all runs the buckets have from one on and before another."""
    return sum(run.starts[behind] - run.starts[first] for run in runs)


def lines(part: Part, of: Slice, piece: int) -> Iterator[tuple[str, str]]:
    """Read the terms of a piece, in order, and their segments."""
    start, end = of.cuts[piece : piece + 2]
    with of.path.open("rb") as file:
        file.seek(start)
        read = file.read(end - start).decode().split("\n")
    terms, segments = read[:-1:2], read[1::2]
    first = bisect_left(terms, part.low)
    behind = bisect_left(terms, part.high) if part.high else len(terms)
    return zip(terms[first:behind], segments[first:behind], strict=True)


def _segments(articles: Iterable[Mapping[str, int]]) -> dict[str, str]:
    segments: dict[str, str] = {}
    segment_of = segments.get
    for number, levels in enumerate(articles):
        signs = [chr(FIRST + LEVELS * number + level) for level in range(LEVELS)]
        for term, level in levels.items():
            segments[term] = segment_of(term, "") + signs[level]
    return segments
