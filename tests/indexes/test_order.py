from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.indexes import paper_key, paper_order
from duizhao.model import Entry
from tests.indexes.archive import archives, new_entry

FIRST, SECOND = date(1954, 12, 1), date(1954, 12, 2)

CASES: dict[str, tuple[Entry, Entry]] = {
    "an earlier day comes first, whatever its page": (new_entry("9", day=FIRST, page=8), new_entry("1", day=SECOND)),
    "a front page comes first, whatever its place": (new_entry("9", page=1, order=7), new_entry("1", page=2, order=1)),
    "page 10 comes after page 9": (new_entry("9", page=9), new_entry("1", page=10)),
    "a page that nobody knows comes last": (new_entry("9", page=99), new_entry("1", page=None)),
    "an article with a place comes before one without": (new_entry("9", order=12), new_entry("1")),
    "place 2 comes before place 10": (new_entry("9", order=2), new_entry("1", order=10)),
    "numbers in a path count as numbers": (new_entry("a/2.txt"), new_entry("a/10.txt")),
    "also with zeros before them": (new_entry("a/09.txt"), new_entry("a/10.txt")),
    "a path that begins another comes first": (new_entry("a/1"), new_entry("a/1 b")),
    "a path may begin with a number or without": (new_entry("7.txt"), new_entry("a.txt")),
    "paths that count alike keep one order": (new_entry("a/01.txt"), new_entry("a/1.txt")),
    "signs that only look like digits are none": (new_entry("a/2.txt"), new_entry("a/²１.txt")),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("turn", [list, reversed], ids=["in order", "out of order"])
def test_the_paper_order(case: str, turn: Callable[[object], list[Entry]]) -> None:
    assert tuple(paper_order(turn(CASES[case]))) == CASES[case]


@settings(deadline=None)
@given(archives())
def test_the_order_has_every_article_once_and_agrees_with_its_key(entries: list[Entry]) -> None:
    in_order = paper_order(entries)
    assert list(in_order) == sorted(entries, key=paper_key)
    assert all(paper_key(first) < paper_key(second) for first, second in pairwise(in_order))


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("a1０ /.²")), max_size=8, unique=True))
def test_any_source_paths_can_be_compared(paths: list[str]) -> None:
    entries = [new_entry(path, permalink="1954/12/24/1-aaaaa.html") for path in paths]
    assert paper_order(entries) == paper_order(entries[::-1])
