"""The row of beads that is found is the cheapest there is."""

import math
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align.beads import pair_items
from duizhao.align.costs import PARAGRAPHS, SENTENCES, Costs, Level
from duizhao.align.features import weight
from duizhao.align.items import Bead, Item
from duizhao.align.lengths import HIGHEST, LOWEST, RATIO, han_length, ratio_of
from duizhao.align.misfits import Misfits
from duizhao.align.rarity import Rarity, rarity
from duizhao.align.shapes import ONE_TO_ONE, SHAPES


def words(*renderings: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(f"={name}" for name in word.split("/")) for word in renderings)


def item(length: float, *renderings: str) -> Item:
    names = frozenset(f"={name}" for word in renderings for name in word.split("/"))
    return Item(length=length, words=words(*renderings), names=names)


named = st.frozensets(st.sampled_from(["grain/corn", "corn", "sell/buy", "buy"]), max_size=2)
items = st.lists(
    st.builds(
        lambda names, **rest: item(1, *names)._replace(**rest),
        named,
        length=st.floats(1, 900),
        features=st.frozensets(st.sampled_from(["345", "1954", "12%", "7"]), max_size=2),
        kind=st.sampled_from(["text", "text", "text", "heading", "signature"]),
        is_wall=st.sampled_from([False, False, False, True]),
    ),
    max_size=5,
)


def costs_of(
    left: list[Item], right: list[Item], rare: Rarity, level: Level = PARAGRAPHS, *, is_cut: bool = False
) -> Costs:
    return Costs(Misfits(left, right, rare, is_cut=is_cut), level)


def cheapest(costs: Costs) -> float:
    """Try every way."""
    n, m = costs.n, costs.m

    @cache
    def rest(i: int, j: int) -> float:
        if i == n or j == m:
            return costs.rest(i, j)
        ways = [costs.alone_left[i] + rest(i + 1, j), costs.alone_right[j] + rest(i, j + 1)]
        ways += [
            price + costs.misfits.of(i, a, j, b) + rest(i + a, j + b)
            for price, a, b in SHAPES
            if i + a <= n and j + b <= m
        ]
        return min(ways)

    return rest(0, 0)


def price_of(beads: list[Bead], costs: Costs) -> float:
    prices = {(a, b): price for price, a, b in SHAPES}
    total = 0.0
    for bead in beads:
        if bead.i == costs.n or bead.j == costs.m:
            return total + costs.rest(bead.i, bead.j)
        if bead.a and bead.b:
            total += prices[bead.a, bead.b] + bead.misfit
        else:
            total += costs.alone_left[bead.i] if bead.a else costs.alone_right[bead.j]
    return total


@given(items, items, st.sampled_from([PARAGRAPHS, SENTENCES]), st.booleans())
@settings(deadline=None, max_examples=200)
def test_no_other_way_is_cheaper(left: list[Item], right: list[Item], level: Level, is_cut: bool) -> None:  # noqa: FBT001 - Hypothesis fills it
    beads = pair_items(left, right, rarity(left, right, weight), level=level, is_cut=is_cut)
    costs = costs_of(left, right, rarity(left, right, weight), level, is_cut=is_cut)
    assert price_of(beads, costs) == pytest.approx(cheapest(costs))


@given(items, items)
@settings(deadline=None)
def test_no_cost_is_below_zero(left: list[Item], right: list[Item]) -> None:
    costs = costs_of(left, right, rarity(left, right, weight))
    assert all(cost > 0 for cost in (*costs.alone_left, *costs.alone_right, ONE_TO_ONE))
    assert all(costs.misfits.of(i, 1, j, 1) >= 0 for i in range(len(left)) for j in range(len(right)))


def of(*lengths: float) -> list[Item]:
    return [Item(length=length) for length in lengths]


def shapes(left: list[Item], right: list[Item]) -> list[tuple[int, int]]:
    return [(bead.a, bead.b) for bead in pair_items(left, right, rarity(left, right, weight))]


def test_even_sides_are_paired_one_by_one() -> None:
    assert shapes(of(200, 400, 90), of(210, 380, 95)) == [(1, 1)] * 3


def test_two_that_became_one_are_one_bead() -> None:
    assert shapes(of(200, 300, 250, 500), of(210, 540, 480)) == [(1, 1), (2, 1), (1, 1)]


def test_what_has_no_counterpart_stands_alone() -> None:
    assert shapes(of(200, 300, 500), of(210, 600, 310, 480)) == [(1, 1), (0, 1), (1, 1), (1, 1)]


def test_a_block_of_verse_holds_all_its_lines() -> None:
    assert shapes(of(100, 700), of(100, *[50] * 14)) == [(1, 1), (1, 14)]
    assert shapes(of(*[50] * 14, 100), of(700, 100)) == [(14, 1), (1, 1)]


def test_numbers_decide_where_lengths_do_not() -> None:
    dated = [Item(length=200, features=frozenset({name})) for name in ("1954", "345", "90000")]
    assert shapes(dated[:1] + dated[2:], dated) == [(1, 1), (0, 1), (1, 1)]
    assert shapes(dated[1:], dated) == [(0, 1), (1, 1), (1, 1)]


def test_words_decide_where_lengths_do_not() -> None:
    left = [item(200, name) for name in ("grain/corn", "mill/factory")]
    right = [item(200, name) for name in ("school", "corn", "factory")]
    assert shapes(left, right) == [(0, 1), (1, 1), (1, 1)]
    assert shapes(left, right[1:] + right[:1]) == [(1, 1), (1, 1), (0, 1)]


def test_an_item_with_nothing_of_its_own_stands_alone() -> None:
    left = [item(160, "mill/factory", "worker"), item(80, "school", "road"), item(200, "wheat")]
    assert shapes(left, [item(240, "factory", "worker"), item(200, "wheat")]) == [(1, 1), (1, 0), (1, 1)]
    assert shapes(left, [item(240, "factory", "worker", "road"), item(200, "wheat")]) == [(2, 1), (1, 1)]


def test_all_that_is_left_alone_at_the_end_costs_what_it_names() -> None:
    named = [item(200, name) for name in ("grain", "mill", "school")]
    rare = rarity(named, named, weight)
    plain, costs = costs_of(of(200, 200, 200), named, rare), costs_of(named, named, rare)
    dearer = [one - other for one, other in zip(costs.alone_left, plain.alone_left, strict=True)]
    assert min(dearer) > 0
    assert costs.rest(0, 3) - plain.rest(0, 3) == pytest.approx(sum(dearer))


def test_of_more_items_than_have_a_counterpart_one_is_soon_alone() -> None:
    left = [item(200, "grain"), item(200, "grain"), item(200, "mill")]
    rare = rarity(left, left, weight)
    short = [item(200, "grain"), item(200, "mill")]
    assert costs_of(left, short, rare).alone_left[0] < costs_of(left, left, rare).alone_left[0]
    assert costs_of(left, short, rare).alone_left[2] == costs_of(left, left, rare).alone_left[2]


def test_even_sides_may_hold_two_to_one_and_an_item_alone() -> None:
    left, right = [item(25, *"dfghimprt"), item(20)], [item(20, *"dghmrt"), item(5, *"fip")]
    rare = rarity([*left, *of(*[1] * 8)], right, weight)
    costs = costs_of(left, right, rare)
    assert price_of(pair_items(left, right, rare), costs) == pytest.approx(cheapest(costs))


def test_no_bead_reaches_over_a_wall() -> None:
    left, right = of(400), [Item(length=200), Item(length=200, is_wall=True)]
    assert all(b < 2 for _, b in shapes(left, right))
    assert shapes(left, of(200, 200)) == [(1, 2)]


def test_the_last_piece_of_a_broken_translation_may_be_short() -> None:
    left, right = of(300, 300, 300, 300), of(310, 40)
    cut = [(bead.a, bead.b) for bead in pair_items(left, right, rarity(left, right, weight), is_cut=True)]
    assert cut == [(1, 1), (1, 1), (1, 0), (1, 0)]


@pytest.mark.parametrize(("n", "m"), [(300, 300), (400, 300), (40, 400), (400, 40), (1, 900), (900, 1), (900, 0)])
def test_long_rows_lose_nothing(n: int, m: int) -> None:
    left = [Item(length=20 + at * 7919 % 400) for at in range(n)]
    right = [Item(length=20 + at * 6101 % 400) for at in range(m)]
    beads = pair_items(left, right, rarity(left, right, weight))
    assert [k for bead in beads for k in range(bead.i, bead.i + bead.a)] == list(range(n))
    assert [k for bead in beads for k in range(bead.j, bead.j + bead.b)] == list(range(m))


def test_long_rows_find_their_way_back_after_a_gap() -> None:
    left = [Item(length=20 + at * at % 997 % 400) for at in range(600)]
    right = left[:200] + left[203:400] + of(100) + left[400:]
    pairs = {(bead.i, bead.j) for bead in pair_items(left, right, rarity(left, right, weight)) if bead.a == bead.b == 1}
    assert {(50, 50), (300, 297), (550, 548)} <= pairs


def test_the_ratio_follows_a_long_article_and_not_a_broken_one() -> None:
    assert ratio_of(1_000, 3_700) == pytest.approx(RATIO)
    assert RATIO < ratio_of(1_000, 4_300) < 4.3
    assert ratio_of(10, 43) == pytest.approx(RATIO, abs=0.05)
    assert ratio_of(1_000, 900) == ratio_of(1_000, 9_000) == ratio_of(0, 0) == RATIO
    assert ratio_of(100_000, 300_000) == LOWEST
    assert ratio_of(100_000, 500_000) == HIGHEST


def test_a_whole_translation_may_be_as_terse_or_as_wordy_as_it_likes() -> None:
    assert ratio_of(1_000, 1_300, is_whole=True) == pytest.approx(1.3)
    assert ratio_of(1_000, 7_000, is_whole=True) == pytest.approx(7)
    assert ratio_of(1_000, 3_700, is_whole=True) == ratio_of(1_000, 3_700)
    assert ratio_of(1_000, 10, is_whole=True) == 1
    assert ratio_of(1_000, 90_000, is_whole=True) == 8
    assert ratio_of(0, 0, is_whole=True) == RATIO


def test_digits_in_chinese_are_as_long_as_in_english() -> None:
    assert han_length("　人民 日报") == 4
    assert math.isclose(han_length("人民NATO1954"), 2 + 8 / RATIO)
