"""The index of a site's full text: what leads to its shards, and what is said of articles.

It lies below `search/`. All but two kinds of files are named for what is in them, and so never change: whoever reads
one has the very file that the directory meant, or finds none and knows that there is a newer index. Asked for anew each
time are the pointer, which leads to the directory, and the lists of articles, whose folder is named for the numbers
that articles have.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from itertools import groupby
from typing import Final

from duizhao.model import Entry
from duizhao.search.folding import TABLE
from duizhao.search.shards import FOLDER, File, Volume, compressed, name_of, named
from duizhao.searchfile import compact_json, listed

VERSION: Final = 2
"""Of the format; it rises when a program that reads the index would have to change."""

POINTER: Final = f"{FOLDER}index.json"
ARTICLES_A_FILE: Final = 16


def articles_folder(entries: Iterable[Entry]) -> str:
    """Name the folder of the lists of articles for the articles and their numbers."""
    digest = blake2b(b"%d" % ARTICLES_A_FILE, digest_size=8)
    for entry in entries:
        digest.update(f" {entry.permalink}".encode())
    return f"{FOLDER}{digest.hexdigest()}/"


def articles_path(folder: str, number: int) -> str:
    """Name the file that says of the article with that number, from 0, what it is and where it stands."""
    return f"{folder}{number // ARTICLES_A_FILE}.gz"


def article_file(folder: str, first: int, entries: Iterable[Entry]) -> tuple[str, bytes]:
    """Return path and bytes of the file that lists articles from one on, which is the first of its file."""
    return articles_path(folder, first), compressed(compact_json(list(map(listed, entries))))


def folding_table() -> File:
    """Return the table that text is folded by."""
    return named(TABLE.read_bytes())


def directory(folder: str, entries: Sequence[Entry], volumes: Sequence[Volume]) -> File:
    """Write the directory. `folder`: of the lists of articles; `volumes`: all there are, in order."""
    days = [(day, len(list(group))) for day, group in groupby(entries, lambda entry: entry.date)]
    text = compact_json({
        "version": VERSION,
        "articles": len(entries),
        "folder": folder,
        "a_file": ARTICLES_A_FILE,
        "first": days[0][0].isoformat() if days else "",
        "days": list(_days(days)),
        "pages": sorted({entry.page for entry in entries if entry.page}),
        "firsts": [volume.first for volume in volumes],
        "names": [volume.name for volume in volumes],
    })  # fmt: skip
    return named(text)


def pointer(leads_to: File, folding: File, articles: int) -> bytes:
    """Write the file that leads to the directory and to the table that text is folded by."""
    names = {"directory": name_of(leads_to.path), "folding": name_of(folding.path)}
    return compact_json({"version": VERSION, **names, "articles": articles})


def _days(days: Iterable[tuple[date, int]]) -> Iterator[int]:
    """Say for each day how far it is from the one before, and how many articles it has."""
    before = None
    for day, articles in days:
        yield (day - before).days if before else 0
        yield articles
        before = day
