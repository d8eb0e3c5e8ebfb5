"""What a bead costs: the negative logarithm of how likely its shape, its lengths, its kinds and its names are.

Costs add up and none is below zero, which is what lets `beads` prove a way best without trying all others.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from duizhao.align.evidence import Evidence
from duizhao.align.items import Item
from duizhao.align.lengths import Lengths, summed

_PRIOR_WEIGHT: Final = 1.6
_LIKELIHOODS: Final = {
    (1, 1): 0.86,
    (1, 2): 0.045,
    (2, 1): 0.045,
    (2, 2): 0.010,
    (1, 3): 0.008,
    (3, 1): 0.008,
    (1, 4): 0.004,
    (4, 1): 0.004,
    (2, 3): 0.003,
    (3, 2): 0.003,
    (1, 5): 0.002,
    (5, 1): 0.002,
    (2, 4): 0.001,
    (4, 2): 0.001,
    (3, 3): 0.001,
}
SHAPES: Final = sorted((-_PRIOR_WEIGHT * math.log(share), a, b) for (a, b), share in _LIKELIHOODS.items())
"""What a shape costs, the cheapest first: so many items of the left, so many of the right."""
ONE_TO_ONE: Final = SHAPES[0][0]
TWO_TO_TWO: Final = -_PRIOR_WEIGHT * math.log(_LIKELIHOODS[2, 2])

# One block may hold what is many lines on the other side: verse, lists of names. Each line above five adds a little.
_WIDE: Final = 6
_WIDEST: Final = 80
_WIDE_COST: Final = 10.0
_WIDE_STEP: Final = 0.05
_WIDE_FIT: Final = (0.7, 1.4)

_ALONE_LEAST: Final = 2.0
_ALONE_STEP: Final = 0.03
_ALONE_MOST: Final = 4.0
REST: Final = 0.5
"""Where one side ends, every item of the other after the first is likely to be alone as well, and costs only this."""

_MIXED: Final = 2.0
_OTHER_KIND: Final = 1.0


class Costs:
    """The costs of all beads of two rows of items."""

    def __init__(
        self, left: Sequence[Item], right: Sequence[Item], weigh: Callable[[str], float], *, is_cut: bool
    ) -> None:
        self.left = left
        self.right = right
        self._lengths = Lengths(summed(item.length for item in left), summed(item.length for item in right), is_cut)
        self._evidence = Evidence(left, right, weigh)
        self.is_cut = is_cut
        self.alone_left = [_alone(item) + weight for item, weight in zip(left, self._evidence.left, strict=True)]
        self.alone_right = [_alone(item) + weight for item, weight in zip(right, self._evidence.right, strict=True)]

    def misfit(self, i: int, a: int, j: int, b: int) -> float:
        """Say how little the items from `i` to `i + a` and from `j` to `j + b` agree, whatever the bead's shape."""
        return self._lengths.cost(i, a, j, b) + self._kinds(i, a, j, b) + self._evidence.cost(i, a, j, b)

    def wide_shapes(self, i: int, j: int) -> Iterator[tuple[float, int, int]]:
        """List the shapes of more than five items to one that the lengths allow for a bead that begins here."""
        left, right = self._lengths.left, self._lengths.right
        for b in _as_long(right, j, left[i + 1] - left[i]) if i + 1 < len(left) else ():
            yield _WIDE_COST + _WIDE_STEP * b, 1, b
        for a in _as_long(left, i, right[j + 1] - right[j]) if j + 1 < len(right) else ():
            yield _WIDE_COST + _WIDE_STEP * a, a, 1

    def _kinds(self, i: int, a: int, j: int, b: int) -> float:
        """A heading or a signature is seldom one with the text beside it, nor the counterpart of a text."""
        if a == b == 1:
            return 0.0 if self.left[i].kind == self.right[j].kind else _OTHER_KIND
        left = {item.kind for item in self.left[i : i + a]}
        right = {item.kind for item in self.right[j : j + b]}
        if any(item.is_wall for item in (*self.left[i + 1 : i + a], *self.right[j + 1 : j + b])):
            return math.inf
        return _MIXED * (len(left) + len(right) - 2) + (0.0 if left == right else _OTHER_KIND)


def _alone(item: Item) -> float:
    """Say what it costs that an item has no counterpart: the longer it is, the more."""
    return min(_ALONE_LEAST + _ALONE_STEP * item.length, _ALONE_MOST)


def _as_long(sums: Sequence[float], start: int, length: float) -> range:
    """Count how many items from `start` on, more than five, are together about as long as one."""
    if start + _WIDE >= len(sums) or sums[start + _WIDE] - sums[start] > _WIDE_FIT[1] * length:
        return range(0)
    least = bisect_left(sums, sums[start] + _WIDE_FIT[0] * length, start + _WIDE) - start
    most = bisect_right(sums, sums[start] + _WIDE_FIT[1] * length, start + _WIDE) - 1 - start
    return range(least, min(most, _WIDEST) + 1)
