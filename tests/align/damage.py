"""Articles spoilt on purpose: sentences left out, merged, split, their numbers exchanged; and where the harm is.

They are put together anew from the beads of real articles, so that it is known what belongs beside what.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import TypeAlias

from duizhao.align import BUILT_IN, Vocabulary, pair, sentences
from duizhao.align.sentences import Side
from duizhao.model import Article, Bilingual, Block
from tests.align.gold import Place, Row

LEFT_OUT = 0.06
MERGED = 0.05
SPLIT = 0.1
EXCHANGED = 0.1
PARAGRAPH_LEFT_OUT = 0.03

_LEAST_PIECE = 30
_NUMBER = re.compile(r"\d{2,}")


@dataclass(frozen=True)
class Part:
    """Sentences that say the same."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


Paragraph: TypeAlias = list[Part]
Bead: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of either side, counted through the article."""


def paragraphs(article: Article, right: Sequence[Row]) -> list[Paragraph]:
    """Take an article's parts, paragraph by paragraph: those that stand in one block on either side."""
    found: dict[tuple[str, str], Paragraph] = {}
    for zh, en in (bead for row in right for bead in row.beads):
        blocks = {block for block, _ in zh}, {block for block, _ in en}
        if all(len(side) == 1 for side in blocks) and not {"t", "h"} & (blocks[0] | blocks[1]):
            part = Part(tuple(_texts(article.zh, zh, "zh")), tuple(_texts(article.en, en, "en")))
            found.setdefault((zh[0][0], en[0][0]), []).append(part)
    return list(found.values())


def _texts(blocks: Sequence[Block], wanted: Sequence[Place], side: Side) -> Iterator[str]:
    for name, first in wanted:
        text = blocks[int(name)].text
        yield from (text[start:end] for start, end in sentences(text, side) if start == first)


def spoilt(whole: Sequence[Paragraph], chance: random.Random) -> list[Paragraph]:
    """Spoil an article."""
    return [_spoilt_paragraph(parts, chance) for parts in whole]


def _spoilt_paragraph(parts: Paragraph, chance: random.Random) -> Paragraph:
    lost = chance.choice(("zh", "en")) if chance.random() < PARAGRAPH_LEFT_OUT else None
    if lost:
        return [_without(part, lost) for part in parts]
    out: Paragraph = []
    for part in parts:
        spoilt_part = _exchanged(_split(part, chance), chance)
        if chance.random() < LEFT_OUT:
            out.append(_without(spoilt_part, chance.choice(("zh", "en"))))
        elif out and chance.random() < MERGED and (merged := _merged(out[-1], spoilt_part, chance)):
            out[-1] = merged
        else:
            out.append(spoilt_part)
    return out


def _without(part: Part, side: str) -> Part:
    return replace(part, zh=()) if side == "zh" else replace(part, en=())


def _split(part: Part, chance: random.Random) -> Part:
    """Make two sentences of one, at the comma nearest to its middle, where it is one on the other side, too."""
    if chance.random() >= SPLIT or len(part.zh) + len(part.en) > 2:
        return part
    if chance.random() < 0.5:
        head, tail = _halves(part.zh[0], "，", _LEAST_PIECE // 3)
        return replace(part, zh=(f"{head}。", tail, *part.zh[1:])) if tail else part
    head, tail = _halves(part.en[0], ", ", _LEAST_PIECE)
    return replace(part, en=(f"{head}.", tail[0].upper() + tail[1:], *part.en[1:])) if tail else part


def _halves(text: str, comma: str, least: int) -> tuple[str, str]:
    places = [found.start() for found in re.finditer(comma, text) if least < found.start() < len(text) - least]
    if not places:
        return text, ""
    place = min(places, key=lambda at: abs(2 * at - len(text)))
    return text[:place], text[place + len(comma) :]


def _exchanged(part: Part, chance: random.Random) -> Part:
    """Exchange the first and the last number of a sentence."""
    numbers = list(_NUMBER.finditer(part.en[-1]))
    if len(numbers) < 2 or chance.random() >= EXCHANGED:
        return part
    one, other, text = numbers[0], numbers[-1], part.en[-1]
    text = text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]
    return replace(part, en=(*part.en[:-1], text))


def _merged(one: Part, other: Part, chance: random.Random) -> Part | None:
    """Make one sentence of two that follow each other, on one side."""
    if not (one.zh and one.en and other.zh and other.en):
        return None
    if chance.random() < 0.5 and one.zh[-1].endswith("。"):
        return Part((*one.zh[:-1], one.zh[-1][:-1] + "，" + other.zh[0], *other.zh[1:]), one.en + other.en)
    if one.en[-1].endswith("."):
        joint = one.en[-1][:-1] + ", " + other.en[0][0].lower() + other.en[0][1:]
        return Part(one.zh + other.zh, (*one.en[:-1], joint, *other.en[1:]))
    return None


def article(whole: Sequence[Paragraph]) -> Article:
    """Write an article of paragraphs."""
    zh = ["".join(s if s[-1] in "。！？…”" else f"{s}\u3000" for p in parts for s in p.zh) for parts in whole]
    en = [" ".join(s for p in parts for s in p.en) for parts in whole]
    return Article(
        source="spoilt.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(),
        author=Bilingual(),
        column=Bilingual(),
        zh=tuple(Block(line=1, text=text.strip()) for text in zh if text),
        en=tuple(Block(line=1, text=text) for text in en if text),
    )


def right_beads(whole: Sequence[Paragraph]) -> Iterator[Bead]:
    """List the beads that an article of such paragraphs has."""
    zh, en = count(), count()
    for part in (part for parts in whole for part in parts):
        left, right = tuple(next(zh) for _ in part.zh), tuple(next(en) for _ in part.en)
        if left and right:
            yield left, right
        else:
            yield from (((at,), ()) for at in left)
            yield from (((), (at,)) for at in right)


def found_beads(spoilt_article: Article, vocabulary: Vocabulary = BUILT_IN) -> Iterator[Bead]:
    """Pair a spoilt article."""
    zh, en = count(), count()
    for passage in pair(spoilt_article, vocabulary):
        for bead in passage.beads:
            yield tuple(next(zh) for _ in bead.zh), tuple(next(en) for _ in bead.en)


def is_alone(bead: Bead) -> bool:
    """Tell whether a bead has sentences of one side only."""
    return not bead[0] or not bead[1]


def alone(beads: Iterable[Bead], whole: Sequence[Paragraph]) -> Counter[str]:
    """Count the texts of the sentences that stand alone: verbatim copies are one text."""
    zh = [text for parts in whole for part in parts for text in part.zh]
    en = [text for parts in whole for part in parts for text in part.en]
    lone = [bead for bead in beads if is_alone(bead)]
    return Counter([zh[at] for left, _ in lone for at in left] + [en[at] for _, right in lone for at in right])


@dataclass(frozen=True)
class Figures:
    """How many sentences lacked a side, what part of those called alone did, what part of them was; F1 of all beads."""

    lost: int
    precision: float
    recall: float
    agreement: float


def measure(
    wholes: Sequence[Sequence[Paragraph]], seed: int, rounds: int, vocabulary: Vocabulary = BUILT_IN
) -> Figures:
    """Spoil each article so many times, pair it, and compare with what was done to it."""
    chance = random.Random(seed)  # noqa: S311 - to be the same at every run
    lost, called = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    meant, found, same = 0, 0, 0
    for number, parts in enumerate(spoilt(whole, chance) for whole in wholes for _ in range(rounds)):
        spoilt_article = article(parts)
        if spoilt_article.zh and spoilt_article.en and _is_cut_as_meant(spoilt_article, parts):
            right, got = list(right_beads(parts)), list(found_beads(spoilt_article, vocabulary))
            meant, found, same = meant + len(right), found + len(got), same + len(set(right) & set(got))
            lost.update({(number, text): n for text, n in alone(right, parts).items()})
            called.update({(number, text): n for text, n in alone(got, parts).items()})
    hits = (lost & called).total()
    return Figures(lost.total(), hits / called.total(), hits / lost.total(), 2 * same / (meant + found))


def _is_cut_as_meant(spoilt_article: Article, whole: Sequence[Paragraph]) -> bool:
    """Tell whether the sentences are those that the parts have: a merged one may read as two, or the reverse."""
    meant = [sum(len(part.zh) for parts in whole for part in parts), sum(len(part.en) for p in whole for part in p)]
    cut = [
        sum(len(sentences(block.text, "zh")) for block in spoilt_article.zh),
        sum(len(sentences(block.text, "en")) for block in spoilt_article.en),
    ]
    return meant == cut
