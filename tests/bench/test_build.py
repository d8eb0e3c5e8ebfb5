"""`make bench` from start to end, on a few articles."""

import json
import re
import sys
from pathlib import Path

import pytest

from bench.build import edit
from bench.runs import CLEAN, EDITED, FLOOR, INDEXLESS, UNCHANGED
from tests.built_site import ROOT, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="builds are measured on Linux only")


def test_every_build_is_measured_and_nothing_is_left_behind(tmp_path: Path) -> None:
    words = ("--only", "builds", "--articles", "12", "--folder", str(tmp_path), "--json")
    said = json.loads(run(sys.executable, "-m", "bench", *words))
    runs = {row["name"]: row for row in said["runs"]}
    assert list(runs)[:5] == [CLEAN, UNCHANGED, EDITED, INDEXLESS, FLOOR]
    assert all(
        row["articles"] == 12 and row["wall"] > 0 and row["cpu"] > 0 and row["memory"] > 0 for row in said["runs"]
    )
    assert runs[CLEAN]["files"] > 12
    assert (runs[FLOOR]["files"], runs[FLOOR]["bytes"]) == (runs[EDITED]["files"], runs[EDITED]["bytes"])
    assert runs[EDITED]["bytes"] != runs[CLEAN]["bytes"] == runs[UNCHANGED]["bytes"]
    assert runs[INDEXLESS]["files"] < runs[CLEAN]["files"]
    assert set(said["programs"]) == {"Hugo", "Pagefind"}
    assert said["parts"]["pairing"] > 0
    assert not list(tmp_path.iterdir())


def test_every_option_stands_in_the_document_with_what_it_does() -> None:
    shown = run(sys.executable, "-m", "bench", "--help")
    table = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^  (--[a-z]+)", shown, re.MULTILINE)) == set(
        re.findall(r"^\| `(--[a-z]+)", table, re.MULTILINE)
    )


def test_one_article_is_edited_and_no_other(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.md").write_text("Title: A\n\nText.\n\n<hr /> \nOriginal: \n", encoding="utf-8")
    edit(tmp_path)
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.iterdir())]
    assert texts[0] == texts[2] == "Title: A\n\nText.\n\n<hr /> \nOriginal: \n"
    assert texts[1] == "Title: A\n\nText. Corrected.\n\n<hr /> \nOriginal: \n"
