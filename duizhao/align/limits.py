"""Which beads an editor's corrections allow, among those of two rows of items.

A bond holds items of both sides together in one bead. As bonds keep their order and no bead may cut through one, it
suffices to know of each place between two items how many bonds end before it: a way from place to place is allowed
where both sides agree.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from duizhao.align.items import Bead
from duizhao.align.shapes import ONE_TO_ONE, Shape

_INSIDE: Final = -1
# A bond may have a shape that no bead has otherwise: it is taken where none of those holds the bond.
_UNUSUAL: Final = 50.0
_CONTRADICT: Final = "corrections contradict each other"


@dataclass(frozen=True, slots=True)
class Bond:
    """The items of the left side from `i` up to `n` and those of the right from `j` up to `m`, which are in one bead.

    `is_whole`: nothing else is in it.
    """

    i: int
    n: int
    j: int
    m: int
    is_whole: bool

    def is_before(self, other: "Bond") -> bool:
        """Tell whether all of this comes before all of another, on both sides."""
        return self.n <= other.i and self.m <= other.j

    def joined(self, other: "Bond") -> "Bond":
        """Join this with another that starts no earlier on the left side; raises ValueError where they contradict."""
        if self.is_whole or other.is_whole:
            outer, inner = (self, other) if self.is_whole else (other, self)
            if not outer.holds(inner):
                raise ValueError(_CONTRADICT)
            return outer
        if self.n <= other.i and other.m <= self.j:
            raise ValueError(_CONTRADICT)
        i, n = min(self.i, other.i), max(self.n, other.n)
        return Bond(i, n, min(self.j, other.j), max(self.m, other.m), is_whole=False)

    def holds(self, other: "Bond") -> bool:
        """Tell whether all of another is among the items of this."""
        return self.i <= other.i and other.n <= self.n and self.j <= other.j and other.m <= self.m


class Limits:
    """What corrections ask of the beads of `n` items and `m` items."""

    def __init__(
        self,
        n: int,
        m: int,
        *,
        bonds: Iterable[Bond],
        alone: tuple[Collection[int], Collection[int]],
        parted: Iterable[tuple[int, int]],
    ) -> None:
        """Put them together.

        Args:
            n: How many items the left side has.
            m: How many the right side has.
            bonds: What belongs together.
            alone: Items of either side that have no counterpart.
            parted: Items of the left and of the right that are never in one bead.

        Raises:
            ValueError: They contradict each other.
        """
        self._bonds = _joined(bonds)
        self._first = {(bond.i, bond.j): bond for bond in self._bonds}
        self._starts = {bond.i for bond in self._bonds}
        self._left = _places(n, [(bond.i, bond.n) for bond in self._bonds])
        self._right = _places(m, [(bond.j, bond.m) for bond in self._bonds])
        self._alone = alone
        self._alone_left, self._alone_right = _counts(n, alone[0]), _counts(m, alone[1])
        self._parted: dict[int, list[int]] = {}
        for one, other in parted:
            self._parted.setdefault(one, []).append(other)
        if not all(self.allows(bond.i, bond.n - bond.i, bond.j, bond.m - bond.j) for bond in self._bonds):
            raise ValueError(_CONTRADICT)

    def allows(self, i: int, a: int, j: int, b: int) -> bool:
        """Tell whether a bead may be that begins where one may begin."""
        done = self._left[i + a]
        if done == _INSIDE or done != self._right[j + b]:
            return False
        inner = self._bonds[self._left[i] : done]
        if any(bond.is_whole and (bond.i, bond.n, bond.j, bond.m) != (i, i + a, j, j + b) for bond in inner):
            return False
        return not (a and b and (self._holds_alone(i, a, j, b) or self._holds_parted(i, a, j, b)))

    def shapes(self, i: int, j: int, usual: Iterable[Shape]) -> Iterator[Shape]:
        """Keep the shapes that are allowed here, and add that of a bond which has none of the usual ones."""
        allowed = [shape for shape in usual if self.allows(i, shape[1], j, shape[2])]
        yield from allowed
        bond = self._first.get((i, j))
        if bond and not any(shape[1:] == (bond.n - i, bond.m - j) for shape in allowed):
            a, b = bond.n - i, bond.m - j
            yield max(_UNUSUAL, ONE_TO_ONE * max(a, b)), a, b

    def is_before_bond(self, i: int) -> bool:
        """Tell whether a bond begins with the item `i` of the left side: the way to it must not be lost."""
        return i in self._starts

    def is_pinned(self, bead: Bead) -> bool:
        """Tell whether a bead is one that corrections ask for."""
        if bead.a and bead.b:
            return Bond(bead.i, bead.i + bead.a, bead.j, bead.j + bead.b, is_whole=True) in self._bonds
        return bead.i in self._alone[0] if bead.a else bead.j in self._alone[1]

    def _holds_alone(self, i: int, a: int, j: int, b: int) -> bool:
        left, right = self._alone_left, self._alone_right
        return left[i] != left[i + a] or right[j] != right[j + b]

    def _holds_parted(self, i: int, a: int, j: int, b: int) -> bool:
        return any(j <= other < j + b for one in range(i, i + a) for other in self._parted.get(one, ()))


def _joined(bonds: Iterable[Bond]) -> list[Bond]:
    """Join the bonds that share an item, each with all that is between its items."""
    found: list[Bond] = []
    for bond in sorted(bonds, key=lambda bond: (bond.i, bond.j, not bond.is_whole)):
        while found and not found[-1].is_before(bond):
            bond = found.pop().joined(bond)  # noqa: PLW2901 - it grows
        found.append(bond)
    return found


def _places(count: int, ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Count for each place between `count` items the bonds that end before it; `_INSIDE` where it cuts one."""
    places: list[int] = []
    for done, (start, end) in enumerate(ranges):
        places += [done] * (start + 1 - len(places)) + [_INSIDE] * (end - start - 1)
    return places + [len(ranges)] * (count + 1 - len(places))


def _counts(count: int, items: Collection[int]) -> list[int]:
    """Count for each place how many of the items come before it."""
    return list(accumulate((at in items for at in range(count)), initial=0))
