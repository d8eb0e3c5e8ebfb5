"""What both sides name, and how much of it a bead would leave without its counterpart.

Numbers and marks are named alike in both languages. A Chinese word is the set of names that its renderings have, and
the translation has one of them; that both have it tells the more, the fewer items have it. A name that the other side
does not have at all cannot tell where an item belongs, but a little of whether it belongs anywhere.

What is left out of a translation can hide in a bead: beside a sentence that names the same, or much. So each item of
an uneven bead is asked for names of its own.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
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
# The more items a bead holds, the more names meet in it by chance.
_CHANCE: Final = 0.25
# However much two texts differ in what they name, length and place count as well.
_WORST: Final = 7.0
# A long paragraph that is left out shares many names with all others.
_WORST_ALONE: Final = 6.0
# What it costs that an item adds no name of its own to an uneven bead: half as much where so much could be expected.
_IDLE: Final = 1.4
_EXPECTED: Final = 60

# Weights are whole numbers of this unit, so that they have the same sum in whatever order.
_UNIT: Final = 0.05
# What tells that a side has a word which is nowhere on the other, in units.
_NOWHERE_LEFT: Final = 9
_NOWHERE_RIGHT: Final = 2
_DEEPEST: Final = 5
_PAIR: Final = 2
# As many different prices as a day's articles have.
_REMEMBERED: Final = 1 << 12

_Names: TypeAlias = frozenset[str]
_Nowhere: TypeAlias = frozenset[object]
"""What the other side has nowhere: names of the right side; words of the left, each with all its names."""


class _Price(NamedTuple):
    """What a name costs in units: where a bead has it on the left side only, on the right only, its item is alone."""

    left: int
    right: int
    alone_left: int
    alone_right: int


class _Span(NamedTuple):
    """Items that follow each other: the names that both sides have, what the other has nowhere, what all would cost."""

    names: _Names
    nowhere: _Nowhere
    whole: int


class Pairs(NamedTuple):
    """What pairs of items cost at least, or as much as was asked for, if that is less."""

    near: list[dict[int, float]]
    """Those that have something in common and cost less: for each item of the left side, by items of the right."""
    far_left: list[float]
    """For each item of the left side: whatever other of the right it is with."""
    far_right: list[float]
    """For each item of the right side, likewise."""


class Evidence:
    """The names of two rows of items, and what beads cost that leave some without their counterpart."""

    def __init__(self, left: Sequence[Item], right: Sequence[Item], rarity: Rarity) -> None:
        ones, others = [item.features | item.names for item in left], [item.features | item.names for item in right]
        here, there = _Names().union(*ones), _Names().union(*others)
        both = frozenset(filter(rarity.__contains__, here & there))
        ones, others = [names & both for names in ones], [names & both for names in others]
        self._prices = prices = _prices(ones, others, rarity)
        lacking = [frozenset(filter(there.isdisjoint, item.words)) for item in left]
        added = [item.names - here for item in right]
        self._left = _Side(ones, lacking, {name: price.left for name, price in prices.items()}, _NOWHERE_LEFT)
        self._right = _Side(others, added, {name: price.right for name, price in prices.items()}, _NOWHERE_RIGHT)
        self._units = {name: price.left + price.right for name, price in prices.items()}

    def cost(self, i: int, a: int, j: int, b: int) -> float:
        """Weigh what only one side names: of the left items from `i` to `i + a`, the right from `j` to `j + b`."""
        cost = self.joint(i, a, j, b)
        if 1 < a <= _DEEPEST:
            cost += self._left.idle(i, a, self._right.span(j, b).names)
        if 1 < b <= _DEEPEST:
            cost += self._right.idle(j, b, self._left.span(i, a).names)
        return cost

    def joint(self, i: int, a: int, j: int, b: int) -> float:
        """Weigh it for the bead as a whole, without asking each of several items for names of its own."""
        left = self._left.items[i] if a == 1 else self._left.span(i, a)
        right = self._right.items[j] if b == 1 else self._right.span(j, b)
        whole = left.whole + right.whole
        return _damped(whole - sum(map(self._units.__getitem__, left.names & right.names)), whole, a + b)

    def alone(self) -> tuple[list[float], list[float]]:
        """Say what it costs for each item, left and right, that none of its names has its counterpart beside it."""
        left = {name: price.alone_left for name, price in self._prices.items()}
        right = {name: price.alone_right for name, price in self._prices.items()}
        return [_alone(item, left) for item in self._left.items], [_alone(item, right) for item in self._right.items]

    def least(self, most: float) -> "Pairs":
        """Say what it costs at least that two items are one to one; exactly, where they have a name in common.

        Of those, only pairs that cost less than `most`.
        """
        ones, others = [item.whole for item in self._left.items], [item.whole for item in self._right.items]
        near = [
            {
                j: cost
                for j, units in shared.items()
                if (cost := _damped(one + others[j] - units, one + others[j], _PAIR)) < most
            }
            for one, shared in zip(ones, self._meetings(), strict=True)
        ]
        least, other_least = min(ones, default=0), min(others, default=0)
        return Pairs(
            near=near,
            far_left=[_damped(one + other_least, one + other_least, _PAIR) for one in ones],
            far_right=[_damped(one + least, one + least, _PAIR) for one in others],
        )

    def _meetings(self) -> Iterator[dict[int, int]]:
        """Find, for each item of the left side, those of the right that have names with it: how much these weigh."""
        places: dict[str, list[int]] = {}
        for j, item in enumerate(self._right.items):
            for name in item.names:
                places.setdefault(name, []).append(j)
        for item in self._left.items:
            shared: dict[int, int] = {}
            for name in item.names:
                for j in places[name]:
                    shared[j] = shared.get(j, 0) + self._units[name]
            yield shared


class _Side:
    """The names of one side's items. `units`: what each costs that both sides have; `nowhere`: each other."""

    def __init__(
        self, names: Iterable[_Names], nowhere: Iterable[_Nowhere], units: Mapping[str, int], each: int
    ) -> None:
        self._units = units
        self._each = each
        self._own: dict[tuple[int, int], list[_Names]] = {}
        self.items = [self._of(*one) for one in zip(names, nowhere, strict=True)]
        self._spans = {(at, 1): item for at, item in enumerate(self.items)}

    def span(self, start: int, count: int) -> _Span:
        """Join the names of some items."""
        span = self._spans.get((start, count))
        if span is None:
            items = self.items[start : start + count]
            names, nowhere = (item.names for item in items), (item.nowhere for item in items)
            span = self._spans[start, count] = self._of(_Names().union(*names), _Nowhere().union(*nowhere))
        return span

    def idle(self, start: int, count: int, other: _Names) -> float:
        """Say what it costs that items have few names in common with the other side but those beside them have, too."""
        cost = 0.0
        for item, own in zip(self.items[start : start + count], self._owned(start, count), strict=True):
            found = sum(map(self._units.__getitem__, own & other))
            cost += (item.whole - found) / (item.whole + _EXPECTED)
        return _IDLE * cost

    def _owned(self, start: int, count: int) -> list[_Names]:
        """List for each of some items the names that it has and none of the others."""
        own = self._own.get((start, count))
        if own is None:
            names = [item.names for item in self.items[start : start + count]]
            own = [name.difference(*names[:at], *names[at + 1 :]) for at, name in enumerate(names)]
            self._own[start, count] = own
        return own

    def _of(self, names: _Names, nowhere: _Nowhere) -> _Span:
        return _Span(names, nowhere, sum(map(self._units.__getitem__, names)) + self._each * len(nowhere))


def _prices(left: Sequence[_Names], right: Sequence[_Names], rarity: Rarity) -> dict[str, _Price]:
    """Price the names that both sides have, by how rare they are and how many items of either side have them."""
    here, there = Counter(chain.from_iterable(left)), Counter(chain.from_iterable(right))
    return {
        name: (_word if name[0] == "=" else _feature)(rarity[name], count, there[name]) for name, count in here.items()
    }


@lru_cache(_REMEMBERED)
def _feature(rarity: float, here: int, there: int) -> _Price:
    """Price what both sides name alike. What one side alone names may be a numeral that cannot be read: no price."""
    price = _SHARE * rarity
    return _priced(price, price, _ALONE * price, _ALONE * price, here / there)


@lru_cache(_REMEMBERED)
def _word(rarity: float, here: int, there: int) -> _Price:
    """Price a word's name: the rarer, the dearer."""
    gain = _FOUND * rarity
    price = gain + _MISSING
    return _priced(_RENDERING * price, price, _RENDERING * gain, gain, here / there)


def _priced(left: float, right: float, alone_left: float, alone_right: float, surplus: float) -> _Price:
    """Price a name that so many more items of the left side have than of the right: some of them may well be alone."""
    prices = left, right, alone_left * min(1.0, 1 / surplus), alone_right * min(1.0, surplus)
    return _Price(*(round(price / _UNIT) for price in prices))


def _alone(item: _Span, units: Mapping[str, int]) -> float:
    total = sum(map(units.__getitem__, item.names))
    return min(_damped(total, total, _PAIR), _WORST_ALONE)


def _damped(lacking: int, whole: int, items: int) -> float:
    """Say what it costs that names are lacking: their share of all, times the logarithm of all.

    The whole counts for more where a bead holds several items, since names meet by chance in it.
    """
    if not lacking:
        return 0.0
    most = _WORST * items
    return lacking / whole * most * math.log1p(_UNIT * whole * (1 + _CHANCE * (items - _PAIR)) / most)
