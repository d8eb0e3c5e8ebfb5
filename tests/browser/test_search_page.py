"""The search page on a phone, and its time line: by pointer, by finger, by keys and for who hears the page."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.interface_words import WORDS
from tests.browser.test_every_kind_of_page import violations
from tests.browser.visit import HEIGHT, Visits, overflow
from tests.built_site import BuiltSite

PHONE = 390
SAID = WORDS["en"]
DAY = "from=1954-12-24&to=1954-12-24"


def hit(page: Page, article: str) -> Locator:
    return page.locator(f'.results li > a[href$="{article}"]')


def test_on_a_phone_the_limits_are_one_line_that_says_what_is_set(visits: Visits, article: str) -> None:
    page = visits.open(f"search.html?q=办社条件&{DAY}&page=1&sort=newest", width=PHONE)
    expect(hit(page, article)).to_be_in_viewport()
    assert not page.locator("input[name=from]").is_visible()
    said = page.locator(".limits .set")
    newest = SAID["search.sort.newest"]
    expect(said).to_have_text(f"24 December 1954 – 24 December 1954 · {SAID['page.number'].format(page=1)} · {newest}")
    page.locator("[data-module=interface]").click()
    expect(said).to_contain_text(WORDS["zh"]["page.number"].format(page=1))
    assert not overflow(page)


def test_on_a_phone_the_limits_unfold_and_are_heeded(visits: Visits, article: str) -> None:
    page = visits.open("search.html?q=办社条件", width=PHONE)
    expect(hit(page, article)).to_be_visible()
    expect(page.locator(".limits .set")).to_be_empty()
    page.locator(".limits summary").press("Enter")
    page.locator("main input[name=author]").fill("Nobody")
    page.keyboard.press("Enter")
    expect(page.locator("[role=status]")).to_have_text(SAID["search.found.none"])
    assert not violations(page)
    assert not overflow(page)
    page.locator(".limits summary").press("Enter")
    expect(page.locator(".limits .set")).to_have_text("Nobody")


def test_where_there_is_room_the_limits_are_seen_and_nothing_folds_them(visits: Visits) -> None:
    page = visits.open("search.html")
    expect(page.locator("main input[name=from]")).to_be_visible()
    assert not page.locator(".limits summary").is_visible()
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    expect(page.locator("main input[name=from]")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    expect(page.locator("main input[name=from]")).to_be_visible()


@pytest.fixture
def several_years(built: BuiltSite) -> None:
    if len({row["date"][:4] for row in built.rows if not row["status"]}) < 3:
        pytest.skip("the site has too few years")


def years(page: Page) -> list[str]:
    """The years of the bars that stand there."""
    expect(page.locator(".timeline li").first).to_be_visible()
    return [str(time.get_attribute("datetime")) for time in page.locator(".timeline li time").all()]


def asks_for(page: Page, first: str, last: str) -> None:
    """The search is narrowed from the first to the last of two years, and the two dates say so."""
    page.wait_for_url(re.compile(f"from={first}-01-01&to={last}-12-31"))
    assert page.locator("input[name=from]").input_value() == f"{first}-01-01"
    assert page.locator("input[name=to]").input_value() == f"{last}-12-31"


@pytest.mark.usefixtures("several_years")
def test_a_year_on_the_time_line_narrows_the_search_and_so_do_several(visits: Visits) -> None:
    page = visits.open("search.html?q=人")
    first, *_, last = years(page)
    bars = page.locator(".timeline li")
    bars.first.click()
    asks_for(page, first, first)
    page.get_by_role("button", name=SAID["search.timeline.all"]).click()
    page.wait_for_url(re.compile(r"search\.html\?q=[^&]*$"))
    expect(bars.last.locator("time")).to_have_attribute("datetime", last)
    bars.first.hover()
    page.mouse.down()
    bars.last.hover()
    expect(page.locator(".timeline .marked")).to_contain_text(f"{first} – {last}")
    page.mouse.up()
    asks_for(page, first, last)


@pytest.mark.usefixtures("several_years")
def test_a_finger_draws_over_the_time_line(visits: Visits) -> None:
    page = visits.open("search.html?q=人", width=PHONE)
    first, *_, last = years(page)
    box = page.locator(".timeline ol").bounding_box()
    assert box
    touch = page.context.new_cdp_session(page)
    for kind, x in (
        ("touchStart", 2),
        ("touchMove", box["width"] / 2),
        ("touchMove", box["width"] - 2),
        ("touchEnd", 0),
    ):
        points = [] if kind == "touchEnd" else [{"x": box["x"] + x, "y": box["y"] + 10}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    asks_for(page, first, last)


@pytest.mark.usefixtures("several_years")
def test_the_time_line_is_a_list_for_who_uses_keys_or_hears_the_page(visits: Visits) -> None:
    page = visits.open("search.html?q=人")
    shown = years(page)
    first, second, third = shown[:3]
    line = page.get_by_role("listbox", name=SAID["search.timeline"])
    page.locator(".limits [type=reset]").focus()
    page.keyboard.press("Tab")
    expect(line).to_be_focused()
    expect(page.locator(".timeline .keys")).to_be_visible()
    expect(line).to_have_accessible_description(SAID["search.timeline.keys"])
    assert marked(line) == [first]
    for key, expected in (
        ("ArrowRight", [second]),
        ("Shift+ArrowRight", [second, third]),
        ("Home", [first]),
        ("ArrowLeft", [first]),
        ("Shift+ArrowRight", [first, second]),
        ("Shift+ArrowLeft", [first]),
        ("ArrowRight", [second]),
        ("Shift+ArrowRight", [second, third]),
    ):
        page.keyboard.press(key)
        assert marked(line) == expected, key
    assert active(page).startswith(f"{third}, ")
    assert not violations(page)
    page.keyboard.press("Enter")
    asks_for(page, second, third)
    expect(line).to_be_focused()
    page.get_by_role("button", name=SAID["search.timeline.all"]).press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q=[^&]*$"))
    expect(line.locator("time").last).to_have_attribute("datetime", shown[-1])
    expect(line).to_be_focused()
    assert marked(line) == [first]


def marked(line: Locator) -> list[str]:
    """The years that are marked."""
    times = line.locator('[aria-selected="true"] time').all()
    return [str(time.get_attribute("datetime")) for time in times]


def active(page: Page) -> str:
    """What a screen reader says of the bar at which the keys are."""
    said: str = page.evaluate(
        "document.getElementById(document.activeElement.ariaActiveDescendantElement.id).textContent"
    )
    return said


@pytest.mark.usefixtures("several_years")
def test_a_bar_that_is_pressed_without_pointer_is_chosen(visits: Visits) -> None:
    page = visits.open("search.html?q=人")
    first = years(page)[0]
    page.locator(".timeline li").first.evaluate("(bar) => bar.click()")
    asks_for(page, first, first)


def test_the_first_hits_are_there_before_the_last_page_is(visits: Visits, built: BuiltSite) -> None:
    if len([row for row in built.rows if not row["status"]]) < 12:
        pytest.skip("the site has too few articles")
    page = visits.open("search.html")
    field = page.locator("main input[name=q]")
    field.fill("人")
    items = page.locator(".results > li")
    expect(items).to_have_count(10)
    last = items.nth(9).locator("> a").get_attribute("href")
    held: list[Route] = []
    page.route(f"**/{last}", lambda route: held.append(route))  # noqa: PLW0108 - no built-in function is taken here
    page.reload()
    expect(items).to_have_count(9)
    held[0].continue_()
    expect(items).to_have_count(10)
