"""A site in several repositories is the same site: each file in one of them, each published by itself."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.check import check
from duizhao.pipeline import Order, build
from duizhao.settings import Site
from duizhao.split import part_of
from tests.archive import GOOD, files, line_of, site_in
from tests.built_site import ROOT
from tests.document_reader import blocks

GIT = shutil.which("git") or ""
YEARS = ("1953", "1954")


@pytest.fixture
def whole(tmp_path: Path) -> Site:
    site = site_in(tmp_path / "whole")
    for name, year in zip("ab", YEARS, strict=True):
        (site.content / f"{name}.txt").write_text(GOOD.replace("1953", year), encoding="utf-8")
    return site


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("1954/12/24/1-7q3fk.html", "1954"),
        ("1954/index.html", "1954"),
        ("index.html", ""),
        ("pages/1/1954/index.html", ""),
        ("quality/1954/index.html", ""),
        ("404.html", ""),
    ],
)
def test_a_file_belongs_to_its_year_or_to_the_root(path: str, part: str) -> None:
    assert part_of(path) == part


def test_splitting_adds_what_each_host_needs_and_changes_nothing(whole: Site) -> None:
    build(whole, Order(jobs=1))
    before = files(whole.output)
    build(replace(whole, split="year"), Order(jobs=1))
    after = files(whole.output)
    added = {f"{year}/{name}" for year in YEARS for name in ("404.html", ".nojekyll")}
    assert after.keys() - before.keys() == added
    assert {path: after[path] for path in before if path != ".duizhao.gz"} == {
        path: data for path, data in before.items() if path != ".duizhao.gz"
    }
    assert after["1953/404.html"] == after["404.html"]
    assert not check(replace(whole, split="year"), "site.yaml", 1).faults


def test_a_part_whose_articles_are_all_gone_still_shows_its_404_page(whole: Site) -> None:
    site = replace(whole, split="year")
    build(site, Order(jobs=1))
    ledger, line = site.ledger_file.read_text(encoding="utf-8"), line_of(site, "a.txt")
    site.ledger_file.write_text(ledger.replace(line, f"{line.rpartition(',')[0]},gone"), encoding="utf-8")
    (site.content / "a.txt").unlink()
    build(site, Order(jobs=1))
    assert files(site.output).keys() >= {f"{year}/{name}" for year in YEARS for name in ("404.html", ".nojekyll")}


@pytest.mark.skipif(not GIT, reason="git is not here")
def test_the_script_of_the_documents_publishes_each_file_once(whole: Site, tmp_path: Path) -> None:
    site = replace(whole, split="year")
    build(site, Order(jobs=1))
    script = next(text for name, text in blocks(ROOT / "docs" / "how-to.md", "sh") if name == "publish-parts.sh")
    script = script.replace("git@github.com:our-archive", str(tmp_path / "host"))
    for name in (*YEARS, "our-archive.github.io"):
        git("init", "--quiet", "--bare", "--initial-branch=main", str(tmp_path / "host" / f"{name}.git"))
    identity = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for _ in range(2):
        subprocess.run(["/bin/sh", "-c", script], cwd=tmp_path / "whole", env=os.environ | identity, check=True)
        published = tmp_path / "published"
        shutil.rmtree(published, ignore_errors=True)
        git("clone", "--quiet", str(tmp_path / "host" / "our-archive.github.io.git"), str(published))
        for year in YEARS:
            git("clone", "--quiet", str(tmp_path / "host" / f"{year}.git"), str(published / year))
        assert without_git(published) == {
            path: data for path, data in files(site.output).items() if path != ".duizhao.gz"
        }
        (site.output / "index.html").write_bytes(b"<title>Changed</title>")


def git(*words: str) -> None:
    subprocess.run([GIT, *words], check=True, capture_output=True)


def without_git(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(folder).items() if ".git" not in path.split("/")}
