"""The index of a built site, read from its folder."""

import gzip
import json
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from duizhao.problems import Halt, problem
from duizhao.search.index import ARTICLES_A_FILE, POINTER, VERSION, articles_path, shard_path
from duizhao.search.signs import postings


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index. `firsts`: the first term of each shard, in order, with its volume and its number there."""

    output: Path
    folder: str
    articles: int
    days: tuple[date, ...]
    ends: tuple[int, ...]
    """How many articles there are up to the end of each of `days`."""
    firsts: tuple[tuple[str, int, int], ...]
    long: dict[str, list[int]]
    _read: dict[str, Any] = field(default_factory=dict)

    def postings(self, term: str) -> dict[int, int]:
        """Say which articles hold a term, by their numbers, and its level in each."""
        if term in self.long:
            _, *starts = self.long[term]
            first = bisect_left(self.firsts, (term, 0, 0))
            shards = self.firsts[first : first + len(starts)]
            pieces = zip(shards, starts, strict=True)
            return {
                article: level
                for (_, *place), start in pieces
                for article, level in postings(self._shard(*place)[term], start)
            }
        place = bisect_right(self.firsts, term, key=lambda first: first[0])
        text = self._shard(*self.firsts[place - 1][1:]).get(term, "") if place else ""
        return dict(postings(text))

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

    def _shard(self, volume: int, shard: int) -> dict[str, str]:
        found: dict[str, str] = self._file(shard_path(self.folder, volume, shard))
        return found

    def _file(self, path: str) -> Any:  # noqa: ANN401 - JSON
        if path not in self._read:
            self._read[path] = json.loads(gzip.decompress((self.output / path).read_bytes()))
        return self._read[path]


def open_index(output: Path) -> Index:
    """Open the index of the site that is built in a folder. Raises `Halt` where there is none that can be read."""
    try:
        pointer = json.loads((output / POINTER).read_bytes())
        folder = pointer["folder"] if pointer["version"] == VERSION else ""
        directory = json.loads(gzip.decompress((output / folder / "directory.gz").read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Halt([problem(str(output), 0, "search-missing", "there is no index of the full text")]) from error
    volumes = enumerate(directory["volumes"])
    gaps, counts = directory["days"][::2], directory["days"][1::2]
    first = date.fromisoformat(directory["first"]) if gaps else date.min
    return Index(
        output=output,
        folder=folder,
        articles=directory["articles"],
        days=tuple(first + timedelta(days) for days in accumulate(gaps)),
        ends=tuple(accumulate(counts)),
        firsts=tuple((term, volume, shard) for volume, terms in volumes for shard, term in enumerate(terms)),
        long=directory["long"],
    )
