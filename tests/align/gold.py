"""Sentences of real articles, paired by reading them; how well the aligner agrees with the reader.

The texts are no part of the project, so `gold/` holds positions alone. `1954-12-02-6.tsv` is the sixth file of that
date in the corpus, `seed.tsv` the article in `content/`. A line is a passage:

    zh      en              beads
    0:0     t:0 0:0         0=0-1
    1:0,60  1:0,64,214      0=0-1 1=2
    2:0     -               0=

In the third line block 1 of the original has sentences that start at its characters 0 and 60, block 1 of the
translation at 0, 64 and 214; the first one says what the first two of the translation say. Beads count the sentences
of the passage from 0, `1=` stands alone, `t` is the title of the translation, `h` a headline that the text does not
repeat, and `-` says that there is nothing on that side.

Beads are as small as the order of both sides allows. A headline is one bead with all that repeats it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, TypeAlias

from duizhao.align.sentences import Side, sentences
from duizhao.model import Article, Block, Passage, Source, Span
from duizhao.parse import parse_article
from tests.corpus import CORPUS

DATA: Final = Path(__file__).parent / "gold"
SEED: Final = "seed"
_SEED_FOLDER: Final = Path(__file__).parents[2] / "content"
_SEED_FILE: Final = "*6f2200606c4acbd2.txt"

_HEADER: Final = "zh\ten\tbeads"
_NOTHING: Final = "-"
_SENTENCES: Final = re.compile(r"(?:t|h|\d+):\d+(?:,\d+)*(?: (?:t|h|\d+):\d+(?:,\d+)*)*")
_BEAD: Final = re.compile(r"(?:(\d+)(?:-(\d+))?)?=(?:(\d+)(?:-(\d+))?)?")

Place: TypeAlias = tuple[str, int]
"""Where a sentence starts: its block and the character there."""
Pair: TypeAlias = tuple[tuple[Place, ...], tuple[Place, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage: the names of its blocks and its beads."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    beads: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs were found, how many there are to find, and how many are the same to the last sentence.

    What stands alone is no pair: nothing is earned by leaving it alone, but pairing it is an error, as is a pair that
    was not found.
    """

    hits: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hits + other.hits, self.found + other.found, self.right + other.right)

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.found + self.right) if self.found + self.right else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Agreement with the reader on one or more articles."""

    passages: Tally = Tally()
    beads: Tally = Tally()
    confusions: tuple[str, ...] = ()
    """Each pair that one of both has alone: `+` the aligner's, `-` the reader's."""

    def __add__(self, other: "Score") -> "Score":
        return Score(self.passages + other.passages, self.beads + other.beads, (*self.confusions, *other.confusions))


def names() -> list[str]:
    """List the articles that were read."""
    return sorted(path.stem for path in DATA.glob("*.tsv"))


def source_path(name: str) -> Path | None:
    """Say where the text of an article is; None if it is not here."""
    if name == SEED:
        return next(iter(sorted(_SEED_FOLDER.rglob(_SEED_FILE))), None)
    if CORPUS is None:
        return None
    day, _, number = name.rpartition("-")
    return sorted(CORPUS.glob(f"*/{day}_*.md"))[int(number) - 1]


def article(name: str) -> Article | None:
    """Read an article; None if its text is not here."""
    path = source_path(name)
    if path is None:
        return None
    parsed = parse_article(Source(path=path.name, text=path.read_text(encoding="utf-8")))
    assert isinstance(parsed, Article)
    return parsed


def read(name: str) -> tuple[Row, ...]:
    """Read what the reader found in an article.

    Raises:
        ValueError: The file is not well formed.
    """
    return tuple(rows((DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines(), name))


def rows(lines: Sequence[str], name: str) -> Iterator[Row]:
    """Read the lines of a file, its header first."""
    if lines[:1] != [_HEADER]:
        raise ValueError(f"{name}: the header is not {_HEADER!r}")
    for number, line in enumerate(lines[1:], 2):
        try:
            yield _row(line)
        except ValueError as error:
            raise ValueError(f"{name}, line {number}: {error}") from None


def _row(line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != 3:
        raise ValueError("there are not three cells")
    zh, en = _places(cells[0]), _places(cells[1])
    beads = tuple(_beads(cells[2], zh, en))
    for places, side in ((zh, 0), (en, 1)):
        if places != tuple(chain.from_iterable(bead[side] for bead in beads)):
            raise ValueError("each sentence has to be in one bead, in order")
    return Row(zh=_blocks(zh), en=_blocks(en), beads=beads)


def _places(cell: str) -> tuple[Place, ...]:
    if cell == _NOTHING:
        return ()
    if not _SENTENCES.fullmatch(cell):
        raise ValueError(f"these are no positions: {cell!r}")
    parts = [part.partition(":") for part in cell.split()]
    found = tuple((block, int(start)) for block, _, starts in parts for start in starts.split(","))
    if found != tuple(sorted(set(found), key=_order)):
        raise ValueError(f"positions have to rise: {cell!r}")
    return found


def _order(place: Place) -> tuple[int, int]:
    block, start = place
    return (int(block) if block.isdigit() else -1), start


def _blocks(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(block for block, _ in places))


def _beads(cell: str, zh: Sequence[Place], en: Sequence[Place]) -> Iterator[Pair]:
    for text in cell.split(" "):
        bead = _BEAD.fullmatch(text)
        if not bead or text == "=":
            raise ValueError(f"this is no bead: {text!r}")
        yield _run(bead[1], bead[2], zh), _run(bead[3], bead[4], en)


def _run(first: str | None, last: str | None, places: Sequence[Place]) -> tuple[Place, ...]:
    """Take the sentences of one side of a bead."""
    if first is None:
        return ()
    end = int(last or first) + 1
    if end > len(places):
        raise ValueError(f"there is no sentence {end - 1}")
    return tuple(places[int(first) : end])


def check_cuts(right: Sequence[Row], read_article: Article, name: str) -> None:
    """Make sure that the reader's sentences are those that the program cuts today.

    Raises:
        ValueError: Paragraphs or sentences begin elsewhere.
    """
    sides: tuple[tuple[Side, tuple[Block, ...], str, str | None], ...] = (
        ("zh", read_article.zh, "h", read_article.headline.zh),
        ("en", read_article.en, "t", read_article.headline.en),
    )
    for at, (side, blocks, title, headline) in enumerate(sides):
        texts = {title: headline or "", **{str(number): block.text for number, block in enumerate(blocks)}}
        known: dict[str, list[int]] = {}
        for block, start in chain.from_iterable(bead[at] for row in right for bead in row.beads):
            known.setdefault(block, []).append(start)
        if known.keys() - {title} != texts.keys() - {title}:
            raise ValueError(f"{name}, {side}: {len(blocks)} blocks, but the reader saw {len(known.keys() - {title})}")
        for block, starts in known.items():
            cuts = [start for start, _ in sentences(texts[block], side)]
            if cuts != starts:
                raise ValueError(f"{name}, {side}: the sentences of block {block} start at {cuts}, not {starts}")


def found_by(passages: Iterable[Passage]) -> tuple[Row, ...]:
    """Name what the aligner found as the reader names it."""
    zh, en = _namer("h"), _namer("t")
    return tuple(_found_in(passage, zh(passage.zh), en(passage.en)) for passage in passages)


def _namer(title: str) -> Callable[[Iterable[Block]], tuple[str, ...]]:
    """Number blocks as they come, but for the title: passages hold each once, in order."""
    numbers = iter(range(1_000_000))
    return lambda blocks: tuple(title if block.kind == "title" else str(next(numbers)) for block in blocks)


def _found_in(passage: Passage, zh: tuple[str, ...], en: tuple[str, ...]) -> Row:
    def places(spans: Iterable[Span], blocks: tuple[str, ...]) -> tuple[Place, ...]:
        return tuple((blocks[span.block], span.start) for span in spans)

    return Row(zh=zh, en=en, beads=tuple((places(bead.zh, zh), places(bead.en, en)) for bead in passage.beads))


def compare(found: Sequence[Row], right: Sequence[Row], name: str) -> Score:
    """Score what the aligner found in an article."""
    passages, all_passages = ({(row.zh, row.en) for row in some if row.zh and row.en} for some in (found, right))
    beads, all_beads = ({bead for row in some for bead in row.beads if all(bead)} for some in (found, right))
    return Score(
        passages=Tally(len(passages & all_passages), len(passages), len(all_passages)),
        beads=Tally(len(beads & all_beads), len(beads), len(all_beads)),
        confusions=(
            *(f"{name} + {_said(bead)}" for bead in sorted(beads - all_beads)),
            *(f"{name} - {_said(bead)}" for bead in sorted(all_beads - beads)),
        ),
    )


def _said(bead: Pair) -> str:
    return " = ".join(" ".join(f"{block}:{start}" for block, start in side) for side in bead)
