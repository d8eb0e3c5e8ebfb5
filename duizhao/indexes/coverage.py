"""Which days the archive has, which had no issue, and which are missing: an issue may have appeared, but none is here.

A day is missing only within the span that the archive means to cover.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from duizhao.settings import Publication

Kind: TypeAlias = Literal["issue", "none", "missing", "outside"]
"""Of a day: has articles; is known to have had no issue; is missing; has no articles and lies outside the span."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many days of each kind there are; those outside the span are not counted."""

    issues: int
    missing: int
    none: int

    @property
    def share(self) -> int:
        """Of a hundred days that may have had an issue, how many have articles; 0 and 100 only for none and all."""
        return max(1, 100 * self.issues // (self.issues + self.missing)) if self.issues else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What is known of each day. Sequences of days are in order."""

    first: date
    """The first day of the span. It is after `last` where there is no span."""
    last: date
    issues: Sequence[date]
    """The days that have articles."""
    none: Sequence[date]
    """The days of the span that are listed as without an issue and have no articles."""
    unexpected: Sequence[date]
    """The days that are listed as without an issue and have articles all the same."""

    def kind(self, day: date) -> Kind:
        """Say of which kind a day is. Articles are surer than the list."""
        if _count(self.issues, day, day):
            return "issue"
        if not self.first <= day <= self.last:
            return "outside"
        return "none" if _count(self.none, day, day) else "missing"

    def tally(self, first: date = date.min, last: date = date.max) -> Tally:
        """Count the days from `first` to `last`."""
        issues = _count(self.issues, first, last)
        first, last = max(first, self.first), min(last, self.last)
        none = _count(self.none, first, last)
        missing = max(0, (last - first).days + 1) - _count(self.issues, first, last) - none
        return Tally(issues=issues, missing=missing, none=none)


def cover(issues: Collection[date], publication: Publication) -> Coverage:
    """Compare the days that have articles with what the settings say of the newspaper.

    An end of the span that the settings leave open is the first or the last day that has articles.
    """
    days = sorted(issues)
    first = publication.first or min(days, default=date.max)
    last = publication.last or max(days, default=date.min)
    ends = min([first, *days[:1]]), max([last, *days[-1:]])
    listed = {day for days_ in publication.no_issue for day in days_.between(*ends)}
    return Coverage(
        first=first,
        last=last,
        issues=days,
        none=sorted(day for day in listed.difference(days) if first <= day <= last),
        unexpected=sorted(listed.intersection(days)),
    )


def _count(days: Sequence[date], first: date, last: date) -> int:
    """Count the days from `first` to `last`; none where `last` is before `first`."""
    return max(0, bisect_right(days, last) - bisect_left(days, first))
