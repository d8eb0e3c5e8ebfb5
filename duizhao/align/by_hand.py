"""An editor's corrections, told in what is paired: the blocks of an article, or the sentences of a passage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from duizhao.align.items import Bead
from duizhao.align.limits import Bond, Limits
from duizhao.model import Corrections, Place, Span

Key: TypeAlias = tuple[int, int | None]
"""The number of a block; and where a sentence of it starts, where sentences are paired."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """Corrections for some blocks of an article. `zh` and `en`: the numbers that the blocks have in it."""

    corrections: Corrections
    zh: Sequence[int]
    en: Sequence[int]

    def of_blocks(self) -> Limits | None:
        """Say what is asked of passages; None where nothing is. Raises ValueError where corrections contradict."""
        if self._is_empty():
            return None
        return _limits(self.corrections, [(at, None) for at in self.zh], [(at, None) for at in self.en])

    def of_sentences(self, zh: Sequence[Span], en: Sequence[Span]) -> Limits | None:
        """Say what is asked of the beads of sentences, likewise. The first of the blocks is the spans' block 0."""
        if self._is_empty():
            return None
        left: list[Key] = [(self.zh[span.block], span.start) for span in zh]
        right: list[Key] = [(self.en[span.block], span.start) for span in en]
        return _limits(self.corrections, left, right, are_sentences=True)

    def allows_head(self, zh: int, en: int) -> bool:
        """Tell whether the first blocks of both sides may be one passage, headline and title."""
        limits = self.of_blocks()
        return not limits or limits.allows(0, zh, 0, en)

    def pins_head(self, zh: int, en: int) -> bool:
        """Tell whether the first blocks of both sides have to be one passage."""
        limits = self.of_blocks()
        return bool(limits and limits.is_pinned(Bead(0, zh, 0, en, 0.0)))

    def among(self, zh: slice, en: slice) -> "ByHand":
        """Take the corrections for some of the blocks that follow each other."""
        return self if self._is_empty() else ByHand(self.corrections, self.zh[zh], self.en[en])

    def without(self, aside: Iterable[bool]) -> "ByHand":
        """Leave out blocks of the translation that take no part."""
        if self._is_empty():
            return self
        kept = [number for number, is_aside in zip(self.en, aside, strict=True) if not is_aside]
        return ByHand(self.corrections, self.zh, kept)

    def _is_empty(self) -> bool:
        return not (self.corrections.pairs or self.corrections.parted or self.corrections.alone)


def _limits(
    corrections: Corrections, left: Sequence[Key], right: Sequence[Key], *, are_sentences: bool = False
) -> Limits | None:
    """Look up where among the items the corrections' places are. A pair of sentences also binds their blocks."""
    zh, en = _Places(left, are_sentences=are_sentences), _Places(right, are_sentences=are_sentences)
    pairs = [row for row in corrections.pairs if row.is_of_sentences or not are_sentences]
    bonds = [
        Bond(one[0], one[-1] + 1, other[0], other[-1] + 1, is_whole=row.is_of_sentences == are_sentences)
        for row in pairs
        if (one := zh.of(row.zh)) and (other := en.of(row.en))
    ]
    parted = [row for row in corrections.parted if row.is_of_sentences == are_sentences]
    apart = {pair for row in parted for pair in product(zh.of(row.zh), en.of(row.en))}
    alone = [row for row in corrections.alone if row.is_of_sentences == are_sentences]
    lone = {at for row in alone for at in zh.of(row.zh)}, {at for row in alone for at in en.of(row.en)}
    if not (bonds or apart or any(lone)):
        return None
    return Limits(len(left), len(right), bonds=bonds, alone=lone, parted=sorted(apart))


class _Places:
    """Where the items of one side are in their row."""

    def __init__(self, keys: Iterable[Key], *, are_sentences: bool) -> None:
        self._known = {key: at for at, key in enumerate(keys)}
        self._are_sentences = are_sentences

    def of(self, places: Iterable[Place]) -> list[int]:
        """Find the places that are among these items, in their order."""
        keys = {(place.block, place.start if self._are_sentences else None) for place in places}
        return sorted(self._known[key] for key in keys if key in self._known)
