"""How settings name days, and which days that means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.days import Days, read_day, read_days

NAMED = {
    "1950-02-17": Days(first=date(1950, 2, 17), last=date(1950, 2, 17)),
    "1950-02-17/1950-02-19": Days(first=date(1950, 2, 17), last=date(1950, 2, 19)),
    "1950-02-17/1950-02-17": Days(first=date(1950, 2, 17), last=date(1950, 2, 17)),
    "1950-02-17 / 1950-02-19": Days(first=date(1950, 2, 17), last=date(1950, 2, 19)),
    "Sunday": Days(weekday=6),
    "monday": Days(weekday=0),
    "Monday 1946-05-15/1946-08-31": Days(first=date(1946, 5, 15), last=date(1946, 8, 31), weekday=0),
}

NO_DAY = [
    "",
    "1950",
    "1950-2-17",
    "1950-02-30",
    "19500217",
    "1950-W07-5",
    "17.2.1950",
    "1950-02-17T00:00",
    "１950-02-17",
]
NO_DAYS = [
    *NO_DAY, "Sundays", "Sun", "星期日", "Sunday Monday", "Sunday 1950-02-19", "Sunday1950-01-01/1950-06-30",
    "1950-02-17/", "/1950-02-17", "1950-02-17/1950-02-16", "1950-02-17/1950-02-30", "1950-02-17/1950-02-18/1950-02-19",
    "1950-02-17-1950-02-19", "1950-02-17, 1950-02-19", "ſunday",
]  # fmt: skip


@pytest.mark.parametrize("text", NAMED)
def test_days_are_read(text: str) -> None:
    assert read_days(text) == NAMED[text]


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_names_no_days_is_told_what_can_be_written(text: str) -> None:
    with pytest.raises(ValueError, match="Sunday 1950-01-01/1950-06-30"):
        read_days(text)


@pytest.mark.parametrize("text", NO_DAY)
def test_what_is_no_day_of_the_calendar_is_told_how_one_is_written(text: str) -> None:
    assert read_day("1950-02-17") == date(1950, 2, 17)
    with pytest.raises(ValueError, match="for example 1950-02-17"):
        read_day(text)


NEAR = st.dates(date(1950, 1, 1), date(1950, 3, 31))


@given(NEAR, NEAR, NEAR, NEAR, st.none() | st.integers(0, 6))
def test_days_between_two_are_those_of_the_interval_and_the_weekday(
    first: date, last: date, start: date, end: date, weekday: int | None
) -> None:
    every = [start + timedelta(days=number) for number in range((end - start).days + 1)]
    of_interval = [day for day in every if first <= day <= last]
    expected = [day for day in of_interval if weekday in (None, day.weekday())]
    assert list(Days(first=first, last=last, weekday=weekday).between(start, end)) == expected


@pytest.mark.parametrize("weekday", [None, *range(7)])
def test_the_ends_of_the_calendar_are_days_like_others(weekday: int | None) -> None:
    days = Days(weekday=weekday)
    expected = 7 if weekday is None else 1
    assert len(list(days.between(date.min, date.min + timedelta(days=6)))) == expected
    assert len(list(days.between(date.max - timedelta(days=6), date.max))) == expected
    assert list(days.between(date.max, date.min)) == []
