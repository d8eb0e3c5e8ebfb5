"""The index of a site's full text: what its files are called, and what they hold beside the shards.

It lies below `search/` in a folder named for what is in it, so that no script ever reads files of two builds as one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Final

from duizhao.executor import grouped
from duizhao.model import Entry
from duizhao.search.folding import TABLE
from duizhao.search.runs import Slice, open_run, slices
from duizhao.search.shards import Volume, compressed, volumes
from duizhao.searchfile import compact_json, listed

VERSION: Final = 1
"""Of the format; it rises when a program that reads the index would have to change."""

POINTER: Final = "search/index.json"
ARTICLES_A_FILE: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An index that is to be written: its folder, with a slash, and the parts of the runs that make each volume."""

    folder: str
    volumes: tuple[tuple[Slice, ...], ...]


def plan(runs: Path, entries: Sequence[Entry]) -> Planned:
    """Plan the index of the articles whose runs lie in a folder. `entries`: the articles in the paper's order."""
    opened = [open_run(path) for path in sorted(runs.glob("*.run"))]
    digest = blake2b(f"{VERSION} {ARTICLES_A_FILE}".encode(), digest_size=8)
    for run in opened:
        digest.update(run.digest)
    for entry in entries:
        digest.update(repr((entry.permalink, entry.headline, entry.author, entry.column)).encode())
    return Planned(
        folder=f"search/{digest.hexdigest()}/",
        volumes=tuple(slices(opened, buckets) for buckets in volumes(opened)),
    )


def shard_path(folder: str, volume: int, shard: int) -> str:
    """Name a shard by its volume and its place in it, both from 0."""
    return f"{folder}{volume}-{shard}.gz"


def articles_path(folder: str, number: int) -> str:
    """Name the file that says of the article with that number, from 0, what it is and where it stands."""
    return f"{folder}articles/{number // ARTICLES_A_FILE}.gz"


def article_files(folder: str, first: int, entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the files that list articles; the first article is the first of its file."""
    for place, group in enumerate(grouped(entries, ARTICLES_A_FILE)):
        path = articles_path(folder, first + place * ARTICLES_A_FILE)
        yield path, compressed(compact_json(list(map(listed, group))).decode())


def directory_files(folder: str, entries: Sequence[Entry], cut: Sequence[Volume]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the directory, and of the table that text is folded by."""
    yield f"{folder}directory.gz", compressed(compact_json(_directory(entries, cut)).decode())
    yield f"{folder}folding.gz", compressed(TABLE.read_text(encoding="utf-8"))


def pointer(folder: str, articles: int) -> bytes:
    """Write the file that leads to the folder of the index."""
    return compact_json({"version": VERSION, "folder": folder, "articles": articles})


def _directory(entries: Sequence[Entry], cut: Sequence[Volume]) -> dict[str, object]:
    days = [(day, len(list(group))) for day, group in groupby(entries, lambda entry: entry.date)]
    return {
        "version": VERSION,
        "articles": len(entries),
        "a_file": ARTICLES_A_FILE,
        "first": days[0][0].isoformat() if days else "",
        "days": list(_days(days)),
        "pages": sorted({entry.page for entry in entries if entry.page}),
        "volumes": [volume.firsts for volume in cut],
        "long": {term: told for volume in cut for term, told in volume.long.items()},
    }


def _days(days: Iterable[tuple[date, int]]) -> Iterator[int]:
    """Say for each day how far it is from the one before, and how many articles it has."""
    before = None
    for day, articles in days:
        yield (day - before).days if before else 0
        yield articles
        before = day
