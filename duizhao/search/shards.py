"""From sorted runs to shards: the terms of some buckets, merged from all runs, cut into files of one size."""

import gzip
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from duizhao.search.runs import BUCKETS, Run, Slice, lines
from duizhao.search.signs import NUMBERS, SIGNS, SKIP, SKIPPED, postings, step

SHARD: Final = 20_000
"""Bytes of a shard before it is compressed; some two thirds of them are left.

A query fetches one for each of its terms: smaller ones would be many files, larger ones a long wait.
"""

VOLUME: Final = 3_000_000
"""Bytes of the runs that are merged at a time: what a worker holds in memory is a few times as much."""

COMPRESSION: Final = 6
"""Of gzip: 9 takes three times as long and saves half a hundredth."""

RUNS_AT_ONCE: Final = 8
"""Segments of a term are kept apart for so many runs, then joined: single ones are small, and each costs an object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """The shards of a range of terms: where each begins, and of terms that have several shards the particulars.

    `firsts`: of the first term of each shard as much as tells it from the last term before; of a term that has several
    all, once for each.
    `long`: the number of articles that hold the term; then for each of its shards where its articles are counted from.
    """

    firsts: tuple[str, ...]
    long: dict[str, tuple[int, ...]]


@dataclass(slots=True, kw_only=True)
class _Cutting:
    """A volume while it is being cut."""

    firsts: list[str] = field(default_factory=list)
    long: dict[str, tuple[int, ...]] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    size: int = 0


def volumes(runs: Sequence[Run]) -> list[range]:
    """Part the buckets into ranges that can be merged each for itself; runs alone decide, not how many workers."""
    ranges, first, size = [], 0, 0
    for bucket in range(BUCKETS):
        own = sum(run.starts[bucket + 1] - run.starts[bucket] for run in runs)
        if size and size + own > VOLUME:
            ranges.append(range(first, bucket))
            first, size = bucket, 0
        size += own
    return [*ranges, range(first, BUCKETS)] if size else ranges


def merge(pieces: Sequence[Slice], cut: list[Volume]) -> Iterator[bytes]:
    """Merge the same buckets of all runs; yields the shards, and adds to `cut` what the directory says of them."""
    cutting, before = _Cutting(), ""
    merged = _merged(pieces)
    for term in sorted(merged):
        text = merged.pop(term)
        entry = f'"{term}":"{text}"'  # neither holds what JSON would have to escape
        size = len(entry.encode()) + 1
        if cutting.open and cutting.size + size > SHARD:
            yield _closed(cutting)
        if size > SHARD:
            yield from _pieces(cutting, term, text, size)
        else:
            if not cutting.open:
                cutting.firsts.append(_beginning(term, before))
            cutting.open.append(entry)
            cutting.size += size
        before = term
    if cutting.open:
        yield _closed(cutting)
    cut.append(Volume(firsts=tuple(cutting.firsts), long=cutting.long))


def compressed(text: str) -> bytes:
    """Compress a file of the index; the same text gives the same bytes at any time."""
    return gzip.compress(text.encode(), COMPRESSION, mtime=0)


def _beginning(term: str, before: str) -> str:
    """Cut a term to what is still greater than the one before it."""
    return next(term[:length] for length in range(1, len(term) + 1) if term[:length] > before)


def _closed(cutting: _Cutting) -> bytes:
    text = "{" + ",".join(cutting.open) + "}"
    cutting.open.clear()
    cutting.size = 0
    return compressed(text)


def _pieces(cutting: _Cutting, term: str, text: str, size: int) -> Iterator[bytes]:
    """Cut the postings of a term that is longer than a shard; each piece counts from an article of its own."""
    length = -(-len(text) // -(-size // SHARD))
    cuts = [*range(0, len(text), length), len(text)]
    starts = _starts(text, set(cuts))
    cutting.long[term] = (len(text) - text.count(SKIP), *starts)
    for start, end in pairwise(cuts):
        cutting.firsts.append(term)
        yield compressed(f'{{"{term}":"{text[start:end]}"}}')


def _starts(text: str, cuts: set[int]) -> list[int]:
    """Say for each cut how far the articles before it reach."""
    starts, article = [], 0
    for place, character in enumerate(text):
        if place in cuts:
            starts.append(article)
        article += SKIPPED if character == SKIP else 1 + (_number(character) >> 2)
    return starts


def _number(character: str) -> int:
    value = NUMBERS.get(character)
    return next(postings(character))[0] << 2 if value is None else value


def _merged(slices: Sequence[Slice]) -> dict[str, str]:
    """Join the segments of each term."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    reached: defaultdict[str, int] = defaultdict(int)
    for place, piece in enumerate(slices, 1):
        base = 4 * piece.first
        for term, segment in lines(piece):
            way = base + NUMBERS[segment[0]] - reached[term]
            texts[term].append((SIGNS[way] if way < len(SIGNS) else step(way)) + segment[2:])
            reached[term] = base + 4 * NUMBERS[segment[1]] + 4
        if place % RUNS_AT_ONCE == 0:
            _join(texts)
    return {term: "".join(pieces) for term, pieces in texts.items()}


def _join(texts: dict[str, list[str]]) -> None:
    for term, pieces in texts.items():
        if len(pieces) > 1:
            texts[term] = ["".join(pieces)]
