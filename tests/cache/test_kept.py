"""What a build makes again and what it keeps, and what it does where its cache is of no use."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from duizhao import index_work
from duizhao.cache import stamps
from duizhao.check import check
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.report import Report
from duizhao.search import POINTER, article_terms, articles_path, open_index, path_of, shards, shards_of
from duizhao.settings import Site
from tests.archive import GOOD, address_of, files, site_in
from tests.cache.changes import WORDS, written
from tests.cache.test_incremental import elsewhere, outcome

HOUR = 3_600_000_000_000
"""Nanoseconds: no test takes so long that a file of its own grows older."""


def archive(folder: Path, articles: int = 9) -> Site:
    site = site_in(folder)
    for number in range(articles):
        written(
            site.content / f"{number}.txt",
            GOOD.replace("07-06", f"07-{number + 1:02}").replace("白河", f"白河{number}"),
        )
    return site


def codes(report: Report) -> list[str]:
    return [found.code for found in report.problems]


def cache_of(site: Site) -> Path:
    [file] = site.cache.glob("*.sqlite")
    return file


def test_nothing_changed_and_nothing_is_made(tmp_path: Path) -> None:
    site = archive(tmp_path)
    assert (build(site, Order(jobs=1)).made, build(site, Order(jobs=1)).made) == (9, 0)


def edit(site: Site, name: str, old: str, new: str) -> None:
    text = (site.content / name).read_text(encoding="utf-8")
    assert old in text
    written(site.content / name, text.replace(old, new))


def index_of(site: Site) -> dict[str, bytes]:
    return {path: data for path, data in files(site.output).items() if path.startswith("search/")}


def clean_index(site: Site, folder: Path) -> dict[str, bytes]:
    clean = elsewhere(site, folder)
    build(clean, Order(jobs=1))
    return index_of(clean)


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut the index of few articles into as many files as that of many has."""
    for name, size in (("LEAST", 50), ("MOST", 130), ("TERMS_A_VOLUME", 20)):
        monkeypatch.setattr(shards, name, size)


@pytest.fixture
def read_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the articles whose words are read for the index."""
    read: list[str] = []

    def told(page: bytes, listed: Mapping[str, Any]) -> dict[str, int]:
        read.append(listed["url"])
        return article_terms(page, listed)

    monkeypatch.setattr(index_work, "article_terms", told)
    return read


@pytest.mark.parametrize("kind", ["pointer", "directory", "volume", "shard", "list"])
def test_the_index_stands_where_nothing_of_it_changed_and_is_made_anew_where_a_file_of_it_is_amiss(
    tmp_path: Path, kind: str, read_pages: list[str]
) -> None:
    site = archive(tmp_path, 3)
    build(site, Order(jobs=1))
    whole = files(site.output)
    read_pages.clear()
    build(site, Order(jobs=1))
    assert files(site.output) == whole
    assert not read_pages
    index = open_index(site.output)
    [volume] = index.volumes
    path = {
        "pointer": POINTER,
        "directory": path_of(index.directory),
        "volume": path_of(volume.name),
        "shard": path_of(shards_of(site.output, volume).names[0]),
        "list": articles_path(index.folder, 0),
    }[kind]
    (site.output / path).write_bytes(b"amiss")
    build(site, Order(jobs=1))
    assert files(site.output) == whole
    assert len(read_pages) == 3


@pytest.mark.usefixtures("small_shards")
def test_an_edited_article_changes_the_files_of_the_index_that_hold_what_changed_and_no_others(
    tmp_path: Path, read_pages: list[str]
) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    before = index_of(site)
    read_pages.clear()
    edit(site, "4.txt", "320 meters", "320 zebras")
    build(site, Order(jobs=1))
    after = index_of(site)
    assert after == clean_index(site, tmp_path / "clean")
    assert set(read_pages[:2]) == {address_of(site, "4.txt")}  # as it was, and as it is
    assert [path for path in after if path in before and after[path] != before[path]] == [POINTER]
    new = after.keys() - before.keys()
    assert 3 <= len(new) <= 7 < len(after) / 4  # two terms at most: their shards, lists of shards, and the directory


@pytest.mark.usefixtures("small_shards")
@pytest.mark.parametrize("change", ["put in", "taken out", "damaged"])
def test_where_numbers_move_or_a_page_was_damaged_the_pages_that_stayed_are_not_read(
    tmp_path: Path, change: str, read_pages: list[str]
) -> None:
    site = archive(tmp_path, 16)
    build(site, Order(jobs=1))
    read_pages.clear()
    text = (site.content / "4.txt").read_text(encoding="utf-8")
    if change == "put in":
        written(site.content / "4a.txt", text.replace("白河", "长河").replace("320 meters", "90 ells"))
    elif change == "taken out":
        ledger = site.ledger_file.read_text(encoding="utf-8").splitlines(keepends=True)
        gone = (f"{line.rpartition(',')[0]},gone\n" if ",4.txt," in line else line for line in ledger)
        written(site.ledger_file, "".join(gone))
        (site.content / "4.txt").unlink()
    else:
        (site.output / address_of(site, "4.txt")).write_bytes(b"damaged")
        edit(site, "4.txt", "320 meters", "90 ells")
    build(site, Order(jobs=1))
    assert len(read_pages) < 4  # that article, and those beside it
    assert index_of(site) == clean_index(site, tmp_path / "clean")


def test_an_index_that_is_not_as_it_was_left_though_it_looks_so_costs_time_and_nothing_else(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    index = open_index(site.output)
    for path in (path_of(name) for volume in index.volumes for name in shards_of(site.output, volume).names):
        file, data = site.output / path, (site.output / path).read_bytes()
        found = file.stat()
        file.write_bytes(data[:20] + b"damage" + data[26:])
        os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    edit(site, "4.txt", "320 meters", "90 ells")
    report = build(site, Order(jobs=1))
    assert codes(report) == ["cache-unusable"]
    assert index_of(site) == clean_index(site, tmp_path / "clean")


def test_an_edited_translation_makes_its_own_page_alone(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    written(
        site.content / "4.txt", (site.content / "4.txt").read_text(encoding="utf-8").replace("320 meters", "321 meters")
    )
    assert build(site, Order(jobs=1)).made == 1
    assert "321 meters" in (site.output / address_of(site, "4.txt")).read_text(encoding="utf-8")


def test_an_edited_headline_makes_the_pages_beside_it_too(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    written(
        site.content / "4.txt", (site.content / "4.txt").read_text(encoding="utf-8").replace("New Bridge", "Old Bridge")
    )
    assert build(site, Order(jobs=1)).made == 3


def test_a_changed_word_of_the_interface_makes_all_pages(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    written(site.templates / "strings" / "en.yaml", WORDS[0])
    assert build(site, Order(jobs=1)).made == 9


def test_a_changed_text_of_an_editorial_page_makes_no_article(tmp_path: Path) -> None:
    site = archive(tmp_path)
    written(site.content / "pages" / "about.md", "---\ntitle: About\n---\n\nOne.\n")
    build(site, Order(jobs=1))
    written(site.content / "pages" / "about.md", "---\ntitle: About\n---\n\nTwo.\n")
    assert build(site, Order(jobs=1)).made == 0
    assert "Two." in (site.output / "about.html").read_text(encoding="utf-8")


def test_a_clean_build_makes_everything_and_knows_it_afterwards(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    assert build(site, Order(jobs=1, clean=True)).made == 9
    assert build(site, Order(jobs=1)).made == 0


def test_two_sites_of_one_archive_know_their_own_pages(tmp_path: Path) -> None:
    site = archive(tmp_path)
    other = replace(site, output=tmp_path / "other", base_url="https://other.example/")
    for one in (site, other):
        build(one, Order(jobs=1))
    assert [build(one, Order(jobs=1)).made for one in (site, other)] == [0, 0]
    assert b"other.example" in (other.output / address_of(site, "4.txt")).read_bytes()


def test_a_source_that_was_changed_in_one_tick_of_the_clock_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same size, same time of change, same everything: nothing tells of it but that the file was too young to trust."""
    monkeypatch.setattr(stamps, "TICK", HOUR)
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    source = site.content / "4.txt"
    text = source.read_text(encoding="utf-8").replace("320 meters", "321 meters")
    before, stamp_of = source.stat(), stamps.stamp_of(str(source))
    source.write_text(text, encoding="utf-8")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert stamp_of == stamps.stamp_of(str(source)) == b""
    assert build(site, Order(jobs=1)).made == 1


def test_a_link_and_a_file_that_is_young_have_no_stamp_and_others_have_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    young, link, missing = tmp_path / "young", tmp_path / "link", str(tmp_path / "missing")
    monkeypatch.setattr(stamps, "TICK", HOUR)
    young.write_bytes(b"text")
    link.symlink_to(young)
    assert stamps.stamp_of(str(young)) == b""
    monkeypatch.setattr(stamps, "TICK", 0)
    stamp = stamps.stamp_of(str(young), missing)
    assert stamp
    assert stamps.stamp_of(str(link)) == b""
    young.write_bytes(b"texts")
    assert stamps.stamp_of(str(young), missing) != stamp


@pytest.mark.parametrize("share", [n / 12 for n in range(12)])
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path, share: float) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    file = cache_of(site)
    data = bytearray(file.read_bytes())
    at = int(share * len(data))
    data[at : at + len(data) // 12] = bytes(byte ^ 0xFF for byte in data[at : at + len(data) // 12])
    file.write_bytes(data)
    clean = elsewhere(site, tmp_path / "clean")
    assert outcome(site, Order(jobs=1)) == outcome(clean, Order(jobs=1))
    build(site, Order(jobs=1))
    assert (build(site, Order(jobs=1)).made, codes(build(site, Order(jobs=1)))) == (0, [])


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0"])
def test_a_file_that_is_no_cache_is_replaced(tmp_path: Path, data: bytes) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    cache_of(site).write_bytes(data)
    assert codes(build(site, Order(jobs=1))) == (["cache-unusable"] if data else [])
    build(site, Order(jobs=1))
    assert build(site, Order(jobs=1)).made == 0


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    site = archive(tmp_path)
    site.cache.write_bytes(b"a file where the folder should be")
    assert codes(build(site, Order(jobs=1))) == ["cache-unusable"]
    assert len(files(site.output)) > 9


def test_a_cache_of_another_program_is_begun_anew_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    monkeypatch.setattr("duizhao.pipeline.program_key", lambda: b"another")
    report = build(site, Order(jobs=1))
    assert (report.made, codes(report)) == (9, [])


def test_a_cache_inside_the_site_is_refused(tmp_path: Path) -> None:
    site = archive(tmp_path)
    with pytest.raises(Halt, match="output-overlaps"):
        build(replace(site, cache=site.output / "cache"), Order(jobs=1))


def test_a_check_leaves_no_cache(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    before = cache_of(site).read_bytes()
    check(site, "site.yaml", 1)
    assert cache_of(site).read_bytes() == before
