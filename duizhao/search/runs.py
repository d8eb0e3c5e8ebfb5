"""Sorted runs: the terms of some hundred articles that follow one another, on disk until all are merged.

A run is a digest of its body, an index of where in the body the terms of each bucket begin, and the body: lines that
are in turn a term, in order, and its segment. A segment is the postings of the run's articles, counted from the first
of them, the first posting and the last article standing at its head, so that segments are joined without being read.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Final

from duizhao.search.packed import LEVELS, unpack
from duizhao.search.signs import SIGNS

RUN: Final = 1_000
"""Articles of a run: the numbers at the head of a segment have to stay within `SIGNS`."""

DIGEST: Final = 16
_ASCII: Final = 0x80
_BMP_BUCKETS: Final = 0x10000 >> 5
BUCKETS: Final = _ASCII + _BMP_BUCKETS + 1
"""Terms of a bucket begin with characters that are near one another; buckets are in the order of the terms."""

_HEAD: Final = DIGEST + array("I").itemsize * (BUCKETS + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run on disk: its file, the number of its first article, the digest, and the start of each bucket in bytes."""

    path: Path
    first: int
    digest: bytes
    starts: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of a run: bytes of its body. Can be pickled, and is small."""

    path: Path
    first: int
    start: int
    end: int


def run_name(first: int) -> str:
    """Name the file of a run by its first article, so that names sort as the articles do."""
    return f"{first:09d}.run"


def run_of(packs: Sequence[bytes]) -> bytes:
    """Make a run of packed articles that follow one another."""
    lists = _inverted(packs)
    starts, parts, size = array("I", [0]), [], 0
    for first, terms in groupby(sorted(lists), itemgetter(0)):
        starts.extend([size] * (bucket_of(first) + 1 - len(starts)))
        part = "".join([f"{term}\n{_segment(lists[term])}\n" for term in terms]).encode()
        size += len(part)
        parts.append(part)
    starts.extend([size] * (BUCKETS + 1 - len(starts)))
    body = b"".join(parts)
    return blake2b(body, digest_size=DIGEST).digest() + starts.tobytes() + body


def bucket_of(term: str) -> int:
    """Say which bucket a term is in."""
    code = ord(term[0])
    return code if code < _ASCII else _ASCII + min(code >> 5, _BMP_BUCKETS)


def open_run(path: Path) -> Run:
    """Read what a run says of itself."""
    with path.open("rb") as file:
        data = file.read(_HEAD)
    starts = array("I", data[DIGEST:])
    return Run(path=path, first=int(path.stem), digest=data[:DIGEST], starts=starts)


def slices(runs: Sequence[Run], buckets: range) -> tuple[Slice, ...]:
    """Say where the terms of some buckets that follow one another stand in each run that has any."""
    found = (
        Slice(path=run.path, first=run.first, start=run.starts[buckets.start], end=run.starts[buckets.stop])
        for run in runs
    )
    return tuple(one for one in found if one.end > one.start)


def lines(piece: Slice) -> Iterator[tuple[str, str]]:
    """Read terms and their segments."""
    with piece.path.open("rb") as file:
        file.seek(_HEAD + piece.start)
        read = file.read(piece.end - piece.start).decode().split("\n")
    return zip(read[:-1:2], read[1::2], strict=True)


def _inverted(packs: Sequence[bytes]) -> dict[str, list[int]]:
    """List for each term its articles, each as four times its number in the run and the level."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for article, packed in enumerate(packs):
        for level, terms in unpack(packed):
            posting = article * LEVELS + level
            for term in terms:
                lists[term].append(posting)
    return lists


def _segment(listed: list[int]) -> str:
    first = listed[0]
    if len(listed) == 1:  # as most are, in one run
        return SIGNS[first] + SIGNS[first >> 2]
    steps = [SIGNS[after - (before | 3) - 1] for before, after in pairwise(listed)]
    return f"{SIGNS[first]}{SIGNS[listed[-1] >> 2]}{''.join(steps)}"
