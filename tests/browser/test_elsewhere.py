"""The site where it is not at home: opened from a folder on disk, and at addresses that do not exist."""

from playwright.sync_api import expect

from tests.browser.visit import Visits
from tests.built_site import BuiltSite


def test_from_a_folder_an_article_looks_as_it_should_and_its_links_lead_on(
    visits: Visits, built: BuiltSite, article: str
) -> None:
    page = visits.open((built.output / article).as_uri())
    hosted = visits.open(article)
    for what in ("backgroundColor", "fontFamily", "color"):
        style = f"getComputedStyle(document.body).{what}"
        assert page.evaluate(style) == hosted.evaluate(style)
    page.locator(".crumbs a").last.click()
    assert page.url.startswith((built.output / "1954/12/24/index.html").as_uri())
    page.locator("header a.site").click()
    assert page.url == (built.output / "index.html").as_uri()


def test_a_wrong_address_shows_a_page_that_leads_back(visits: Visits) -> None:
    page = visits.open("1954/13/no/such/page.html", missing=True)
    expect(page.locator("h1")).to_be_visible()
    masthead = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(masthead) == visits.open("index.html").evaluate(masthead)
    page.locator("header a.site").click()
    assert page.url in {visits.root, visits.root + "index.html"}
