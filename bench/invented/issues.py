"""On which day and which newspaper page each article stands.

The archive has whole months, as archives are digitised, spread over 43 years: the first 1,000 articles are one month,
10,000 are eight. Each archive holds all that a smaller one does.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from bench.invented.dice import Dice

_FIRST_YEAR, _FIRST_MONTH = 1946, 5
_MONTHS: Final = 43 * 12
_STRIDE: Final = 13
"""From one month of the archive to the next. It has no divisor in common with the number of months, so that each
month comes once before any comes again."""
_FEWEST, _MOST = 25, 60
_MANY_PAGES_FROM: Final = 1956
SECTIONS: Final = ("要闻", "国内新闻", "经济", "国际", "文教", "农村", "理论", "副刊")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an article stands: day, newspaper page, and its number among the articles of the day."""

    day: date
    page: int
    number: int


def places(seed: int) -> Iterator[Place]:
    """Give the places of all articles in the order in which they are written."""
    for step in range(_MONTHS):
        year, month = divmod(_FIRST_MONTH - 1 + step * _STRIDE % _MONTHS, 12)
        year, month = _FIRST_YEAR + year, month + 1
        for day in range(1, monthrange(year, month)[1] + 1):
            yield from _issue(date(year, month, day), seed)


def _issue(day: date, seed: int) -> Iterator[Place]:
    """Fill the pages of a day's issue: four in the early years, eight later."""
    count = Dice(seed, "issue", day.isoformat()).between(_FEWEST, _MOST)
    pages = 8 if day.year >= _MANY_PAGES_FROM else 4
    for number in range(count):
        yield Place(day=day, page=1 + number * pages // count, number=number)
