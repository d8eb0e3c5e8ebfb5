"""How two rows of items are paired without changing their order: the row of beads that costs least.

Where the sides have as many items, pairing them one by one is best if that costs no more than the shapes alone of any
other way. Otherwise the best way is searched for.
"""

from collections.abc import Sequence
from typing import Final

from duizhao.align.costs import PARAGRAPHS, Costs, Level, least_alone
from duizhao.align.items import Bead, Item
from duizhao.align.limits import Limits
from duizhao.align.misfits import Misfits
from duizhao.align.rarity import Rarity
from duizhao.align.search import cheapest
from duizhao.align.shapes import ONE_TO_ONE, ONE_TO_TWO, TWO_TO_TWO

_ROUNDING: Final = 1e-9


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
    misfits = Misfits(left, right, rarity, is_cut=is_cut)
    if len(left) != len(right) or limits:
        return cheapest(Costs(misfits, level), limits=limits)
    diagonal = [Bead(at, 1, at, 1, misfits.of(at, 1, at, 1)) for at in range(len(left))]
    cost = sum(bead.misfit + ONE_TO_ONE for bead in diagonal)
    if cost <= _least_detour(len(left), *least_alone(misfits, level)):
        return diagonal
    return cheapest(Costs(misfits, level), most=cost + _ROUNDING) or diagonal


def _least_detour(count: int, left: float, right: float) -> float:
    """Say what any way but the diagonal costs at least. `left` and `right`: what it costs that an item is alone.

    It has two to two somewhere, or two to one and on the other side an item alone, or an item alone on each side.
    """
    least = min(TWO_TO_TWO, ONE_TO_TWO + min(left, right), left + right + ONE_TO_ONE)
    return least + (count - 2) * ONE_TO_ONE
