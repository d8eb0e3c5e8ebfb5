"""Days as settings name them, such as `Sunday` or `1950-02-17/1950-02-19`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAYS = re.compile(
    rf"(?P<day>{_DAY})|(?P<weekday>{'|'.join(WEEKDAYS)})?(?:(?:^|\s+)(?P<first>{_DAY})\s*/\s*(?P<last>{_DAY}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Every day from `first` to `last`, or those of them that are one weekday (0: Monday)."""

    first: date = date.min
    last: date = date.max
    weekday: int | None = None

    def between(self, first: date, last: date) -> Iterator[date]:
        """Go through those that are not before `first` and not after `last`."""
        start, end = max(first, self.first), min(last, self.last)
        every, skipped = (1, 0) if self.weekday is None else (7, (self.weekday - start.weekday()) % 7)
        return map(date.fromordinal, range(start.toordinal() + skipped, end.toordinal() + 1, every))


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """On a day, issues of these days were added to an archive."""

    on: date
    days: Days = Days()


def read_day(text: str) -> date:
    """Read `1950-02-17`. Raises `ValueError`, which says what a day is."""
    try:
        return date.fromisoformat(text if re.fullmatch(_DAY, text) else "")
    except ValueError:
        raise ValueError("a day of the calendar, for example 1950-02-17") from None


def read_days(text: str) -> Days:
    """Read a day, an interval (its first and its last day), a weekday, or a weekday within an interval.

    Raises `ValueError`, which says what can be written.
    """
    try:
        return _days(text)
    except ValueError:
        forms = "1950-02-17, 1950-02-17/1950-02-19, Sunday, or Sunday 1950-01-01/1950-06-30"
        raise ValueError(f"days as one of {forms}") from None


def read_addition(text: str) -> Addition:
    """Read a day, and behind it the days whose issues were added on it; nothing behind it: all.

    Raises `ValueError`, which says what can be written.
    """
    day, *rest = text.split(maxsplit=1) or [""]
    try:
        return Addition(on=read_day(day), days=read_days(rest[0]) if rest else Days())
    except ValueError:
        raise ValueError("a day, and behind it days of issues, for example 2024-05-01 1954-12-01/1954-12-31") from None


def _days(text: str) -> Days:
    found = _DAYS.fullmatch(text)
    if not found or not text:
        raise ValueError
    weekday = WEEKDAYS.index(found["weekday"].lower()) if found["weekday"] else None
    if found["weekday"] and not found["first"]:
        return Days(weekday=weekday)
    first, last = (read_day(found["day"] or found[end]) for end in ("first", "last"))
    if first > last:
        raise ValueError
    return Days(first=first, last=last, weekday=weekday)
