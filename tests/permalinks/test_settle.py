"""Lines that need no second look are passed over, and nothing comes of it but less memory."""

from dataclasses import replace
from sys import modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.entries import carded
from duizhao.model import Entry
from duizhao.permalinks import Addresses, Row, assign, row_of
from duizhao.permalinks.match import settle
from duizhao.problems import Halt, Problem
from tests.permalinks.entries import new_entry

ADDRESSES = [f"1954/12/24/1-{letter * 5}.html" for letter in "abcd"]
SOURCES = st.sampled_from("wxyz")
TEXTS = st.sampled_from(["one", "two", "three"])
HEADLINES = st.sampled_from(["标题", "简讯"])
ENTRIES = st.lists(
    st.builds(lambda source, text, zh: new_entry(source, text=text, zh=zh), SOURCES, TEXTS, HEADLINES),
    unique_by=lambda entry: entry.source,
)


def line(source: str, text: str, headline: str, permalink: str, status: str) -> Row:
    entry = replace(new_entry(source, text=text, zh=headline), permalink=permalink)
    return replace(row_of(entry), status=status)


STATUS = st.sampled_from(["", "", "", "gone", f"redirect {ADDRESSES[0]}"])
LINES = st.lists(st.builds(line, SOURCES, TEXTS, HEADLINES, st.sampled_from(ADDRESSES), STATUS), max_size=6)


def outcome(entries: list[Entry], rows: list[Row]) -> Addresses | list[Problem]:
    try:
        return replace(assign(entries, rows, frozenset("w"), "permalinks.csv"), restated=())
    except Halt as halt:
        return list(halt.problems)


@given(ENTRIES, LINES)
def test_what_is_settled_at_once_changes_no_address_and_no_problem(entries: list[Entry], lines: list[Row]) -> None:
    rows = [replace(row, line=number) for number, row in enumerate(lines, start=2)]
    with pytest.MonkeyPatch.context() as patch:
        found = outcome(entries, rows)
        patch.setattr(modules[assign.__module__], "settle", lambda _, rows: list(rows))
        assert found == outcome(entries, rows)


def test_lines_that_stand_as_they_would_be_written_are_not_held() -> None:
    entries = carded([new_entry(source) for source in "abc"])
    first = assign(entries, [], frozenset(), "permalinks.csv").entries
    rows = [replace(row_of(entry), line=number) for number, entry in enumerate(first, start=2)]
    cards = list(entries.cards)
    assert settle(cards, rows) == []
    assert tuple(cards) == first.cards
    corrected = replace(rows[1], headline="旧题")
    cards = list(entries.cards)
    assert settle(cards, [rows[0], corrected, rows[2]]) == [corrected]
    assert [card.permalink for card in cards] == [rows[0].permalink, "", rows[2].permalink]
