"""The cheapest way to pair two rows of items without changing their order: dynamic programming over beads.

Two proofs save time. Where the sides have as many items, pairing them one by one is best if that costs no more than
the shapes alone of any other way. And no way is followed whose cost, with the least that the rest can cost, is above
that of one already known.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from duizhao.align.costs import ONE_TO_ONE, REST, SHAPES, TWO_TO_TWO, Costs
from duizhao.align.items import Bead, Item

# Up to so many pairs of items the best way is searched among all; above, only near the best found for each item.
_EXACT: Final = 5_000
_BEAM: Final = 30.0
_ROUNDING: Final = 1e-9
# An uneven bead costs at least this more than the pairs that it stands for.
_UNEVEN: Final = 1.5

Row: TypeAlias = dict[int, tuple[float, int, int]]
"""The ways that end after some items of the left side, by how many of the right: the cost, the last bead's shape."""


def pair_items(
    left: Sequence[Item], right: Sequence[Item], weigh: Callable[[str], float], *, is_cut: bool = False
) -> list[Bead]:
    """Pair two rows of items.

    Args:
        left: The original's items.
        right: The translation's items.
        weigh: Says how much a feature tells, from 0 to 1.
        is_cut: The last item of the right side breaks off in the middle.

    Returns:
        Beads that hold each item once, in order.
    """
    costs = Costs(left, right, weigh, is_cut=is_cut)
    if len(left) != len(right):
        return list(_beads(costs, _search(costs, math.inf)))
    diagonal = [Bead(at, 1, at, 1, costs.misfit(at, 1, at, 1)) for at in range(len(left))]
    cost = sum(bead.misfit + ONE_TO_ONE for bead in diagonal)
    if cost <= _least_detour(costs):
        return diagonal
    return list(_beads(costs, _search(costs, cost + _ROUNDING))) or diagonal


def _least_detour(costs: Costs) -> float:
    """Say what any way but the diagonal costs at least: it has two to two somewhere, or an item alone on each side."""
    pairs = len(costs.left)
    alone = min(costs.alone_left, default=0.0) + min(costs.alone_right, default=0.0)
    return min(TWO_TO_TWO + (pairs - 2) * ONE_TO_ONE, alone + (pairs - 1) * ONE_TO_ONE)


def _search(costs: Costs, most: float) -> list[tuple[int, int]]:
    """Find the shapes of the cheapest way; none where every way costs more than `most`."""
    n, m = len(costs.left), len(costs.right)
    beam = math.inf if n * m <= _EXACT else _BEAM
    rows: list[Row] = [{} for _ in range(n + 1)]
    rows[0][0] = (0.0, 0, 0)
    for i, row in enumerate(rows):
        if not row:
            continue
        limit = min(most, min(cost for cost, _, _ in row.values()) + beam)
        for j in range(min(row), m + 1):
            if j in row and row[j][0] <= limit:
                _extend(costs, rows, i, j, most)
    return _traced(rows, n, m)


def _extend(costs: Costs, rows: list[Row], i: int, j: int, most: float) -> None:
    """Follow the way to here by every bead that can come next."""
    n, m = len(costs.left), len(costs.right)
    so_far = rows[i][j][0]
    for price, a, b in _shapes(costs, i, j):
        if i + a > n or j + b > m:
            continue
        row, end = rows[i + a], j + b
        known = row[end][0] if end in row else math.inf
        bound = min(known, most - _least_rest(n - i - a, m - end))
        cost = so_far + price
        if cost < bound and a and b:
            cost += costs.misfit(i, a, j, b)
        if cost < bound:
            row[end] = (cost, a, b)


def _shapes(costs: Costs, i: int, j: int) -> Iterator[tuple[float, int, int]]:
    """List the shapes of the beads that can begin here, with their prices; at one side's end, all that is left."""
    n, m = len(costs.left), len(costs.right)
    if i < n and j < m:
        yield costs.alone_left[i], 1, 0
        yield costs.alone_right[j], 0, 1
        yield from SHAPES
        yield from costs.wide_shapes(i, j)
    elif i < n:
        yield REST * (n - i) if costs.is_cut else costs.alone_left[i] + REST * (n - i - 1), n - i, 0
    elif j < m:
        yield costs.alone_right[j] + REST * (m - j - 1), 0, m - j


def _least_rest(left: int, right: int) -> float:
    """Say what the beads of so many items cost at least."""
    if not left or not right:
        return REST * (left + right)
    return min(left, right) * ONE_TO_ONE + (0.0 if left == right else _UNEVEN)


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
