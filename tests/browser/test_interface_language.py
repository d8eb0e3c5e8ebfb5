"""The words of the interface in the reader's language, from one copy of each page."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.interface_words import WORDS
from tests.browser.visit import Visits

PAGES = "body > header > a >> nth=1"


def switch(page: Page) -> None:
    page.locator('[data-module="interface"]').click()
    expect(page.locator("html")).to_have_attribute("lang", WORDS["zh"]["tag"])


@pytest.mark.parametrize("address", ["index.html", "1954/12/index.html", "1954/12/24/index.html", "search.html"])
def test_one_press_puts_chinese_words_in_place(visits: Visits, address: str) -> None:
    page = visits.open(address)
    link = page.locator(PAGES)
    expect(link).to_have_text(WORDS["en"]["nav.pages"])
    switch(page)
    expect(link).to_have_text(WORDS["zh"]["nav.pages"])
    page.locator('[data-module="interface"]').click()
    expect(link).to_have_text(WORDS["en"]["nav.pages"])
    expect(page.locator("html")).to_have_attribute("lang", WORDS["en"]["tag"])


def test_names_that_are_heard_and_not_seen_follow(visits: Visits) -> None:
    page = visits.open("index.html")
    switch(page)
    expect(page.locator('header input[type="search"]')).to_have_attribute("aria-label", WORDS["zh"]["search"])


def test_dates_and_numbers_follow(visits: Visits) -> None:
    page = visits.open("1954/12/24/index.html")
    day = page.locator("h1 time")
    expect(day).to_have_text(re.compile("Friday.*24.*December.*1954"))
    switch(page)
    expect(day).to_have_text(re.compile("1954年12月24日.*星期五"))


def test_the_choice_is_remembered_from_page_to_page(visits: Visits, article: str) -> None:
    page = visits.open("index.html")
    switch(page)
    page.goto(visits.root + article)
    expect(page.locator("html")).to_have_attribute("lang", WORDS["zh"]["tag"])
    expect(page.locator(PAGES)).to_have_text(WORDS["zh"]["nav.pages"])
    page.reload()
    expect(page.locator(PAGES)).to_have_text(WORDS["zh"]["nav.pages"])


OWN_LANGUAGES = """() => [...new Set([...document.querySelectorAll(".rows > [id]")].map((row) =>
    [...row.children].slice(1).map((cell) => cell.closest("[lang]").lang).join(" ")))]"""
LANGUAGES_OF_TEXTS = ["zh-Hans en"]


def test_the_texts_of_an_article_stay_as_they_are(visits: Visits, article: str) -> None:
    page = visits.open(article)
    texts = page.locator(".rows > [id] > :not(a)")
    before = texts.all_inner_texts()
    assert len(before) > 8
    switch(page)
    assert texts.all_inner_texts() == before
    assert page.evaluate(OWN_LANGUAGES) == LANGUAGES_OF_TEXTS


def test_no_word_of_the_other_language_is_left_over(visits: Visits, article: str) -> None:
    page = visits.open(article)
    page.evaluate(f'import("{visits.root}static/js/places.js").then(({{ nameWords }}) => nameWords())')
    english = page.locator("[data-t]").all_inner_texts()
    assert len(english) > 12
    switch(page)
    unchanged = set(english) & set(page.locator("[data-t]").all_inner_texts())
    assert not [text for text in unchanged if re.search("[A-Za-z]{3}", text)]


def test_the_words_that_have_no_key_on_the_page_follow_by_their_places(visits: Visits, article: str) -> None:
    page = visits.open(article)
    switch(page)
    said, day = WORDS["zh"], article.split("/")
    way = page.locator("body > nav").inner_text().split()
    assert way[:4] == [f"{day[0]}年", said["months"][11], "24日", "第1版"]
    for place, key in {
        "body > a": "skip",
        "header form button": "search",
        "[role=group] > button >> nth=0": "views.both",
        "body > nav > a >> nth=4": "cite",
        "main > details > summary": "cite.article",
        "main > dl > dt >> nth=0": "permalink",
        "main > dl > dt >> nth=1": "source",
        "article ~ p small >> nth=0": "turn.prev",
    }.items():
        expect(page.locator(place)).to_have_text(said[key])


def test_without_scripts_no_switch_is_shown_that_does_nothing(visits: Visits) -> None:
    assert not visits.open("index.html", scripts=False).locator("body > header button").count()


def test_without_scripts_the_masthead_leads_to_the_search(visits: Visits) -> None:
    expect(visits.open("index.html", scripts=False).locator("body > header > a").last).to_have_text(
        WORDS["en"]["search"]
    )


def test_the_switch_calls_each_language_as_the_words_do(visits: Visits) -> None:
    page = visits.open("index.html")
    button = page.locator('[data-module="interface"]')
    expect(button).to_have_text(WORDS["zh"]["language"])
    switch(page)
    expect(button).to_have_text(WORDS["en"]["language"])
