"""The ledger is compared with what is published: in a folder, or at an address, and one host is asked, politely."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao import published
from duizhao.cli import main
from duizhao.permalinks import Row, ledger_text, read_ledger
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.published import Comparison, compare
from duizhao.settings import Site
from tests.archive import GOOD, OTHER, address_of, site_in
from tests.loopback import redirecting, serve

NEW = "1960/01/02/1-aaaaa.html"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = replace(site_in(tmp_path), base_url="https://archive.example/archive/")
    for name, text in (("a.txt", GOOD), ("b.txt", OTHER)):
        (site.content / name).write_text(text, encoding="utf-8")
    build(site, Order(jobs=1))
    return site


def pin(site: Site, *rows: Row, without: str = "") -> None:
    kept = [row for row in read_ledger(site.ledger_file) if row.permalink != without]
    site.ledger_file.write_bytes(ledger_text([*kept, *rows]))


def said(found: Comparison) -> list[str]:
    return [f"{fault.code} {fault.line} {fault.message}" for fault in found.faults]


def test_what_was_just_built_is_what_the_ledger_pins(site: Site) -> None:
    found = compare(site, str(site.output))
    assert (said(found), found.pinned, found.listed) == ([], 2, 2)
    with serve(site.output) as host:
        assert compare(site, host.url, pause=0) == found
        assert host.log == ["/archive/sitemap.xml"]


def test_an_address_that_is_not_published_is_named_with_its_line(site: Site) -> None:
    pin(site, Row(permalink=NEW))
    assert said(compare(site, str(site.output))) == [f"published-missing 4 {NEW} is pinned, and there is no such file"]
    with serve(site.output) as host:
        assert said(compare(site, host.url, pause=0)) == [
            f"published-missing 4 {NEW} is pinned, and the host answers 404"
        ]
        assert host.log == ["/archive/sitemap.xml", f"/archive/{NEW}"]


def test_a_published_address_that_the_ledger_lost_is_named(site: Site) -> None:
    lost = address_of(site, "b.txt")
    pin(site, without=lost)
    expected = [f"published-unpinned 0 {lost} is published, and has no line"]
    assert said(compare(site, str(site.output))) == expected
    with serve(site.output) as host:
        assert said(compare(site, host.url, pause=0)) == expected


def test_pages_of_articles_that_are_gone_are_asked_for_since_no_sitemap_has_them(site: Site) -> None:
    gone = address_of(site, "b.txt")
    (site.content / "b.txt").unlink()
    pin(site, Row(permalink=gone, status="gone"), without=gone)
    build(site, Order(jobs=1))
    with serve(site.output) as host:
        assert said(compare(site, host.url, pause=0)) == []
        assert host.log == ["/archive/sitemap.xml", f"/archive/{gone}"]


def test_a_sitemap_in_parts_is_read_from_the_host_that_was_named(site: Site) -> None:
    whole = site.output / "sitemap.xml"
    (site.output / "sitemap-1.xml.gz").write_bytes(gzip.compress(whole.read_bytes()))
    places = ("https://elsewhere.example/sitemap-1.xml.gz", "https://elsewhere.example/../secret")
    whole.write_text("".join(f"<loc>{place}</loc>" for place in places), encoding="utf-8")
    with serve(site.output) as host:
        assert said(compare(site, host.url, pause=0)) == []
        assert host.log == ["/archive/sitemap.xml", "/archive/sitemap-1.xml.gz"]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (b"<urlset></urlset>", "it cannot be unpacked"),
        (gzip.compress(b"<urlset></urlset>", mtime=0)[:-4], "it breaks off"),
        (gzip.compress(bytes(2_001), mtime=0), "it is larger than a sitemap may be"),
        (bytes(2_001), "it cannot be unpacked"),
    ],
    ids=["text", "half", "too-large", "zeros"],
)
def test_a_part_that_is_no_sitemap_is_told(site: Site, part: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "LARGEST", 2_000)
    (site.output / "sitemap.xml").write_text("<loc>https://a.example/sitemap-1.xml.gz</loc>", encoding="utf-8")
    (site.output / "sitemap-1.xml.gz").write_bytes(part)
    with serve(site.output) as host, pytest.raises(Halt, match=r"sitemap-1\.xml\.gz") as halt:
        compare(site, host.url, pause=0)
    assert told in halt.value.problems[0].message


def test_no_more_pages_are_asked_for_than_tell_enough(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "MOST", 1)
    pin(site, *(Row(permalink=NEW.replace("aaaaa", key)) for key in ("aaaaa", "bbbbb", "ccccc")))
    with serve(site.output) as host:
        ends = [line.rpartition(", ")[2] for line in said(compare(site, host.url, pause=0))]
        assert ends == ["and the host answers 404", "and was not asked for", "and was not asked for"]
        assert len(host.log) == 2


def test_a_host_that_leads_to_another_one_is_not_followed(site: Site) -> None:
    with serve(site.output) as other, redirecting(other.url) as host:
        with pytest.raises(Halt) as halt:
            compare(site, host, pause=0)
        assert other.log == []
    assert [fault.code for fault in halt.value.problems] == ["published-unreadable"]


@pytest.mark.parametrize("place", ["http://127.0.0.1:9/", "https://?", "no/such/folder"])
def test_what_cannot_be_read_is_told(site: Site, place: str) -> None:
    with pytest.raises(Halt) as halt:
        compare(site, place, pause=0)
    assert [fault.code for fault in halt.value.problems] == ["published-unreadable"]


def test_the_command_tells_and_ends_with_its_status(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("site.yaml").write_text("title: x\n", encoding="utf-8")
    assert main(["check", "--published", "public"]) == 0
    assert "public: 2 articles, 2 lines in the ledger, 0 faults" in capsys.readouterr().out
    pin(site, Row(permalink=NEW))
    assert main(["check", "--published", "public"]) == 1
    assert "published-missing" in capsys.readouterr().err
