"""What the command line takes, says and answers with its exit status."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao.cli import main
from tests.archive import GOOD, files, site_in
from tests.built_site import ROOT


@pytest.fixture
def in_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    content = site_in(tmp_path).content
    for number in range(3):
        (content / f"{number}.txt").write_text(GOOD.replace("白河", f"白河{number}"), encoding="utf-8")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: main([*arguments, "--jobs", "1"])


def test_the_report_counts_and_names_everything(in_archive: Callable[..., int], tmp_path: Path) -> None:
    (tmp_path / "content" / "bad.md").write_bytes(b"")
    assert in_archive("--report", "report.json") == 1
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["articles"], report["refused"], report["published"]) == (3, 1, True)
    assert report["problems"]["refuses"][0]["path"] == "content/bad.md"
    assert report["counts"] == {"file-empty": 1, "base-url-example": 1}
    assert report["bytes"] == sum(step["bytes"] for step in report["steps"])
    assert report["peak_memory"]["largest_worker"] > 10_000_000
    assert report["files"] == len(files(tmp_path / "public")) - 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 0),
        (("build",), 0),
        (("--config", "none.yaml"), 2),
        (("--content", "none"), 2),
        (("--output", "content"), 2),
        (("--report", "content"), 2),
    ],
)
def test_the_exit_status_says_how_it_went(
    in_archive: Callable[..., int], arguments: tuple[str, ...], status: int
) -> None:
    assert in_archive(*arguments) == status


@pytest.mark.parametrize(
    "arguments", [["--jobs", "0"], ["--jobs", "x"], ["--base-url", "ftp://x"], ["--nonsense"], ["biuld"]]
)
def test_a_wrong_call_is_refused_with_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_quiet_says_nothing_when_nothing_is_wrong(
    in_archive: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert in_archive("--quiet", "--base-url", "https://archive.example/") == 0
    assert capsys.readouterr() == ("", "")


def test_a_terminal_shows_progress_and_a_log_one_line_a_step(
    in_archive: Callable[..., int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_archive() == 0
    assert "articles: 3\n" in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert in_archive("--clean") == 0
    shown = capsys.readouterr().out
    assert re.search(r"(\d+)/\1\b", shown)
    assert "3 articles" in shown


def test_what_is_said_of_the_settings_names_their_file(in_archive: Callable[..., int], tmp_path: Path) -> None:
    (tmp_path / "site.yaml").rename(tmp_path / "my.yaml")
    assert in_archive("--config", "my.yaml", "--report", "r.json") == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["problems"]["warns"][0]["path"] == "my.yaml"


def test_names_and_numbers_are_said_as_they_are(
    in_archive: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GOOD.replace("白河", "黑河").replace("The bridge", "\n" * 92 + "<b>The bridge")
    (tmp_path / "content" / "[red].md").write_text(text, encoding="utf-8")
    assert in_archive() == 0
    assert "[red].md:100: html-escaped" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["serve", "--port", "70000"], ["--base-url", "https://["], ["--base-url", "https://a b"]]
)
def test_ports_and_addresses_that_cannot_be_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)


def test_an_interrupted_build_leaves_the_site_as_it_was(
    in_archive: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_archive() == 0
    before = files(tmp_path / "public")
    (tmp_path / "content" / "new.txt").write_text(GOOD.replace("白河", "黑河"), encoding="utf-8")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("duizhao.building.standing_files", interrupt)
    assert in_archive() == 130
    assert files(tmp_path / "public") == before


def test_a_pairing_is_explained_side_by_side(
    in_archive: Callable[..., int], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert in_archive() == 0
    capsys.readouterr()
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["align", "content/0.txt"]) == 0
    said = capsys.readouterr().out
    assert "p1 1.00" in said
    assert "大桥全长三百二十公尺。" in said
    assert "It is 320 meters long." in said
    assert re.search(r"320\b.*│", said)


def test_corrections_are_marked_in_a_pairing_and_heeded_by_a_check(
    in_archive: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "content" / "0.txt.corrections.yaml"
    beside.write_text("pair:\n- {zh: 两千多人, en: The bridge}\n- {zh: 大桥, en: It is long}\n", encoding="utf-8")
    assert in_archive("--quiet") == 0
    capsys.readouterr()
    monkeypatch.setenv("COLUMNS", "200")
    for arguments in (["align", "content/0.txt"], ["check", "--jobs", "1"]):
        assert main(arguments) == 0
        said = capsys.readouterr()
        assert "content/0.txt.corrections.yaml:3: corrections-quote: “It is long”" in said.err
        assert ("p3 pinned" in said.out) == (arguments[0] == "align")


def test_a_pairing_of_no_article_is_refused_with_a_word(
    in_archive: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    assert main(["align", "empty.md"]) == 2
    assert "empty.md: file-empty" in capsys.readouterr().err
    assert in_archive("--quiet") == 0


def test_a_check_ends_with_1_where_something_is_wrong(
    in_archive: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--jobs", "1"]) == 2
    assert "nothing was published" not in capsys.readouterr().err
    assert in_archive() == 0
    assert main(["check", "--jobs", "1"]) == 0
    (tmp_path / "public" / "search.html").unlink()
    assert main(["check", "--jobs", "1"]) == 1
