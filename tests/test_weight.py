"""What a site weighs is told by kind and by repository, the same by a build, by the next one, and by a check."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao import weight
from duizhao.check import check
from duizhao.pipeline import Order, build
from duizhao.report import report_json
from duizhao.settings import Data, Site
from duizhao.weight import KINDS, Scales, Weight, bytes_of, files_of, kind_of, summary, table, too_heavy
from tests.archive import GOOD, address_of, files, site_in

YEARS = ("1953", "1954")
MB = 1_000_000

Split: TypeAlias = Literal["none", "year"]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = replace(site_in(tmp_path), data=Data(formats=("csv", "tei")))
    for year in YEARS:
        (site.content / f"{year}.txt").write_text(GOOD.replace("1953", year), encoding="utf-8")
    return site


def weighed(**sizes: int) -> tuple[Weight, ...]:
    """Articles' pages of so many MB for each part: `root`, or `y1954`."""
    parts = {name.removeprefix("root").removeprefix("y"): size for name, size in sizes.items()}
    return tuple(Weight(part=part, kind="articles", files=1, bytes=size * MB) for part, size in sorted(parts.items()))


@pytest.mark.parametrize(
    ("kind", "paths"),
    [
        ("articles", ["1954/12/24/1-7q3fk.html", "1954/12/24/0-bridge.html"]),
        ("records", ["1954/12/24/1-7q3fk.rdf"]),
        ("citations", [f"1954/12/24/cite.{ending}" for ending in ("json", "ris", "bib")]),
        ("indexes", ["index.html", "1954/index.html", "1954/12/index.html", "1954/12/24/index.html", "feed.xml"]),
        ("indexes", ["pages/index.html", "pages/1/1954/12/index.html", "on-this-day/12.xml", "quality/index.html"]),
        ("search", ["search.html", "search.json", "search/1954.json", "search/index.json"]),
        ("data", ["data/1954.csv", "data/1954.tei.xml.gz"]),
        ("other", ["404.html", "1954/404.html", "1954/.nojekyll", "about.html", "static/site.css", "old/00.json"]),
        ("other", ["sitemap.xml", "static/search.css", "research.html", "search.html.gz", "x/index.html"]),
    ],
)  # fmt: skip
def test_the_kind_of_a_file_is_told_from_its_path(kind: str, paths: list[str]) -> None:
    assert {path: kind_of(path) for path in paths} == dict.fromkeys(paths, kind)


def test_every_file_of_a_site_is_of_the_kind_that_it_was_made_as(site: Site) -> None:
    build(site, Order(jobs=1))
    of_kind = {kind: {path for path in files(site.output) if kind_of(path) == kind} for kind in KINDS}
    articles = {address_of(site, f"{year}.txt") for year in YEARS}
    assert of_kind["articles"] == articles
    assert of_kind["records"] == {path.replace(".html", ".rdf") for path in articles}
    assert of_kind["citations"] == {f"{year}/07/06/cite.json" for year in YEARS}
    assert {path.split("/")[0] for path in of_kind["search"]} == {"search", "search.html", "search.json"}
    assert {path.split("/")[0] for path in of_kind["data"]} == {"data"}
    assert not {path for path in of_kind["other"] if path.endswith("index.html")}
    assert {path for path in of_kind["other"] if "/" not in path} == {
        ".duizhao.gz", ".nojekyll", "404.html", "CITATION.cff", "opensearch.xml", "robots.txt", "sitemap.xml",
    }  # fmt: skip


@given(st.dictionaries(st.text(), st.integers(min_value=0)), st.booleans())
def test_every_file_is_counted_in_once(sizes: dict[str, int], is_split: bool) -> None:  # noqa: FBT001 - Hypothesis gives it
    scales = Scales(is_split=is_split)
    for path, size in sizes.items():
        scales.put(path, size)
    assert (files_of(scales.weights), bytes_of(scales.weights)) == (len(sizes), sum(sizes.values()))
    places = [(one.part, one.kind) for one in scales.weights]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("split", ["none", "year"])
def test_build_next_build_and_check_tell_the_same(site: Site, split: Split) -> None:
    site = replace(site, split=split)
    first = build(site, Order(jobs=1))
    again = build(site, Order(jobs=1))
    assert (again.made, first.weights) == (0, again.weights)
    assert check(site, "site.yaml", jobs=1).weights == first.weights
    assert {one.part for one in first.weights} == {"", *(YEARS if split == "year" else ())}
    (site.content / "1954.txt").write_text(GOOD.replace("1953", "1954") + "\nMore.", encoding="utf-8")
    edited = build(site, Order(jobs=1))
    assert edited.weights == build(site, Order(jobs=1, clean=True)).weights != first.weights
    told = json.loads(report_json(edited, site.content))
    assert (told["files"], told["bytes"]) == _on_disk(site)
    assert sum(one["bytes"] for one in told["weights"]) == told["bytes"]


def _on_disk(site: Site) -> tuple[int, int]:
    sizes = [len(data) for path, data in files(site.output).items() if path != ".duizhao.gz"]
    return len(sizes), sum(sizes)


@pytest.mark.parametrize(
    ("split", "sizes", "heavy"),
    [
        ("none", {"root": 799}, []),
        ("none", {"root": 800}, [("", "80.0%")]),
        ("none", {"root": 1200}, [("", "120.0%")]),
        ("year", {"root": 790, "y1953": 790, "y1954": 790}, []),
        ("year", {"root": 950, "y1953": 10, "y1954": 1001}, [("", "95.0%"), ("1954", "100.1%")]),
    ],
)
def test_what_is_near_the_limit_is_named(
    site: Site, split: Split, sizes: dict[str, int], heavy: list[tuple[str, str]]
) -> None:
    found = list(too_heavy(replace(site, split=split), weighed(**sizes)))
    assert [(one.path, one.message.split(" ")[0]) for one in found] == [
        (str(site.output / part), share) for part, share in heavy
    ]
    assert all(("split: year" in one.mend) == (split == "none") for one in found)


def test_a_check_names_a_repository_near_the_limit(site: Site) -> None:
    site = replace(site, split="year")
    build(site, Order(jobs=1))
    film = site.output / "1954" / "film.mp4"
    film.touch()
    os.truncate(film, 1_000 * MB)  # a hole: it takes no space
    found = check(site, "site.yaml", jobs=1)
    [heavy] = found.problems
    assert (heavy.code, heavy.path) == ("site-heavy", str(site.output / "1954"))
    assert heavy.message.startswith("100.0% of what GitHub Pages allows: articles 0.0 MB, ")
    assert heavy.message.endswith(", other 1,000.0 MB")
    assert found.faults == ()


def test_a_build_names_a_site_near_the_limit_and_the_next_one_does_too(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weight, "GITHUB_PAGES", 1_000)
    for made in (2, 0):
        report = build(site, Order(jobs=1))
        assert (report.made, report.status) == (made, 0)
        assert [one.code for one in report.problems] == ["site-heavy"]


@pytest.mark.parametrize(
    ("sizes", "lines"),
    [
        ({"root": 10}, []),
        ({"root": 11}, ["articles 11.0 MB"]),
        (
            {"root": 10, "y1953": 20, "y1954": 15},
            ["articles 45.0 MB", "the heaviest repository is 1953: 2.0% of what GitHub Pages allows"],
        ),
        (
            {"root": 30, "y1953": 20},
            ["articles 50.0 MB", "the heaviest repository is that of the root: 3.0% of what GitHub Pages allows"],
        ),
    ],
)
def test_at_the_end_of_a_build_of_some_size_stands_what_weighs(sizes: dict[str, int], lines: list[str]) -> None:
    assert list(summary(weighed(**sizes))) == lines


def test_a_check_shows_kinds_parts_and_all_together() -> None:
    scales = Scales(is_split=True)
    for path, size in (("1954/12/24/1-a.html", 300 * MB), ("1954/12/24/1-a.rdf", 50 * MB), ("index.html", MB)):
        scales.put(path, size)
    assert [line.split(maxsplit=4) for line in table(scales.weights)] == [
        ["300.00", "MB", "1", "files", "articles"],
        ["50.00", "MB", "1", "files", "records"],
        ["1.00", "MB", "1", "files", "indexes"],
        ["1.00", "MB", "1", "files", "that of the root: 0.1% of what GitHub Pages allows"],
        ["350.00", "MB", "2", "files", "1954: 35.0% of what GitHub Pages allows"],
        ["351.00", "MB", "3", "files", "in all"],
    ]
    assert [line.split(maxsplit=4)[4] for line in table(weighed(root=12))] == [
        "articles",
        "in all: 1.2% of what GitHub Pages allows",
    ]
