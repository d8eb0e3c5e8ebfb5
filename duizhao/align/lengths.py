"""How long a text is, and how well two lengths go together.

Both sides are measured in English characters: a Chinese text is its characters times the article's ratio, which is 3.7
on average and ranges from 3.1 to 4.4.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

RATIO: Final = 3.7
LOWEST: Final = 3.1
HIGHEST: Final = 4.4
# An article has to be long to be believed against all others: their ratio counts as much as that of so many characters.
_SHRINKAGE: Final = 300.0
# Beyond these, one side is not the whole of the other, and the lengths say nothing of the ratio.
_PLAUSIBLE: Final = (2.9, 5.4)
# Where both sides have as many paragraphs, a translation summarises, or embroiders, up to these.
_FREELY: Final = (1.0, 8.0)
_VARIANCE: Final = 12.5
_NOISE: Final = 60.0
# From sentence to sentence deviations even out; a paragraph's wordiness does not.
_SPREAD: Final = 0.15
# No two texts are so unlike in length that numbers and place could not hold them together.
_WORST: Final = 12.0
_LEAST: Final = math.exp(-_WORST)


def han_length(text: str) -> float:
    """Measure a Chinese text in Han characters; digits and Latin letters are as long as they are in English."""
    ascii_only = text.encode("ascii", "ignore")
    return len(text) - len(ascii_only) - text.count("\u3000") + (len(ascii_only) - ascii_only.count(b" ")) / RATIO


def ratio_of(han: float, english: float, *, is_whole: bool = False) -> float:
    """Estimate how many English characters a Han character has become, from the lengths of both whole texts.

    A translation that breaks off, or repeats the original, tells nothing; a short one little. `is_whole`: it seems to
    do neither, since both sides have as many paragraphs; if it is far shorter or longer, then throughout.
    """
    low, high = _PLAUSIBLE
    if low * han <= english <= high * han:
        return min(max((_SHRINKAGE * RATIO + english) / (_SHRINKAGE + han), LOWEST), HIGHEST)
    if not (is_whole and han):
        return RATIO
    return min(max(english / han, _FREELY[0]), _FREELY[1])


@dataclass(frozen=True, slots=True)
class Lengths:
    """The lengths of both sides, summed up from the start: `left[i]` is that of all before the item `i`."""

    left: Sequence[float]
    right: Sequence[float]
    is_cut: bool
    """The last item of the right side breaks off: it may be as short as it likes."""

    def cost(self, i: int, a: int, j: int, b: int) -> float:
        """Say how unlikely it is that the items from `i` to `i + a` became those from `j` to `j + b`: 0 or more."""
        expected = self.left[i + a] - self.left[i]
        found = self.right[j + b] - self.right[j]
        if found < expected and self.is_cut and j + b == len(self.right) - 1:
            return 0.0
        both = found + expected
        deviation = abs(found - expected) / math.sqrt(_NOISE + _VARIANCE * both + (_SPREAD * both) ** 2)
        likelihood = math.erfc(deviation)
        return -math.log(likelihood) if likelihood > _LEAST else _WORST


def summed(lengths: Iterable[float]) -> list[float]:
    """Sum lengths up from the start, beginning with nothing."""
    return list(accumulate(lengths, initial=0.0))
