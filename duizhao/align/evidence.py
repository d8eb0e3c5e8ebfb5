"""What both sides name, and how much of it a bead would leave without its counterpart.

Numbers and marks are named alike in both languages. A Chinese word is the set of names that its renderings have, and
the translation has one of them; that both have it tells the more, the fewer items have it. A name that the other side
does not have at all cannot tell where an item belongs, but a little of whether it belongs anywhere.

What is left out of a translation can hide in a bead: beside a sentence that names the same, or much. So each item of
an uneven bead is asked for names of its own.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from duizhao.align.items import Item
from duizhao.align.rarity import Rarity

# Of a feature that a bead leaves without its counterpart, so much counts; of one whose item is alone, so much of that.
_SHARE: Final = 0.8
_ALONE: Final = 0.3
# What it tells that both sides have a word's name, and that one side has it alone: each word has other renderings, too.
_FOUND: Final = 0.4
_MISSING: Final = 0.65
# A Chinese word comes with all its renderings.
_RENDERING: Final = 0.5
# What tells that a side has a word which is nowhere on the other.
_NOWHERE_LEFT: Final = 0.45
_NOWHERE_RIGHT: Final = 0.1
# The more items a bead holds, the more names meet in it by chance.
_CHANCE: Final = 0.25
# However much two texts differ in what they name, length and place count as well.
_WORST: Final = 7.0
# A long paragraph that is left out shares many names with all others.
_WORST_ALONE: Final = 6.0
# What it costs that an item adds no name of its own to an uneven bead: half as much where so much could be expected.
_IDLE: Final = 1.4
_EXPECTED: Final = 60

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


class _Units(NamedTuple):
    """The same in whole units."""

    left: int
    right: int
    alone_left: int
    alone_right: int


class Evidence:
    """The names of two rows of items, and what beads cost that leave some without their counterpart."""

    def __init__(self, left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> None:
        prices = {**_features(left, right, rarity), **_words(left, right, rarity)}
        self._bits = {name: 1 << at for at, name in enumerate(prices)}
        alike = _alike(prices.values())
        self._shared = _planes((price.left + price.right, names) for price, names in alike)
        self._left = _Side(list(map(self._mask, left)), _planes((price.left, names) for price, names in alike))
        self._right = _Side(list(map(self._mask, right)), _planes((price.right, names) for price, names in alike))
        self.left = self._left.alone(_planes((price.alone_left, names) for price, names in alike))
        self.right = self._right.alone(_planes((price.alone_right, names) for price, names in alike))

    def cost(self, i: int, a: int, j: int, b: int, limit: float = math.inf) -> float:
        """Weigh what only one side names: of the left items from `i` to `i + a`, the right from `j` to `j + b`.

        From `limit` on the answer may be too low.
        """
        left, whole_left = self._left.spans[a][i] if a < len(self._left.spans) else self._left.span(i, a)
        right, whole_right = self._right.spans[b][j] if b < len(self._right.spans) else self._right.span(j, b)
        whole = whole_left + whole_right
        both = left & right
        cost = _damped(whole - _total(both, self._shared) if both else whole, whole, a + b)
        if cost < limit:
            if 1 < a <= _DEEPEST:
                cost += self._left.idle(i, a, right)
            if 1 < b <= _DEEPEST:
                cost += self._right.idle(j, b, left)
        return cost

    def _mask(self, item: Item) -> int:
        """Write an item's names as bits."""
        bits = self._bits
        mask = 0
        names: tuple[_Name, ...] = (*item.features, *item.words, *item.names)
        for name in names:
            mask |= bits.get(name, 0)
        return mask


class _Side:
    """The names of one side's items."""

    def __init__(self, masks: Sequence[int], planes: Sequence[tuple[int, int]]) -> None:
        self._masks = masks
        self._planes = planes
        self.spans = [[(0, 0)] * (len(masks) + 1), [(mask, _total(mask, planes)) for mask in masks]]
        """`spans[a][i]`: the names of the items from `i` to `i + a`, and what all would cost; as far as asked for."""

    def span(self, start: int, count: int) -> tuple[int, int]:
        """Join the names of some items."""
        if count > _DEEPEST:
            mask = _union(self._masks[start : start + count])
            return mask, _total(mask, self._planes)
        for more in range(len(self.spans), count + 1):
            masks = [one | other for (one, _), other in zip(self.spans[-1], self._masks[more - 1 :], strict=False)]
            self.spans.append([(mask, _total(mask, self._planes)) for mask in masks])
        return self.spans[count][start]

    def idle(self, start: int, count: int, other: int) -> float:
        """Say what it costs that items have few names in common with the other side but those beside them have, too."""
        spans = self.spans
        cost = 0.0
        for before in range(count):
            mask, whole = spans[1][start + before]
            rest = spans[before][start][0] | spans[count - before - 1][start + before + 1][0]
            own = mask & other & ~rest
            cost += (whole - _total(own, self._planes) if own else whole) / (whole + _EXPECTED)
        return _IDLE * cost

    def alone(self, planes: Sequence[tuple[int, int]]) -> list[float]:
        """Say what it costs for each item that none of its names has its counterpart beside it."""
        totals = [_total(mask, planes) for mask in self._masks]
        return [min(_damped(total, total, _PAIR), _WORST_ALONE) for total in totals]


def _features(left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> dict[_Name, _Price]:
    """Price what both sides name alike. What one side alone names may be a numeral that cannot be read: no price."""
    here, there = _spread(item.features for item in left), _spread(item.features for item in right)
    prices: dict[_Name, _Price] = {}
    for name in here.keys() & there.keys() & rarity.keys():
        price = _SHARE * rarity[name]
        prices[name] = _priced(price, price, _ALONE * price, _ALONE * price, here[name] / there[name])
    return prices


def _words(left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> dict[_Name, _Price]:
    """Price the words: by the names that both sides have, the rarer the dearer, and by what the other side lacks."""
    here, there = _spread(item.names for item in left), _spread(item.names for item in right)
    prices: dict[_Name, _Price] = {}
    for name in here.keys() & there.keys() & rarity.keys():
        gain = _FOUND * rarity[name]
        price = gain + _MISSING
        prices[name] = _priced(_RENDERING * price, price, _RENDERING * gain, gain, here[name] / there[name])
    for word in frozenset(chain.from_iterable(item.words for item in left)):
        if word.isdisjoint(there):
            prices[word] = _Price(_NOWHERE_LEFT, 0.0, 0.0, 0.0)
    for name in there.keys() - here.keys():
        prices[name] = _Price(0.0, _NOWHERE_RIGHT, 0.0, 0.0)
    return prices


def _priced(left: float, right: float, alone_left: float, alone_right: float, surplus: float) -> _Price:
    """Price a name that so many more items of the left side have than of the right: some of them may well be alone."""
    return _Price(left, right, alone_left * min(1.0, 1 / surplus), alone_right * min(1.0, surplus))


def _spread(names: Iterable[frozenset[str]]) -> Mapping[str, int]:
    """Count the items that have a name."""
    return Counter(chain.from_iterable(names))


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


def _alike(prices: Iterable[_Price]) -> list[tuple[_Units, int]]:
    """Say in units what names cost, and which names cost so."""
    alike: dict[_Price, int] = {}
    for at, price in enumerate(prices):
        alike[price] = alike.get(price, 0) | 1 << at
    return [(_Units(*(round(part / _UNIT) for part in price)), names) for price, names in alike.items()]


def _planes(prices: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Write prices, each with the names that have it, in binary digits: for each digit its value and its names."""
    planes: dict[int, int] = {}
    for price, names in prices:
        rest = price
        while rest:
            digit = rest & -rest
            planes[digit] = planes.get(digit, 0) | names
            rest ^= digit
    return list(planes.items())


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
