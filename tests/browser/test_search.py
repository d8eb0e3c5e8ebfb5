"""Finding an article by words of its headline, in either language."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.interface_words import WORDS
from tests.browser.visit import Visits


def ask(page: Page, words: str) -> None:
    """Search from the masthead that every page has."""
    field = page.locator('header input[type="search"]')
    field.fill(words)
    field.press("Enter")


@pytest.mark.parametrize("words", ["办社条件", "农业社", "Cooperatives", "cooperatives localities"])
@pytest.mark.parametrize("start", ["index.html", "1954/12/index.html"])
def test_an_article_is_found_by_words_of_its_headline(visits: Visits, article: str, words: str, start: str) -> None:
    page = visits.open(start)
    ask(page, words)
    hit = page.locator(f'main a[href$="{article}"]')
    expect(hit).to_be_visible()
    hit.click()
    assert page.url == visits.root + article


def test_a_search_can_be_linked_to(visits: Visits, article: str) -> None:
    page = visits.open("index.html")
    ask(page, "办社条件")
    expect(page.locator(f'main a[href$="{article}"]')).to_be_visible()
    stranger = visits.open(page.url)
    expect(stranger.locator(f'main a[href$="{article}"]')).to_be_visible()


def test_words_that_no_headline_has_find_nothing_and_say_so(visits: Visits, article: str) -> None:
    page = visits.open("index.html")
    ask(page, "zeppelin")
    expect(page.locator("main [role=status]")).to_have_text(WORDS["en"]["search.found.none"])
    assert not page.locator(f'main a[href$="{article}"]').count()


def test_what_is_asked_for_is_text_and_never_runs(visits: Visits) -> None:
    page = visits.open("index.html")
    ask(page, "<img src=x onerror=alert(1)>")
    expect(page.locator("h1")).to_be_visible()
    assert not page.locator("main img").count()


def test_without_scripts_the_search_page_says_where_else_to_look(visits: Visits) -> None:
    page = visits.open("search.html", scripts=False)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("main a").count()
