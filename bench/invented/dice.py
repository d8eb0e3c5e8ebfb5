"""Chance that falls the same way on every machine.

Python promises the same numbers for the same seed of `Random.random` alone, so everything here is made of it, and of
additions, multiplications and divisions, whose last bit does not differ between machines as that of a logarithm may.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Final, TypeVar

T = TypeVar("T")

_FACTORS: Final = 8
_WIDTH: Final = 0.45
_CORRECTION: Final = 1.33
"""What the median of the product of such factors lacks to be 1."""


class Dice:
    """Chance from a seed of any words and numbers."""

    def __init__(self, *seed: object) -> None:
        self.random = Random(":".join(map(str, seed))).random

    def chance(self, share: float) -> bool:
        """Say yes in so many of all cases, from 0 to 1."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """Choose a whole number; both ends belong to it."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, things: Sequence[T]) -> T:
        """Choose one of the things, each as likely."""
        return things[int(self.random() * len(things))]

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """Give the things in any order."""
        row = list(things)
        for last in range(len(row) - 1, 0, -1):
            other = self.between(0, last)
            row[last], row[other] = row[other], row[last]
        return row

    def spread(self, median: float) -> float:
        """Choose a length as lengths of articles are spread, log-normal: half of them are below the median.

        A product of independent factors tends to that distribution and needs no logarithm. With eight factors of 0.55
        to 1.45, two thirds of all lengths are between 0.45 and 2.2 times the median.
        """
        product = _CORRECTION * median
        for _ in range(_FACTORS):
            product *= 1 - _WIDTH + 2 * _WIDTH * self.random()
        return product


class Ranked:
    """Ranks from 0 on that are drawn after Zipf: the rank r with a weight of 1 / (r + `flat`)."""

    def __init__(self, count: int, flat: float) -> None:
        self._sums = list(accumulate(1 / (rank + flat) for rank in range(count)))

    def draw(self, dice: Dice) -> int:
        """Draw one rank."""
        return bisect(self._sums, dice.random() * self._sums[-1], 0, len(self._sums) - 1)
