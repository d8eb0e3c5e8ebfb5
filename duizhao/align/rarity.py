"""How rare a name is in an article: what stands in every sentence does not tell where one belongs."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from duizhao.align.items import Item

# What stands in more sentences than this tells nothing.
_COMMON: Final = 40

Rarity: TypeAlias = Mapping[str, float]
"""What it tells that two texts have a name, for each that both sides have."""


def rarity(left: Sequence[Item], right: Sequence[Item], weigh: Callable[[str], float]) -> Rarity:
    """Weigh the names of two rows of items: by the logarithm of how many items there are for each that has it.

    `weigh` says what a feature tells besides, from 0 to 1. The name of a word has a `=` before it.
    """
    most = max(len(left), len(right)) + 1
    features = _spread((item.features for item in left), (item.features for item in right))
    words = _spread((item.names for item in left), (item.names for item in right))
    rare = {name: weigh(name) * math.log(most / n) for name, n in features.items() if n <= _COMMON}
    return rare | {name: math.log(most / n) for name, n in words.items() if n <= _COMMON}


def _spread(left: Iterable[frozenset[str]], right: Iterable[frozenset[str]]) -> dict[str, int]:
    """Count the items that hold a name, on the side that has more; only of names that both sides have."""
    here, there = Counter(chain.from_iterable(left)), Counter(chain.from_iterable(right))
    return {name: max(n, there[name]) for name, n in here.items() if name in there}
