"""The years of the front page: none that the span holds is passed over, and gaps take few rows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.days import read_days
from duizhao.indexes.census import take_census
from duizhao.indexes.coverage import cover
from duizhao.indexes.decades import decades
from duizhao.indexes.views import Decade
from duizhao.settings import Publication
from tests.indexes.archive import new_entry


def decades_of(years: list[int], publication: Publication) -> list[Decade]:
    census = take_census([new_entry(f"{year}.txt", day=date(year, 7, 1)) for year in years])
    return list(decades(census, cover(census.issues, publication)))


def shown(found: list[Decade]) -> dict[str, list[str]]:
    """Write decades as `1940–1940` and rows as `1946`, `1947–1949 missing`."""
    return {
        f"{decade.first}–{decade.last}": [
            str(row.first) if row.bar else f"{row.first}–{row.last} {row.kind}" for row in decade.rows
        ]
        for decade in found
    }


@pytest.mark.parametrize(
    ("years", "publication", "expected"),
    [
        ([], Publication(), {}),
        ([1946, 1947], Publication(), {"1940–1940": ["1946", "1947"]}),
        ([1946, 1948], Publication(), {"1940–1940": ["1946", "1947–1947 missing", "1948"]}),
        (
            [1946, 1989],
            Publication(),
            {
                "1940–1940": ["1946", "1947–1949 missing"],
                "1950–1970": ["1950–1979 missing"],
                "1980–1980": ["1980–1988 missing", "1989"],
            },
        ),
        (
            [1953],
            Publication(first=date(1936, 3, 1), last=date(1955, 1, 1)),
            {"1930–1940": ["1936–1949 missing"], "1950–1950": ["1950–1952 missing", "1953", "1954–1955 missing"]},
        ),
        (
            [1946, 1951],
            Publication(no_issue=(read_days("1948-01-01/1949-12-30"), read_days("1947-12-01/1948-05-01"))),
            {
                "1940–1940": ["1946", "1947–1947 missing", "1948–1948 none", "1949–1949 missing"],
                "1950–1950": ["1950–1950 missing", "1951"],
            },
        ),
        (
            [1930, 1946],
            Publication(first=date(1945, 12, 31)),
            {"1930–1930": ["1930"], "1940–1940": ["1945–1945 missing", "1946"]},
        ),
    ],
)
def test_years_without_articles_are_put_together(
    years: list[int], publication: Publication, expected: dict[str, list[str]]
) -> None:
    assert shown(decades_of(years, publication)) == expected


YEARS = st.integers(1930, 1999)


@settings(deadline=None)
@given(st.sets(YEARS, min_size=1), st.tuples(YEARS, YEARS))
def test_each_year_of_articles_and_of_the_span_is_in_one_row(years: set[int], ends: tuple[int, int]) -> None:
    first, last = sorted(ends)
    span = Publication(first=date(first, 1, 1), last=date(last, 12, 31))
    rows = [row for decade in decades_of(sorted(years), span) for row in decade.rows]
    in_rows = [year for row in rows for year in range(row.first, row.last + 1)]
    assert in_rows == sorted(years | set(range(first, last + 1)))
    assert {row.first for row in rows if row.bar} == years
