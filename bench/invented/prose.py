"""Sentences, paragraphs and verse in two languages that say the same, and which of them belong together.

A sentence is made of clauses, a clause of words. The translation has the same words with those of some clauses in
another order, and some clauses too; it parts some sentences, joins others, and now and then leaves one out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bench.invented.dice import Dice
from bench.invented.numerals import Said, figure
from bench.invented.words import Language

_JOINED, _PARTED, _PARTED_IN_THREE, _LEFT_OUT, _ADDED = 0.025, 0.1, 0.02, 0.015, 0.005
"""How often sentences are translated otherwise than one by one; as often as in articles that were read."""
_PARAGRAPHS_JOINED, _PARAGRAPHS_LEFT_OUT, _REST_LEFT_OUT = 0.03, 0.01, 0.004
_LONGEST_CLAUSE: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Lines that say the same, and the beads in them: how many sentences of each side belong together, in order.

    One side may be empty; it then has no lines, and no sentences in any bead.
    """

    zh: tuple[str, ...]
    en: tuple[str, ...]
    beads: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """What the sentences of an article are made of. `figures`, `names`: how often one stands in place of a word."""

    dice: Dice
    language: Language
    year: int
    cast: Sequence[Said]
    figures: float
    names: float

    def _word(self) -> Said:
        """Choose a word, a name, or a figure with a word behind it, so that no two figures touch."""
        chance = self.dice.random()
        if chance < self.figures:
            (zh, en), (noun_zh, noun_en) = figure(self.dice, self.year), self.language.subject()
            return f"{zh}{noun_zh}", f"{en} {noun_en}"
        if chance < self.figures + self.names:
            return self.dice.pick(self.cast)
        return self.language.word()

    def clause(self, words: int) -> Said:
        """Write a clause; in the translation, its halves may have changed places."""
        said = [self.language.subject(), *(self._word() for _ in range(words - 1))]
        han = "".join(zh for zh, _ in said)
        if self.dice.chance(0.25):
            middle = words // 2
            said = said[middle:] + said[:middle]
        return han, " ".join(en for _, en in said if en)

    def paragraphs(self, length: int, sentences: int) -> Iterator[Pair]:
        """Write paragraphs of about so many sentences until the original has `length` characters.

        Some are not translated, though never the first; behind some, nothing is.
        """
        is_first, is_cut = True, False
        while length > 0:
            pair = self._paragraph(length, sentences)
            length -= len(pair.zh[0])
            if length > 0 and self.dice.chance(_PARAGRAPHS_JOINED):
                other = self._paragraph(length, sentences)
                length -= len(other.zh[0])
                pair = Pair(zh=pair.zh + other.zh, en=(f"{pair.en[0]} {other.en[0]}",), beads=pair.beads + other.beads)
            yield _untranslated(pair) if is_cut or (not is_first and self.dice.chance(_PARAGRAPHS_LEFT_OUT)) else pair
            is_first, is_cut = False, is_cut or self.dice.chance(_REST_LEFT_OUT)

    def _paragraph(self, length: int, sentences: int) -> Pair:
        """Write a paragraph; no shorter than a sentence, and not much longer than `length`."""
        beads: list[tuple[list[str], list[str]]] = []
        size, most = 0, self.dice.between(1, 2 * sentences - 1)
        while len(beads) < most and size < length:
            beads.append(self._bead(is_first=not beads))
            size += sum(map(len, beads[-1][0]))
        return Pair(
            zh=("".join("".join(zh) for zh, _ in beads),),
            en=(" ".join(" ".join(en) for _, en in beads if en),),
            beads=tuple((len(zh), len(en)) for zh, en in beads),
        )

    def _bead(self, *, is_first: bool) -> tuple[list[str], list[str]]:
        """Write sentences that belong together, mostly one of each side; the first of a paragraph has both sides."""
        clauses, chance = self._clauses(), self.dice.random()
        if chance < _JOINED:
            others = self._clauses()
            return [_han(clauses), _han(others)], [_english([*clauses, *others])]
        if not is_first and chance > 1 - _LEFT_OUT:
            return [_han(clauses)], []
        if not is_first and chance > 1 - _LEFT_OUT - _ADDED:
            return [], [_english(clauses)]
        return [_han(clauses)], [_english(part) for part in self._parts(clauses)]

    def _parts(self, clauses: list[Said]) -> list[list[Said]]:
        """Cut a sentence in two or three, or change the order of its clauses, or leave it as it is."""
        chance = self.dice.random()
        if len(clauses) > 2 and chance < _PARTED_IN_THREE:  # noqa: PLR2004 - three parts have a clause each
            return [clauses[:1], clauses[1:2], clauses[2:]]
        if len(clauses) > 1 and chance < _PARTED_IN_THREE + _PARTED * 4 / 3:  # a quarter of all cannot be parted
            return [clauses[:1], clauses[1:]]
        if len(clauses) > 1 and self.dice.chance(0.15):
            return [[clauses[1], clauses[0], *clauses[2:]]]
        return [clauses]

    def _clauses(self) -> list[Said]:
        return [self.clause(self.dice.between(3, _LONGEST_CLAUSE)) for _ in range(self.dice.between(1, 4))]

    def verse(self, length: int) -> Iterator[Pair]:
        """Write lines of verse, each a paragraph of its own, until the original has `length` characters."""
        while length > 0:
            han, english = self.clause(self.dice.between(3, 6))
            length -= len(han)
            yield Pair(zh=(f"{han}，",), en=(f"{begun(english)},",), beads=((1, 1),))


def _han(clauses: Sequence[Said]) -> str:
    return "，".join(zh for zh, _ in clauses) + "。"


def _english(clauses: Sequence[Said]) -> str:
    return begun(", ".join(en for _, en in clauses)) + "."


def _untranslated(pair: Pair) -> Pair:
    return Pair(zh=pair.zh, en=(), beads=tuple((zh, 0) for zh, _ in pair.beads if zh))


def begun(text: str) -> str:
    """Begin with a capital."""
    return text[:1].upper() + text[1:]
