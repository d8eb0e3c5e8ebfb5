"""Addresses are given once and for all, and told apart where two articles would share one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from duizhao.model import Entry
from duizhao.permalinks import Addresses, Row, assign, row_of
from duizhao.permalinks.address import CROCKFORD, PERMALINK
from duizhao.problems import Halt
from tests.permalinks.entries import new_entry

LEDGER = "permalinks.csv"


def lines(addresses: Addresses) -> list[Row]:
    """The ledger that is written, as it is read again."""
    return [one if isinstance(one, Row) else row_of(one.entry) for one in addresses.pinned]


def assigned(entries: Sequence[Entry], rows: Sequence[Row] = (), refused: Sequence[str] = ()) -> Addresses:
    return assign(entries, rows, set(refused), LEDGER)


def by_source(addresses: Addresses) -> dict[str, str]:
    return {entry.source: entry.permalink for entry in addresses.entries}


def halted(entries: Sequence[Entry], rows: Sequence[Row]) -> list[str]:
    with pytest.raises(Halt) as halt:
        assigned(entries, rows)
    return [found.code for found in halt.value.problems]


def row(permalink: str, source: str, digest: str = "", status: str = "", line: int = 2) -> Row:
    return Row(
        permalink=permalink,
        source=source,
        digest=digest or source,
        date="1954-12-24",
        headline="标题",
        status=status,
        line=line,
    )


A, B = "1954/12/24/1-aaaaa.html", "1954/12/24/1-bbbbb.html"


def test_an_address_is_date_page_and_five_letters() -> None:
    address = by_source(assigned([new_entry("a")]))["a"]
    assert PERMALINK.fullmatch(address)
    assert address.startswith("1954/12/24/1-")
    assert set(address[13:18]) <= set(CROCKFORD)


def test_addresses_never_change_from_one_version_of_the_program_to_the_next() -> None:
    addresses = by_source(assigned([new_entry("a"), new_entry("b", day="0987-01-02", page=None, zh="")]))
    assert addresses == {"a": "1954/12/24/1-hhj74.html", "b": "0987/01/02/0-gwq3c.html"}


def test_a_new_article_has_the_same_address_whatever_its_file_or_text() -> None:
    assert by_source(assigned([new_entry("a")]))["a"] == by_source(assigned([new_entry("b", text="other")]))["b"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_articles_that_would_share_an_address_are_told_apart_in_any_order(order: tuple[int, ...]) -> None:
    same = [new_entry("a", text="x"), new_entry("b", text="y"), new_entry("c", text="z")]
    addresses = by_source(assigned([same[n] for n in order]))
    assert len(set(addresses.values())) == 3
    assert addresses == by_source(assigned(same))


def test_a_published_address_is_left_to_its_article_when_another_would_get_it() -> None:
    first = assigned([new_entry("a", text="x")])
    both = by_source(assigned([new_entry("0", text="y"), new_entry("a", text="x")], lines(first)))
    assert both["a"] == by_source(first)["a"]
    assert both["0"] != both["a"]


@pytest.mark.parametrize(
    "now",
    [
        new_entry("a", text="x", zh="新标题"),
        new_entry("a", text="corrected"),
        new_entry("renamed", text="x"),
        new_entry("renamed", text="x", zh="新标题", page=3),
        new_entry("a", text="x", day="1954-12-25", page=2),
    ],
    ids=["headline", "text", "file name", "name, headline and page", "date and page"],
)
def test_an_address_is_kept_when_this_changes(now: Entry) -> None:
    first = assigned([new_entry("a", text="x")])
    again = assigned([now], lines(first))
    assert by_source(again)[now.source] == by_source(first)["a"]
    assert len(lines(again)) == 1
    assert lines(again)[0].source == now.source


def test_files_that_are_renumbered_keep_their_addresses() -> None:
    first = assigned([new_entry("1", text="x", zh="甲"), new_entry("2", text="y", zh="乙")])
    again = assigned(
        [new_entry(n, text=t, zh=z) for n, t, z in (("1", "n", "新"), ("2", "x", "甲"), ("3", "y", "乙"))], lines(first)
    )
    old, now = by_source(first), by_source(again)
    assert (now["2"], now["3"]) == (old["1"], old["2"])
    assert now["1"] not in old.values()


def test_captions_that_read_the_same_keep_their_addresses_by_path() -> None:
    days = [new_entry("a", text="x"), new_entry("b", text="x", day="1954-12-25")]
    first = assigned(days)
    assert by_source(assigned(days, lines(first))) == by_source(first)


def test_the_same_article_in_two_files_is_refused_once_and_the_published_file_stays() -> None:
    first = assigned([new_entry("b", text="x")])
    again = assigned([new_entry("a", text="x"), new_entry("b", text="x")], lines(first))
    assert list(by_source(again)) == ["b"]
    assert [(found.code, found.path) for found in again.problems] == [("article-twice", "a")]


def test_an_article_that_is_no_longer_there_stops_the_build_and_names_what_may_replace_it() -> None:
    with pytest.raises(Halt) as halt:
        assigned([new_entry("b", text="y")], [row(A, "a")])
    [found] = halt.value.problems
    assert found.code == "ledger-vanished"
    assert A in found.message
    assert "1954/12/24/1-" in found.mend


def test_an_article_that_is_refused_for_now_is_withheld_and_keeps_its_line() -> None:
    addresses = assigned([], [row(A, "a")], refused=["a"])
    assert [kept.permalink for kept in addresses.withheld] == [A]
    assert lines(addresses) == list(addresses.withheld)


@pytest.mark.parametrize("status", ["gone", f"redirect {B}"])
def test_a_status_closes_an_address_for_good(status: str) -> None:
    addresses = assigned([new_entry("b")], [row(A, "a", status=status), row(B, "b")])
    [closed] = addresses.closed
    assert (closed.permalink, closed.status, closed.source) == (A, status, "")
    assert len(lines(addresses)) == 2


def test_a_redirect_leads_to_the_end_of_its_chain() -> None:
    c = "1954/12/24/1-ccccc.html"
    rows = [row(A, "", status=f"redirect {B}"), row(B, "", status=f"redirect {c}"), row(c, "c")]
    closed = {kept.permalink: kept.target for kept in assigned([new_entry("c")], rows).closed}
    assert closed == {A: c, B: c}


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([row(A, "", status=f"redirect {B}")], ["ledger-target"]),
        ([row(A, "", status=f"redirect {A}")], ["ledger-target"]),
        ([row(A, "", status=f"redirect {B}"), row(B, "", status=f"redirect {A}")], ["ledger-target"] * 2),
        ([row(A, "a"), row(A, "b", line=3)], ["ledger-twice"]),
        ([row(A, "a"), row(B, "a", line=3)], ["ledger-source-twice"]),
    ],
    ids=["nowhere", "itself", "circle", "two articles", "two addresses"],
)
def test_a_ledger_that_contradicts_itself_stops_the_build(rows: list[Row], codes: list[str]) -> None:
    assert halted([new_entry("a"), new_entry("b")], rows) == codes


def test_lines_that_two_branches_changed_are_one_again() -> None:
    moved_here, corrected_there = row(A, "moved", digest="old"), row(A, "a", digest="new", line=3)
    addresses = assigned([new_entry("moved", text="new")], [moved_here, corrected_there])
    assert by_source(addresses) == {"moved": A}
    assert len(lines(addresses)) == 1


def test_an_id_of_the_source_becomes_its_address_and_is_refused_where_it_is_taken() -> None:
    pinned = [replace(new_entry(name, text=name), pinned="editorial") for name in ("a", "b")]
    addresses = assigned(pinned)
    assert by_source(addresses) == {"a": "1954/12/24/1-editorial.html"}
    assert [(found.code, found.path) for found in addresses.problems] == [("id-twice", "b")]


def test_an_id_that_comes_after_publication_changes_nothing() -> None:
    addresses = assigned([replace(new_entry("a"), pinned="late")], [row(A, "a")])
    assert by_source(addresses) == {"a": A}
    assert [found.code for found in addresses.problems] == ["id-late"]


def test_a_published_article_that_became_another_ones_twin_keeps_its_address() -> None:
    first = assigned([new_entry("a", text="x"), new_entry("b", text="y", zh="乙")])
    again = assigned([new_entry("a", text="x"), new_entry("b", text="x")], lines(first))
    assert [(found.code, found.path) for found in again.problems] == [("article-twice", "b")]
    assert [row.permalink for row in again.withheld] == [by_source(first)["b"]]


def test_a_withdrawn_article_whose_file_is_still_there_stops_the_build() -> None:
    assert halted([new_entry("a")], [row(A, "a", status="gone")]) == ["ledger-closed"]


def test_an_article_that_lives_on_under_another_address_leaves_its_old_one_closed() -> None:
    addresses = assigned([new_entry("a")], [row(A, "a", status=f"redirect {B}"), row(B, "a", line=3)])
    assert by_source(addresses) == {"a": B}


def test_a_withdrawn_article_that_comes_back_is_known_by_its_text() -> None:
    gone = assigned([], [row(A, "a", digest="x", status="gone")])
    back = [replace(one, status="") for one in lines(gone)]
    assert by_source(assigned([new_entry("elsewhere", text="x")], back)) == {"elsewhere": A}
