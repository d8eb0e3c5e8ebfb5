"""What a way through two rows of items costs: its beads, by shape and misfit, and the items that are alone.

Costs are negative logarithms of how likely something is. They add up and none is below zero, which is what lets
`search` prove a way best without trying all others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from duizhao.align.items import Item
from duizhao.align.misfits import Misfits
from duizhao.align.shapes import Shape, may_be_wide, wide, within

_ALONE_STEP: Final = 0.02
# Behind the place where a translation breaks off, nothing has a counterpart.
_CUT: Final = 0.8


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

    def __init__(self, misfits: Misfits, level: Level = PARAGRAPHS) -> None:
        self.misfits = misfits
        self.n, self.m = len(misfits.left), len(misfits.right)
        self.may_be_wide = may_be_wide(misfits.lengths.left, misfits.lengths.right)
        self._rest = level.rest
        self._left, self._right = misfits.evidence.alone()
        self.alone_left = _alone(misfits.left, self._left, level)
        self.alone_right = _alone(misfits.right, self._right, level)
        self._behind_left, self._behind_right = _behind(self._left, level), _behind(self._right, level)

    def shapes(self, i: int, j: int) -> Iterable[Shape]:
        """List the shapes of beads that can begin here, with their prices; where lengths allow, wide ones, too."""
        return [*within(self.n - i, self.m - j), *self.wide(i, j)]

    def wide(self, i: int, j: int) -> Iterable[Shape]:
        """List only the wide ones."""
        lengths = self.misfits.lengths
        return wide(lengths.left, lengths.right, i, j)

    def rest(self, i: int, j: int) -> float:
        """Say what it costs that all items from `i` and from `j` on, of which one side has none, are alone."""
        if i < self.n:
            return _CUT * (self.n - i) if self.misfits.is_cut else self.alone_left[i] + self._behind_left[i]
        return self.alone_right[j] + self._behind_right[j] if j < self.m else 0.0

    def least_alone(self) -> tuple[list[float], list[float]]:
        """Say what it costs at least that an item is alone, wherever that is: each of either side."""
        left = [min(alone, self._rest + named) for alone, named in zip(self.alone_left, self._left, strict=True)]
        right = [min(alone, self._rest + named) for alone, named in zip(self.alone_right, self._right, strict=True)]
        return [_CUT] * self.n if self.misfits.is_cut else left, right


def least_alone(misfits: Misfits, level: Level) -> tuple[float, float]:
    """Say what it costs at least that an item is alone beside others that are not, on either side, by lengths alone."""
    left, right = (min((item.length for item in side), default=0.0) for side in (misfits.left, misfits.right))
    return _CUT if misfits.is_cut else _by_length(left, level), _by_length(right, level)


def _alone(items: Sequence[Item], named: Sequence[float], level: Level) -> list[float]:
    """Say what it costs for each item that it has no counterpart: the longer it is, and the more it names, the more."""
    return [_by_length(item.length, level) + weight for item, weight in zip(items, named, strict=True)]


def _by_length(length: float, level: Level) -> float:
    return min(level.least + _ALONE_STEP * length, level.most)


def _behind(named: Sequence[float], level: Level) -> list[float]:
    """Say for each item what it costs that all behind it are alone as it is, by how much they name."""
    return list(accumulate((level.rest + weight for weight in reversed(named[1:])), initial=0.0))[::-1]
