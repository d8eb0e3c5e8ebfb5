"""What a program can follow: additions to the archive, and the days of the year; both without a clock.

When an article came in, nothing in an archive says: files are copied, and a build that asked the time would make other
bytes at each run. So the settings say on which day which issues were added, and an entry of the feed is such an
addition, not an article: archives grow by the month. What was printed on a day of the year is dated by the newest
paper.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import TypeAlias

from duizhao.days import Addition
from duizhao.entries import Entries
from duizhao.indexes.census import Census
from duizhao.indexes.paths import (
    FEED,
    HOME,
    ON_THIS_DAY,
    issue_path,
    month_path,
    on_this_day_feed,
    on_this_day_path,
    year_path,
)
from duizhao.indexes.rows import bars
from duizhao.indexes.views import Bar
from duizhao.settings import Feed

SHOWN = 20
"""Articles that an entry names; one of a month has a thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """An entry of the feed: what was added on a day. `path`: the narrowest page that shows all of it."""

    on: date
    first: date
    last: date
    path: str
    articles: int
    entries: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """The feed of additions, the newest first."""

    added: tuple[Added, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """An issue of one day of the year."""

    day: date
    path: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnThisDay:
    """A month, of all years: the issues of each of its days that has any, days and years in order."""

    month: int
    days: tuple[tuple[int, tuple[Anniversary, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOfTheYear:
    """The months, of all years, each with its articles."""

    months: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnThisDayFeed:
    """The same as a feed."""

    of: OnThisDay

    @property
    def newest(self) -> date:
        """The newest paper of the month."""
        return max(issues[-1].day for _, issues in self.of.days)


FeedView: TypeAlias = Additions | DaysOfTheYear | OnThisDay | OnThisDayFeed


def feeds(census: Census, additions: Sequence[Addition], kinds: Collection[Feed]) -> Iterator[tuple[str, FeedView]]:
    """Make the page of each month of the year, and the feeds of these kinds."""
    months = tuple(on_this_day(census))
    if months:
        yield ON_THIS_DAY, DaysOfTheYear(months=bars(_counted(month) for month in months))
    for month in months:
        yield on_this_day_path(month.month), month
        if "on-this-day" in kinds and month.days:
            yield on_this_day_feed(month.month), OnThisDayFeed(of=month)
    added = tuple(added_on(census, additions))
    if "additions" in kinds and added:
        yield FEED, Additions(added=added)


def on_this_day(census: Census) -> Iterator[OnThisDay]:
    """Sort the issues by the day of the year; twelve months, of an archive that has any."""
    days: dict[tuple[int, int], list[Anniversary]] = {}
    for day, issue in census.issues.items():
        found = Anniversary(day=day, path=issue_path(day), articles=len(issue))
        days.setdefault((day.month, day.day), []).append(found)
    for month in range(1, 13) if days else ():
        here = ((day, tuple(found)) for (of, day), found in sorted(days.items()) if of == month)
        yield OnThisDay(month=month, days=tuple(here))


def _counted(month: OnThisDay) -> tuple[int, str, int]:
    articles = sum(issue.articles for _, issues in month.days for issue in issues)
    return month.month, on_this_day_path(month.month), articles


def added_on(census: Census, additions: Sequence[Addition]) -> Iterator[Added]:
    """Say what was added, the newest first; additions of days without articles are left out."""
    issues = list(census.issues)
    for addition in sorted(additions, key=lambda one: (one.on, one.days.first, one.days.last), reverse=True):
        days = issues[bisect_left(issues, addition.days.first) : bisect_right(issues, addition.days.last)]
        if addition.days.weekday is not None:
            days = [day for day in days if day.weekday() == addition.days.weekday]
        if days:
            articles = chain.from_iterable(census.issues[day].cards for day in days)
            yield Added(
                on=addition.on,
                first=days[0],
                last=days[-1],
                path=_narrowest(days[0], days[-1]),
                articles=sum(len(census.issues[day]) for day in days),
                entries=Entries(tuple(islice(articles, SHOWN))),
            )


def _narrowest(first: date, last: date) -> str:
    if first == last:
        return issue_path(first)
    if first.year != last.year:
        return HOME
    return month_path(first.year, first.month) if first.month == last.month else year_path(first.year)
