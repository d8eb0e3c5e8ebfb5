"""Feeds are made of what the settings and the articles say, never of the time of the build."""

from dataclasses import replace
from datetime import date

import feedparser
import pytest
from lxml import etree

from duizhao.days import read_addition
from duizhao.indexes import render_index
from duizhao.model import Bilingual, Entry
from duizhao.settings import Feed, Site, Translation
from tests.indexes.archive import ROOT, new_entry, new_site, planned

BASE = "https://archive.example/a/"
ATOM = etree.RelaxNG(etree.parse(ROOT / "tests" / "validators" / "atom.rng"))


def archive() -> list[Entry]:
    days = [date(1953, 12, 24), date(1954, 12, 24), date(1954, 12, 25), date(1960, 2, 29)]
    odd = Bilingual(zh="标题 <“1”> & \x07", en="A & B")
    return [new_entry(f"{n}{m}.txt", day=day, headline=odd) for n, day in enumerate(days) for m in range(n + 1)]


def site_with(*additions: str, base_url: str = BASE, **given: object) -> Site:
    site = new_site(base_url=base_url)
    return replace(site, additions=tuple(map(read_addition, additions)), **given)  # type: ignore[arg-type]


def feed(path: str, site: Site, entries: list[Entry] | None = None) -> feedparser.FeedParserDict:
    """Make a feed, hold it to the grammar of RFC 4287, and read it as feed readers do."""
    data = render_index(site, planned(archive() if entries is None else entries, site)[path])
    ATOM.assertValid(etree.fromstring(data))
    found = feedparser.parse(data)
    assert not found.bozo
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    return found


def test_additions_are_entries_the_newest_first_with_the_narrowest_page_that_shows_them() -> None:
    site = site_with(
        "2024-05-01", "2024-06-01 1954-12-24", "2024-07-01 1954-12-01/1954-12-31", "2024-06-02 1954-01-01/1955-12-31"
    )
    found = feed("feed.xml", site)
    assert [(entry.updated[:10], entry.link) for entry in found.entries] == [
        ("2024-07-01", f"{BASE}1954/12/"),
        ("2024-06-02", f"{BASE}1954/12/"),
        ("2024-06-01", f"{BASE}1954/12/24/"),
        ("2024-05-01", BASE),
    ]
    assert found.feed.updated == "2024-07-01T00:00:00Z"
    assert found.entries[0].title == "24 December 1954 – 25 December 1954: 5 articles"
    assert (found.feed.title, found.feed.author) == ("The Sample Daily · New in the archive", "Sample Daily")


def test_what_has_no_articles_is_no_addition_and_without_any_there_is_no_feed() -> None:
    assert len(feed("feed.xml", site_with("2024-05-01", "2024-06-01 1970-01-01")).entries) == 1
    for site in (site_with(), site_with("2024-06-01 1970-01-01"), site_with("2024-05-01", base_url="")):
        assert "feed.xml" not in planned(archive(), site)


def test_an_entry_names_some_articles_as_text_and_says_that_the_english_is_a_machine_s() -> None:
    site = site_with("2024-05-01", translation=Translation(machine=True))
    content = feed("feed.xml", site, [new_entry(f"{n:03}.txt") for n in range(50)]).entries[0].content[0].value
    assert content.count("<li>") == 20
    assert "Machine translation" in content
    odd = feed("feed.xml", site).entries[0].content[0].value
    assert "&lt;“1”&gt; &amp; ␇" in odd


def test_the_days_of_a_month_gather_all_years_and_are_dated_by_the_newest_paper() -> None:
    found = feed("on-this-day/12.xml", site_with())
    assert [(entry.title, entry.updated[:10]) for entry in found.entries] == [
        ("24 December", "1954-12-24"),
        ("25 December", "1954-12-25"),
    ]
    assert found.entries[0].link == f"{BASE}on-this-day/12/#d24"
    assert [f'href="{BASE}{year}/12/24/"' in found.entries[0].content[0].value for year in (1953, 1954)] == [True] * 2
    assert feed("on-this-day/02.xml", site_with()).entries[0].title == "29 February"


def test_every_month_has_its_page_and_those_with_issues_a_feed() -> None:
    paths = [path for path in planned(archive(), site_with()) if path.startswith("on-this-day/")]
    assert len([path for path in paths if path.endswith("index.html")]) == 13
    assert [path for path in paths if path.endswith(".xml")] == ["on-this-day/02.xml", "on-this-day/12.xml"]
    assert not [path for path in planned([], site_with()) if path.startswith("on-this-day/")]


def test_feeds_that_the_settings_leave_out_are_not_made_and_no_page_names_them() -> None:
    whole = site_with("2024-05-01")
    named = {"feed.xml": "index.html", "on-this-day/12.xml": "on-this-day/12/index.html"}
    kinds: list[tuple[Feed, str]] = [("additions", "on-this-day/12.xml"), ("on-this-day", "feed.xml")]
    for kept, left_out in kinds:
        site = replace(whole, feeds=(kept,))
        pages = planned(archive(), site)
        assert set(named) - set(pages) == {left_out}
        for path, page in named.items():
            link = b"application/atom+xml"
            assert (link in render_index(site, pages[page])) == (path != left_out)
            assert link in render_index(whole, pages[page])


def test_a_feed_says_that_the_translation_is_a_machine_s() -> None:
    site = site_with("2024-05-01", translation=Translation(machine=True))
    for path in ("feed.xml", "on-this-day/12.xml"):
        assert "Machine translation" in feed(path, site).feed.subtitle
        assert "subtitle" not in feed(path, site_with("2024-05-01")).feed


def test_the_page_of_a_month_leads_to_the_issues_of_each_day() -> None:
    site = site_with()
    page = render_index(site, planned(archive(), site)["on-this-day/12/index.html"]).decode()
    assert page.index('id="d24"') < page.index("../../1953/12/24/index.html") < page.index('id="d25"')
    assert "../01/index.html" in page


@pytest.mark.parametrize("text", ["", "1954", "2024-05-01 nonsense", "2024-13-01", "2024-05-01 1954-12-31/1954-12-01"])
def test_what_is_no_addition_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a day, and behind it days"):
        read_addition(text)
