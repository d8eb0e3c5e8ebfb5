"""What a way still has to cost is never said to be more than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.align.costs import PARAGRAPHS, SENTENCES, Level
from duizhao.align.features import weight
from duizhao.align.items import Item
from duizhao.align.least import Least
from duizhao.align.rarity import rarity
from tests.align.test_beads import costs_of, item, items, of

ROUNDING = 1e-9


@given(items, items, st.sampled_from([PARAGRAPHS, SENTENCES]), st.booleans(), st.booleans())
def test_no_bead_costs_less_than_the_shares_of_its_items(
    left: list[Item],
    right: list[Item],
    level: Level,
    is_cut: bool,  # noqa: FBT001 - Hypothesis fills it
    is_plain: bool,  # noqa: FBT001 - Hypothesis fills it
) -> None:
    costs = costs_of(left, right, rarity(left, right, weight), level, is_cut=is_cut)
    least = Least(costs, is_plain=is_plain)
    for i in range(costs.n):
        for j in range(costs.m):
            for price, a, b in costs.shapes(i, j):
                shares = least.left[i] - least.left[i + a] + least.right[j] - least.right[j + b]
                assert shares <= price + costs.misfits.of(i, a, j, b) + ROUNDING
    for i in range(costs.n):
        assert least.left[i] - least.left[i + 1] <= costs.alone_left[i] + ROUNDING
        assert least.left[i] <= costs.rest(i, costs.m) + ROUNDING
    for j in range(costs.m):
        assert least.right[j] - least.right[j + 1] <= costs.alone_right[j] + ROUNDING
        assert least.right[j] <= costs.rest(costs.n, j) + ROUNDING


@pytest.mark.parametrize("lines", [6, 20, 80, 90])
def test_a_wide_bead_costs_no_less_than_the_shares_of_its_items(lines: int) -> None:
    left, right = [*of(200, 300), item(50 * lines, "grain")], [*of(210, 310), *[item(50, "grain")] * lines]
    for one, other in ((left, right), (right, left)):
        costs = costs_of(one, other, rarity(one, other, weight))
        least = Least(costs, is_plain=False)
        wide = list(costs.wide(2, 2))
        assert wide
        assert all(
            least.left[2] - least.left[2 + a] + least.right[2] - least.right[2 + b] <= price for price, a, b in wide
        )


def test_texts_with_much_in_common_have_still_to_cost_something() -> None:
    names = ["grain", "mill", "school", "wheat", "factory"]
    left, right = [item(200, name) for name in names], [item(90, name) for name in names]
    costs = costs_of(left, right, rarity(left, right, weight))
    plain, least = Least(costs, is_plain=True), Least(costs, is_plain=False)
    assert least.left[0] + least.right[0] > plain.left[0] + plain.right[0] > 0
