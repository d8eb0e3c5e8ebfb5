"""A number or date as a text says it: where it stands, and what it may be read as."""

from typing import Final, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["count", "ordinal", "percent", "times", "year", "month", "day", "clock", "score"]

ANSWER: Final = 0
"""Answers what the other side says, and is never told itself: 百姓, 三四, half, 1954 where no year is asked for."""
FIRM: Final = 1
"""Is told where the other side says another of its kind in its place."""
SURE: Final = 2
"""Must be in a translation: is told where the other side says nothing in its place, too."""

HUNDRED: Final = 100
DAYS: Final = 31
MONTHS: Final = 12
FEWEST: Final = 3
"""One and two stand everywhere, and translators drop and add them."""
TEN: Final = 10
CENTURY: Final = 1900
"""Of 五四年, 五十年代 and the fifties."""
_HALF_A_DAY: Final = 12


class Amount(NamedTuple):
    """What one place of a text names."""

    start: int
    end: int
    kind: Kind
    keys: tuple[float, ...]
    """The values that it may be read as, the likeliest first; a score is the higher number times 1,000 + the lower."""
    grade: int = FIRM
    span: tuple[float, float] | None = None
    """From what to what it reaches, where it is no single value: 三十多, dozens."""
    month: int = 0
    """Of a day; 0 where it is not said."""
    unit: str = ""
    """What a small number counts, in English: small ones are told only beside others of the same."""


def score(one: float, other: float) -> float:
    """Make one key of a score's two numbers, whichever side is named first."""
    return max(one, other) * 1000 + min(one, other)


def hours(hour: float) -> tuple[float, ...]:
    """Make the keys of an hour: 3 in the afternoon is 15."""
    return (hour, hour + _HALF_A_DAY if hour < _HALF_A_DAY else hour - _HALF_A_DAY)
