"""What an archive holds, by day and by newspaper page: counted once, and all index pages are made from it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeVar

from duizhao.entries import Card, Entries
from duizhao.indexes.order import paper_order
from duizhao.model import Entry

SHADES = 5
"""Steps of the calendars: as many as the eye tells apart without a legend at hand."""

Key = TypeVar("Key", date, int, tuple[int, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """One step of the calendars' shading: days with `low` to `high` articles."""

    step: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The articles of an archive in the paper's order, by day and by newspaper page."""

    entries: Entries
    """All of them."""
    issues: Mapping[date, Entries]
    """The articles of each day that has any, days in order."""
    strays: Mapping[date, Entries]
    """Days that addresses lie below without being their articles' dates: a date was corrected after publication, or
    the article was withdrawn (then there is none to list). Their pages must stand, too."""
    pages: Mapping[int, Entries]
    """The articles of each newspaper page, pages in order; 0 (not known) comes last."""
    shades: tuple[Shade, ...]

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return len(self.entries)

    def shade(self, articles: int) -> int:
        """Say in which step a day with so many articles is: 0 where it has none."""
        return shade_of(self.shades, articles)


def take_census(entries: Iterable[Entry], closed: Iterable[str] = ()) -> Census:
    """Count articles. `closed`: addresses that were published once and now hold no article of their own."""
    in_order = paper_order(entries)
    issues = dict(in_order.grouped(attrgetter("day")))
    return Census(
        entries=in_order,
        issues=issues,
        strays=_strays(in_order, closed, issues),
        pages=_by_page(in_order),
        shades=shades([len(issue) for issue in issues.values()]),
    )


def neighbours(keys: Sequence[Key], key: Key) -> tuple[Key | None, Key | None]:
    """Find what stands before and after `key` in sorted keys, which need not hold it."""
    before, after = bisect_left(keys, key), bisect_right(keys, key)
    return keys[before - 1] if before else None, keys[after] if after < len(keys) else None


def shades(counts: Iterable[int]) -> tuple[Shade, ...]:
    """Cut counts into five steps that hold about equally many days each.

    Steps of equal width would paint an archive with one thick special issue in the palest step only. Where many days
    have the same count, steps fall together, and fewer are given.
    """
    ordered = sorted(counts)
    tops = [ordered[-(-len(ordered) * step // SHADES) - 1] for step in range(1, SHADES + 1) if ordered]
    lows = [1, *(top + 1 for top in tops)]
    steps = zip(range(1, SHADES + 1), lows, tops, strict=False)
    return tuple(Shade(step=step, low=low, high=top) for step, low, top in steps if low <= top)


def shade_of(steps: Iterable[Shade], count: int) -> int:
    """Say in which step a count is: 0 where it is in none."""
    return next((shade.step for shade in steps if shade.low <= count <= shade.high), 0)


def _by_page(in_order: Entries) -> dict[int, Entries]:
    pages: dict[int, list[Card]] = defaultdict(list)
    for card in in_order.cards:
        pages[card.page or 0].append(card)
    return {number: Entries(tuple(pages[number])) for number in sorted(pages, key=lambda number: (not number, number))}


def _strays(in_order: Entries, closed: Iterable[str], issues: Mapping[date, object]) -> dict[date, Entries]:
    strays: dict[date, list[Card]] = {day: [] for day in map(_day, closed) if day not in issues}
    for card in in_order.cards:
        if (day := _day(card.permalink)) != card.day:
            strays.setdefault(day, []).append(card)
    return {day: Entries(tuple(strays[day])) for day in sorted(strays)}


def _day(permalink: str) -> date:
    """Read the day off an address: `1954/12/24/1-7q3fk.html`."""
    return date.fromisoformat(permalink[:10].replace("/", "-"))
