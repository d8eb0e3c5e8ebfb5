"""What is wrong gets a clear word with its place and its mend, and never costs the other articles.

Each folder of `problems/` is named for the code of a problem. It holds `content/`, where it needs them a `site.yaml`,
a `permalinks.csv` and other folders, and `expected.txt`: what the build says of it. Beside the faulty sources stands a
good article, which must be built, unless the problem stops the whole build. `ACCEPT=1` writes `expected.txt` anew.
"""

import os
import shutil
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.codes import CODES, Severity
from duizhao.problems import did_you_mean, ordered, problem
from tests.archive import GOOD_FILE

CASES = Path(__file__).parent / "problems"

MADE_BY_TESTS = {
    # what a folder under version control cannot hold stands in test_bad_input.py, test_publish.py, test_check.py,
    # test_published.py, test_weight.py, align/test_cedict.py, cache/test_kept.py and search/test_finding.py
    "file-unreadable", "file-outside", "file-name", "file-changed", "file-foreign",
    "content-missing", "settings-missing", "scheduler",
    "output-missing", "output-overlaps", "output-taken", "output-unwritable", "output-busy", "output-lost",
    "file-unwritable", "worker-killed", "serve-address", "dictionary-missing", "cache-unusable",
    "link-dead", "fragment-dead", "address-missing", "search-missing", "site-heavy",
    "published-unreadable", "published-missing", "published-unpinned",
}  # fmt: skip


def archive(case: Path, folder: Path) -> Path:
    shutil.copytree(case, folder)
    (folder / "content").mkdir(exist_ok=True)
    shutil.copy(GOOD_FILE, folder / "content" / "good_article.txt")
    if not (folder / "site.yaml").exists():
        (folder / "site.yaml").write_text("title: Archive\nbase_url: https://archive.example/\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_a_problem_is_told_with_place_and_mend(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(archive(case, tmp_path / "archive"))
    ledger = ["--ledger", "permalinks.csv"] if (case / "permalinks.csv").exists() else []
    status = main(["--jobs", "1", "--quiet", *ledger])
    said = capsys.readouterr().err.split("\n\n")[0].strip() + f"\nexit {status}\n"
    if os.environ.get("ACCEPT"):
        (case / "expected.txt").write_text(said, encoding="utf-8")
    assert said == (case / "expected.txt").read_text(encoding="utf-8")
    assert f": {case.name}: " in said
    stops = CODES[case.name].severity is Severity.STOPS
    assert status == {Severity.STOPS: 2, Severity.REFUSES: 1}.get(CODES[case.name].severity, 0)
    assert bool(list(Path("public").glob("1953/07/06/3-*.html"))) != stops


def test_every_problem_has_its_case() -> None:
    assert {case.name for case in CASES.iterdir()} | MADE_BY_TESTS == set(CODES)
    assert not {case.name for case in CASES.iterdir()} & MADE_BY_TESTS


def test_a_problem_names_file_line_and_mend() -> None:
    found = problem("a.md", 3, "key-unknown", "“titel” is no key", known="title, date")
    assert str(found) == "a.md:3: key-unknown: “titel” is no key\n    mend: use one of: title, date"
    assert str(problem("a.md", 0, "file-empty", "it is empty")).startswith("a.md: file-empty")


def test_problems_are_sorted_and_said_once() -> None:
    late, early = problem("b", 1, "file-empty", "x"), problem("a", 2, "file-empty", "x")
    assert ordered([late, early, late]) == [early, late]


def test_the_nearest_word_is_offered() -> None:
    assert did_you_mean("titel", ["title", "date"]) == " (did you mean “title”?)"
    assert did_you_mean("xyz", ["title"]) == ""
