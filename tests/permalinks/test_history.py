"""The side file of the ledger: passages and headlines that were published, read back as written, merged by line."""

from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.entries import carded
from duizhao.permalinks import History, Past, Row, history_text, read_history, renamed, row_of
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from tests.archive import GOOD, OTHER, address_of, files, site_in
from tests.permalinks.entries import new_entry

A, B = "1954/12/24/1-aaaaa.html", "1954/12/24/1-bbbbb.html"
PINNED = [Row(permalink=B), Row(permalink=A)]
HISTORY = {B: Past(passages="abcd(7)ef01"), A: Past(passages="abcd", headlines=("旧题", 'Old, "quoted"'))}


def no_marks(_: str) -> bytes:
    return b""


def written(folder: Path, text: str) -> Path:
    path = folder / "permalinks.history.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_what_is_written_is_read_back_sorted(tmp_path: Path) -> None:
    text = history_text(HISTORY, no_marks, PINNED).decode()
    assert text.split("\n")[1].startswith(A)
    assert read_history(written(tmp_path, text)) == HISTORY
    assert read_history(tmp_path / "none.csv") == {}


def test_addresses_that_the_ledger_does_not_pin_are_left_out(tmp_path: Path) -> None:
    assert list(read_history(written(tmp_path, history_text(HISTORY, no_marks, PINNED[:1]).decode()))) == [B]


def test_of_two_lines_that_a_merge_left_the_one_that_knows_more_passages_counts(tmp_path: Path) -> None:
    lines = [f"{A},abcd,旧\n", f"{A},abcd(3)ef01,新\n", "permalink,passages,headlines\n"]
    for order in (lines, lines[::-1]):
        past = read_history(written(tmp_path, "".join(order)))[A]
        assert (past.passages, sorted(past.headlines)) == ("abcd(3)ef01", ["新", "旧"])


@pytest.mark.parametrize("line", ["x,abcd,", f"{A},abc,", f"{A},abcd", f"{A},abcd,a,b", f'{A},"abcd'])
def test_a_line_that_cannot_be_read_stops_the_build(tmp_path: Path, line: str) -> None:
    with pytest.raises(Halt) as halt:
        read_history(written(tmp_path, f"permalink,passages,headlines\n{line}\n"))
    assert [(found.code, found.line) for found in halt.value.problems] == [("ledger-row", 2)]


def test_a_file_that_is_no_text_stops_the_build(tmp_path: Path) -> None:
    path = tmp_path / "permalinks.history.csv"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(Halt):
        read_history(path)


def test_headlines_are_kept_in_order_and_the_one_that_comes_back_is_none_of_them() -> None:
    entry = replace(new_entry("a", zh="甲"), permalink=A)
    rows = [row_of(entry)]
    history = History()
    for headline in ("乙", "丙", "甲"):
        entry = replace(entry, headline=replace(entry.headline, zh=headline))
        history = renamed(history, rows, carded([entry]))
        rows = [row_of(entry)]
    assert history[A].headlines == ("乙", "丙")
    assert renamed(history, rows, carded([entry])) == history


def test_marks_are_written_beside_headlines_in_place_of_those_before(tmp_path: Path) -> None:
    text = history_text(HISTORY, lambda address: b"0000" if address == A else b"", PINNED).decode()
    assert read_history(written(tmp_path, text)) == HISTORY | {A: replace(HISTORY[A], passages="0000")}


def test_numbers_and_headlines_outlast_a_new_text_and_a_clean_build_gives_the_same(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    source = site.content / "a.txt"
    source.write_text(GOOD, encoding="utf-8")
    build(site, Order(jobs=1))
    page = site.output / address_of(site, "a.txt")
    before = page.read_text(encoding="utf-8")
    assert "id=p4" not in before
    changed = GOOD.replace("    白河大桥七月五日通车。", "    本报记者前往现场。\n    白河大桥七月五日通车。")
    changed = changed.replace("The bridge over", "Our reporter went to the place.\n\nThe bridge over")
    for text in (changed, changed.replace("新桥通车", "大桥通车")):
        source.write_text(text, encoding="utf-8")
        build(site, Order(jobs=1))
    after = page.read_text(encoding="utf-8")
    assert [after.index(f"id=p{number}") for number in (4, 2, 3)] == sorted(
        after.index(f"id=p{number}") for number in (2, 3, 4)
    )
    assert "白河大桥" in after[after.index("id=p2") : after.index("id=p3")]
    assert "新桥通车" in after[after.index("</article>") :]
    first = files(site.output) | files(site.content)
    assert build(site, Order(jobs=1)).made == 0
    assert build(site, Order(jobs=2, clean=True)).made == 1
    assert files(site.output) | files(site.content) == first


def test_a_side_file_that_was_changed_makes_its_pages_again(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    (site.content / "a.txt").write_text(GOOD, encoding="utf-8")
    build(site, Order(jobs=1))
    kept = site.history_file.read_text(encoding="utf-8")
    address = address_of(site, "a.txt")
    marks = kept.splitlines()[1].split(",")[1]
    site.history_file.write_text(kept.replace(marks, f"{marks[:4]}(7){marks[4:]}"), encoding="utf-8")
    assert build(site, Order(jobs=1)).made == 1
    assert "id=p7" in (site.output / address).read_text(encoding="utf-8")
    site.history_file.unlink()
    assert build(site, Order(jobs=1)).made == 1
    assert "id=p7" not in (site.output / address).read_text(encoding="utf-8")
    assert site.history_file.read_text(encoding="utf-8") == kept


def test_a_text_that_is_withheld_for_a_while_keeps_its_numbers(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    for name, text in (("a.txt", GOOD), ("b.txt", OTHER)):
        (site.content / name).write_text(text, encoding="utf-8")
    build(site, Order(jobs=1))
    kept = site.history_file.read_bytes()
    (site.content / "b.txt").write_bytes(b"\xff\x00")
    build(site, Order(jobs=1))
    assert site.history_file.read_bytes() == kept
