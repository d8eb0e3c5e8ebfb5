"""What both sides name: how much of it a bead would leave without its counterpart."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from duizhao.align.items import Item

# What stands in more items than this tells nothing of where one belongs.
_COMMON: Final = 40
_SHARE: Final = 0.5
_ALONE: Final = 0.5
# However much two texts differ in what they name, length and place count as well.
_WORST: Final = 8.0


class Evidence:
    """The features that both sides have, the rarer the weightier.

    What one side alone names is left out: a translator's slip or a numeral that cannot be read costs no bead anything.
    """

    def __init__(self, left: Sequence[Item], right: Sequence[Item], weigh: Callable[[str], float]) -> None:
        self._weights = _weights(left, right, weigh)
        known = frozenset(self._weights)
        self._left = [item.features & known for item in left]
        self._right = [item.features & known for item in right]
        self.left = [self._weight(names) * _ALONE for names in self._left]
        self.right = [self._weight(names) * _ALONE for names in self._right]

    def cost(self, i: int, a: int, j: int, b: int) -> float:
        """Weigh what only one side names: of the left items from `i` to `i + a`, the right from `j` to `j + b`."""
        if not self._weights:
            return 0.0
        left = self._left[i] if a == 1 else self._joined(self._left, i, a)
        right = self._right[j] if b == 1 else self._joined(self._right, j, b)
        return self._weight(left ^ right)

    def _joined(self, names: Sequence[frozenset[str]], start: int, count: int) -> frozenset[str]:
        return names[start].union(*names[start + 1 : start + count])

    def _weight(self, names: frozenset[str]) -> float:
        # An exact sum, since the order of a set is another in every process.
        return min(_SHARE * math.fsum(map(self._weights.__getitem__, names)), _WORST) if names else 0.0


def _weights(left: Sequence[Item], right: Sequence[Item], weigh: Callable[[str], float]) -> dict[str, float]:
    """Weigh each feature that both sides have: its own weight times the logarithm of how rare it is."""
    spread_left = Counter(name for item in left for name in item.features)
    spread_right = Counter(name for item in right for name in item.features)
    most = max(len(left), len(right)) + 1
    spread = {name: max(n, spread_right[name]) for name, n in spread_left.items() if name in spread_right}
    return {name: weigh(name) * math.log(most / n) for name, n in spread.items() if n <= _COMMON}
