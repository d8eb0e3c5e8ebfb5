"""Which numbers and dates of one side the other side says, too, anywhere and however often."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.assess.amounts import FEWEST, Amount

_APART: Final = frozenset(("day", "month", "clock", "score"))
"""Kinds whose keys are no amounts."""
_TWO_SIGNS: Final = range(11, 100)
_FOUR_SIGNS: Final = range(100, 1232)
_PART_OF_SCORE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that one side says."""

    numbers: frozenset[float]
    ordered: tuple[float, ...]
    """The numbers, the lowest first."""
    reaches: tuple[tuple[float, float], ...]
    """What dozens, 三十多 and the like may stand for: without overlaps, the lowest first."""
    days: frozenset[tuple[int, float]]
    """Month (0: not said) and day."""
    others: frozenset[tuple[str, float]]
    """Kind and key of months, hours and scores; of days as well."""


def said(amounts: Sequence[Amount], *, with_half: bool) -> Said:
    """Gather what a side says. `with_half`: it says 半 or half, which may be 50 percent."""
    numbers = {key for amount in amounts if amount.kind not in _APART for key in amount.keys}
    if with_half:
        numbers |= {50.0, 0.5}
    return Said(
        numbers=frozenset(numbers),
        ordered=tuple(sorted(numbers)),
        reaches=_joined(amount.span for amount in amounts if amount.span),
        days=frozenset(_days(amounts)),
        others=frozenset((amount.kind, key) for amount in amounts if amount.kind in _APART for key in amount.keys),
    )


def is_said(amount: Amount, other: Said) -> bool:
    """Tell whether the other side says the same, or something that may be meant by it."""
    if amount.kind == "day":
        return _is_day_said(amount, other)
    if amount.kind == "score" and _are_both_said(amount.keys[0], other):
        return True
    if amount.kind in _APART:
        return any((amount.kind, key) in other.others or key in other.numbers for key in amount.keys)
    if not other.numbers.isdisjoint(amount.keys) or any(("day", key) in other.others for key in amount.keys):
        return True
    return any(_is_reached(key, other.reaches) for key in amount.keys) or _is_meant(amount, other)


def _is_day_said(amount: Amount, other: Said) -> bool:
    day = amount.keys[0]
    if day in other.numbers or (amount.month, day) in other.days or (0, day) in other.days:
        return True
    return not amount.month and ("day", day) in other.others


def _are_both_said(key: float, other: Said) -> bool:
    """Three to nothing for 3-0: the lower may go unsaid, where it is none, one or two."""
    high, low = divmod(key, _PART_OF_SCORE)
    return high in other.numbers and (low < FEWEST or low in other.numbers)


def _is_meant(amount: Amount, other: Said) -> bool:
    """三十多 answers 35."""
    if not amount.span:
        return False
    at = bisect_left(other.ordered, amount.span[0])
    return at < len(other.ordered) and other.ordered[at] <= amount.span[1]


def is_part(amount: Amount, other: Said) -> bool:
    """Tell whether the translation makes a broken number of the original's whole one: 三个半月, 三元五角."""
    if amount.kind != "count" or not amount.keys or amount.keys[0] % 1:
        return False
    at = bisect_right(other.ordered, amount.keys[0])
    return at < len(other.ordered) and other.ordered[at] < amount.keys[0] + 1


def is_made_of(amount: Amount, other: Said) -> bool:
    """Tell whether a broken number of the translation is made of a whole one of the original."""
    return amount.kind == "count" and amount.keys[0] % 1 != 0 and amount.keys[0] // 1 in other.numbers


def _is_reached(key: float, reaches: tuple[tuple[float, float], ...]) -> bool:
    at = bisect_right(reaches, (key, float("inf"))) - 1
    return at >= 0 and key <= reaches[at][1]


def _joined(spans: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    joined: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)


def _days(amounts: Sequence[Amount]) -> Iterator[tuple[int, float]]:
    """Yield the days, and the digits that may be some: 五四 is the fourth of May, 九一八 the 18th of September."""
    for amount in amounts:
        if amount.kind == "day":
            yield amount.month, amount.keys[0]
        elif amount.kind == "count" and amount.keys:
            key = int(amount.keys[0])
            if key in _TWO_SIGNS:
                yield divmod(key, 10)
            elif key in _FOUR_SIGNS:
                yield divmod(key, 100)
