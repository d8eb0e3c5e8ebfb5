"""Of the ways that an editor's corrections allow, the cheapest is found; and there always is one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align.beads import pair_items
from duizhao.align.costs import PARAGRAPHS, SENTENCES, Costs, Level
from duizhao.align.features import weight
from duizhao.align.items import Bead, Item
from duizhao.align.limits import Bond, Limits
from duizhao.align.rarity import rarity
from tests.align.test_beads import costs_of, item, named

UNUSUAL = 50.0
"""What a bond costs whose shape no bead has otherwise."""


@dataclass(frozen=True)
class Asked:
    """What corrections ask of two rows of items."""

    left: list[Item]
    right: list[Item]
    bonds: list[Bond]
    alone: tuple[set[int], set[int]]
    parted: set[tuple[int, int]]

    def limits(self) -> Limits:
        return Limits(len(self.left), len(self.right), bonds=self.bonds, alone=self.alone, parted=sorted(self.parted))

    def allows(self, i: int, a: int, j: int, b: int) -> bool:
        """The rules one by one, for each bead by itself."""
        lefts, rights = set(range(i, i + a)), set(range(j, j + b))
        for bond in self.bonds:
            inside = (set(range(bond.i, bond.n)), set(range(bond.j, bond.m)))
            touches = bool(lefts & inside[0] or rights & inside[1])
            if touches and not (lefts >= inside[0] and rights >= inside[1]):
                return False
            if touches and bond.is_whole and (lefts, rights) != inside:
                return False
        if a and b and (lefts & self.alone[0] or rights & self.alone[1]):
            return False
        return not any(one in lefts and other in rights for one, other in self.parted)


words = st.builds(lambda names, length: item(length, *names), named, st.floats(1, 900))


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    """Bonds in order with free items between them; beside bonds, items that are alone or parted."""
    bonds: list[Bond] = []
    i = j = 0
    for _ in range(draw(st.integers(0, 3))):
        i, j = i + draw(st.integers(0, 1)), j + draw(st.integers(0, 1))
        a, b = draw(st.sampled_from([1, 1, 2, 5])), draw(st.sampled_from([1, 1, 2, 3]))
        bonds.append(Bond(i, i + a, j, j + b, draw(st.booleans())))
        i, j = i + a, j + b
    n, m = i + draw(st.integers(0, 2)), j + draw(st.integers(0, 2))
    lefts = st.sampled_from([at for at in range(n) if not any(bond.i <= at < bond.n for bond in bonds)] or [-1])
    rights = st.sampled_from([at for at in range(m) if not any(bond.j <= at < bond.m for bond in bonds)] or [-1])
    return Asked(
        left=draw(st.lists(words, min_size=n, max_size=n)),
        right=draw(st.lists(words, min_size=m, max_size=m)),
        bonds=bonds,
        alone=(draw(st.sets(lefts, max_size=1)) - {-1}, draw(st.sets(rights, max_size=1)) - {-1}),
        parted={pair for pair in draw(st.sets(st.tuples(lefts, rights), max_size=2)) if -1 not in pair},
    )


def cheapest(given: Asked, costs: Costs) -> float:
    """Try every way that is allowed."""
    n, m = costs.n, costs.m

    @cache
    def rest(i: int, j: int) -> float:
        if i == n or j == m:
            is_open = any(bond.n > i or bond.m > j for bond in given.bonds)
            return math.inf if is_open else costs.rest(i, j)
        ways = [math.inf]
        if given.allows(i, 1, j, 0):
            ways.append(costs.alone_left[i] + rest(i + 1, j))
        if given.allows(i, 0, j, 1):
            ways.append(costs.alone_right[j] + rest(i, j + 1))
        own = {(bond.n - i, bond.m - j): UNUSUAL for bond in given.bonds if (bond.i, bond.j) == (i, j)}
        for (a, b), price in (own | {(a, b): price for price, a, b in costs.shapes(i, j)}).items():
            if given.allows(i, a, j, b):
                ways.append(price + costs.misfits.of(i, a, j, b) + rest(i + a, j + b))
        return min(ways)

    return rest(0, 0)


def price_of(beads: Sequence[Bead], costs: Costs) -> float:
    total = 0.0
    for bead in beads:
        if bead.i == costs.n or bead.j == costs.m:
            return total + costs.rest(bead.i, bead.j)
        if bead.a and bead.b:
            prices = {(a, b): price for price, a, b in costs.shapes(bead.i, bead.j)}
            total += prices.get((bead.a, bead.b), UNUSUAL) + bead.misfit
        else:
            total += costs.alone_left[bead.i] if bead.a else costs.alone_right[bead.j]
    return total


@given(asked(), st.sampled_from([PARAGRAPHS, SENTENCES]), st.booleans())
@settings(deadline=None, max_examples=300)
def test_no_way_that_is_allowed_is_cheaper(given: Asked, level: Level, is_cut: bool) -> None:  # noqa: FBT001 - Hypothesis fills it
    rare = rarity(given.left, given.right, weight)
    beads = pair_items(given.left, given.right, rare, level=level, is_cut=is_cut, limits=given.limits())
    assert [at for bead in beads for at in range(bead.i, bead.i + bead.a)] == list(range(len(given.left)))
    assert [at for bead in beads for at in range(bead.j, bead.j + bead.b)] == list(range(len(given.right)))
    assert all(given.allows(bead.i, bead.a, bead.j, bead.b) for bead in beads)
    costs = costs_of(given.left, given.right, rare, level, is_cut=is_cut)
    assert price_of(beads, costs) == pytest.approx(cheapest(given, costs))


@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize(
    ("i", "n", "j", "m"), [(0, 1, 290, 291), (290, 291, 0, 1), (150, 170, 5, 9), (299, 300, 0, 300)]
)
def test_a_bond_holds_wherever_it_is_in_long_rows(i: int, n: int, j: int, m: int, is_whole: bool) -> None:  # noqa: FBT001 - pytest fills it
    left = [Item(length=20 + at * 7919 % 400) for at in range(300)]
    right = [Item(length=20 + at * 6101 % 400) for at in range(300)]
    bond = Bond(i, n, j, m, is_whole)
    limits = Limits(300, 300, bonds=[bond], alone=((), ()), parted=())
    beads = pair_items(left, right, rarity(left, right, weight), limits=limits)
    assert sum(bead.a for bead in beads) == sum(bead.b for bead in beads) == 300
    [held] = [bead for bead in beads if bead.i <= i < bead.i + bead.a]
    around = Bond(held.i, held.i + held.a, held.j, held.j + held.b, is_whole)
    assert around == bond if is_whole else around.holds(bond)
    assert limits.is_pinned(held) == is_whole


WHOLE, LINK = True, False


@pytest.mark.parametrize(
    "bonds",
    [
        [Bond(0, 1, 1, 2, WHOLE), Bond(1, 2, 0, 1, WHOLE)],
        [Bond(0, 1, 1, 2, LINK), Bond(1, 2, 0, 1, LINK)],
        [Bond(0, 2, 0, 1, WHOLE), Bond(1, 3, 1, 2, WHOLE)],
        [Bond(0, 1, 0, 1, WHOLE), Bond(0, 1, 1, 2, WHOLE)],
        [Bond(0, 1, 0, 1, WHOLE), Bond(0, 1, 0, 2, LINK)],
        [Bond(0, 1, 0, 1, LINK), Bond(0, 1, 2, 3, LINK), Bond(1, 2, 1, 2, WHOLE)],
    ],
    ids=["crossing", "crossing links", "overlapping", "an item in two", "more than the whole", "one inside another"],
)
def test_bonds_that_contradict_are_refused(bonds: list[Bond]) -> None:
    for ordered in (bonds, bonds[::-1]):
        with pytest.raises(ValueError, match="contradict"):
            Limits(3, 3, bonds=ordered, alone=((), ()), parted=())


@pytest.mark.parametrize(
    ("alone", "parted"),
    [(({1}, ()), ()), (((), {1}), ()), (((), ()), [(0, 2)])],
    ids=["alone on the left", "alone on the right", "parted"],
)
def test_a_bond_of_what_is_alone_or_parted_is_refused(
    alone: tuple[set[int], set[int]], parted: list[tuple[int, int]]
) -> None:
    links = [Bond(0, 1, 0, 1, LINK), Bond(0, 1, 2, 3, LINK), Bond(1, 2, 2, 3, LINK)]
    with pytest.raises(ValueError, match="contradict"):
        Limits(3, 3, bonds=links, alone=alone, parted=parted)


def test_bonds_that_share_an_item_are_one() -> None:
    links = [Bond(1, 2, 2, 3, LINK), Bond(0, 1, 0, 1, LINK), Bond(0, 1, 2, 3, LINK)]
    limits = Limits(3, 3, bonds=links, alone=((), ()), parted=())
    assert limits.allows(0, 2, 0, 3)
    assert not limits.allows(0, 1, 0, 3)
    assert not limits.allows(0, 2, 0, 2)


def test_a_whole_holds_what_is_in_it_already() -> None:
    bonds = [Bond(0, 2, 0, 2, WHOLE), Bond(1, 2, 0, 1, LINK), Bond(0, 2, 0, 2, WHOLE)]
    limits = Limits(3, 3, bonds=bonds, alone=((), ()), parted=())
    assert limits.allows(0, 2, 0, 2)
    assert not limits.allows(0, 3, 0, 2)
