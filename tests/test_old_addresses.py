"""Addresses of an archive's earlier site lead to its articles, or say that they cannot."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao import old_addresses
from duizhao.old_addresses import DIGITS, checksum, old_address_files, old_name
from duizhao.settings import OldAddresses
from tests.indexes.archive import new_entry, new_site

SITE = replace(new_site(), old_addresses=OldAddresses(parameter="articlePath"))
TABLE = json.loads((Path(__file__).parent / "js" / "old_names.json").read_text(encoding="utf-8"))
AT = "1954/12/24/1-{}.html"


def looked_up(files: dict[str, bytes], path: str) -> str | None:
    """What the script finds for the file that an old address names."""
    name = old_name(path)
    known = json.loads(files.get(f"old/{checksum(name)[:DIGITS]}.json", b"{}"))
    found: str | None = known.get(name, known.get(checksum(name)))
    return found


def made(*sources: str) -> dict[str, bytes]:
    entries = [new_entry(source, permalink=AT.format(f"{n:05}")) for n, source in enumerate(sources)]
    return dict(old_address_files(entries, SITE))


@pytest.mark.parametrize(("path", "name", "sum_"), TABLE)
def test_a_name_and_its_checksum_are_those_of_the_script(path: str, name: str, sum_: str) -> None:
    assert (old_name(path), checksum(name)) == (name, sum_)


def test_every_article_is_found_by_its_old_name_wherever_its_file_is_now() -> None:
    files = made(*(f"{n % 3}/1954-12-{n % 28 + 1:02}_第{n}篇.md" for n in range(2_000)))
    for n in range(2_000):
        assert looked_up(files, f"elsewhere/1954-12-{n % 28 + 1:02}_第{n}篇.txt") == AT.format(f"{n:05}")
    assert looked_up(files, "1954-12-01_没有.md") is None


def test_names_that_several_files_have_lead_nowhere() -> None:
    files = made("a/1.md", "b/1.txt", "2.md")
    assert (looked_up(files, "1.md"), looked_up(files, "2.md")) == (None, AT.format("00002"))


def test_names_with_one_checksum_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_addresses, "checksum", lambda name: "0000000" + name[-1])
    files = made("x1.md", "y1.md", "z2.md")
    known = json.loads(files["old/00.json"])
    assert known == {"x1": AT.format("00000"), "y1": AT.format("00001"), "00000002": AT.format("00002")}


def test_nothing_is_made_unless_a_setting_asks_for_it() -> None:
    assert list(old_address_files([new_entry()], new_site())) == []


def test_the_page_says_in_both_languages_what_it_does_and_is_not_for_search_engines() -> None:
    page = made("a.md")["old.html"].decode()
    assert 'data-parameter="articlePath"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert page.count("<noscript>") == 2
    assert "旧网址" in page
    assert "Old address" in page
