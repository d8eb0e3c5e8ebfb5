"""What other programs say of the built site: the Nu HTML checker, and acceptance checks that share none of our code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built_site import BASE, ROOT, BuiltSite

CHECKER = ROOT / "tests/validators/node_modules/vnu-jar/build/dist/vnu.jar"
CHECKS = ROOT.parent / "shared/checks"

UNKNOWN = ("CSS: Parse Error.", ("hlight(", "ghlight(", "ighlight(", "highlight("))
"""What the checker says of `::highlight(…)`, which it does not know yet, and how its extract of that may begin."""


def judge(folder: Path) -> list[str]:
    """Ask the Nu HTML checker for its errors in every page and style sheet of a folder."""
    options = ("--format", "json", "--skip-non-html", "--also-check-css")
    command = ("java", "-jar", str(CHECKER), *options, str(folder))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').removeprefix(f'file:{folder}')}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
        and not (message["message"] == UNKNOWN[0] and message.get("extract", "").lstrip(" :").startswith(UNKNOWN[1]))
    ]


def test_the_html_checker_finds_no_error(built: BuiltSite) -> None:
    assert not judge(built.output)


def test_the_html_checker_finds_no_error_in_the_small_archive_whose_heads_are_brief() -> None:
    """It shows citations in one style, too."""
    assert not judge(ROOT / "tests/golden/after")


def test_the_html_checker_sees_faults_in_pages_and_style_sheets(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><html lang=en><title>A</title><p id=x><p id=x>", encoding="utf-8")
    (tmp_path / "b.css").write_text("p { colour: red }", encoding="utf-8")
    found = judge(tmp_path)
    assert any(fault.startswith("/a.html") and "Duplicate ID" in fault for fault in found)
    assert any(fault.startswith("/b.css") and "colour" in fault for fault in found)


@pytest.mark.skipif(not CHECKS.is_dir(), reason="no acceptance checks beside the project")
class TestAcceptance:
    def check(self, name: str, *arguments: str | Path) -> None:
        command = (sys.executable, str(CHECKS / name), *map(str, arguments))
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def test_no_line_of_a_source_is_lost(self, built: BuiltSite) -> None:
        self.check("conserve.py", built.content, built.output, built.ledger)

    def test_the_site_is_whole(self, built: BuiltSite) -> None:
        self.check("site.py", built.output, BASE)
