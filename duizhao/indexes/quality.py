"""The pages that collect what is to be said of translations: all of it, by kind, by year, month and day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import TypeAlias

from duizhao.codes import NOTICES
from duizhao.indexes.census import Shade, shade_of, shades
from duizhao.indexes.paths import quality_path
from duizhao.indexes.quality_views import (
    KindBar,
    KindMonth,
    KindYear,
    NotedArticle,
    NotedKind,
    Quality,
    QualityKind,
    QualityList,
    QualityView,
    QualityYear,
)
from duizhao.indexes.rows import bars, turns
from duizhao.indexes.views import DatedPage
from duizhao.noted import Noted

Span: TypeAlias = tuple[int, ...]
"""A year, a month of it, or a day of that: `(1954, 12, 24)`."""
Tally: TypeAlias = Mapping[Span, Counter[str]]
"""How many notices of each kind the archive's months have."""


def quality(noted: Sequence[Noted], articles: int, longest: int) -> Iterator[tuple[str, QualityView]]:
    """Make all pages.

    Args:
        noted: The articles with notices, in the paper's order.
        articles: How many articles the archive has.
        longest: The notices that one page may list.
    """
    months = _tally(noted)
    years = _by_year(months)
    yield quality_path(), _all(years, len(noted), articles)
    for code in filter(sum(years.values(), Counter()).get, NOTICES):
        yield quality_path(code), _kind(code, months)
    for year in years:
        yield quality_path(*year), _year(year, years, months)
    for month, group in groupby(noted, _month):
        yield from _lists(month, tuple(group), list(months), longest)


def _tally(noted: Iterable[Noted]) -> Tally:
    months: dict[Span, Counter[str]] = {}
    for one in noted:
        months.setdefault(_month(one), Counter()).update(notice.code for notice in one.notices)
    return months


def _by_year(months: Tally) -> Tally:
    groups = groupby(months, lambda month: month[:1])
    return {year: sum((months[month] for month in of_year), Counter()) for year, of_year in groups}


def _all(years: Tally, noted: int, articles: int) -> Quality:
    kinds = sum(years.values(), Counter())
    return Quality(
        notices=kinds.total(),
        noted=noted,
        articles=articles,
        kinds=_kinds(kinds, quality_path),
        years=bars((year, quality_path(year), found.total()) for (year,), found in years.items()),
    )


def _kinds(kinds: Counter[str], path: Callable[[str], str]) -> tuple[KindBar, ...]:
    """Make bars of kinds, the most frequent first."""
    found = sorted((code for code in NOTICES if kinds[code]), key=lambda code: -kinds[code])
    most = max(kinds.values(), default=1)
    return tuple(
        KindBar(code=code, path=path(code), notices=kinds[code], width=-(-100 * kinds[code] // most)) for code in found
    )


def _kind(code: str, months: Tally) -> QualityKind:
    counts = {month: kinds[code] for month, kinds in months.items() if kinds[code]}
    years = {year: sum(counts[month] for month in of_year) for (year, of_year) in groupby(counts, lambda m: m[0])}
    steps = shades(counts.values())
    return QualityKind(
        code=code,
        notices=sum(years.values()),
        shades=steps,
        years=tuple(
            KindYear(bar=bar, months=tuple(_months_of(bar.number, code, counts, steps)))
            for bar in bars((year, quality_path(year), count) for year, count in years.items())
        ),
    )


def _months_of(year: int, code: str, counts: Mapping[Span, int], steps: Sequence[Shade]) -> Iterator[KindMonth]:
    for month in range(1, 13):
        count = counts.get((year, month), 0)
        path = f"{quality_path(year, month)}#{code}"
        yield KindMonth(number=month, path=path, notices=count, shade=shade_of(steps, count))


def _year(year: Span, years: Tally, months: Tally) -> QualityYear:
    of_year = {month: kinds for month, kinds in months.items() if month[:1] == year}
    return QualityYear(
        first=_first(year),
        notices=years[year].total(),
        kinds=_kinds(years[year], quality_path),
        months=bars((month[1], quality_path(*month), kinds.total()) for month, kinds in of_year.items()),
        turns=turns(list(years), year, _turn),
    )


def _lists(
    month: Span, noted: Sequence[Noted], months: Sequence[Span], longest: int
) -> Iterator[tuple[str, QualityList]]:
    """Make the list of a month; where it is too long for one page, those of its days, too."""
    days = {day: tuple(group) for day, group in groupby(noted, attrgetter("card.day"))}
    is_long = _count(noted) > longest
    yield (
        quality_path(*month),
        QualityList(
            span="month",
            first=_first(month),
            kinds=tuple(_of_kinds(noted, in_full=not is_long)),
            days=bars((day.day, _day_path(day), _count(of_day)) for day, of_day in days.items()) if is_long else (),
            turns=turns(months, month, _turn),
        ),
    )
    for day, of_day in days.items() if is_long else ():
        kinds = tuple(_of_kinds(of_day, in_full=True))
        around = turns(list(days), day, lambda other: DatedPage(path=_day_path(other), day=other))
        yield _day_path(day), QualityList(span="day", first=day, kinds=kinds, days=(), turns=around)


def _of_kinds(noted: Sequence[Noted], *, in_full: bool) -> Iterator[NotedKind]:
    """Sort notices by kind; `in_full`: with their articles, else counted alone."""
    kinds: dict[str, list[NotedArticle]] = {}
    for one in noted:
        by_code = sorted(one.notices, key=lambda notice: NOTICES.index(notice.code))
        for code, found in groupby(by_code, attrgetter("code")):
            kinds.setdefault(code, []).append(NotedArticle(entry=one.entry, notices=tuple(found)))
    for code in filter(kinds.get, NOTICES):
        articles = kinds[code]
        total = sum(len(article.notices) for article in articles)
        yield NotedKind(code=code, notices=total, articles=tuple(articles) if in_full else ())


def _count(noted: Iterable[Noted]) -> int:
    return sum(len(one.notices) for one in noted)


def _turn(span: Span) -> DatedPage:
    return DatedPage(path=quality_path(*span), day=_first(span))


def _month(one: Noted) -> Span:
    return one.card.day.year, one.card.day.month


def _first(span: Span) -> date:
    year, month, *_ = (*span, 1)
    return date(year, month, 1)


def _day_path(day: date) -> str:
    return quality_path(day.year, day.month, day.day)
