"""Sorted runs: the terms of some hundred articles, on disk until all are merged.

A run has three parts: the terms at which volumes begin, an index of where in the body the terms of each bucket begin,
and the body: lines that are in turn a term, in order, and its segment, which has a sign for each posting, counted from
the first article of the run.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final

from duizhao.search.article_terms import LEVELS
from duizhao.search.shards import begins_volume

RUN: Final = 1_000
"""Articles of a run: the signs of their postings have to stay below `ABOVE`."""

PART: Final = 2_000_000
"""Bytes of the runs that are merged at a time: what a worker holds in memory is a few times as much."""

FIRST: Final = 0x23
ABOVE: Final = 0xD800
"""From where on and below which code points stand for postings."""

_LOWEST: Final = (*map(chr, range(0x80)), *map(chr, range(0x80, 0x10000, 0x20)), "\U00010000")
"""What the terms of each bucket are not below: buckets are in their order, and hold those that begin alike."""

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
    """A part of a run: bytes of its file. Can be pickled, and is small."""

    path: Path
    first: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The terms from `low` on and before `high` (empty: to the end), and the slices that hold them, others perhaps."""

    slices: tuple[Slice, ...]
    low: str
    high: str


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
        starts=array("Q", [body + start for start in starts]),
    )


def parts(runs: Sequence[Run]) -> list[Part]:
    """Part the terms of all runs into ranges that can be merged each for itself: each begins where a volume does."""
    reach = [sum(run.starts[bucket] - run.starts[0] for run in runs) for bucket in range(BUCKETS + 1)]
    lows, before = [""], 0
    for term in sorted({term for run in runs for term in run.borders}):
        if reach[bucket_of(term)] - before >= PART:
            lows.append(term)
            before = reach[bucket_of(term)]
    return [part_of(runs, low, high) for low, high in pairwise([*lows, ""])]


def part_of(runs: Sequence[Run], low: str, high: str) -> Part:
    """Say where the terms of a range stand in each run that has any."""
    first = bucket_of(low) if low else 0
    behind = bucket_of(high) + 1 if high else BUCKETS
    found = (Slice(path=run.path, first=run.first, start=run.starts[first], end=run.starts[behind]) for run in runs)
    return Part(slices=tuple(one for one in found if one.end > one.start), low=low, high=high)


def lines(part: Part, piece: Slice) -> Iterator[tuple[str, str]]:
    """Read terms and their segments."""
    with piece.path.open("rb") as file:
        file.seek(piece.start)
        read = file.read(piece.end - piece.start).decode().split("\n")
    terms, segments = read[:-1:2], read[1::2]
    start = bisect_left(terms, part.low)
    end = bisect_left(terms, part.high) if part.high else len(terms)
    return zip(terms[start:end], segments[start:end], strict=True)


def _segments(articles: Iterable[Mapping[str, int]]) -> dict[str, str]:
    segments: dict[str, str] = {}
    segment_of = segments.get
    for number, levels in enumerate(articles):
        signs = [chr(FIRST + LEVELS * number + level) for level in range(LEVELS)]
        for term, level in levels.items():
            segments[term] = segment_of(term, "") + signs[level]
    return segments
