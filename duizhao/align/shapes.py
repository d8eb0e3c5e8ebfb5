"""The shapes that beads may have, so many items of the left side and so many of the right, and what each costs."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

Shape: TypeAlias = tuple[float, int, int]
"""What a shape costs; so many items of the left, so many of the right."""

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
SHAPES: Final[list[Shape]] = sorted((-_PRIOR_WEIGHT * math.log(share), a, b) for (a, b), share in _LIKELIHOODS.items())
"""The usual shapes, the cheapest first."""
ONE_TO_ONE: Final = SHAPES[0][0]
ONE_TO_TWO: Final = SHAPES[1][0]
TWO_TO_TWO: Final = -_PRIOR_WEIGHT * math.log(_LIKELIHOODS[2, 2])

DEEPEST: Final = 5
"""So many items of a side a bead of a usual shape may hold."""
_WITHIN: Final = {
    (left, right): [shape for shape in SHAPES if shape[1] <= left and shape[2] <= right]
    for left in range(1, DEEPEST + 1)
    for right in range(1, DEEPEST + 1)
}
"""The shapes by how many items are left on either side."""

# One block may hold what is many lines on the other side: verse, lists of names. Each line above five adds a little.
WIDE: Final = 6
_WIDEST: Final = 80
_WIDE_COST: Final = 9.3
_WIDE_STEP: Final = 0.05
_WIDE_FIT: Final = (0.7, 1.4)


def within(left: int, right: int) -> list[Shape]:
    """List the usual shapes of so many items."""
    return _WITHIN[min(left, DEEPEST), min(right, DEEPEST)]


def wide(left: Sequence[float], right: Sequence[float], i: int, j: int) -> list[Shape]:
    """List the shapes of one item and many that are together as long, from places of two rows of lengths summed up."""
    many = [(1, b) for b in _as_long(right, j, left[i + 1] - left[i])]
    many += [(a, 1) for a in _as_long(left, i, right[j + 1] - right[j])]
    return [(_WIDE_COST + _WIDE_STEP * max(shape), *shape) for shape in many]


def may_be_wide(left: Sequence[float], right: Sequence[float]) -> bool:
    """Tell whether there can be a wide bead anywhere, which is soon seen and seldom."""
    return _have_many(left, right) or _have_many(right, left)


def _have_many(sums: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether many items of a side are anywhere as short as one of the other."""
    least = min((end - start for start, end in zip(sums, sums[WIDE:], strict=False)), default=math.inf)
    return least <= _WIDE_FIT[1] * max((end - start for start, end in pairwise(others)), default=0.0)


def least_wide(sums: Sequence[float], others: Sequence[float], one: float) -> list[float]:
    """Say for each item what is left for it at least of the cost of a wide bead that may hold it among many.

    `sums` and `others`: the lengths of its side and of the other one, summed up. `one`: what the bead's one item takes
    of the cost. Infinite where no such bead can be.
    """
    longest = _WIDE_FIT[1] * max(end - start for start, end in pairwise(others))
    shares = []
    for at, (start, end) in enumerate(pairwise(sums)):
        first, last = bisect_left(sums, end - longest, 0, at + 1), bisect_right(sums, start + longest, at) - 1
        most = min(last - first, _WIDEST)
        shares.append((_WIDE_COST + _WIDE_STEP * most - one) / most if most >= WIDE else math.inf)
    return shares


def _as_long(sums: Sequence[float], start: int, length: float) -> range:
    """Count how many items from `start` on, more than five, are together about as long as one."""
    if start + WIDE >= len(sums) or sums[start + WIDE] - sums[start] > _WIDE_FIT[1] * length:
        return range(0)
    least = bisect_left(sums, sums[start] + _WIDE_FIT[0] * length, start + WIDE) - start
    most = bisect_right(sums, sums[start] + _WIDE_FIT[1] * length, start + WIDE) - 1 - start
    return range(least, min(most, _WIDEST) + 1)
