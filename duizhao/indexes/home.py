"""The archive's front page: how much there is, from when to when, and the ways in."""

from collections import Counter
from itertools import groupby

from duizhao.indexes.census import Census
from duizhao.indexes.paths import issue_path, newspaper_page_path, year_path
from duizhao.indexes.rows import bars, lead
from duizhao.indexes.views import Bar, DatedPage, Decade, Home

LEADS = 5
"""Headlines of the first and of the last issue: as many as stand beside each other without scrolling."""


def home(census: Census) -> Home:
    """Make the front page."""
    days = list(census.issues)
    ends = [DatedPage(path=issue_path(day), day=day) for day in (*days[:1], *days[-1:])]
    return Home(
        articles=census.articles,
        issues=len(days),
        first=ends[0] if ends else None,
        last=ends[-1] if ends else None,
        decades=_decades(census),
        pages=newspaper_page_bars(census),
        leads=tuple(lead(day, census.issues[day], LEADS) for day in sorted({turn.day for turn in ends})),
    )


def newspaper_page_bars(census: Census) -> tuple[Bar, ...]:
    """Count the articles of each newspaper page."""
    return bars((number, newspaper_page_path(number), len(entries)) for number, entries in census.pages.items())


def _decades(census: Census) -> tuple[Decade, ...]:
    years: Counter[int] = Counter()
    for day, issue in census.issues.items():
        years[day.year] += len(issue)
    rows = bars((year, year_path(year), articles) for year, articles in years.items())
    groups = ((decade, tuple(group)) for decade, group in groupby(rows, lambda row: row.number // 10 * 10))
    return tuple(
        Decade(year=decade, articles=sum(row.articles for row in group), years=group) for decade, group in groups
    )
