"""The page of citations: another style, a copy, an entry for a reference manager."""

import json
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Page, expect

from tests.browser.interface_words import WORDS
from tests.browser.visit import Visits

ISSUE = "1953/07/06/cite.html"


def entry(page: Page) -> None:
    """Wait until the script has put its buttons there."""
    expect(page.get_by_role("button", name=WORDS["en"]["cite.copy"]).first).to_be_visible()


def test_a_reader_chooses_a_style_and_keeps_it(visits: Visits) -> None:
    page = visits.open(ISSUE)
    entry(page)
    shown = page.locator("blockquote").first.text_content()
    page.get_by_label(WORDS["en"]["cite.style"]).select_option("gbt-2025")
    expect(page.locator("blockquote").first).to_contain_text("[N/OL]")
    page.reload()
    expect(page.locator("blockquote").first).to_contain_text("[N/OL]")
    page.get_by_label(WORDS["en"]["cite.style"]).select_option("chicago")
    expect(page.locator("blockquote").first).to_have_text(shown or "")


def test_the_script_shows_what_the_page_said(visits: Visits) -> None:
    with_scripts, without = visits.open(ISSUE), visits.open(ISSUE, scripts=False)
    entry(with_scripts)
    assert with_scripts.locator("blockquote").all_text_contents() == without.locator("blockquote").all_text_contents()


def test_a_citation_is_copied_as_it_stands(visits: Visits) -> None:
    page = visits.open(ISSUE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry(page)
    page.get_by_role("button", name=WORDS["en"]["cite.copy"]).first.click()
    expect(page.get_by_role("button", name=WORDS["en"]["cite.copied"])).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("blockquote").first.text_content()
    kinds = page.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
    assert set(kinds) == {"text/plain", "text/html"}


@pytest.mark.parametrize("refused", ["write", "writeText"])
def test_a_browser_that_refuses_to_copy_copies_plain_text_or_leaves_it_selected(visits: Visits, refused: str) -> None:
    page = visits.open(ISSUE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry(page)
    for name in ("write", refused):
        page.evaluate("(name) => { navigator.clipboard[name] = () => Promise.reject(new Error()); }", name)
    page.get_by_role("button", name=WORDS["en"]["cite.copy"]).first.click()
    shown = page.locator("blockquote").first.text_content()
    if refused == "write":
        expect(page.get_by_role("button", name=WORDS["en"]["cite.copied"])).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == shown
    else:
        expect(page.get_by_role("status").filter(has_text=WORDS["en"]["cite.by_hand"])).to_have_count(1)
        assert page.evaluate("getSelection().toString()") == shown


@pytest.mark.parametrize(("kind", "ending"), [("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json")])
def test_an_entry_is_saved(visits: Visits, kind: str, ending: str) -> None:
    page = visits.open(ISSUE)
    entry(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name=WORDS["en"]["cite.save"].format(kind=kind)).first.click()
    path = Path(saved.value.path())
    text = path.read_text(encoding="utf-8")
    assert saved.value.suggested_filename.endswith(f".{ending}")
    if kind == "RIS":
        assert len(rispy.loads(text)) == 1
    if kind == "CSL-JSON":
        assert json.loads(text)[0]["type"] == "article-newspaper"


def test_chinese_in_an_english_citation_is_marked_as_such(visits: Visits) -> None:
    page = visits.open(ISSUE)
    entry(page)
    page.get_by_label(WORDS["en"]["cite.style"]).select_option("apa")
    marked = page.locator("blockquote[lang=en] > span[lang=zh]").first
    expect(marked).to_be_visible()


def test_the_page_speaks_both_languages(visits: Visits) -> None:
    page = visits.open(ISSUE)
    entry(page)
    page.locator("[data-module=interface]").click()
    expect(page.get_by_role("button", name=WORDS["zh"]["cite.copy"]).first).to_be_visible()
    expect(page.get_by_label(WORDS["zh"]["cite.style"])).to_be_visible()


def test_an_article_leads_to_its_citations(visits: Visits, article: str) -> None:
    page = visits.open(article)
    page.locator("main dl").get_by_role("link", name=WORDS["en"]["cite"]).click()
    expect(page.locator(":target blockquote")).to_have_count(2)
