"""Where the index is cut: its sorted terms into volumes, a volume into shards; and what files are called.

Cuts depend on the terms beside them, not on how many bytes went before, so that after a change the rest is cut as it
was. A volume begins at each of certain terms, whatever the sizes; within a volume, a shard ends where, between the
least and the greatest size, the term with the least checksum begins. A file's name is a digest of what is in it: the
same name is the same file, in whatever build.
"""

import gzip
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate, pairwise
from typing import Final, NamedTuple
from zlib import crc32

from duizhao.search.signs import postings, written
from duizhao.searchfile import compact_json

FOLDER: Final = "search/"

LEAST: Final = 12_000
MOST: Final = 28_000
"""Bytes of a shard before it is compressed; some two thirds of them are left.

A query fetches one for each of its terms: smaller ones would be many files, larger ones a long wait.
"""

TERMS_A_VOLUME: Final = 8_192
"""On average. A volume has a list of its shards, which each search in it fetches and each change of it changes."""

COMPRESSION: Final = 6
"""Of gzip: 9 takes three times as long and saves half a hundredth."""


class Volume(NamedTuple):
    """A range of terms: the first of them, and the name of the file that lists its shards."""

    first: str
    name: str


class File(NamedTuple):
    """A file of the index, not compressed yet."""

    path: str
    text: bytes


class _Shard(NamedTuple):
    first: str
    text: bytes


class _Entries(NamedTuple):
    """Terms in order; what a shard says of each, with its postings; and their checksums."""

    terms: list[str]
    texts: list[bytes]
    checksums: list[int]

    def within(self, start: int, end: int) -> "_Entries":
        """Return those between two places."""
        return _Entries(self.terms[start:end], self.texts[start:end], self.checksums[start:end])


def begins_volume(term: str) -> bool:
    """Say whether a volume begins at a term, where there is one. The first term of all begins one in any case."""
    return _begins(crc32(term.encode()))


def _begins(checksum: int) -> bool:
    return not checksum % TERMS_A_VOLUME


def named(text: bytes) -> File:
    """Name a file for what is in it."""
    return File(path_of(blake2b(text, digest_size=8).hexdigest()), text)


def path_of(name: str) -> str:
    """Say where the file of a name stands."""
    return f"{FOLDER}{name}.gz"


def name_of(path: str) -> str:
    """Say the name of a file; the opposite of `path_of`."""
    return path.removeprefix(FOLDER).removesuffix(".gz")


def compressed(text: bytes) -> bytes:
    """Compress a file of the index; the same text gives the same bytes at any time."""
    return gzip.compress(text, COMPRESSION, mtime=0)


def cut(merged: Iterable[tuple[str, str]], volumes: list[Volume]) -> Iterator[File]:
    """Cut terms, in order, and their postings, beginning a volume; yields the files, and adds to `volumes` theirs.

    No more than the terms of one volume are held at a time.
    """
    within = _Entries([], [], [])
    for term, listed in merged:
        checksum = crc32(term.encode())
        if within.terms and _begins(checksum):
            yield from _volume(within, volumes)
            within = _Entries([], [], [])
        within.terms.append(term)
        # Neither a term nor its postings hold what JSON would have to escape.
        within.texts.append(f'"{term}":"{listed}"'.encode())
        within.checksums.append(checksum)
    if within.terms:
        yield from _volume(within, volumes)


def _volume(entries: _Entries, volumes: list[Volume]) -> Iterator[File]:
    """Yield the shards of a volume, and the list of them.

    Of the first term of each shard the list has as much as tells it from the last term before; of a term that has
    several shards all, once for each, and under `long` the number of articles that hold the term, then for each of its
    shards where its articles are counted from.
    """
    firsts, names, long = list[str](), list[str](), dict[str, list[int]]()
    for shard in _shards(entries, long):
        file = named(shard.text)
        firsts.append(shard.first)
        names.append(name_of(file.path))
        yield file
    listed = named(compact_json({"firsts": firsts, "names": names, "long": long}))
    volumes.append(Volume(entries.terms[0], name_of(listed.path)))
    yield listed


def _shards(entries: _Entries, long: dict[str, list[int]]) -> Iterator[_Shard]:
    start, before = 0, ""
    long_ones = [place for place, text in enumerate(entries.texts) if len(text) > MOST]
    for place in long_ones:
        yield from _cut_short(entries.within(start, place), before)
        start, before = place + 1, entries.terms[place]
        yield from _pieces(before, _listed(before, entries.texts[place]), long)
    yield from _cut_short(entries.within(start, len(entries.terms)), before)


def _cut_short(entries: _Entries, before: str) -> Iterator[_Shard]:
    """Cut entries of which none is as large as a shard. `before`: the term before them, if any is in the volume."""
    for start, end in pairwise(_borders(entries)) if entries.terms else ():
        first, last = entries.terms[start], entries.terms[start - 1] if start else before
        text = b"{" + b",".join(entries.texts[start:end]) + b"}"
        yield _Shard(_beginning(first, last) if last else first, text)


def _borders(entries: _Entries) -> list[int]:
    """Say between which entries shards are cut, both ends included."""
    reach = [0, *accumulate(len(text) + 1 for text in entries.texts)]  # with a comma each
    borders = [0]
    while reach[-1] > (base := reach[borders[-1]]) + MOST + 1:
        last = bisect_right(reach, base + MOST + 1) - 1
        first = min(last, bisect_left(reach, base + LEAST))
        borders.append(min(range(first, last + 1), key=entries.checksums.__getitem__))
    return [*borders, len(entries.terms)]


def _beginning(term: str, before: str) -> str:
    """Cut a term to what is still greater than the one before it."""
    return next(term[:length] for length in range(1, len(term) + 1) if term[:length] > before)


def _listed(term: str, text: bytes) -> str:
    """Take its postings out of what a shard says of a term."""
    return text[len(f'"{term}":"'.encode()) : -1].decode()


def _pieces(term: str, text: str, long: dict[str, list[int]]) -> Iterator[_Shard]:
    """Cut the postings of a term that is longer than a shard, halving the articles until each piece is short enough."""
    listed = postings(text)
    pieces = list(_halved(listed, 0, 1 << (listed[-1] >> 2).bit_length()))
    long[term] = [len(listed), *(first for first, _ in pieces)]
    for _, piece in pieces:
        yield _Shard(term, f'{{"{term}":"{piece}"}}'.encode())


def _halved(listed: Sequence[int], first: int, articles: int) -> Iterator[tuple[int, str]]:
    text = written(listed, first)
    if articles == 1 or len(text.encode()) <= MOST:
        if listed:
            yield first, text
        return
    half = articles >> 1
    middle = bisect_left(listed, first + half << 2)
    yield from _halved(listed[:middle], first, half)
    yield from _halved(listed[middle:], first + half, half)
