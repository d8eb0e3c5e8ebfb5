"""The pages that list what each newspaper page (版) printed, split by year and month so that no list grows too long."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, TypeAlias

from duizhao.entries import Card, Entries
from duizhao.indexes.census import Census
from duizhao.indexes.home import newspaper_page_bars
from duizhao.indexes.paths import PAGES, issue_path, newspaper_page_path
from duizhao.indexes.rows import bars, turns
from duizhao.indexes.views import DatedPage, DayGroup, MonthGroup, NewspaperPage, NewspaperPages, Turns

Span: TypeAlias = tuple[int, ...]
"""What a list covers: `()` all years, `(1954,)` one, `(1954, 12)` a month of it; `(1954, 12, 24)` is in the issue."""

_SPANS: tuple[Literal["all", "year", "month"], ...] = ("all", "year", "month")
_FINER: tuple[Callable[[Card], int], ...] = (
    lambda card: card.day.year,
    lambda card: card.day.month,
    lambda card: card.day.day,
)


def newspaper_pages(census: Census, longest: int) -> Iterator[tuple[str, NewspaperPages | NewspaperPage]]:
    """Make the list of newspaper pages, and the pages of each, none of which lists more than `longest` articles."""
    yield PAGES, NewspaperPages(articles=census.articles, pages=newspaper_page_bars(census))
    for number, entries in census.pages.items():
        yield from _lists(number, (), entries, Turns(), longest)


def _lists(
    number: int, span: Span, entries: Entries, around: Turns, longest: int
) -> Iterator[tuple[str, NewspaperPage]]:
    """Make the list of a span: of articles, or, where they are too many, of finer spans, whose lists follow."""
    finer = _split(span, entries) if len(entries) > longest else {}
    page = NewspaperPage(
        number=number,
        span=_SPANS[len(span)],
        first=_first(span) if span else None,
        above=tuple(_path(number, span[:length]) for length in range(len(span))),
        articles=len(entries),
        groups=() if finer else tuple(_months(number, entries)),
        bars=bars((part[-1], _path(number, part), len(of_part)) for part, of_part in finer.items()),
        turns=around,
    )
    yield _path(number, span), page
    for part, of_part in finer.items() if len(span) < len(_FINER) - 1 else ():
        turns_of_part = turns(list(finer), part, lambda other: _turn(number, other))
        yield from _lists(number, part, of_part, turns_of_part, longest)


def _split(span: Span, entries: Entries) -> dict[Span, Entries]:
    return {(*span, part): group for part, group in entries.grouped(_FINER[len(span)])}


def _path(number: int, span: Span) -> str:
    if len(span) == len(_FINER):
        return _path_in_issue(number, date(*span))
    return newspaper_page_path(number, *span)


def _path_in_issue(number: int, day: date) -> str:
    return f"{issue_path(day)}#page-{number}"


def _turn(number: int, span: Span) -> DatedPage:
    return DatedPage(path=_path(number, span), day=_first(span))


def _first(span: Span) -> date:
    year, month, *_ = (*span, 1)
    return date(year, month, 1)


def _months(number: int, entries: Entries) -> Iterator[MonthGroup]:
    for first, of_month in entries.grouped(lambda card: card.day.replace(day=1)):
        days = tuple(_days(number, of_month))
        yield MonthGroup(first=first, days=days)


def _days(number: int, entries: Entries) -> Iterator[DayGroup]:
    for day, of_day in entries.grouped(lambda card: card.day):
        yield DayGroup(day=day, path=_path_in_issue(number, day), entries=of_day)
