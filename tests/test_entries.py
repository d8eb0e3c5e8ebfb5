"""Articles come out of few bytes as they went in, and are found by their sources."""

import pickle
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from duizhao.entries import Entries, card_of, carded, find
from duizhao.model import Bilingual, Entry

TEXTS = st.text()
MAYBE = st.none() | TEXTS
NUMBERS = st.none() | st.integers(0, 500)
SOURCES = st.text(st.characters(exclude_characters="\0"), min_size=1)
PAIRS = st.builds(lambda zh, en: Bilingual(zh=zh, en=en), MAYBE, MAYBE)
ENTRIES = st.builds(
    Entry,
    source=SOURCES,
    date=st.dates(),
    page=NUMBERS,
    section=MAYBE,
    order=NUMBERS,
    headline=PAIRS,
    author=PAIRS,
    column=PAIRS,
    digest=TEXTS,
    pinned=MAYBE,
    agency=TEXTS,
    permalink=TEXTS,
)


@given(ENTRIES)
def test_what_is_packed_comes_out_again(entry: Entry) -> None:
    card = card_of(entry)
    assert (card.entry, card.source, card.day, card.permalink) == (entry, entry.source, entry.date, entry.permalink)
    assert pickle.loads(pickle.dumps(Entries((card,))))[0] == entry  # noqa: S301 - as it goes to a worker


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.source), SOURCES)
def test_packed_articles_sort_as_their_sources_do_and_are_found_by_them(entries: list[Entry], other: str) -> None:
    cards = sorted(carded(entries).cards, key=lambda card: card.packed)
    sources = sorted(entry.source for entry in entries)
    assert [card.source for card in cards] == sources
    assert [find(cards, source) for source in sources] == list(range(len(sources)))
    assert find(cards, other) == (sources.index(other) if other in sources else None)


@given(st.lists(ENTRIES, min_size=1), st.data())
def test_articles_are_a_sequence_of_records(entries: list[Entry], data: st.DataObject) -> None:
    packed = carded(entries)
    start, end = (data.draw(st.integers(-len(entries), len(entries))) for _ in range(2))
    assert list(packed) == [packed[at] for at in range(len(packed))] == entries
    assert list(packed[start:end]) == entries[start:end]
    assert carded(packed) is packed


def test_articles_are_cut_where_a_key_changes() -> None:
    days = [date(1954, 12, day) for day in (24, 24, 25, 24)]
    one = Entry(
        source="a",
        date=days[0],
        page=1,
        section=None,
        order=None,
        headline=Bilingual(zh="标题"),
        author=Bilingual(),
        column=Bilingual(),
        digest="",
    )
    entries = carded(replace(one, date=day) for day in days)
    found = [(day, len(group)) for day, group in entries.grouped(lambda card: card.day)]
    assert found == [(days[0], 2), (days[2], 1), (days[3], 1)]
