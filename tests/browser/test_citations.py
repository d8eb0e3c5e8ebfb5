"""An article's citations on its page: read without scripts; with them another style, a copy, an entry to be saved."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
import rispy
from playwright.sync_api import Browser, Download, Locator, Page, expect

from tests.browser.interface_words import WORDS
from tests.browser.test_every_kind_of_page import WIDTHS, violations
from tests.browser.visit import Visits, overflow
from tests.built_site import ROOT, run
from tests.loopback import Served, serve

Styles: TypeAlias = Literal["one", "all"]
Scheme: TypeAlias = Literal["light", "dark"]

ARTICLE = "1953/07/07/8-river.html"
ISSUE = "1953/07/07/index.html"
ALONE = "1953/07/09/2-alone.html"
"""An article without translation."""

FILED = "1953-07-07-8-river"
ORIGINAL = "Su Wen, “He zhi ge 河之歌 [Song of the River],” 诗, 河报 [River Daily], July 7, 1953, p. 8, "
IN_CHINESE = "苏文. 河之歌[N/OL]. 河报，1953-07-07（8）. "
HERE = f"https://archive.example/{ARTICLE}."

SAID = WORDS["en"]


@pytest.fixture(scope="module", params=["one", "all"])
def styles(request: pytest.FixtureRequest) -> Styles:
    """How many styles stand on the page of an article."""
    given: Styles = request.param
    return given


@pytest.fixture(scope="module")
def host(styles: Styles, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small archive, of whose issues there are files in two kinds."""
    folder = tmp_path_factory.mktemp(styles)
    shutil.copytree(ROOT / "tests/golden/before", folder, dirs_exist_ok=True)
    with (folder / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\ncitation: {{on_page: {styles}, files: [bibtex]}}\n")
    alone = "---\ntitle_zh: 只有原文\ndate: 1953-07-09\npage: 2\nid: alone\n---\n今年丰收。\n"
    (folder / "content/alone.md").write_text(alone, encoding="utf-8")
    run(sys.executable, ROOT / "build.py", "--jobs", "1", "--quiet", cwd=folder)
    with serve(folder / "public") as served:
        yield served


@pytest.fixture
def visits(browser: Browser, host: Served) -> Iterator[Visits]:
    made = Visits(browser=browser, root=host.url)
    yield made
    made.close()


def details(page: Page) -> Locator:
    return page.locator("main > details")


def citations(page: Page) -> Locator:
    """The texts of all citations, the original's first."""
    return page.locator("main > details dd > p:first-child, main > details dd:not(:has(> a, > p))")


def opened(visits: Visits, address: str = ARTICLE, *, width: int = 1280, scheme: Scheme = "light") -> Page:
    """The page of an article with its citations open, once the script has put its buttons there."""
    page = visits.open(address, width=width, scheme=scheme)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    details(page).locator("summary").click()
    expect(button(page, SAID["cite.copy"])).to_be_visible()
    return page


def button(page: Page, name: str, place: int = 0) -> Locator:
    return details(page).get_by_role("button", name=name).nth(place)


def saved(page: Page, button: Locator) -> Download:
    with page.expect_download() as found:
        button.click()
    return found.value


def text_of(download: Download) -> str:
    return Path(download.path()).read_text(encoding="utf-8")


# --- without scripts


def test_without_scripts_both_texts_are_cited_in_what_opens(visits: Visits, styles: Styles) -> None:
    page = visits.open(ARTICLE, scripts=False)
    expect(citations(page).first).not_to_be_visible()
    details(page).get_by_text(SAID["cite.article"], exact=True).click()
    expect(citations(page).first).to_be_visible()
    shown = citations(page).all_text_contents()
    assert len(shown) == {"one": 2, "all": 12}[styles]
    assert shown[0] == ORIGINAL + HERE
    assert (IN_CHINESE + HERE in shown) == (styles == "all")
    for name in (SAID["cite.original"], SAID["cite.translation"], SAID["cite.files"]):
        expect(details(page).get_by_text(name, exact=True)).to_be_visible()
    expect(details(page).locator("a")).to_have_text(["CSL-JSON", "BibTeX"])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_at_the_head_opens_them(visits: Visits, width: int, scripts: bool) -> None:  # noqa: FBT001 - a case of the table
    page = visits.open(ARTICLE, width=width, scripts=scripts)
    page.locator("body > nav").get_by_text(SAID["cite"], exact=True).click()
    expect(citations(page).first).to_be_in_viewport()
    expect(details(page).locator("summary")).to_be_in_viewport()
    assert not overflow(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_opens_them(visits: Visits, scripts: bool) -> None:  # noqa: FBT001 - a case of the table
    page = visits.open(f"{ARTICLE}#cite", scripts=scripts)
    expect(citations(page).first).to_be_in_viewport()
    if scripts:
        expect(button(page, SAID["cite.copy"])).to_be_in_viewport()


def test_a_browser_that_does_not_open_them_for_an_address_is_helped(visits: Visits) -> None:
    page = visits.open(f"{ARTICLE}#cite")
    details(page).evaluate("(details) => details.removeAttribute('open')")
    page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    expect(details(page)).to_have_attribute("open", "")


def test_a_text_that_is_not_there_is_not_cited(visits: Visits, styles: Styles) -> None:
    page = opened(visits, ALONE)
    assert citations(page).count() == {"one": 1, "all": 6}[styles]
    expect(details(page).get_by_text(SAID["cite.original"], exact=True)).to_be_visible()
    expect(details(page).get_by_text(SAID["cite.translation"], exact=True)).to_have_count(0)
    page.locator("[data-module=interface]").click()
    expect(details(page).get_by_text(WORDS["zh"]["cite.original"], exact=True)).to_be_visible()


def test_they_are_printed_in_one_style_also_where_they_are_closed(visits: Visits) -> None:
    for page in (visits.open(ARTICLE), visits.open(ARTICLE, scripts=False), opened(visits)):
        page.emulate_media(media="print")
        printed = [one.inner_text() for one in citations(page).all() if one.is_visible()]
        assert len(printed) == 2
        assert printed[0] == ORIGINAL + HERE
        for what in ("summary", "a", "button", "select", "label"):
            assert not [found for found in details(page).locator(what).all() if found.is_visible()]


# --- with scripts


def test_nothing_of_them_is_loaded_before_they_are_opened(visits: Visits, host: Served) -> None:
    host.log.clear()
    page = visits.open(ARTICLE)
    page.wait_for_load_state("networkidle")
    assert not [path for path in host.log if "cit" in path]
    details(page).locator("summary").click()
    expect(button(page, SAID["cite.copy"])).to_be_visible()
    assert {path.rpartition("/")[2] for path in host.log} >= {"cite.js", "cite.json"}


def test_the_script_shows_what_the_page_said(visits: Visits) -> None:
    said = visits.open(ARTICLE, scripts=False)
    assert citations(opened(visits)).all_text_contents() == citations(said).all_text_contents()


def test_a_reader_chooses_a_style_and_keeps_it(visits: Visits, styles: Styles) -> None:
    page = opened(visits)
    if styles == "all":
        pytest.skip("a page that shows every style has none to choose")
    details(page).get_by_label(SAID["cite.style"]).select_option("gbt-2025")
    expect(citations(page).first).to_have_text(IN_CHINESE + HERE)
    expect(citations(page).first).to_have_attribute("lang", "zh")
    page.reload()
    details(page).locator("summary").click()
    expect(citations(page).first).to_have_text(IN_CHINESE + HERE)
    details(page).get_by_label(SAID["cite.style"]).select_option("chicago")
    expect(citations(page).first).to_have_text(ORIGINAL + HERE)


def test_a_page_that_shows_every_style_has_none_to_choose(visits: Visits, styles: Styles) -> None:
    expect(details(opened(visits)).locator("select")).to_have_count({"one": 1, "all": 0}[styles])


def test_a_style_that_is_chosen_or_copied_is_that_of_the_next_quotation(visits: Visits, styles: Styles) -> None:
    page = opened(visits)
    for style, place, said in (("gbt-2025", 5, IN_CHINESE), ("chicago", 0, ORIGINAL)):
        if styles == "all":
            button(page, SAID["cite.copy"], place).click()
        else:
            details(page).get_by_label(SAID["cite.style"]).select_option(style)
        page.locator("#p3 > a").click()
        page.get_by_text(SAID["passage.copy"], exact=True).click()
        expect(page.get_by_role("status").filter(has_text=SAID["cite.copied"])).to_be_visible()
        assert said in page.evaluate("navigator.clipboard.readText()")
        page.keyboard.press("Escape")


def test_a_citation_is_copied_as_it_stands(visits: Visits) -> None:
    page = opened(visits)
    button(page, SAID["cite.copy"]).click()
    expect(button(page, SAID["cite.copied"])).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == ORIGINAL + HERE
    kinds = page.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
    assert set(kinds) == {"text/plain", "text/html"}


@pytest.mark.parametrize("refused", ["write", "writeText"])
def test_a_browser_that_refuses_to_copy_copies_plain_text_or_leaves_it_selected(visits: Visits, refused: str) -> None:
    page = opened(visits)
    for name in ("write", refused):
        page.evaluate("(name) => { navigator.clipboard[name] = () => Promise.reject(new Error()); }", name)
    button(page, SAID["cite.copy"]).click()
    if refused == "write":
        expect(button(page, SAID["cite.copied"])).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == ORIGINAL + HERE
    else:
        expect(page.get_by_role("status").filter(has_text=SAID["cite.by_hand"])).to_have_count(1)
        assert page.evaluate("getSelection().toString()") == ORIGINAL + HERE


@pytest.mark.parametrize(("kind", "ending"), [("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json")])
def test_an_entry_is_saved(visits: Visits, kind: str, ending: str) -> None:
    page = opened(visits)
    of_texts = [saved(page, button(page, SAID["cite.save"].format(kind=kind), place)) for place in (0, 1)]
    assert [one.suggested_filename for one in of_texts] == [f"{FILED}.{ending}", f"{FILED}-translation.{ending}"]
    original, translation = map(text_of, of_texts)
    assert "河之歌" in original
    assert "Song of the River" in translation
    if kind == "RIS":
        assert [one["short_title"] for one in rispy.loads(original)] == ["Song of the River"]
    if kind == "CSL-JSON":
        assert [one["id"] for one in json.loads(original)] == [FILED]


def test_the_record_is_had_with_the_original(visits: Visits) -> None:
    records = details(opened(visits)).get_by_text("Zotero RDF")
    expect(records).to_have_count(1)
    expect(records).to_have_attribute("href", visits.root + ARTICLE.replace(".html", ".rdf"))


def test_without_entries_the_citations_can_still_be_copied(visits: Visits) -> None:
    page = visits.open(ARTICLE)
    page.route("**/cite.json", lambda route: route.fulfill(status=200, body="no JSON"))
    details(page).locator("summary").click()
    copies = details(page).get_by_role("button")
    expect(copies.first).to_be_visible()
    assert set(copies.all_inner_texts()) == {SAID["cite.copy"]}
    assert citations(page).first.inner_text() == ORIGINAL + HERE


def test_chinese_in_an_english_citation_is_marked_as_such(visits: Visits) -> None:
    for page in (opened(visits), visits.open(ARTICLE, scripts=False)):
        assert citations(page).first.locator("[lang^=zh]").all_text_contents() == ["河之歌", "诗", "河报"]


def test_they_speak_both_languages_opened_before_or_after(visits: Visits) -> None:
    for first in ("open", "switch"):
        page = visits.open(ARTICLE)
        summary, switch = details(page).locator("summary"), page.locator("[data-module=interface]")
        (summary if first == "open" else switch).click()
        if first == "open":
            expect(button(page, SAID["cite.copy"])).to_be_visible()
        (switch if first == "open" else summary).click()
        expect(button(page, WORDS["zh"]["cite.copy"])).to_be_visible()
        expect(summary).to_have_text(WORDS["zh"]["cite.article"])
        for key in ("cite.original", "cite.translation", "cite.files"):
            expect(details(page).get_by_text(WORDS["zh"][key], exact=True)).to_be_visible()
            expect(details(page).get_by_text(SAID[key], exact=True)).to_have_count(0)
        expect(page.locator("body > nav > a").last).to_have_text(WORDS["zh"]["cite"])
        expect(citations(page).first).to_have_text(ORIGINAL + HERE)


def test_they_are_reached_by_keyboard(visits: Visits, styles: Styles) -> None:
    page = visits.open(ARTICLE)
    details(page).locator("summary").focus()
    page.keyboard.press("Enter")
    expect(button(page, SAID["cite.copy"])).to_be_visible()
    page.keyboard.press("Tab")
    if styles == "one":
        expect(details(page).locator("select")).to_be_focused()
        page.keyboard.press("Tab")
    expect(button(page, SAID["cite.copy"])).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_and_nothing_has_to_be_scrolled_sideways(visits: Visits, width: int, scheme: Scheme) -> None:
    page = opened(visits, width=width, scheme=scheme)
    assert not violations(page)
    assert not overflow(page)


# --- the whole issue


def test_an_issue_has_its_entries_in_files_and_a_script_makes_the_kinds_that_are_not_there(visits: Visits) -> None:
    page = visits.open(ISSUE)
    line = page.locator(".entries")
    expect(line.locator("a")).to_have_text(["CSL-JSON", "BibTeX"])
    expect(line.get_by_role("button")).to_have_text(["RIS"])
    download = saved(page, line.get_by_role("button"))
    assert download.suggested_filename == "1953-07-07.ris"
    entries = rispy.loads(text_of(download))
    assert [one["id"] for one in entries][:2] == [FILED, f"{FILED}-translation"]
    assert [one["short_title"] for one in entries] == ["Song of the River", "河之歌", "Notes", "简讯"]


def test_without_scripts_an_issue_offers_the_files_that_are_there(visits: Visits) -> None:
    page = visits.open(ISSUE, scripts=False)
    expect(page.locator(".entries a")).to_have_text(["CSL-JSON", "BibTeX"])
    assert not page.locator("main button").count()
