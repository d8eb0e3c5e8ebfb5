"""The pages of years, of months and of each day's issue."""

from calendar import Calendar, monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from duizhao.cite import has_items
from duizhao.entries import Entries
from duizhao.indexes.census import Census
from duizhao.indexes.coverage import Coverage
from duizhao.indexes.paths import issue_path, month_path, newspaper_page_path, year_path
from duizhao.indexes.rows import lead, turns
from duizhao.indexes.views import DatedPage, Day, Issue, IssuePage, Lead, Month, MonthInFull, Year

LEADS = 3
"""Headlines that stand for a day in the list of its month."""

_WEEKS = Calendar(firstweekday=0)


def years(census: Census, coverage: Coverage) -> Iterator[tuple[str, Year]]:
    """Make the page of each year."""
    with_articles = sorted({day.year for day in census.issues})
    for year, _ in groupby(_days(census), lambda day: day.year):
        months = tuple(_month(year, month, census, coverage) for month in range(1, 13))
        yield (
            year_path(year),
            Year(
                first=date(year, 1, 1),
                articles=sum(month.articles for month in months),
                tally=coverage.tally(date(year, 1, 1), date(year, 12, 31)),
                months=months,
                shades=census.shades,
                turns=turns(with_articles, year, _turn_to_year),
            ),
        )


def months(census: Census, coverage: Coverage) -> Iterator[tuple[str, MonthInFull]]:
    """Make the page of each month."""
    with_articles = sorted({(day.year, day.month) for day in census.issues})
    for (year, month), days in groupby(_days(census), lambda day: (day.year, day.month)):
        yield (
            month_path(year, month),
            MonthInFull(
                above=(year_path(year),),
                month=_month(year, month, census, coverage),
                issues=tuple(_leads(days, census)),
                shades=census.shades,
                turns=turns(with_articles, (year, month), _turn_to_month),
            ),
        )


def issues(census: Census) -> Iterator[tuple[str, Issue]]:
    """Make the page of each day."""
    with_articles = list(census.issues)
    for day in _days(census):
        issue, strays = census.issues.get(day, Entries()), census.strays.get(day, Entries())
        path = issue_path(day)
        yield (
            path,
            Issue(
                above=(year_path(day.year), month_path(day.year, day.month)),
                day=day,
                articles=len(issue),
                has_items=has_items(path.removesuffix("index.html"), (*issue.cards, *strays.cards)),
                pages=tuple(_issue_pages(issue)),
                strays=strays,
                turns=turns(with_articles, day, _turn_to_issue),
            ),
        )


def _days(census: Census) -> list[date]:
    """List the days that have a page, in order."""
    return sorted({*census.issues, *census.strays})


def _month(year: int, month: int, census: Census, coverage: Coverage) -> Month:
    weeks = tuple(
        tuple(_day(date(year, month, number), census, coverage) if number else None for number in week)
        for week in _WEEKS.monthdayscalendar(year, month)
    )
    first = date(year, month, 1)
    return Month(
        first=first,
        path=month_path(year, month),
        articles=sum(day.articles for week in weeks for day in week if day),
        tally=coverage.tally(first, first.replace(day=monthrange(year, month)[1])),
        weeks=weeks,
    )


def _day(day: date, census: Census, coverage: Coverage) -> Day:
    articles = len(census.issues.get(day, ()))
    return Day(
        number=day.day,
        kind=coverage.kind(day),
        path=issue_path(day),
        articles=articles,
        shade=census.shade(articles),
    )


def _leads(days: Iterable[date], census: Census) -> Iterator[Lead]:
    for day in days:
        if day in census.issues:
            yield lead(day, census.issues[day], LEADS)


def _issue_pages(issue: Entries) -> Iterator[IssuePage]:
    for number, entries in issue.grouped(lambda card: card.page or 0):
        sections = tuple(dict.fromkeys(entry.section for entry in entries if entry.section))
        yield IssuePage(number=number, path=newspaper_page_path(number), sections=sections, entries=entries)


def _turn_to_year(year: int) -> DatedPage:
    return DatedPage(path=year_path(year), day=date(year, 1, 1))


def _turn_to_month(month: tuple[int, ...]) -> DatedPage:
    year, number = month
    return DatedPage(path=month_path(year, number), day=date(year, number, 1))


def _turn_to_issue(day: date) -> DatedPage:
    return DatedPage(path=issue_path(day), day=day)
