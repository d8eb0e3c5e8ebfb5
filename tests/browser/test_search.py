"""Searching the full text: what is found, from where, with what, and what it costs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from duizhao.pipeline import Order, build
from duizhao.search import shards
from tests.archive import GOOD, OTHER, site_in
from tests.browser.interface_words import WORDS
from tests.browser.test_every_kind_of_page import violations
from tests.browser.visit import Visits, overflow
from tests.built_site import BuiltSite
from tests.loopback import Served, serve, weight


def ask(page: Page, words: str) -> None:
    """Search from the masthead that every page has."""
    field = page.locator('header input[type="search"]')
    field.fill(words)
    field.press("Enter")


def hit(page: Page, article: str) -> Locator:
    """The headline of an article among the hits."""
    return page.locator(f'.results li > a[href$="{article}"]')


@pytest.mark.parametrize(
    "words",
    [
        "办社条件",
        "辦社條件",
        "农业社",
        "Cooperatives",
        "cooperative locality",
        "秋前建社经验",
        '"layer-by-layer deployment"',
    ],
)
@pytest.mark.parametrize("start", ["index.html", "1954/12/index.html"])
def test_an_article_is_found_by_its_words(visits: Visits, article: str, words: str, start: str) -> None:
    page = visits.open(start)
    ask(page, words)
    found = hit(page, article)
    expect(found).to_be_visible()
    found.click()
    page.wait_for_url(visits.root + article)


def test_a_search_can_be_linked_to_and_back_leads_from_search_to_search(visits: Visits, article: str) -> None:
    page = visits.open("search.html?q=办社条件&sort=newest&from=1954-12-24")
    expect(hit(page, article)).to_be_visible()
    field = page.locator("main input[name=q]")
    field.fill("zeppelin")
    expect(page.locator("[role=status]")).to_have_text(WORDS["en"]["search.found.none"])
    expect(page.locator(".hint")).to_be_visible()
    assert "q=zeppelin&from=1954-12-24&sort=newest" in page.url
    page.go_back()
    expect(hit(page, article)).to_be_visible()
    assert field.input_value() == "办社条件"


def test_hits_are_marked_in_headlines_and_in_snippets_of_both_languages(visits: Visits, article: str) -> None:
    page = visits.open("search.html?q=農業社 cooperatives")
    item = page.locator(".results > li").filter(has=page.locator(f'a[href$="{article}"]'))
    expect(item.locator("> a mark").first).to_be_visible()
    marks = item.locator(".snippet mark").all_inner_texts()
    assert {"农业社"} <= {*marks, *item.locator("> a mark").all_inner_texts()}
    assert any(mark.lower().startswith("cooper") for mark in marks)
    assert item.locator('.snippet [lang="zh-Hans"]').count() == item.locator('.snippet [lang="en"]').count() == 1


@pytest.mark.parametrize(
    ("limits", "is_found"),
    [
        ("from=1954-12-24&to=1954-12-24", True),
        ("to=1954-12-23", False),
        ("from=1954-12-25", False),
        ("page=1", True),
        ("page=2", False),
        ("author=Nobody", False),
        ("from=nonsense&page=x&sort=best", True),
    ],
)
def test_limits_in_the_address_are_heeded(visits: Visits, article: str, limits: str, is_found: bool) -> None:  # noqa: FBT001
    page = visits.open(f"search.html?q=办社条件&{limits}")
    expect(page.locator("[role=status]")).not_to_be_empty()
    assert hit(page, article).count() == is_found


def test_dates_narrow_a_search_by_key(visits: Visits, article: str) -> None:
    page = visits.open("search.html?q=办社条件")
    expect(hit(page, article)).to_be_visible()
    page.locator("input[name=from]").fill("1955-01-01")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_have_text(WORDS["en"]["search.found.none"])
    page.get_by_role("button", name=WORDS["en"]["search.reset"]).press("Enter")
    page.wait_for_url(visits.root + "search.html")


def test_headlines_are_offered_while_somebody_types(visits: Visits) -> None:
    page = visits.open("search.html")
    page.locator("main input[name=q]").press_sequentially("cooperat", delay=5)
    expect(page.locator("#headlines option").first).to_be_attached()


def test_more_hits_are_shown_when_they_are_asked_for(visits: Visits, built: BuiltSite) -> None:
    if len([row for row in built.rows if not row["status"]]) < 12:
        pytest.skip("the site has too few articles")
    page = visits.open("search.html?page=&q=&sort=newest&from=1900-01-01")
    items = page.locator(".results > li")
    expect(items).to_have_count(10)
    page.get_by_role("button", name=WORDS["en"]["search.more"]).click()
    expect(items.nth(10)).to_be_visible()
    assert page.evaluate("document.activeElement === document.querySelectorAll('.results > li')[10].querySelector('a')")


def test_places_are_marked_on_the_page_that_a_hit_leads_to(visits: Visits, article: str) -> None:
    page = visits.open("search.html?q=合作社")
    hit(page, article).click()
    bar = page.locator(".found")
    expect(bar).to_be_visible()
    count = page.evaluate("CSS.highlights.get('found').size")
    assert count > 1
    expect(bar.get_by_role("status")).to_have_text(f"1 of {count}")
    bar.get_by_role("button", name=WORDS["en"]["found.previous"]).click()
    expect(bar.get_by_role("status")).to_have_text(f"{count} of {count}")
    bar.get_by_role("button", name=WORDS["en"]["found.close"]).click()
    expect(bar).to_have_count(0)
    assert not page.evaluate("CSS.highlights.has('found')")


def test_nothing_is_marked_on_a_page_that_no_search_leads_to(visits: Visits, article: str) -> None:
    page = visits.open("1954/12/24/index.html")
    page.locator(f'main a[href$="{article.rpartition("/")[2]}"]').click()
    page.wait_for_url(visits.root + article)
    page.wait_for_load_state("networkidle")
    assert not page.locator(".found").count()


@pytest.mark.parametrize(
    "words",
    [
        "<img src=x onerror=alert(1)>",
        "粮" * 20_000,
        ".*+?^${}()|[]\\",
        "，。！",
        '"""',
        "-的",
        "\ud83d",
        "__proto__",
        "的",
    ],
)
def test_what_is_asked_for_is_text_and_does_no_harm(visits: Visits, words: str) -> None:
    page = visits.open("search.html")
    page.evaluate("(words) => { const q = document.querySelector('main input[name=q]'); q.value = words; }", words)
    page.locator("main form button").first.click()
    expect(page.locator("[role=status]")).not_to_be_empty()
    assert not page.locator("main img").count()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_among_hits_and_nothing_has_to_be_scrolled_sideways(visits: Visits, width: int) -> None:
    page = visits.open("search.html?q=人 OR people", width=width)
    expect(page.locator(".results li").first).to_be_visible()
    assert not violations(page)
    assert not overflow(page)


def test_without_scripts_the_search_page_says_where_else_to_look(visits: Visits) -> None:
    page = visits.open("search.html", scripts=False)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("main a").count()


def test_an_index_that_cannot_be_loaded_is_told(visits: Visits) -> None:
    page = visits.open("index.html")
    page.route("**/search/**.gz", lambda route: route.fulfill(status=200, body="no index"))
    page.on("console", lambda message: visits.faults.clear() if message.type == "error" else None)
    ask(page, "农业社")
    expect(page.locator(".offline p").first).to_have_text(WORDS["en"]["search.failed"])
    visits.faults.clear()


@pytest.mark.parametrize("is_renumbered", [False, True])
def test_a_page_that_was_open_before_the_site_was_published_anew_finds_what_there_is_now(
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_renumbered: bool,  # noqa: FBT001
) -> None:
    for name, size in (("LEAST", 50), ("MOST", 130), ("TERMS_A_VOLUME", 20)):
        monkeypatch.setattr(shards, name, size)  # else all of the index is read with the first word
    site = site_in(tmp_path)
    (site.content / "b.txt").write_text(GOOD, encoding="utf-8")
    build(site, Order(jobs=1))
    with serve(site.output) as served:
        visits = Visits(browser=browser, root=served.url)
        page = visits.open("search.html?q=bridge")
        expect(page.locator(".results > li")).to_have_count(1)
        name = "a.txt" if is_renumbered else "b.txt"
        (site.content / name).write_text(OTHER.replace("320 meters", "320 meters of zebra"), encoding="utf-8")
        build(site, Order(jobs=1))
        field = page.locator("main input[name=q]")
        for words, count in (("zebra", 1), ("bridge", 1 + is_renumbered), ('"meters of zebra"', 1)):
            field.fill("mnemonic")
            expect(page.locator(".results > li")).to_have_count(0)
            field.fill(words)
            expect(page.locator(".results > li")).to_have_count(count)
            expect(page.locator(".offline")).to_be_hidden()
        assert any("404" in fault for fault in visits.faults)  # the browser's word on a file that is no more
        visits.faults.clear()
        visits.close()


def test_a_search_costs_few_bytes(visits: Visits, served: Served, built: BuiltSite) -> None:
    served.log.clear()
    page = visits.open("search.html")
    page.wait_for_load_state("networkidle")
    assert weight(built.output, served.log) < 60_000
    for words, most in (("合作", 70_000), ("互助合作", 150_000), ("grain cooperatives", 150_000)):
        served.log.clear()
        page.locator("main input[name=q]").fill(words)
        expect(page.locator("[role=status]")).not_to_be_empty()
        page.wait_for_load_state("networkidle")
        assert weight(built.output, served.log) < most, words
