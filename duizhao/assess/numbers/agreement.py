"""Which numbers and dates of one side the other side says, too, anywhere and however often."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.assess.numbers.amounts import FEWEST, MONTHS, Amount

_APART: Final = frozenset(("day", "month", "clock", "score"))
"""Kinds whose keys are no amounts."""
_OF_HALF: Final = (50.0, 0.5)
_TWO_SIGNS, _THREE_SIGNS, _FOUR_SIGNS = 11, 100, 1231
"""The least and the most that digits of a date make: 一一, 一二三一."""
_PART_OF_SCORE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that one side says."""

    numbers: frozenset[float]
    days: frozenset[tuple[int, float]]
    """Month (0: not said) and day, of digits that may be a date as well: 五四 and 五·四 are the fourth of May."""
    others: frozenset[tuple[str, float]]
    """Kind and key of months, days, hours and scores."""
    has_scores: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What one side may mean besides."""

    numbers: tuple[float, ...]
    """The lowest first."""
    spans: tuple[tuple[float, float], ...]
    """What dozens, 三十多 and the like may stand for: without overlaps, the lowest first."""


def said(amounts: Sequence[Amount], *, with_half: bool) -> Said:
    """Gather what a side says. `with_half`: it says 半 or half, which may be 50 percent."""
    numbers = set(_OF_HALF if with_half else ())
    days: set[tuple[int, float]] = set()
    others: set[tuple[str, float]] = set()
    has_scores = False
    for amount in amounts:
        if amount.kind in _APART:
            others.update((amount.kind, key) for key in amount.keys)
            has_scores = has_scores or amount.kind == "score"
            if amount.kind == "day":
                days.add((amount.month, amount.keys[0]))
        else:
            numbers.update(amount.keys)
            if amount.kind == "count" and amount.keys:
                days.update(_date_of_digits(amount.keys[0]))
    return Said(numbers=frozenset(numbers), days=frozenset(days), others=frozenset(others), has_scores=has_scores)


def _date_of_digits(number: float) -> tuple[tuple[int, float], ...]:
    if number % 1:
        month, day = f"{number:.2f}".rstrip("0").split(".")
        return ((int(month), float(day)),) if number < MONTHS + 1 else ()
    if number < _TWO_SIGNS or number > _FOUR_SIGNS:
        return ()
    return (divmod(int(number), 10 if number < _THREE_SIGNS else 100),)


def is_said(amount: Amount, other: Said) -> bool:
    """Tell whether the other side says the same."""
    if amount.kind not in _APART:
        if not other.numbers.isdisjoint(amount.keys):
            return True
        return any(("day", key) in other.others for key in amount.keys)
    if amount.kind == "day":
        return _is_day_said(amount, other)
    if amount.kind == "score" and not other.has_scores and _are_both_said(amount.keys[0], other):
        return True
    return any((amount.kind, key) in other.others or key in other.numbers for key in amount.keys)


def reach(amounts: Sequence[Amount], numbers: Iterable[float]) -> Reach:
    """Gather what a side may mean by approximate numbers, and its numbers in order."""
    spans = _joined(amount.span for amount in amounts if amount.span)
    return Reach(numbers=tuple(sorted(numbers)), spans=spans)


def is_meant(amount: Amount, other: Reach) -> bool:
    """Tell whether one of the two is approximate, and the other what it may stand for: 三十多 and 35."""
    if amount.span and _first(other.numbers, amount.span[0]) <= amount.span[1]:
        return True
    return amount.kind not in _APART and any(_is_reached(key, other.spans) for key in amount.keys)


def is_part(amount: Amount, other: Reach) -> bool:
    """Tell whether the translation makes a broken number of the original's whole one: 三个半月, 三元五角."""
    if amount.kind != "count" or not amount.keys or amount.keys[0] % 1:
        return False
    return _first(other.numbers, amount.keys[0]) < amount.keys[0] + 1


def is_made_of(amount: Amount, other: Said) -> bool:
    """Tell whether a broken number of the translation is made of a whole one of the original."""
    return amount.kind == "count" and amount.keys[0] % 1 != 0 and amount.keys[0] // 1 in other.numbers


def _is_day_said(amount: Amount, other: Said) -> bool:
    day = amount.keys[0]
    if day in other.numbers or (amount.month, day) in other.days or (0, day) in other.days:
        return True
    return not amount.month and ("day", day) in other.others


def _are_both_said(key: float, other: Said) -> bool:
    """Three to nothing for 3-0: the lower may go unsaid, where it is none, one or two."""
    high, low = divmod(key, _PART_OF_SCORE)
    return high in other.numbers and (low < FEWEST or low in other.numbers)


def _first(numbers: Sequence[float], least: float) -> float:
    at = bisect_left(numbers, least)
    return numbers[at] if at < len(numbers) else float("inf")


def _is_reached(key: float, spans: Sequence[tuple[float, float]]) -> bool:
    at = bisect_right(spans, (key, float("inf"))) - 1
    return at >= 0 and key <= spans[at][1]


def _joined(spans: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    joined: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)
