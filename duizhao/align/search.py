"""The cheapest way through two rows of items: it goes from bead to bead, and what promises most is followed first.

What a way still has to cost is never less than `Least` says. So the first to arrive is the cheapest, once nothing is
left that promises as much (this is the search called A*). Hardly any bead is weighed: each waits with what its shape
and its lengths cost at least, and dear shapes wait together, until everything that may be cheaper has been followed.
"""

import math
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Final, TypeAlias

from duizhao.align.costs import Costs
from duizhao.align.items import Bead
from duizhao.align.least import Least
from duizhao.align.limits import Limits
from duizhao.align.shapes import SHAPES, Shape

# Up to so many pairs of items the best way is searched among all; above, only by way of so many places behind each item
# of the left side, and of those that promise little less than the best of them. So time and memory grow with the number
# of items and not with its square.
_EXACT: Final = 400
_MOST_PLACES: Final = 48
_LEAST_PLACES: Final = 6
_WORK: Final = 300_000
# That is hardly ever not the best of all, up to so many pairs. More of them no article has.
_LARGE: Final = 100_000
_MOST_LESS: Final = 30.0
_LEAST_LESS: Final = 20.0
_ROUNDING: Final = 1e-9

_STAGES: Final = [(SHAPES[:1], 1), (SHAPES[1:3], 2), (SHAPES[3:6], 3), (SHAPES[6:], 5)]
"""The shapes that are looked at together, the cheapest first, and how far they reach on either side."""

_Waiting: TypeAlias = tuple[float, int, float, int, int, float]
"""What the whole way costs at least; the place it has come to, and at what cost; how many items of either side the bead
holds that is to be weighed next, the left ones below zero if a first look is to be taken before, and what their lengths
cost. Or 0, and the stage of the shapes that are to be looked at next."""


def cheapest(costs: Costs, *, most: float = math.inf, limits: Limits | None = None) -> list[Bead]:
    """Find the cheapest way. Empty where every way costs more than `most`. `limits`: the beads that are allowed."""
    search = _Search(costs, most, limits)
    search.run()
    return list(search.beads())


class _Search:
    """The places that were reached.

    A place is a number: `_width` for each item of the left side that is before it, 1 for each of the right.
    """

    def __init__(self, costs: Costs, most: float, limits: Limits | None) -> None:
        self._costs = costs
        self._misfits = costs.misfits
        self._most = most
        self._limits = limits
        self._n, self._m = n, m = costs.n, costs.m
        self._width = m + 1
        self._end = n * self._width + m
        least = Least(costs, is_plain=limits is not None)
        self._left, self._right = least.left, least.right
        self._known = {0: 0.0}
        self._came: dict[int, tuple[int, float]] = {}
        self._queue: list[_Waiting] = [(self._left[0] + self._right[0], 0, 0.0, 0, 0, 0.0)] if self._end else []
        self._places = _places(n, m)
        self._followed = [0] * (n + 1)

    def run(self) -> None:
        """Follow ways until the cheapest has arrived."""
        queue, known, width = self._queue, self._known, self._width
        less = math.inf if self._limits else _less(self._n * self._m)
        first: dict[int, float] = {}
        while queue and queue[0][0] <= self._most:
            at_least, place, cost, a, b, length = heappop(queue)
            i, j = divmod(place, width)
            if at_least > first.setdefault(i, at_least) + less:
                continue
            if a > 0:
                misfit = self._misfits.weighed(length, i, a, j, b)
                self._arrive(i + a, j + b, cost + misfit, place, misfit)
            elif a < 0:
                nearly = cost + self._misfits.nearly(length, i, -a, j, b) + self._left[i - a] + self._right[j + b]
                if nearly <= self._most:
                    heappush(queue, (nearly, place, cost, -a, b, length))
            elif cost > known[place]:
                continue
            elif b:
                self._go_on(place, i, j, cost, b)
            elif i == self._n or j == self._m:
                self._arrive(self._n, self._m, cost + self._costs.rest(i, j), place, 0.0)
            else:
                self._leave(place, i, j, cost)

    def beads(self) -> Iterator[Bead]:
        """List the beads of the way that has arrived, in order; each item that is alone is one."""
        steps = []
        end = self._end
        while end in self._came:
            start, misfit = self._came[end]
            steps.append((start, end, misfit))
            end = start
        for start, end, misfit in reversed(steps):
            (i, j), (n, m) = divmod(start, self._width), divmod(end, self._width)
            if n > i and m > j:
                yield Bead(i, n - i, j, m - j, misfit)
            else:
                yield from (Bead(at, 1, j, 0, 0.0) for at in range(i, n))
                yield from (Bead(i, 0, at, 1, 0.0) for at in range(j, m))

    def _arrive(self, i: int, j: int, cost: float, start: int, misfit: float) -> None:
        """Come to a place by a bead; of ways that cost the same, the one whose last bead starts first is kept."""
        place = i * self._width + j
        known = self._known.get(place, math.inf)
        if cost < known:
            self._known[place] = cost
            self._came[place] = (start, misfit)
            if place == self._end:
                self._most = min(self._most, cost + _ROUNDING)
                return
            at_least = cost + self._left[i] + self._right[j]
            if at_least <= self._most:
                heappush(self._queue, (at_least, place, cost, 0, 0, 0.0))
        elif cost == known and start < self._came[place][0]:
            self._came[place] = (start, misfit)

    def _leave(self, place: int, i: int, j: int, cost: float) -> None:
        """Look at what can come next. With limits, the way to where a bond begins must not be lost."""
        self._followed[i] += 1
        if self._followed[i] > self._places and not (self._limits and self._limits.is_before_bond(i)):
            return
        if self._limits:
            self._leave_by(self._limits, place, i, j, cost)
            return
        if self._costs.may_be_wide:
            self._expect(place, i, j, cost, self._costs.wide(i, j))
        self._expect(place, i, j, cost, _STAGES[0][0])
        self._put_off(place, i, j, cost, 1)

    def _leave_by(self, limits: Limits, place: int, i: int, j: int, cost: float) -> None:
        """Look at all that is allowed to come next."""
        if limits.allows(i, 1, j, 0):
            self._arrive(i + 1, j, cost + self._costs.alone_left[i], place, 0.0)
        if limits.allows(i, 0, j, 1):
            self._arrive(i, j + 1, cost + self._costs.alone_right[j], place, 0.0)
        self._expect(place, i, j, cost, limits.shapes(i, j, self._costs.shapes(i, j)))

    def _go_on(self, place: int, i: int, j: int, cost: float, stage: int) -> None:
        """Look at the shapes of a stage; with the first that are not one to one, at leaving an item alone."""
        if stage == 1:
            self._arrive(i + 1, j, cost + self._costs.alone_left[i], place, 0.0)
            self._arrive(i, j + 1, cost + self._costs.alone_right[j], place, 0.0)
        self._expect(place, i, j, cost, _STAGES[stage][0])
        if stage + 1 < len(_STAGES):
            self._put_off(place, i, j, cost, stage + 1)

    def _put_off(self, place: int, i: int, j: int, cost: float, stage: int) -> None:
        """Let the shapes of a stage wait."""
        shapes, reach = _STAGES[stage]
        price = shapes[0][0]
        if stage == 1:
            price = min(price, self._costs.alone_left[i], self._costs.alone_right[j])
        at_least = cost + price + self._left[i + reach] + self._right[j + reach]
        if at_least <= self._most:
            heappush(self._queue, (at_least, place, cost, 0, stage, 0.0))

    def _expect(self, place: int, i: int, j: int, cost: float, shapes: Iterable[Shape]) -> None:
        """Let the beads of some shapes wait."""
        n, m, least = self._n - i, self._m - j, self._misfits.least
        left, right, most, queue = self._left, self._right, self._most, self._queue
        for price, a, b in shapes:
            if a <= n and b <= m:
                so_far = cost + price
                length = least(i, a, j, b)
                at_least = so_far + length + left[i + a] + right[j + b]
                if at_least <= most:
                    heappush(queue, (at_least, place, so_far, a if a == b == 1 else -a, b, length))


def _places(n: int, m: int) -> int:
    """Say how many places to follow behind each item of the left side."""
    return m + 1 if n * m <= _EXACT else max(_LEAST_PLACES, min(_MOST_PLACES, _WORK // (n + m)))


def _less(pairs: int) -> float:
    """Say how much less than the best of them a place may promise."""
    return math.inf if pairs <= _EXACT else max(_LEAST_LESS, _MOST_LESS * min(1.0, _LARGE / pairs))
