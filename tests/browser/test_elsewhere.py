"""The site where it is not at home: opened from a folder on disk, and at addresses that do not exist."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visit import Visits
from tests.built_site import CLOSED, BuiltSite
from tests.loopback import PATH, Served


def test_from_a_folder_an_article_looks_as_it_should_and_its_links_lead_on(
    visits: Visits, built: BuiltSite, article: str
) -> None:
    page = visits.open((built.output / article).as_uri())
    hosted = visits.open(article)
    for what in ("backgroundColor", "fontFamily", "color"):
        style = f"getComputedStyle(document.body).{what}"
        assert page.evaluate(style) == hosted.evaluate(style)
    page.locator("body > nav a[href^=index]").last.click()
    assert page.url.startswith((built.output / "1954/12/24/index.html").as_uri())
    page.locator("body > header > a").first.click()
    assert page.url == (built.output / "index.html").as_uri()


def test_a_page_fetches_only_what_it_needs(visits: Visits, served: Served, article: str) -> None:
    before = len(served.log)
    visits.open(article)
    fetched = {path.removeprefix(PATH) for path in served.log[before:]}
    assert {article, "static/site.css"} <= fetched
    assert not [path for path in fetched if path != article and not path.startswith("static/")]
    assert not [path for path in fetched if path.endswith(".json")]


def test_a_request_to_another_host_and_a_fault_of_a_script_are_noticed(visits: Visits, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<title>Bad</title><img src=https://other.example/a.png><script>nothing()</script>", encoding="utf-8"
    )
    visits.open(bad.as_uri())
    assert any("asks another host for https://other.example/a.png" in fault for fault in visits.faults)
    assert any("nothing is not defined" in fault for fault in visits.faults)
    visits.faults.clear()


def test_a_wrong_address_shows_a_page_that_leads_back(visits: Visits) -> None:
    page = visits.open("1954/13/no/such/page.html", missing=True)
    expect(page.locator("h1")).to_be_visible()
    masthead = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(masthead) == visits.open("index.html").evaluate(masthead)
    page.locator("body > header > a").first.click()
    assert page.url in {visits.root, visits.root + "index.html"}


def test_the_address_of_a_moved_article_leads_to_its_new_one(visits: Visits, article: str) -> None:
    page = visits.open("index.html")
    moved = f"1953/07/06/3-{CLOSED['moved']}.html"
    page.evaluate("address => { location.href = address }", visits.root + moved)
    page.wait_for_url(f"**/{article}")
    expect(page.locator("#p1")).to_be_visible()
