"""The index of a built site, read from its folder."""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from duizhao.problems import Halt, problem
from duizhao.search.index import ARTICLES_A_FILE, POINTER, VERSION, articles_path
from duizhao.search.shards import Volume, path_of
from duizhao.search.signs import postings, written


class Shards(NamedTuple):
    """The shards of a volume: where each begins, what its file is called, and the terms that have several."""

    firsts: Sequence[str]
    names: Sequence[str]
    long: dict[str, list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index. `folder`: of the lists of articles; `ends`: how many articles there are up to the end of each day."""

    output: Path
    directory: str
    """The name of its file."""
    folder: str
    articles: int
    days: tuple[date, ...]
    ends: tuple[int, ...]
    volumes: tuple[Volume, ...]
    _read: dict[str, Any] = field(default_factory=dict)

    def postings(self, term: str) -> dict[int, int]:
        """Say which articles hold a term, by their numbers, and its level in each."""
        place = bisect_right(self.volumes, term, key=lambda volume: volume.first) - 1
        if place < 0:
            return {}
        shards = self._shards(self.volumes[place])
        if term in shards.long:
            first = bisect_left(shards.firsts, term)
            pieces = zip(shards.names[first:], shards.long[term][1:], strict=False)
        else:
            pieces = zip(shards.names[bisect_right(shards.firsts, term) - 1 :], (0,), strict=False)
        found = (postings(self._shard(name).get(term, ""), start) for name, start in pieces)
        return {posting >> 2: posting & 3 for piece in found for posting in piece}

    def between(self, first: date | None, last: date | None) -> range:
        """Say which articles are of these days, the first and the last among them; None: no limit."""
        start = bisect_left(self.days, first) if first else 0
        end = bisect_right(self.days, last) if last else len(self.days)
        counts = (0, *self.ends)
        return range(counts[start], max(counts[start], counts[end]))

    def article(self, number: int) -> dict[str, Any]:
        """Say what an article is, in the words of search.json."""
        listed: list[dict[str, Any]] = self._file(articles_path(self.folder, number))
        return listed[number % ARTICLES_A_FILE]

    def _shards(self, volume: Volume) -> Shards:
        return Shards(**self._file(path_of(volume.name)))

    def _shard(self, name: str) -> dict[str, str]:
        found: dict[str, str] = self._file(path_of(name))
        return found

    def _file(self, path: str) -> Any:  # noqa: ANN401 - JSON
        if path not in self._read:
            self._read[path] = _json(self.output, path)
        return self._read[path]


def shards_of(output: Path, volume: Volume) -> Shards:
    """Read the list of a volume's shards."""
    return Shards(**_json(output, path_of(volume.name)))


def terms_of(output: Path, shards: Shards) -> dict[str, str]:
    """Read the terms of a volume and their postings, those of terms that have several shards in one."""
    read = [_json(output, path_of(name)) for name in shards.names]
    merged = {term: text for shard in read for term, text in shard.items()}
    for term, (_, *starts) in shards.long.items():
        pieces = zip(read[bisect_left(shards.firsts, term) :], starts, strict=False)
        merged[term] = written(posting for piece, start in pieces for posting in postings(piece[term], start))
    return merged


def listed_in(output: Path, folder: str, number: int) -> dict[str, Any]:
    """Read what an index says of an article. `folder`: of its lists of articles."""
    listed: list[dict[str, Any]] = _json(output, articles_path(folder, number))
    return listed[number % ARTICLES_A_FILE]


def addresses(index: Index) -> Iterator[str]:
    """Go through the addresses of all articles, in the order of their numbers."""
    for first in range(0, index.articles, ARTICLES_A_FILE):
        yield from (article["url"] for article in _json(index.output, articles_path(index.folder, first)))


def first_shard(output: Path, volume: Volume) -> list[int]:
    """Read the postings of a volume's first term, as far as they stand in its first shard."""
    shards = shards_of(output, volume)
    _, start, *_ = shards.long.get(volume.first, (0, 0))
    return postings(_json(output, path_of(shards.names[0]))[volume.first], start)


def open_index(output: Path) -> Index:
    """Open the index of the site that is built in a folder. Raises `Halt` where there is none that can be read."""
    try:
        pointer = json.loads((output / POINTER).read_bytes())
        name = pointer["directory"] if pointer["version"] == VERSION else ""
        directory = _json(output, path_of(name))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Halt([problem(str(output), 0, "search-missing", "there is no index of the full text")]) from error
    gaps, counts = directory["days"][::2], directory["days"][1::2]
    first = date.fromisoformat(directory["first"]) if gaps else date.min
    return Index(
        output=output,
        directory=name,
        folder=directory["folder"],
        articles=directory["articles"],
        days=tuple(first + timedelta(days) for days in accumulate(gaps)),
        ends=tuple(accumulate(counts)),
        volumes=tuple(map(Volume, directory["firsts"], directory["names"])),
    )


def _json(output: Path, path: str) -> Any:  # noqa: ANN401
    return json.loads(gzip.decompress((output / path).read_bytes()))
