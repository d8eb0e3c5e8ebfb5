import gzip
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from duizhao import sitemap
from duizhao.sitemap import sitemap_files
from tests.built_site import ROOT
from tests.indexes.archive import new_site

SCHEMA = ROOT / "tests/validators/node_modules/sitemap/schema/sitemap.xsd"
BASE = "https://example.org/archive/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def files(paths: list[str], base_url: str = BASE, *, sitemap: bool = True) -> dict[str, bytes]:
    """Make the files; those that are compressed are unpacked."""
    made = list(sitemap_files(paths, replace(new_site(base_url=base_url), sitemap=sitemap)))
    assert len(dict(made)) == len(made)
    return {path: gzip.decompress(data) if path.endswith(".gz") else data for path, data in made}


def addresses(document: bytes, kind: str) -> list[str]:
    """Read the addresses off a sitemap (`urlset`) or an index of sitemaps (`sitemapindex`)."""
    root = ET.fromstring(document)  # noqa: S314 - the project's own output
    assert root.tag == SPACE + kind
    return [element.text or "" for element in root.iter(f"{SPACE}loc")]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", ""),
        ("1954/index.html", "1954/"),
        ("1954/12/24/index.html", "1954/12/24/"),
        ("1954/12/24/1-7q3fk.html", "1954/12/24/1-7q3fk.html"),
        ("about.html", "about.html"),
        ("my-index.html", "my-index.html"),
        ("关于.html", "%E5%85%B3%E4%BA%8E.html"),
        ("a&b <c>.html", "a%26b%20%3Cc%3E.html"),
        ("'quoted'.html", "%27quoted%27.html"),
    ],
)
def test_a_page_has_one_address(path: str, address: str) -> None:
    assert addresses(files([path])["sitemap.xml"], "urlset") == [BASE + address]


def test_an_address_with_a_query_in_it_stays_xml() -> None:
    base = "https://example.org/?a=1&b=<2>/"
    assert addresses(files(["1954/index.html"], base)["sitemap.xml"], "urlset") == [f"{base}1954/"]


def test_a_large_archive_has_an_index_of_sitemaps() -> None:
    paths = [f"1954/12/24/1-{number:06}.html" for number in range(120_001)]
    made = files(paths)
    parts = addresses(made["sitemap.xml"], "sitemapindex")
    assert parts == [f"{BASE}sitemap-{number}.xml.gz" for number in (1, 2, 3)]
    listed = [addresses(made[part.removeprefix(BASE)], "urlset") for part in parts]
    assert [len(part) for part in listed] == [50_000, 50_000, 20_001]
    assert [address for part in listed for address in part] == [BASE + path for path in paths]
    assert all(len(document) < 50_000_000 for document in made.values())


def test_a_sitemap_is_split_before_it_holds_more_bytes_than_the_protocol_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemap, "MOST_BYTES", 1_000)
    made = files([f"{number}.html" for number in range(100)])
    assert len(made) > 5
    listed = [address for name, text in made.items() if "-" in name for address in addresses(text, "urlset")]
    assert listed == sorted(f"{BASE}{number}.html" for number in range(100))
    assert all(len(text) < 1_200 for name, text in made.items() if "-" in name)


def test_sitemaps_are_valid_by_the_schema_of_the_protocol() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    made = files(["index.html", "a&b <c>.html", "1954/12/24/1-7q3fk.html"])
    schema.assertValid(etree.fromstring(made["sitemap.xml"]))
    assert not schema.validate(etree.fromstring(made["sitemap.xml"].replace(b"loc>", b"place>")))


def test_only_pages_are_listed() -> None:
    listed = addresses(files(["index.html", "feed.xml", "on-this-day/12.xml"])["sitemap.xml"], "urlset")
    assert listed == [BASE]


@pytest.mark.parametrize(("pages", "expected"), [(0, 0), (1, 0), (50_000, 0), (50_001, 2)])
def test_sitemaps_are_split_above_the_limit_only(pages: int, expected: int) -> None:
    made = files([f"{number}.html" for number in range(pages)])
    assert sum(path.startswith("sitemap-") for path in made) == expected


def test_the_order_of_the_pages_and_repetitions_change_nothing() -> None:
    paths = ["b.html", "a.html", "c/index.html"]
    assert files(paths) == files([*paths[::-1], "a.html"])


def test_no_address_carries_a_time() -> None:
    assert b"lastmod" not in files(["index.html"])["sitemap.xml"]


def test_without_an_address_of_its_own_a_site_has_no_sitemap_and_names_none() -> None:
    assert files(["index.html"], base_url="") == {"robots.txt": b"User-agent: *\nAllow: /\n", ".nojekyll": b""}


def test_a_site_may_do_without_a_sitemap() -> None:
    assert files(["index.html"], sitemap=False) == {"robots.txt": b"User-agent: *\nAllow: /\n", ".nojekyll": b""}


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    made = files(["index.html"])
    assert re.fullmatch(rb"User-agent: \*\nAllow: /\n\nSitemap: (\S+)\n", made["robots.txt"])
    assert made["robots.txt"].split()[-1].decode() == f"{BASE}sitemap.xml"
    assert made[".nojekyll"] == b""
