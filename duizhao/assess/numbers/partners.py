"""Which number of the translation stands in the place of one of the original that it does not say."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

from duizhao.assess.numbers.amounts import DAYS, TEN, Amount

Pair: TypeAlias = tuple[Amount, Amount]

_FAMILIES: Final = {"times": "count"}


def partners(ones: Sequence[Amount], others: Sequence[Amount]) -> list[Pair]:
    """Pair what only one side says, the likeliest first: another place of the point, then the same order."""
    likely = sorted(
        (_unlikeness(one, other), abs(at - to), at, to)
        for at, one in enumerate(ones)
        for to, other in enumerate(others)
        if _may_stand_for(one, other)
    )
    taken_ones: set[int] = set()
    taken: set[int] = set()
    pairs: list[Pair] = []
    for _, _, at, to in likely:
        if at not in taken_ones and to not in taken:
            taken_ones.add(at)
            taken.add(to)
            pairs.append((ones[at], others[to]))
    return pairs


def mistaken_days(
    alone: Sequence[Amount], ones: Sequence[Amount], others: Sequence[Amount], done: AbstractSet[Amount]
) -> list[Pair]:
    """Pair a day that only the original says with the day at its place, where the translation says that too often.

    三十日, 二十九日 and “29th, 29th”: each of the 29ths is right for itself. `done` have a partner already.
    """
    wanted = set(alone) - done
    days, said = ([amount for amount in side if _may_be_day(amount)] for side in (ones, others))
    if len(days) != len(said):
        return []
    often, here = Counter(amount.keys for amount in said), Counter(amount.keys for amount in days)
    return [
        (day, other)
        for day, other in zip(days, said, strict=True)
        if day.kind == "day"
        if day in wanted and often[other.keys] > here[other.keys] > 0
    ]


def is_shifted(one: Amount, other: Amount) -> bool:
    """Tell whether two numbers differ in the place of the point alone: 二十万 and 20,000."""
    return _digits(one.keys[0]) == _digits(other.keys[0])


def _may_stand_for(one: Amount, other: Amount) -> bool:
    if one.kind == "day":
        return _may_be_day(other)
    if _FAMILIES.get(one.kind, one.kind) != _FAMILIES.get(other.kind, other.kind):
        return False
    if one.kind not in {"count", "ordinal", "times"}:
        return True
    return _is_small(one) == _is_small(other) and one.unit == other.unit


def _may_be_day(amount: Amount) -> bool:
    """Tell whether a number is a day, or one like “the 23rd” that may be one."""
    return amount.kind == "day" or (amount.kind == "ordinal" and amount.keys != () and amount.keys[0] <= DAYS)


def _is_small(amount: Amount) -> bool:
    return amount.keys[0] < TEN and not amount.keys[0] % 1


def _unlikeness(one: Amount, other: Amount) -> int:
    if one.kind == "day":
        return int(one.month != other.month)
    return int(not is_shifted(one, other))


def _digits(number: float) -> str:
    return f"{number:.9e}".partition("e")[0]
