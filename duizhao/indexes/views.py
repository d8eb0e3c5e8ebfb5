"""What the templates of the index pages are given: frozen records of plain values and of the articles to be listed.

These are packed, for a page may list a thousand, and dozens of pages are on their way to workers at a time.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from duizhao.entries import Entries
from duizhao.indexes.census import Shade
from duizhao.indexes.coverage import Kind, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A counted row. `number`: of the year, month, day or newspaper page. `width`: percent of the largest row's."""

    number: int
    path: str
    articles: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPage:
    """An index page and the first day that it covers."""

    path: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """The pages of the same kind before and after one; None at the archive's ends."""

    before: DatedPage | None = None
    after: DatedPage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An issue in brief: how much it holds, and the first articles of its first page."""

    day: date
    path: str
    articles: int
    pages: int
    """How many newspaper pages articles are known of; those whose page nobody knows count as one more."""
    entries: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A year that has articles, or years on end that have none.

    `kind` says which, and of those without articles whether any of their days may have had an issue.
    """

    kind: Kind
    first: int
    last: int
    bar: Bar | None
    """None for years without articles."""
    share: int
    """How many of a hundred days that may have had an issue have articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """The years of a decade, or of decades on end that have no articles: `first` and `last` are their first years."""

    first: int
    last: int
    rows: tuple[Years, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The archive's front page. An empty archive has no first and last day."""

    articles: int
    tally: Tally
    first: DatedPage | None
    last: DatedPage | None
    decades: tuple[Decade, ...]
    pages: tuple[Bar, ...]
    leads: tuple[Lead, ...]
    """The first issue, and the last where it is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of a calendar. `shade`: 1 to 5 by its number of articles, 0 where it has none."""

    number: int
    kind: Kind
    path: str
    articles: int
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month's calendar. `weeks` run from Monday; None stands for a day of another month."""

    first: date
    path: str
    articles: int
    tally: Tally
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The page of a year: its twelve months, those without articles too."""

    first: date
    articles: int
    tally: Tally
    months: tuple[Month, ...]
    shades: tuple[Shade, ...]
    turns: Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthInFull:
    """The page of a month: its calendar, and its days one by one. `above`: the path of its year."""

    above: tuple[str]
    month: Month
    issues: tuple[Lead, ...]
    shades: tuple[Shade, ...]
    turns: Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """A newspaper page of a day. `number` 0: the page is not known. `sections`: the names printed with it.

    `path` leads to the same page of all issues.
    """

    number: int
    path: str
    sections: tuple[str, ...]
    entries: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The page of a day. `strays`: articles at addresses of this day that bear another date.

    `above`: the paths of its year and month. `has_items`: whether there are files for reference managers.
    """

    above: tuple[str, str]
    day: date
    articles: int
    has_items: bool
    pages: tuple[IssuePage, ...]
    strays: Entries
    turns: Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class DayGroup:
    """The articles of a newspaper page on one day; `path` leads to that page in the day's issue."""

    day: date
    path: str
    entries: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGroup:
    """The days of a month on which a newspaper page has articles."""

    first: date
    days: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewspaperPages:
    """The page that lists all newspaper pages."""

    articles: int
    pages: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewspaperPage:
    """What one newspaper page printed over all the years, in one year, or in one month of it.

    Either all articles (`groups`), or, where they are more than one page may list, counted rows that lead on to years,
    months or days (`bars`).
    """

    number: int
    span: Literal["all", "year", "month"]
    first: date | None
    """The first day of the year or month; None where the page covers all."""
    above: tuple[str, ...]
    """The paths of the same newspaper page's wider spans, the widest first."""
    articles: int
    groups: tuple[MonthGroup, ...]
    bars: tuple[Bar, ...]
    turns: Turns


View: TypeAlias = Home | Year | MonthInFull | Issue | NewspaperPages | NewspaperPage
