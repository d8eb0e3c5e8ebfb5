"""The ledger as a file: read back as written, merged by line, refused where it cannot be read."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.entries import card_of
from duizhao.model import Entry
from duizhao.permalinks import Row, ledger_text, read_ledger
from duizhao.problems import Halt
from tests.permalinks.entries import new_entry

ROW = Row(
    permalink="1954/12/24/1-7q3fk.html", source="a, “b”.md", digest="d", date="1954-12-24", page="1", headline="标"
)


def text_of(pinned: Iterable[Entry | Row]) -> str:
    return ledger_text(one if isinstance(one, Row) else card_of(one) for one in pinned).decode()


def written(folder: Path, text: str) -> Path:
    path = folder / "permalinks.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_ledger_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none.csv") == []


def test_what_is_written_is_read_back_sorted(tmp_path: Path) -> None:
    other = Row(permalink="1946/05/15/4-aaaaa.html", status="redirect 1954/12/24/1-7q3fk.html")
    text = text_of([ROW, other])
    rows = read_ledger(written(tmp_path, text))
    assert [row.permalink for row in rows] == [other.permalink, ROW.permalink]
    assert text_of(rows) == text


@pytest.mark.parametrize(
    "change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n"), lambda t: t + t, lambda t: t + "\n\n"]
)
def test_what_spreadsheets_and_merges_do_to_the_file_is_read(tmp_path: Path, change: object) -> None:
    assert callable(change)
    rows = read_ledger(written(tmp_path, change(text_of([ROW]))))
    assert {row.permalink for row in rows} == {ROW.permalink}
    assert {row.source for row in rows} == {ROW.source}


def test_a_ledger_without_the_column_for_states_is_read(tmp_path: Path) -> None:
    text = "permalink,source,digest,date,page,headline\n1954/12/24/1-7q3fk.html,a.md,d,1954-12-24,1,x\n"
    assert read_ledger(written(tmp_path, text))[0].status == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1954/12/24,a.md,,,,,", "1954/12/24"),
        ("../../etc/passwd,a.md,,,,,", "../../etc/passwd"),
        ("1954/12/24/1-abcde.html/../x,a.md,,,,,", "is no permalink"),
        ("1954/12/24/1-abcde.html,a.md,,,,,moved", "moved"),
        ("1954/12/24/1-abcde.html,a.md,,,,,redirect https://example.org/", "redirect https"),
        ("1954/12/24/1-abcde.html,a.md,,,,,,,", "other columns"),
        ("<<<<<<< HEAD", "<<<<<<< HEAD"),
        ("1954/13/45/1-abcde.html,a.md,,,,,gone", "1954/13/45"),
        ("0000/01/01/1-abcde.html,a.md,,,,,", "0000/01/01"),
        ("１９５４/12/24/1-abcde.html,a.md,,,,,", "１９５４"),
        ("1954/12/24/1-abcde.html,a.md,,,,,redirect 1954/02/30/1-abcde.html", "02/30"),
    ],
)
def test_a_line_that_cannot_be_read_stops_the_build_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    path = written(tmp_path, text_of([ROW]) + line + "\n")
    with pytest.raises(Halt) as halted:
        read_ledger(path)
    [found] = halted.value.problems
    assert (found.code, found.line, found.path) == ("ledger-row", 3, str(path))
    assert said in found.message


def test_a_file_with_other_columns_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(Halt, match="permalink"):
        read_ledger(written(tmp_path, "a,b\n1,2\n"))


def test_a_headline_of_any_length_makes_a_line_that_is_read_again(tmp_path: Path) -> None:
    long = "标" * 300_000
    text = text_of(
        [replace(new_entry("a.md", zh=long), permalink="1953/01/01/1-aaaaa.html"), replace(ROW, headline=long)]
    )
    rows = read_ledger(written(tmp_path, text))
    assert [len(row.headline) for row in rows] == [200, 300_000]


def test_a_line_that_is_no_csv_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, text_of([ROW]) + 'x\0,"\n')
    with pytest.raises(Halt, match="ledger-row"):
        read_ledger(path)
