"""How little the items of a bead agree, whatever its shape: in their lengths, their kinds and what they name."""

import math
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import Final

from duizhao.align.evidence import Evidence, Pairs
from duizhao.align.items import Item
from duizhao.align.lengths import Lengths, summed
from duizhao.align.rarity import Rarity

_MIXED: Final = 2.0
_OTHER_KIND: Final = 0.5


class Misfits:
    """The misfits of all beads of two rows of items: each is 0 or more."""

    def __init__(self, left: Sequence[Item], right: Sequence[Item], rarity: Rarity, *, is_cut: bool = False) -> None:
        self.left = left
        self.right = right
        self.is_cut = is_cut
        self.lengths = Lengths(summed(item.length for item in left), summed(item.length for item in right), is_cut)
        self.least = self.lengths.cost
        """Says what a misfit is at least, in a quarter of its time."""
        self.evidence = Evidence(left, right, rarity)
        self._are_alike = all(item.kind == "text" and not item.is_wall for item in chain(left, right))
        self._left_changes, self._right_changes = _changes(left), _changes(right)
        self._walls = list(accumulate(int(item.is_wall) for item in right))

    def of(self, i: int, a: int, j: int, b: int) -> float:
        """Say how little the items from `i` to `i + a` and from `j` to `j + b` agree."""
        return self.weighed(self.lengths.cost(i, a, j, b), i, a, j, b)

    def weighed(self, least: float, i: int, a: int, j: int, b: int) -> float:
        """Say so where it is known what it is at least."""
        return least + self._kinds(i, a, j, b) + self.evidence.cost(i, a, j, b)

    def nearly(self, least: float, i: int, a: int, j: int, b: int) -> float:
        """Say more nearly what it is at least, in half of its time: what several items name together, not each."""
        return least + self._kinds(i, a, j, b) + self.evidence.joint(i, a, j, b)

    def least_pairs(self, most: float) -> Pairs:
        """Say what it is at least of pairs, one to one. Those near are left out whose names alone cost `most`."""
        pairs = self.evidence.least(most)
        near = [
            {j: cost + self.lengths.cost(i, 1, j, 1) for j, cost in of_one.items()}
            for i, of_one in enumerate(pairs.near)
        ]
        return pairs._replace(near=near)

    def _kinds(self, i: int, a: int, j: int, b: int) -> float:
        """A heading or a signature is seldom one with the text beside it, nor the counterpart of a text."""
        if self._are_alike:
            return 0.0
        if self._walls[j] != self._walls[j + b - 1]:
            return math.inf
        left, right = self._left_changes, self._right_changes
        mixed = (left[i] != left[i + a - 1]) + (right[j] != right[j + b - 1])
        return _MIXED * mixed + (_OTHER_KIND if self.left[i].kind != self.right[j].kind else 0.0)


def _changes(items: Sequence[Item]) -> list[int]:
    """Count, for each item, how often the kind has changed up to it."""
    kinds = [item.kind for item in items]
    return list(accumulate((one != other for one, other in pairwise(kinds)), initial=0))
