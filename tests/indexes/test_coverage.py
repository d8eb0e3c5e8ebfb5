"""Which days are here, had no issue, or are missing: held to what the words mean, day by day."""

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.days import Days, read_days
from duizhao.indexes.coverage import Coverage, Kind, Tally, cover
from duizhao.settings import Publication

START = date(1950, 1, 1)
TIME = [START + timedelta(days=number) for number in range(70)]
"""Ten weeks from a Sunday on."""

DAYS = st.sampled_from(TIME)


@st.composite
def members(draw: st.DrawFn) -> Days:
    first, last = sorted(draw(st.tuples(DAYS, DAYS)))
    return Days(first=first, last=last, weekday=draw(st.none() | st.integers(0, 6)))


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if first and last and first > last:
        first, last = last, first
    return Publication(first=first, last=last, no_issue=tuple(draw(st.lists(members(), max_size=4))))


def is_listed(day: date, publication: Publication) -> bool:
    return any(
        days.first <= day <= days.last and days.weekday in (None, day.weekday()) for days in publication.no_issue
    )


def expected(day: date, issues: Collection[date], publication: Publication) -> Kind:
    if day in issues:
        return "issue"
    first = publication.first or min(issues, default=None)
    last = publication.last or max(issues, default=None)
    if first is None or last is None or not first <= day <= last:
        return "outside"
    return "none" if is_listed(day, publication) else "missing"


@settings(deadline=None)
@given(st.sets(DAYS), publications())
def test_every_day_is_of_the_kind_that_the_words_mean(issues: set[date], publication: Publication) -> None:
    coverage = cover(issues, publication)
    assert {day: coverage.kind(day) for day in TIME} == {day: expected(day, issues, publication) for day in TIME}


@settings(deadline=None)
@given(st.sets(DAYS), publications(), DAYS, DAYS)
def test_counts_are_those_of_the_days_one_by_one(
    issues: set[date], publication: Publication, first: date, last: date
) -> None:
    coverage = cover(issues, publication)
    kinds = Counter(coverage.kind(day) for day in TIME if first <= day <= last)
    assert coverage.tally(first, last) == tally(kinds["issue"], kinds["missing"], kinds["none"])
    whole = Counter(map(coverage.kind, TIME))
    assert coverage.tally() == tally(whole["issue"], whole["missing"], whole["none"])


@settings(deadline=None)
@given(st.sets(DAYS), publications())
def test_days_that_are_listed_and_have_articles_are_told_wherever_they_are(
    issues: set[date], publication: Publication
) -> None:
    unexpected = [day for day in sorted(issues) if is_listed(day, publication)]
    assert cover(issues, publication).unexpected == unexpected


@settings(deadline=None)
@given(st.sets(DAYS), publications(), st.data())
def test_neither_order_nor_repetition_of_the_list_matters(
    issues: set[date], publication: Publication, data: st.DataObject
) -> None:
    again = data.draw(st.permutations(publication.no_issue * 2))
    other = Publication(first=publication.first, last=publication.last, no_issue=tuple(again))
    assert cover(issues, publication) == cover(issues, other)


def tally(issues: int, missing: int, none: int) -> Tally:
    return Tally(issues=issues, missing=missing, none=none)


def covered(*issues: str, no_issue: tuple[str, ...] = (), **ends: str) -> Coverage:
    """Cover days of January 1950, each named by its number."""
    span = {name: date.fromisoformat(f"1950-01-{number}") for name, number in ends.items()}
    listed = tuple(map(read_days, no_issue))
    return cover([date.fromisoformat(f"1950-01-{day}") for day in issues], Publication(**span, no_issue=listed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("coverage", "shown"),
    [
        (covered(), "........"),
        (covered("03"), "..#....."),
        (covered("03", "06"), "..#oo#.."),
        (covered("03", "06", first="01", last="08"), "oo#oo#oo"),
        (covered("03", "06", first="05"), "..#.o#.."),
        (covered("03", "06", last="04"), "..#o.#.."),
        (covered("06", first="07"), ".....#.."),
        (covered(first="02", last="03"), ".oo....."),
        (covered("03", "06", no_issue=("1950-01-04",)), "..#-o#.."),
        (covered("01", "08", no_issue=("Sunday", "Tuesday")), "#o-oooo#"),
        (covered("01", "08", no_issue=("Monday 1950-01-03/1950-01-08", "1950-01-06/1950-01-07")), "#oooo--#"),
    ],
)
def test_the_first_week_of_1950_which_begins_on_a_sunday(coverage: Coverage, shown: str) -> None:
    signs = {"issue": "#", "none": "-", "missing": "o", "outside": "."}
    assert "".join(signs[coverage.kind(day)] for day in TIME[:8]) == shown
    assert coverage.tally() == tally(shown.count("#"), shown.count("o"), shown.count("-"))


@pytest.mark.parametrize(
    ("counts", "share"),
    [
        ((0, 0, 0), 0),
        ((0, 9, 0), 0),
        ((1, 999, 0), 1),
        ((1, 2, 0), 33),
        ((1, 1, 5), 50),
        ((999, 1, 0), 99),
        ((9, 0, 0), 100),
        ((9, 0, 9), 100),
    ],
)
def test_a_share_says_all_and_none_only_where_it_is_so(counts: tuple[int, int, int], share: int) -> None:
    assert tally(*counts).share == share


def test_a_whole_calendar_without_issues_can_be_counted() -> None:
    everything = Publication(first=date.min, last=date.max)
    assert cover([START], everything).tally().missing == date.max.toordinal() - 1
