"""The paper's own order: by day, by newspaper page, by the article's place on it, else by the name of the source."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from duizhao.entries import Card, Entries, carded
from duizhao.model import Entry

_DIGITS = re.compile(r"([0-9]+)")


def paper_key(entry: Entry) -> tuple[object, ...]:
    """Make the key that sorts articles as the paper has them.

    An article whose page nobody knows comes after those whose page is known: before them it would push the front page
    down. So does, on its page, an article without a place after those with one. Numbers in source paths count as
    numbers (`2.txt` before `10.txt`).
    """
    page, order = entry.page, entry.order
    return (entry.date, page is None, page or 0, order is None, order or 0, _natural(entry.source), entry.source)


class InOrder(Entries):
    """Articles as the paper has them, which need not be sorted again."""

    __slots__ = ()


def paper_order(entries: Iterable[Entry]) -> InOrder:
    """Sort articles as the paper has them, unless they are.

    Days are sorted first and each day for itself, so that the long keys of one day only are in memory.
    """
    if isinstance(entries, InOrder):
        return entries
    by_day = sorted(carded(entries).cards, key=attrgetter("day"))
    days = groupby(by_day, attrgetter("day"))
    return InOrder(tuple(card for _, day in days for card in sorted(day, key=_card_key)))


def _card_key(card: Card) -> tuple[object, ...]:
    return paper_key(card.entry)


def _natural(path: str) -> tuple[str | int, ...]:
    """Cut a path into texts and numbers, which alternate, text first: two paths always compare like with like."""
    return tuple(int(part) if place % 2 else part for place, part in enumerate(_DIGITS.split(path)))
