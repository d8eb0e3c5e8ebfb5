"""The years of the front page, by decade: those that have articles with a bar each, those between in few rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from duizhao.indexes.census import Census
from duizhao.indexes.coverage import Coverage, Kind, Tally
from duizhao.indexes.paths import year_path
from duizhao.indexes.rows import bars
from duizhao.indexes.views import Bar, Decade, Years


def decades(census: Census, coverage: Coverage) -> Iterator[Decade]:
    """Make the decades of every year that has articles or lies in the span; those without articles are put together."""
    with_articles = _bars(census)
    filled = {year // 10 for year in with_articles}
    years = _years(with_articles, coverage)
    for _, group in groupby(years, lambda year: year.first // 10 if year.first // 10 in filled else None):
        rows = tuple(_put_together(group))
        yield Decade(first=rows[0].first // 10 * 10, last=rows[-1].last // 10 * 10, rows=rows)


def _bars(census: Census) -> dict[int, Bar]:
    articles: Counter[int] = Counter()
    for day, issue in census.issues.items():
        articles[day.year] += len(issue)
    return {row.number: row for row in bars((year, year_path(year), n) for year, n in articles.items())}


def _years(with_articles: Mapping[int, Bar], coverage: Coverage) -> Iterator[Years]:
    """Go through the years one by one; those outside the span that have no articles are passed over."""
    ends = {*with_articles, coverage.first.year, coverage.last.year}
    for year in range(min(ends), max(ends) + 1):
        tally = coverage.tally(date(year, 1, 1), date(year, 12, 31))
        if tally != Tally(issues=0, missing=0, none=0):
            kind: Kind = "issue" if tally.issues else ("missing" if tally.missing else "none")
            yield Years(kind=kind, first=year, last=year, bar=with_articles.get(year), share=tally.share)


def _put_together(years: Iterable[Years]) -> Iterator[Years]:
    """Make one row of years on end that have no articles and are of one kind; a bar is a year's own."""
    for _, group in groupby(years, lambda year: (year.kind, year.bar)):
        alike = tuple(group)
        yield replace(alike[0], last=alike[-1].last)
