"""What pairing the rest of two rows costs at least: shares of the items in the cost of whatever bead they are in.

The shares of a bead's items are together no more than it costs. So what all beads of a rest cost is no less than the
shares of its items.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from duizhao.align.costs import Costs
from duizhao.align.shapes import DEEPEST, ONE_TO_ONE, SHAPES, least_wide

# So much for every item is no more than any bead costs, however wide.
_LEAST: Final = ONE_TO_ONE / 2
# So much is no more than any costs but one to one and wide ones.
_MOST: Final = min(price / (a + b) for price, a, b in SHAPES[1:])
# A pair one to one that costs so much, beside its shape, lowers no share below that.
_DEAREST: Final = 2 * _MOST
# With so few pairs of items, to look for larger shares takes longer than it saves.
_FEW: Final = 16


class Least:
    """What all items from a place on cost at least: `left[i] + right[j]`. Some places behind the end, both are 0.

    `is_plain`: there are beads of unusual shapes, which cost as little as wide ones.
    """

    def __init__(self, costs: Costs, *, is_plain: bool) -> None:
        n, m = costs.n, costs.m
        is_plain = is_plain or n * m <= _FEW
        left, right = ([_LEAST] * n, [_LEAST] * m) if is_plain else _shares(costs)
        self.left, self.right = _behind(left), _behind(right)


def _shares(costs: Costs) -> tuple[list[float], list[float]]:
    """Share out what one to one costs at least: half of it or less to the left item, what is left to the right one."""
    pairs, lengths = costs.misfits.least_pairs(_DEAREST), costs.misfits.lengths
    lone_left, lone_right = costs.least_alone()
    left = [
        min(_MOST, lone, wide, (ONE_TO_ONE + min([far, *near.values()])) / 2)
        for lone, wide, far, near in zip(
            lone_left, least_wide(lengths.left, lengths.right, _MOST), pairs.far_left, pairs.near, strict=True
        )
    ]
    dearest = max(left)
    right = [
        min(_MOST, lone, wide, max(_LEAST, ONE_TO_ONE + far - dearest))
        for lone, wide, far in zip(
            lone_right, least_wide(lengths.right, lengths.left, _MOST), pairs.far_right, strict=True
        )
    ]
    for share, near in zip(left, pairs.near, strict=True):
        for j, cost in near.items():
            right[j] = min(right[j], ONE_TO_ONE + cost - share)
    return left, right


def _behind(shares: Sequence[float]) -> list[float]:
    """Sum up shares from the end."""
    return [*reversed(list(accumulate(reversed(shares), initial=0.0))), *[0.0] * DEEPEST]
