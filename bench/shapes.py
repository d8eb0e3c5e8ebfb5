"""Archives of unusual shapes, each in three sizes: whether twice as much takes twice as long.

A day with thousands of articles, an author with tens of thousands, a single article of megabytes: in many paragraphs,
in one, in a hundred thousand short lines. What does not depend on the size falls out of the differences, so growth is
1 where time is linear, 2 where it is quadratic.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.archive import SEED, articles
from bench.build import build, settle
from bench.invented.articles import Invented, article
from bench.invented.dice import Dice
from bench.invented.issues import places
from bench.invented.names import person
from bench.invented.prose import Pair

PARTS: Final = (4, 2, 1)
"""The smallest size is a quarter of the largest, the next one half of it."""

_AUTHOR = re.compile(r"^Author:.*$", re.MULTILINE)
_AUTHOR_ZH = re.compile(r"^(### .*\n).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An unusual archive. `most`: its largest size, in articles or bytes; `files` writes one of any size."""

    name: str
    most: int
    files: Callable[[int], Iterator[Invented]]

    def write(self, folder: Path, size: int) -> None:
        """Write the archive below a folder."""
        for one in self.files(size):
            path = folder / one.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(one.text, encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What a shape cost in three sizes, the smallest first: seconds of processor time."""

    name: str
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How long a further piece takes, beside one of an archive of half the size."""
        small, middle, large = self.seconds
        return (large - middle) / (middle - small) / 2


def growths(folder: Path | None) -> Iterator[Growth]:
    """Build every shape in three sizes, each in a temporary folder below `folder`."""
    for shape in SHAPES:
        sizes = tuple(shape.most // part for part in PARTS)
        yield Growth(name=shape.name, sizes=sizes, seconds=tuple(_seconds(shape, size, folder) for size in sizes))


def _seconds(shape: Shape, size: int, folder: Path | None) -> float:
    with TemporaryDirectory(prefix="duizhao-bench-", dir=folder) as name:
        place = Path(name).resolve()
        shape.write(place / "content", size)
        settle(place)
        return build(place).cpu


def lines(found: Iterable[Growth]) -> Iterator[str]:
    """Say growths as a table."""
    yield f"{'CPU s of an archive of a quarter of the size, of half of it, of all':<70}{'growth':>26}"
    for one in found:
        yield f"{one.name:<44}" + "".join(f"{seconds:>14.2f}" for seconds in one.seconds) + f"{one.ratio:>10.2f}"


def one_day(count: int) -> Iterator[Invented]:
    """Put so many articles into the issue of one day."""
    where = next(places(SEED))
    return (article(SEED, replace(where, page=1 + number % 8, number=number)) for number in range(count))


def one_author(count: int) -> Iterator[Invented]:
    """Let one person have written so many articles."""
    zh, en = person(Dice(SEED, "author"))
    for one in articles(count):
        text = _AUTHOR_ZH.sub(rf"\g<1>{zh}", _AUTHOR.sub(f"Author: {en}", one.text, count=1), count=1)
        yield replace(one, text=text)


def paragraphs(size: int) -> Iterator[Invented]:
    """Write one article of about so many bytes in the paragraphs of many."""
    yield _of(list(_pairs(size)), "\n")


def one_paragraph(size: int) -> Iterator[Invented]:
    """Write one article of about so many bytes in one paragraph."""
    yield _of(list(_pairs(size)), " ")


def short_lines(size: int) -> Iterator[Invented]:
    """Write one article of about so many bytes in lines of some twenty each."""
    lines = (Pair(zh=(f"{number % 97}号麦田",), en=(f"Field {number % 97}",), beads=()) for number in range(size // 24))
    yield _of(list(lines), "\n")


SHAPES: Final = (
    Shape(name="a day with 3,000 articles", most=3_000, files=one_day),
    Shape(name="an author with 50,000 articles", most=50_000, files=one_author),
    Shape(name="an article of 2 MB, in paragraphs", most=2_000_000, files=paragraphs),
    Shape(name="an article of 2 MB, in one paragraph", most=2_000_000, files=one_paragraph),
    Shape(name="an article of 2 MB, in short lines", most=2_000_000, files=short_lines),
)


def _pairs(size: int) -> Iterator[Pair]:
    """Take paragraphs of many articles until there are so many bytes."""
    for pair in chain.from_iterable(one.pairs for one in articles(size)):
        yield pair
        size -= len("".join((*pair.zh, *pair.en)).encode())
        if size <= 0:
            return


def _of(pairs: list[Pair], between: str) -> Invented:
    """Make one article of paragraphs, with so much between two of them."""
    where = next(places(SEED))
    day = where.day.isoformat()
    en = between.join(chain.from_iterable(pair.en for pair in pairs))
    zh = between.strip(" ").join(chain.from_iterable(pair.zh for pair in pairs))
    head = f"Title: The Long Report\nAuthor:\nDate: {day}\nPage: {where.page}\n\n"
    rest = f"\n\n<hr /> \nOriginal: \n\n### 长篇报告\n\n{day}\n第{where.page}版()\n专栏：\n\n"
    return Invented(path=f"{day}.md", text=f"{head}{en}{rest}{zh}\n", pairs=tuple(pairs))
