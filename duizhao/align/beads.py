"""The cheapest way to pair two rows of items without changing their order: dynamic programming over beads.

Two proofs save time. Where the sides have as many items, pairing them one by one is best if that costs no more than
the shapes alone of any other way. And no way is followed whose cost, with the least that the rest can cost, is above
that of one already known: of pairing one by one, or of the best among few.
"""

import math
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import Final, TypeAlias

from duizhao.align.costs import ONE_TO_ONE, ONE_TO_TWO, PARAGRAPHS, TWO_TO_TWO, Costs, Level
from duizhao.align.items import Bead, Item
from duizhao.align.limits import Limits
from duizhao.align.rarity import Rarity

# Up to so many pairs of items the best way is searched among all; above, only from the best of each row, so that time
# and memory grow with the number of items and not with its square.
_EXACT: Final = 400
_BEAM: Final = 20.0
_MOST_WAYS: Final = 24
_LEAST_WAYS: Final = 6
_WORK: Final = 300_000
# So many ways from each row soon find a good one.
_FEW_WAYS: Final = 3
# Among so few pairs of items, to look for a good way first takes longer than it saves.
_SMALL: Final = 20
_ROUNDING: Final = 1e-9

Row: TypeAlias = dict[int, tuple[float, int, int]]
"""The ways that end after some items of the left side, by how many of the right: the cost, the last bead's shape."""
_NONE: Final = (math.inf, 0, 0)


def pair_items(  # noqa: PLR0913 - two rows, what weighs their names, and what else decides by name
    left: Sequence[Item],
    right: Sequence[Item],
    rarity: Rarity,
    *,
    level: Level = PARAGRAPHS,
    is_cut: bool = False,
    limits: Limits | None = None,
) -> list[Bead]:
    """Pair two rows of items.

    Args:
        left: The original's items.
        right: The translation's items.
        rarity: How much a name tells.
        level: What it costs that an item is alone.
        is_cut: The last item of the right side breaks off in the middle.
        limits: What beads an editor's corrections ask for; None where there are none.

    Returns:
        Beads that hold each item once, in order.
    """
    costs = Costs(left, right, rarity, level=level, is_cut=is_cut)
    if len(left) != len(right) or limits:
        is_small = len(left) * len(right) <= _SMALL
        cost, shapes = (math.inf, []) if is_small else _search(costs, math.inf, limits, _FEW_WAYS)
        return list(_beads(costs, _search(costs, cost + _ROUNDING, limits)[1] or shapes))
    diagonal = [Bead(at, 1, at, 1, costs.misfit(at, 1, at, 1)) for at in range(len(left))]
    cost = sum(bead.misfit + ONE_TO_ONE for bead in diagonal)
    if cost <= _least_detour(costs):
        return diagonal
    return list(_beads(costs, _search(costs, cost + _ROUNDING)[1])) or diagonal


def _least_detour(costs: Costs) -> float:
    """Say what any way but the diagonal costs at least.

    It has two to two somewhere, or two to one and on the other side an item alone, or an item alone on each side.
    """
    left, right = costs.least_alone()
    least = min(TWO_TO_TWO, ONE_TO_TWO + min(left, right), left + right + ONE_TO_ONE)
    return least + (len(costs.left) - 2) * ONE_TO_ONE


def _search(
    costs: Costs, most: float, limits: Limits | None = None, ways: int | None = None
) -> tuple[float, list[tuple[int, int]]]:
    """Find the cheapest way's cost and shapes; none where every way costs more than `most`.

    `ways`: how many to follow from one row, if not as many as there is time for.
    """
    n, m = len(costs.left), len(costs.right)
    rows = _rows(costs, most, limits, ways or _ways(n, m))
    return rows[n].get(m, _NONE)[0], _traced(rows, n, m)


def _rows(costs: Costs, most: float, limits: Limits | None, few: int) -> list[Row]:
    """Follow some ways from each row, as far as they cost no more than `most`: `few`, but all where a bond begins."""
    n, m = len(costs.left), len(costs.right)
    rows: list[Row] = [{} for _ in range(n + 1)]
    rows[0][0] = (0.0, 0, 0)
    for i, row in enumerate(rows):
        if not row:
            continue
        ways = m + 2 if limits and limits.is_before_bond(i) else few
        best, limit = _bounds(row, ways)
        followed: Row = {}
        for j in range(min(row), m + 1):
            cost = row.get(j, _NONE)[0]
            if j not in row or cost > limit or cost + costs.least_rest(i, j) > most:
                continue
            if len(followed) < 2 * ways or cost == best:
                _extend(costs, rows, (i, j), most, limits)
                followed[j] = row[j]
        if i < n:
            rows[i] = followed
    return rows


def _ways(n: int, m: int) -> int:
    """Say how many ways to follow from one row."""
    return m + 2 if n * m <= _EXACT else max(_LEAST_WAYS, min(_MOST_WAYS, _WORK // (n + m)))


def _bounds(row: Row, ways: int) -> tuple[float, float]:
    """Find the cheapest way that ends in a row, and up to what cost others are followed."""
    costs = [cost for cost, _, _ in row.values()]
    if len(costs) < ways:
        return min(costs), math.inf
    cheapest = nsmallest(ways, costs)
    return cheapest[0], min(cheapest[0] + _BEAM, cheapest[-1])


def _extend(costs: Costs, rows: list[Row], here: tuple[int, int], most: float, limits: Limits | None) -> None:
    """Follow the way to here by every bead that can come next; at one side's end, by all that is left."""
    i, j = here
    so_far = rows[i][j][0]
    left, right = len(costs.left) - i, len(costs.right) - j
    if not left or not right:
        _keep(rows[i + left], j + right, so_far + costs.rest(i, j), left, right)
        return
    if not limits or limits.allows(i, 1, j, 0):
        _keep(rows[i + 1], j, so_far + costs.alone_left[i], 1, 0)
    if not limits or limits.allows(i, 0, j, 1):
        _keep(rows[i], j + 1, so_far + costs.alone_right[j], 0, 1)
    for price, a, b in limits.shapes(i, j, costs.shapes(i, j)) if limits else costs.shapes(i, j):
        row, end, cost = rows[i + a], j + b, so_far + price
        known = row[end][0] if end in row else most - costs.least_rest(i + a, end)
        if cost < known:
            cost += costs.misfit(i, a, j, b, known - cost)
            if cost < known:
                row[end] = (cost, a, b)


def _keep(row: Row, end: int, cost: float, a: int, b: int) -> None:
    if (a or b) and cost < row.get(end, _NONE)[0]:
        row[end] = (cost, a, b)


def _traced(rows: list[Row], n: int, m: int) -> list[tuple[int, int]]:
    shapes: list[tuple[int, int]] = []
    while (n or m) and m in rows[n]:
        _, a, b = rows[n][m]
        shapes.append((a, b))
        n, m = n - a, m - b
    return shapes[::-1]


def _beads(costs: Costs, shapes: Sequence[tuple[int, int]]) -> Iterator[Bead]:
    i = j = 0
    for a, b in shapes:
        if a and b:
            yield Bead(i, a, j, b, costs.misfit(i, a, j, b))
        yield from (Bead(at, 1, j, 0, 0.0) for at in range(i, i + a) if not b)
        yield from (Bead(i, 0, at, 1, 0.0) for at in range(j, j + b) if not a)
        i, j = i + a, j + b
