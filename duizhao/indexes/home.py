"""The archive's front page: how much there is, from when to when, and the ways in."""

from duizhao.indexes.census import Census
from duizhao.indexes.coverage import Coverage
from duizhao.indexes.decades import decades
from duizhao.indexes.paths import issue_path, newspaper_page_path
from duizhao.indexes.rows import bars, lead
from duizhao.indexes.views import Bar, DatedPage, Home

LEADS = 5
"""Headlines of the first and of the last issue: as many as stand beside each other without scrolling."""


def home(census: Census, coverage: Coverage) -> Home:
    """Make the front page."""
    days = list(census.issues)
    ends = [DatedPage(path=issue_path(day), day=day) for day in (*days[:1], *days[-1:])]
    return Home(
        articles=census.articles,
        tally=coverage.tally(),
        first=ends[0] if ends else None,
        last=ends[-1] if ends else None,
        decades=tuple(decades(census, coverage)),
        pages=newspaper_page_bars(census),
        leads=tuple(lead(day, census.issues[day], LEADS) for day in sorted({turn.day for turn in ends})),
    )


def newspaper_page_bars(census: Census) -> tuple[Bar, ...]:
    """Count the articles of each newspaper page."""
    return bars((number, newspaper_page_path(number), len(entries)) for number, entries in census.pages.items())
