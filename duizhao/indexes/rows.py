"""Parts that several index pages share: counted rows with bars, issues in brief, the pages to turn to."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import takewhile
from typing import TypeVar

from duizhao.entries import Entries
from duizhao.indexes.census import neighbours
from duizhao.indexes.paths import issue_path
from duizhao.indexes.views import Bar, DatedPage, Lead, Turns

Key = TypeVar("Key", date, int, tuple[int, ...])


def bars(rows: Iterable[tuple[int, str, int]]) -> tuple[Bar, ...]:
    """Make bars of numbers, paths and counts; the shortest is still to be seen."""
    rows = tuple(rows)
    most = max((articles for _, _, articles in rows), default=1)
    return tuple(
        Bar(number=number, path=path, articles=articles, width=-(-100 * articles // most))
        for number, path, articles in rows
    )


def lead(day: date, issue: Entries, length: int) -> Lead:
    """Put an issue in brief: at most `length` articles of the first page that has any."""
    pages = [card.page for card in issue.cards]
    of_first = sum(1 for _ in takewhile(lambda page: page == pages[0], pages[:length]))
    return Lead(day=day, path=issue_path(day), articles=len(issue), pages=len(set(pages)), entries=issue[:of_first])


def turns(keys: Sequence[Key], key: Key, turn: Callable[[Key], DatedPage]) -> Turns:
    """Say where to turn from `key` among sorted keys."""
    before, after = neighbours(keys, key)
    return Turns(
        before=None if before is None else turn(before),
        after=None if after is None else turn(after),
    )
