"""A check finds what is wrong with a built site, and builds nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.check import Findings, check
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.settings import Site
from tests.archive import GOOD, site_in


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = replace(site_in(tmp_path), base_url="https://archive.example/a/")
    (site.content / "good.txt").write_text(GOOD, encoding="utf-8")
    build(site, Order(jobs=1))
    return site


def look(site: Site) -> Findings:
    return check(site, "site.yaml", jobs=1)


def faults(site: Site) -> list[str]:
    return [f"{found.code} {found.message}" for found in look(site).faults]


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_a_site_as_it_was_built_has_no_faults(site: Site) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.output.rglob("*")}
    found = look(site)
    assert (found.faults, found.problems) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in site.output.rglob("*")} == before


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("none.html", "link-dead “none.html” leads to none.html"),
        ("1953/", ""),
        ("1953/07/06/index.html#page-3", ""),
        ("1953/07/06/index.html#page-9", "fragment-dead “#page-9” is not in 1953/07/06/index.html"),
        ("https://archive.example/a/1960/", "link-dead “https://archive.example/a/1960/” leads to 1960/index.html"),
        ("https://elsewhere.example/x", ""),
        ("mailto:a@example.org", ""),
        ("../nowhere.html", "link-dead “../nowhere.html” leads to no page"),
        ("/a/", ""),
        ("/elsewhere/", "link-dead “/elsewhere/” leads to no page"),
        ("https://[x", "link-dead “https://[x” leads to no page"),
        ("#nowhere", "fragment-dead “#nowhere” is not in search.html"),
        ("%E6%A1%A5.html", "link-dead “%E6%A1%A5.html” leads to 桥.html"),
    ],
)
def test_every_link_inside_the_site_is_followed(site: Site, link: str, fault: str) -> None:
    edit(site.output / "search.html", lambda text: text.replace("</main>", f'<a href="{link}">x</a></main>'))
    assert faults(site) == ([fault] if fault else [])


def test_an_address_that_is_not_there_is_named(site: Site) -> None:
    address = site.ledger_file.read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    (site.output / address).unlink()
    assert f"address-missing {address} is not there" in faults(site)


def test_what_is_wrong_with_sources_is_told_too(site: Site) -> None:
    (site.content / "bad.md").write_bytes(b"")
    assert [found.code for found in look(site).problems] == ["file-empty"]


def test_notices_on_translations_are_told_too(site: Site) -> None:
    edit(
        site.content / "good.txt",
        lambda text: text.replace("More than 2,000 people came to see the first train cross.", ""),
    )
    assert [notice.code for noted in look(site).noted for notice in noted.notices] == ["text-untranslated"]


def test_a_ledger_that_a_build_would_refuse_stops_the_check(site: Site) -> None:
    (site.content / "good.txt").unlink()
    with pytest.raises(Halt, match="ledger-vanished"):
        look(site)


def test_a_site_that_was_never_built_is_no_site_without_faults(site: Site, tmp_path: Path) -> None:
    with pytest.raises(Halt, match="output-missing"):
        look(replace(site, output=tmp_path / "none"))


def test_links_to_passages_are_followed_though_pages_leave_out_quotes(site: Site) -> None:
    article = next(path.name for path in site.output.glob("1953/07/06/3-*.html"))
    added = f"<a href=1953/07/06/{article}#p2>x</a><a href=1953/07/06/{article}#p99>x</a></main>"
    edit(site.output / "search.html", lambda text: text.replace("</main>", added))
    assert faults(site) == [f"fragment-dead “#p99” is not in 1953/07/06/{article}"]


def test_pages_of_others_are_not_judged(site: Site) -> None:
    (site.output / "theirs.html").write_bytes('<a href="none.html">标题'.encode("gb18030"))
    assert faults(site) == []
