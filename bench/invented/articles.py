"""One invented article: how long it is, what it is made of, and which of its lines say the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from bench.invented.dice import Dice
from bench.invented.files import File
from bench.invented.issues import Place
from bench.invented.names import person, place
from bench.invented.numerals import MONTHS, Said, han
from bench.invented.prose import Pair, Writer, begun
from bench.invented.words import Language

_MEDIAN: Final = 260
"""Han characters of an article of the usual kind: half have more."""
_SHORTEST, _LONGEST = 100, 3900
_LONGEST_PICTURE: Final = 400
_VERY_LONG: Final = (5000, 7000)
_SHARE_OF_VERY_LONG: Final = 0.001
_SUBJECTS, _HAN_A_SUBJECT = 25, 20
"""An article is about so many words, and one more for so many Han characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of article: how many of a hundred are of it, how long it is beside others, what it is made of."""

    share: int
    length: float = 1.0
    sentences: int = 3
    figures: float = 0.03
    names: float = 0.05
    is_verse: bool = False
    is_picture: bool = False


REPORT, FIGURES, ESSAY, PICTURE, VERSE, LETTERS = KINDS = (
    Kind(share=52),
    Kind(share=14, figures=0.16, names=0.04),
    Kind(share=14, length=1.9, sentences=4, figures=0.01, names=0.03),
    Kind(share=10, length=0.45, is_picture=True),
    Kind(share=6, length=0.6, figures=0.0, names=0.01, is_verse=True),
    Kind(share=4, length=1.5, sentences=2, figures=0.06, names=0.08),
)
_OF_HUNDRED: Final = tuple(chain.from_iterable([kind] * kind.share for kind in KINDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """An article: the path of its file below the content folder, the file's text, and which lines belong together.

    `pairs` go through all lines of both texts in order, without those that repeat the headline.
    """

    path: str
    text: str
    pairs: tuple[Pair, ...]


def article(seed: int, where: Place) -> Invented:
    """Invent the article of a place."""
    dice = Dice(seed, where.day.isoformat(), where.number)
    kind = dice.pick(_OF_HUNDRED)
    length = _length(dice, kind)
    cast = [dice.pick((person, person, place))(dice) for _ in range(dice.between(3, 9))]
    writer = Writer(
        dice=dice,
        language=Language(dice, _SUBJECTS + length // _HAN_A_SUBJECT),
        year=where.day.year,
        cast=cast,
        figures=kind.figures,
        names=kind.names,
    )
    headline = _headline(writer)
    pairs = tuple(_body(writer, kind, length, where))
    file = File(dice=dice, place=where, headline=headline, names=cast, is_verse=kind.is_verse)
    text = "".join(f"{line}\n" for line in file.lines(pairs))
    return Invented(path=_path(where, headline), text=text, pairs=pairs)


def _path(where: Place, headline: list[Said]) -> str:
    day, name = where.day.isoformat(), "_".join(zh for zh, _ in headline)
    return f"{day[:4]}.{day[5:7]}/{day}_{name}_{where.number}.md"


def _length(dice: Dice, kind: Kind) -> int:
    """Choose how many Han characters the original has."""
    if dice.chance(_SHARE_OF_VERY_LONG):
        return dice.between(*_VERY_LONG)
    return min(_LONGEST, max(_SHORTEST, round(dice.spread(_MEDIAN * kind.length))))


def _headline(writer: Writer) -> list[Said]:
    """Write a headline; one in four has two parts."""
    parts = [writer.clause(writer.dice.between(2, 5)) for _ in range(2 if writer.dice.chance(0.25) else 1)]
    return [(zh, " ".join(map(begun, en.split()))) for zh, en in parts]


def _body(writer: Writer, kind: Kind, length: int, where: Place) -> Iterator[Pair]:
    if kind.is_verse:
        return writer.verse(length)
    if kind.is_picture:
        return _captions(writer, min(length, _LONGEST_PICTURE))
    paragraphs = writer.paragraphs(length, kind.sentences)
    return _of_agency(paragraphs, writer, where) if writer.dice.chance(0.4) else paragraphs


def _captions(writer: Writer, length: int) -> Iterator[Pair]:
    """Write captions, each with the photographer's name behind it."""
    while length > 0:
        zh, en = writer.clause(writer.dice.between(8, 16))
        photographer = person(writer.dice)
        length -= len(zh)
        yield Pair(
            zh=(f"{zh}。　{photographer[0]}摄",),
            en=(f"{begun(en)}. Photo by {photographer[1]}",),
            beads=((1, 1), (1, 1)),
        )


def _of_agency(paragraphs: Iterator[Pair], writer: Writer, where: Place) -> Iterator[Pair]:
    """Begin with the agency's dateline."""
    first, (zh, en), day = next(paragraphs), writer.cast[0], where.day
    zh_line = f"据新华社{zh}{han(day.month)}月{han(day.day)}日电　{first.zh[0]}"
    en_line = f"Xinhua News Agency, {en}, {MONTHS[day.month - 1]} {day.day}: "
    yield replace(first, zh=(zh_line, *first.zh[1:]), en=tuple(f"{en_line}{line}" for line in first.en))
    yield from paragraphs
