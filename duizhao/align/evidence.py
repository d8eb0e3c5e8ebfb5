"""What both sides name, and how much of it a bead would leave without its counterpart.

Numbers and marks are named alike in both languages. A Chinese word is the set of names that its renderings have, and
the translation has one of them; that both have it tells the more, the fewer items have it. A name that the other side
does not have at all cannot tell where an item belongs, but a little of whether it belongs anywhere.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple, TypeAlias, TypeVar

from duizhao.align.items import Item
from duizhao.align.rarity import Rarity

T = TypeVar("T")

# Of a feature that a bead leaves without its counterpart, so much counts; of one whose item is alone, so much of that.
_SHARE: Final = 0.8
_ALONE: Final = 0.3
# What it tells that both sides have a word's name, and that one side has it alone: each word has other renderings, too.
_FOUND: Final = 0.4
_MISSING: Final = 0.6
# A Chinese word comes with all its renderings.
_RENDERING: Final = 0.5
# What tells that a side has a word which is nowhere on the other.
_NOWHERE_LEFT: Final = 0.4
_NOWHERE_RIGHT: Final = 0.05
# The more items a bead holds, the more names meet in it by chance.
_CHANCE: Final = 0.35
# However much two texts differ in what they name, length and place count as well.
_WORST: Final = 6.0
# A long paragraph that is left out shares many names with all others.
_WORST_ALONE: Final = 6.0

# Names are bits and weights whole numbers: fast to compare, and the same sum in whatever order.
_UNIT: Final = 0.05
_DEEPEST: Final = 5
_PAIR: Final = 2

_Name: TypeAlias = str | frozenset[str]
"""A feature, `=` and the name of a word, or a Chinese word of which no rendering is there."""


class _Price(NamedTuple):
    """What a name costs: where a bead has it on the left side only, on the right only, and where its item is alone."""

    left: float
    right: float
    alone_left: float
    alone_right: float


class Evidence:
    """The names of two rows of items, and what beads cost that leave some without their counterpart."""

    def __init__(self, left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> None:
        prices: list[tuple[_Name, _Price]] = [
            *_features(left, right, rarity).items(),
            *_words(left, right, rarity).items(),
        ]
        self._bits = {name: 1 << at for at, (name, _) in enumerate(prices)}
        once, again = _units(price.left for _, price in prices), _units(price.right for _, price in prices)
        self._shared = _planes([one + other for one, other in zip(once, again, strict=True)])
        self._left = _Side(list(map(self._mask, left)), _planes(once))
        self._right = _Side(list(map(self._mask, right)), _planes(again))
        self.left = self._left.alone(_planes(_units(price.alone_left for _, price in prices)))
        self.right = self._right.alone(_planes(_units(price.alone_right for _, price in prices)))

    def cost(self, i: int, a: int, j: int, b: int) -> float:
        """Weigh what only one side names: of the left items from `i` to `i + a`, the right from `j` to `j + b`."""
        left, whole_left = self._left.spans[a][i] if a <= _DEEPEST else self._left.span(i, a)
        right, whole_right = self._right.spans[b][j] if b <= _DEEPEST else self._right.span(j, b)
        whole = whole_left + whole_right
        both = left & right
        return _damped(whole - _total(both, self._shared) if both else whole, whole, a + b)

    def _mask(self, item: Item) -> int:
        """Write an item's names as bits."""
        bits = self._bits
        mask = 0
        names: tuple[_Name, ...] = (*item.features, *item.words, *item.names)
        for name in names:
            mask |= bits.get(name, 0)
        return mask


class _Side:
    """The names of one side's items: `spans[a][i]` those of the items from `i` to `i + a`, and what all would cost."""

    def __init__(self, masks: Sequence[int], planes: Sequence[tuple[int, int]]) -> None:
        self._masks = masks
        self._planes = planes
        self.spans = [[self.span(i, a) for i in range(len(masks) - a + 1)] for a in range(_DEEPEST + 1)]

    def span(self, start: int, count: int) -> tuple[int, int]:
        """Join the names of some items."""
        mask = _union(self._masks[start : start + count])
        return mask, _total(mask, self._planes)

    def alone(self, planes: Sequence[tuple[int, int]]) -> list[float]:
        """Say what it costs for each item that none of its names has its counterpart beside it."""
        totals = [_total(mask, planes) for mask in self._masks]
        return [min(_damped(total, total, _PAIR), _WORST_ALONE) for total in totals]


def _features(left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> dict[_Name, _Price]:
    """Price what both sides name alike. What one side alone names may be a numeral that cannot be read: no price."""
    shared = _union_of(item.features for item in left) & _union_of(item.features for item in right)
    full = {name: _SHARE * rarity[name] for name in shared if name in rarity}
    return {name: _Price(price, price, price * _ALONE, price * _ALONE) for name, price in full.items()}


def _words(left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> dict[_Name, _Price]:
    """Price the words: by the names that both sides have, the rarer the dearer, and by what the other side lacks."""
    here, there = _union_of(item.names for item in left), _union_of(item.names for item in right)
    prices: dict[_Name, _Price] = {}
    for name in here & there:
        if name in rarity:
            gain = _FOUND * rarity[name]
            price = gain + _MISSING
            prices[name] = _Price(_RENDERING * price, price, _RENDERING * gain, gain)
    for word in _union_of(item.words for item in left):
        if not any(f"={name}" in there for name in word):
            prices[word] = _Price(_NOWHERE_LEFT, 0.0, 0.0, 0.0)
    for name in there - here:
        prices[name] = _Price(0.0, _NOWHERE_RIGHT, 0.0, 0.0)
    return prices


def _union_of(names: Iterable[frozenset[T]]) -> frozenset[T]:
    return frozenset(chain.from_iterable(names))


def _damped(lacking: int, whole: int, items: int) -> float:
    """Say what it costs that names are lacking: their share of all, times the logarithm of all.

    The whole counts for more where a bead holds several items, since names meet by chance in it.
    """
    if not lacking:
        return 0.0
    most = _WORST * items
    return lacking / whole * most * math.log1p(_UNIT * whole * (1 + _CHANCE * (items - _PAIR)) / most)


def _total(mask: int, planes: Sequence[tuple[int, int]]) -> int:
    """Add up what names cost, in units."""
    total = 0
    for value, plane in planes:
        total += value * (mask & plane).bit_count()
    return total


def _units(prices: Iterable[float]) -> list[int]:
    return [round(price / _UNIT) for price in prices]


def _planes(units: Sequence[int]) -> list[tuple[int, int]]:
    """Write prices in binary digits: for each digit its value, and which names have it."""
    digits = range(max(units, default=0).bit_length())
    return [(1 << digit, _union(1 << at for at, n in enumerate(units) if n >> digit & 1)) for digit in digits]


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
