"""What a bead costs: the negative logarithm of how likely its shape, its lengths, its kinds and its names are.

Costs add up and none is below zero, which is what lets `beads` prove a way best without trying all others.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from duizhao.align.evidence import Evidence
from duizhao.align.items import Item
from duizhao.align.lengths import Lengths, summed
from duizhao.align.rarity import Rarity

_PRIOR_WEIGHT: Final = 1.6
_LIKELIHOODS: Final = {
    (1, 1): 0.86,
    (1, 2): 0.07,
    (2, 1): 0.07,
    (2, 2): 0.008,
    (1, 3): 0.025,
    (3, 1): 0.025,
    (1, 4): 0.0065,
    (4, 1): 0.0065,
    (2, 3): 0.005,
    (3, 2): 0.005,
    (1, 5): 0.003,
    (5, 1): 0.003,
    (2, 4): 0.0005,
    (4, 2): 0.0005,
    (3, 3): 0.00025,
    (3, 4): 0.00025,
    (4, 3): 0.00025,
}
SHAPES: Final = sorted((-_PRIOR_WEIGHT * math.log(share), a, b) for (a, b), share in _LIKELIHOODS.items())
"""What a shape costs, the cheapest first: so many items of the left, so many of the right."""
ONE_TO_ONE: Final = SHAPES[0][0]
ONE_TO_TWO: Final = -_PRIOR_WEIGHT * math.log(_LIKELIHOODS[1, 2])
TWO_TO_TWO: Final = -_PRIOR_WEIGHT * math.log(_LIKELIHOODS[2, 2])

_DEEPEST: Final = 5
_WITHIN: Final = {
    (left, right): [shape for shape in SHAPES if shape[1] <= left and shape[2] <= right]
    for left in range(1, _DEEPEST + 1)
    for right in range(1, _DEEPEST + 1)
}
"""The shapes by how many items are left on either side."""

# One block may hold what is many lines on the other side: verse, lists of names. Each line above five adds a little.
_WIDE: Final = 6
_WIDEST: Final = 80
_WIDE_COST: Final = 9.3
_WIDE_STEP: Final = 0.05
_WIDE_FIT: Final = (0.7, 1.4)

_ALONE_STEP: Final = 0.02
# Behind the place where a translation breaks off, nothing has a counterpart.
_CUT: Final = 0.8
_MIXED: Final = 2.0
_OTHER_KIND: Final = 0.5


@dataclass(frozen=True, slots=True)
class Level:
    """What it costs at a level that an item has no counterpart."""

    least: float
    """A short one."""
    most: float
    """However long it is."""
    rest: float
    """Each that follows the first, where one side has come to its end: that, and for what it names."""


# Translations leave out paragraphs and break off; inside a pair of paragraphs they seldom leave out a sentence.
PARAGRAPHS: Final = Level(least=2.5, most=3.0, rest=0.8)
SENTENCES: Final = Level(least=3.2, most=4.5, rest=2.5)


class Costs:
    """The costs of all beads of two rows of items."""

    def __init__(
        self,
        left: Sequence[Item],
        right: Sequence[Item],
        rarity: Rarity,
        *,
        level: Level = PARAGRAPHS,
        is_cut: bool = False,
    ) -> None:
        self.left = left
        self.right = right
        self._lengths = Lengths(summed(item.length for item in left), summed(item.length for item in right), is_cut)
        self._evidence = Evidence(left, right, rarity)
        self._is_cut = is_cut
        self._left_changes, self._right_changes = _changes(left), _changes(right)
        self._walls = list(accumulate(item.is_wall for item in right))
        named_left, named_right = self._evidence.left, self._evidence.right
        self.alone_left = [_alone(item, level) + weight for item, weight in zip(left, named_left, strict=True)]
        self.alone_right = [_alone(item, level) + weight for item, weight in zip(right, named_right, strict=True)]
        self._least_left, self._least_right = (min(ONE_TO_TWO - ONE_TO_ONE, least) for least in self.least_alone())
        self._behind_left, self._behind_right = _behind(named_left, level), _behind(named_right, level)

    def misfit(self, i: int, a: int, j: int, b: int, limit: float = math.inf) -> float:
        """Say how little the items from `i` to `i + a` and from `j` to `j + b` agree, whatever the bead's shape.

        From `limit` on the answer may be too low.
        """
        cost = self._lengths.cost(i, a, j, b)
        if cost < limit:
            cost += self._kinds(i, a, j, b)
            cost += self._evidence.cost(i, a, j, b, limit - cost)
        return cost

    def shapes(self, i: int, j: int) -> Iterable[tuple[float, int, int]]:
        """List the shapes of beads that can begin here, with their prices; where lengths allow, wide ones, too."""
        within = _WITHIN[min(len(self.left) - i, _DEEPEST), min(len(self.right) - j, _DEEPEST)]
        left, right = self._lengths.left, self._lengths.right
        wide = [(1, b) for b in _as_long(right, j, left[i + 1] - left[i])]
        wide += [(a, 1) for a in _as_long(left, i, right[j + 1] - right[j])]
        return [*within, *((_WIDE_COST + _WIDE_STEP * max(shape), *shape) for shape in wide)] if wide else within

    def rest(self, i: int, j: int) -> float:
        """Say what it costs that all items from `i` and from `j` on, of which one side has none, are alone."""
        left, right = len(self.left) - i, len(self.right) - j
        if left:
            return _CUT * left if self._is_cut else self.alone_left[i] + self._behind_left[i]
        return self.alone_right[j] + self._behind_right[j] if right else 0.0

    def least_alone(self) -> tuple[float, float]:
        """Say what it costs at least that an item is alone: one of the left side, one of the right."""
        left = _CUT if self._is_cut else min(self.alone_left, default=0.0)
        return left, min(self.alone_right, default=0.0)

    def least_rest(self, i: int, j: int) -> float:
        """Say what the beads of all items from `i` and from `j` on cost at least."""
        left, right = len(self.left) - i, len(self.right) - j
        if left > right:
            return right * ONE_TO_ONE + self._least_left
        return left * ONE_TO_ONE + (self._least_right if right > left else 0.0)

    def _kinds(self, i: int, a: int, j: int, b: int) -> float:
        """A heading or a signature is seldom one with the text beside it, nor the counterpart of a text."""
        left, right = self._left_changes, self._right_changes
        if self._walls[j] != self._walls[j + b - 1]:
            return math.inf
        mixed = (left[i] != left[i + a - 1]) + (right[j] != right[j + b - 1])
        return _MIXED * mixed + (_OTHER_KIND if self.left[i].kind != self.right[j].kind else 0.0)


def _changes(items: Sequence[Item]) -> list[int]:
    """Count, for each item, how often the kind has changed up to it."""
    kinds = [item.kind for item in items]
    return list(accumulate((one != other for one, other in pairwise(kinds)), initial=0))


def _alone(item: Item, level: Level) -> float:
    """Say what it costs that an item has no counterpart: the longer it is, the more."""
    return min(level.least + _ALONE_STEP * item.length, level.most)


def _behind(named: Sequence[float], level: Level) -> list[float]:
    """Say for each item what it costs that all behind it are alone as it is, by how much they name."""
    return list(accumulate((level.rest + weight for weight in reversed(named[1:])), initial=0.0))[::-1]


def _as_long(sums: Sequence[float], start: int, length: float) -> range:
    """Count how many items from `start` on, more than five, are together about as long as one."""
    if start + _WIDE >= len(sums) or sums[start + _WIDE] - sums[start] > _WIDE_FIT[1] * length:
        return range(0)
    least = bisect_left(sums, sums[start] + _WIDE_FIT[0] * length, start + _WIDE) - start
    most = bisect_right(sums, sums[start] + _WIDE_FIT[1] * length, start + _WIDE) - 1 - start
    return range(least, min(most, _WIDEST) + 1)
