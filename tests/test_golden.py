"""A small archive gives, byte for byte, the site that was looked over and accepted.

`ACCEPT=1` accepts what is built now: look at the difference under version control before you commit it. Style sheet,
scripts, the interface's words and the index of the full text are left out; they have tests of their own. So has the
data package: the size of a compressed file depends on the version of zlib, what it holds does not.
"""

import difflib
import gzip
import os
import re
import shutil
from pathlib import Path

import pytest

from duizhao.cli import main

LEFT_OUT = ("static/", "search/", "data/datapackage.json")
INDEX = re.compile(r"^search/.*\n", re.MULTILINE)
GOLDEN = Path(__file__).parent / "golden"


def files(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix().removesuffix(".gz"): path for path in found}
    read = {name: text_of(path) for name, path in named.items() if not name.startswith(LEFT_OUT)}
    return {path: INDEX.sub("", text) if path == ".duizhao" else text for path, text in read.items()}


def text_of(path: Path) -> str:
    data = path.read_bytes()
    return str(gzip.decompress(data) if path.suffix == ".gz" else data, "utf-8")


def test_the_small_archive_gives_the_accepted_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, after = tmp_path / "archive", GOLDEN / "after"
    shutil.copytree(GOLDEN / "before", archive)
    monkeypatch.chdir(archive)
    assert main(["--jobs", "1", "--quiet", "--output", "public", "--ledger", "public.csv"]) == 0
    for suffix in (".csv", ".history.csv"):
        shutil.move(f"public{suffix}", f"public/permalinks{suffix}")
    built = files(Path("public"))
    if os.environ.get("ACCEPT"):
        shutil.rmtree(after)
        for path, text in built.items():
            (after / path).parent.mkdir(parents=True, exist_ok=True)
            (after / path).write_text(text, encoding="utf-8", newline="")
    accepted = files(after)
    assert sorted(built) == sorted(accepted)
    differences = [
        line
        for path, text in built.items()
        for line in difflib.unified_diff(
            accepted[path].split("\n"), text.split("\n"), f"after/{path}", "built", "", "", 1, ""
        )
    ]
    assert not differences, "\n".join(differences)
