"""Sources that no folder under version control could hold: unreadable, linked out, oddly named, huge, hostile."""

import csv
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest

from duizhao.pipeline import Order, build
from duizhao.problems import LONGEST_MESSAGE, Problem
from duizhao.report import Report
from duizhao.settings import Site
from duizhao.sources import read_source
from tests.archive import GOOD, OTHER, site_in

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
LINK = "[x](javascript:alert(1))"
BREAKOUT = "\"'><svg onload=alert(1)>"


def site_of(folder: Path) -> Site:
    site = site_in(folder)
    (site.content / "good.txt").write_text(GOOD, encoding="utf-8")
    return site


def built(site: Site) -> tuple[Report, dict[str, str]]:
    """Build; the good article must always be there. Returns the report, and each article's page by its source."""
    report = build(site, Order(jobs=1))
    with site.ledger_file.open(encoding="utf-8", newline="") as lines:
        pages = {row["source"]: (site.output / row["permalink"]).read_text("utf-8") for row in csv.DictReader(lines)}
    assert "More than 2,000 people" in pages["good.txt"]
    return report, pages


def codes(report: Report, name: str) -> list[str]:
    return [found.code for found in report.problems if Path(found.path).name == name]


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may read every file; be somebody else for a while."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


def test_a_file_without_the_right_to_read_it_is_named() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        secret = Path(folder) / "secret.md"
        secret.write_text(GOOD, encoding="utf-8")
        secret.chmod(0)
        with without_rights():
            found = read_source(Path(folder), "secret.md", 9_999)
    assert isinstance(found, Problem)
    assert (found.code, found.path) == ("file-unreadable", "secret.md")


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    os.mkfifo(site.content / "pipe.md")
    assert codes(built(site)[0], "pipe.md") == ["file-unreadable"]


def test_a_link_out_of_the_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (tmp_path / "secret.txt").write_text(OTHER, encoding="utf-8")
    (site.content / "link.txt").symlink_to(tmp_path / "secret.txt")
    (site.content / "dead.txt").symlink_to(tmp_path / "none.txt")
    report, pages = built(site)
    assert codes(report, "link.txt") == ["file-outside"]
    assert codes(report, "dead.txt") in (["file-outside"], ["file-unreadable"])
    assert list(pages) == ["good.txt"]


@pytest.mark.parametrize("name", ["a\nb.md", "a\rb.md", "\x1b[1m.md", "a\x7f.txt"])
def test_a_name_with_control_characters_is_named(tmp_path: Path, name: str) -> None:
    site = site_of(tmp_path)
    (site.content / name).write_text(OTHER, encoding="utf-8")
    report, _ = built(site)
    assert [found.code for found in report.problems] == ["file-name"]
    assert "\x1b" not in str(report.problems)


def test_a_name_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    with open(os.fsencode(site.content) + b"/\xd6\xd0.md", "wb") as file:  # noqa: PTH123 - no Path of this name
        file.write(GOOD.encode())
    report, _ = built(site)
    assert [found.code for found in report.problems] == ["file-name"]


@pytest.mark.parametrize(
    "name",
    [
        "two words.md",
        "50%.md",
        "no#1.md",
        "why?.md",
        "“quotes” 'and' \"more\".md",
        "a&b<c>.md",
        "汉" * 82 + ".txt",
        "-n.md",
    ],
)
def test_any_name_of_a_file_is_good(tmp_path: Path, name: str) -> None:
    site = site_of(tmp_path)
    (site.content / name).write_text(OTHER, encoding="utf-8")
    report, pages = built(site)
    assert (report.articles, report.refused) == (2, 0)
    assert "黑河大桥" in pages[name]


def test_a_line_of_three_million_characters_is_published_with_a_word_about_it(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    long = "The bridge is long. " * 150_000
    (site.content / "long.txt").write_text(
        OTHER.replace("New Bridge Opens to Traffic\n\nThe", f"{long}\n\nThe"), encoding="utf-8"
    )
    report, pages = built(site)
    assert codes(report, "long.txt") == ["line-long"]
    assert pages["long.txt"].count("The bridge is long.") >= 150_000


def test_a_line_of_five_megabytes_makes_its_file_too_large_and_is_refused_with_its_size(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site.content / "large.txt").write_text(OTHER + "桥" * 1_700_000, encoding="utf-8")
    report, _ = built(site)
    assert codes(report, "large.txt") == ["file-large"]


@pytest.mark.parametrize("value", ["Page: 1" + " " * 200_000 + "x", "Date: " + "1 " * 100_000])
def test_a_value_of_any_length_is_read_in_no_time_and_named_in_brief(tmp_path: Path, value: str) -> None:
    site = site_of(tmp_path)
    (site.content / "odd.txt").write_text(OTHER.replace("Page: 3", value), encoding="utf-8")
    report, _ = built(site)
    assert all(len(found.message) <= LONGEST_MESSAGE for found in report.problems)


class Live(HTMLParser):
    """What in a page could run: scripts, handlers, addresses that are no page of the site."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"img", "iframe", "object", "embed", "style"}:
            self.found.append(tag)
        is_data = given == {"type": "application/ld+json"}
        if tag == "script" and not is_data and not str(given.get("src")).endswith("static/js/main.js"):
            self.found.append(f"script {given}")
        for name, value in given.items():
            if name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                self.found.append(f"{tag} {name}={value}")


HOSTILE = [SCRIPT, IMAGE, LINK, BREAKOUT, "<javascript:alert(1)>", "{{ 7*7 }}", "</title><script>alert(1)</script>"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_any_field_runs_in_a_readers_browser(tmp_path: Path, text: str) -> None:
    site = site_of(tmp_path)
    source = (
        GOOD.replace("Title: New", f"Title: {text} New")
        .replace("Lin Mu", f"{text} Lin Mu")
        .replace("### 新桥", f"### {text} 新桥")
        .replace("林木", f"{text} 林木")
        .replace("第3版()", f"第3版({text})")
        .replace("专栏：", f"专栏：{text}")
        .replace("The bridge", f"{text} The bridge")
        .replace("白河", f"{text} 黑河")
        .replace("\n<hr />", f"\n**Named Entities**\n\n{text}    {text}\n白河    White River {text}\n\n<hr />")
    )
    (site.content / f"{text.replace('/', '')}.txt").write_text(source, encoding="utf-8")
    (site.content / "pages").mkdir()
    (site.content / "pages" / "about.md").write_text(
        f"---\ntitle: {json.dumps(text)}\n---\n{text}\n\n- {text}\n", encoding="utf-8"
    )
    report, _ = built(site)
    assert report.refused == 0
    for page in site.output.rglob("*.html"):
        live = Live()
        live.feed(page.read_text(encoding="utf-8"))
        assert live.found == [], page


@pytest.mark.parametrize("text", [SCRIPT, LINK])
def test_what_could_not_run_is_named(tmp_path: Path, text: str) -> None:
    site = site_of(tmp_path)
    (site.content / "odd.txt").write_text(OTHER.replace("The bridge", f"{text} The bridge"), encoding="utf-8")
    report, _ = built(site)
    [found] = [found for found in report.problems if found.path.endswith("odd.txt")]
    assert found.code == ("html-escaped" if text == SCRIPT else "link-unsafe")
    assert (found.line, bool(found.mend)) == (8, True)


def test_no_source_writes_outside_the_output_folder(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site.content / "out.md").write_text(f"---\nid: ../../../../evil\n---\n{GOOD}", encoding="utf-8")
    (site.content / "date.md").write_text(GOOD.replace("1953-07-06", "../../evil"), encoding="utf-8")
    built(site)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".duizhao-cache", "content", "public"]
