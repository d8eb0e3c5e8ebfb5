from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.entries import carded
from duizhao.indexes.census import SHADES, Shade, neighbours, shades, take_census
from tests.indexes.archive import new_entry

COUNTS = st.lists(st.integers(1, 3_000), min_size=1, max_size=60)


def ranges(steps: tuple[Shade, ...]) -> list[tuple[int, int, int]]:
    return [(shade.step, shade.low, shade.high) for shade in steps]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], []),
        ([7], [(1, 1, 7)]),
        ([3, 3, 3, 3, 3, 3], [(1, 1, 3)]),
        ([10, 20, 30, 40, 50], [(1, 1, 10), (2, 11, 20), (3, 21, 30), (4, 31, 40), (5, 41, 50)]),
        ([1, 1, 1, 1, 1, 1, 1, 1, 1, 900], [(1, 1, 1), (5, 2, 900)]),
        ([1, 900], [(1, 1, 1), (3, 2, 900)]),
    ],
)
def test_shades_are_cut_so_that_each_holds_about_as_many_days(
    counts: list[int], expected: list[tuple[int, int, int]]
) -> None:
    assert ranges(shades(counts)) == expected


@settings(deadline=None)
@given(COUNTS)
def test_every_count_has_one_shade_and_more_articles_are_never_paler(counts: list[int]) -> None:
    steps = shades(counts)
    found = [[shade.step for shade in steps if shade.low <= count <= shade.high] for count in sorted(counts)]
    assert all(len(step) == 1 for step in found)
    assert found == sorted(found)
    assert all(1 <= shade.step <= SHADES for shade in steps)


def test_a_day_without_articles_has_no_shade() -> None:
    census = take_census([new_entry()])
    assert census.shade(0) == 0
    assert census.shade(1) == 1


@pytest.mark.parametrize(
    ("year", "expected"),
    [(1946, (None, 1950)), (1950, (1946, 1954)), (1951, (1950, 1954)), (1954, (1950, None)), (1990, (1954, None))],
)
def test_neighbours_are_found_for_what_is_there_and_for_what_is_not(
    year: int, expected: tuple[int | None, int | None]
) -> None:
    assert neighbours([1946, 1950, 1954], year) == expected


def test_newspaper_pages_stand_in_order_and_the_unknown_one_last() -> None:
    entries = [new_entry(f"{number}.txt", page=page) for number, page in enumerate([None, 10, 2, 1, None])]
    assert {number: len(found) for number, found in take_census(entries).pages.items()} == {1: 1, 2: 1, 10: 1, 0: 2}
    assert [*take_census(entries).pages] == [1, 2, 10, 0]


def test_an_article_whose_date_was_corrected_is_a_stray_where_it_was_published() -> None:
    corrected = new_entry(day=date(1954, 12, 25), permalink="1954/12/24/1-7q3fk.html")
    census = take_census([corrected])
    assert census.issues == {date(1954, 12, 25): carded([corrected])}
    assert census.strays == {date(1954, 12, 24): carded([corrected])}
