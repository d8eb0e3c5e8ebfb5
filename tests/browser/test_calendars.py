"""Calendars of an archive with gaps: each kind of day is told apart by eye, by ear, and in the reader's own colours."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page

from duizhao.days import read_day, read_days
from duizhao.pipeline import Order, build
from duizhao.settings import Publication
from tests.archive import GOOD, site_in
from tests.browser.test_every_kind_of_page import WIDTHS, violations
from tests.browser.visit import Visits, overflow
from tests.loopback import serve

PAGES = {"home": "index.html", "year": "1953/index.html", "month": "1953/07/index.html"}

DAYS = {6: "6 , 1 article", 7: "7 missing", 8: "8 no issue", 9: "9 missing", 10: "10 , 1 article", 13: "13"}
"""Days of July 1953 in the archive of these tests, which means to cover December 1950 to the 12th, and their names."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gaps")
    ends = {"first": read_day("1950-12-30"), "last": read_day("1953-07-12")}
    site = replace(site_in(folder), publication=Publication(**ends, no_issue=(read_days("1953-07-08"),)))  # type: ignore[arg-type]
    for day in ("06", "10"):
        (site.content / f"{day}.txt").write_text(GOOD.replace("1953-07-06", f"1953-07-{day}"), encoding="utf-8")
    assert build(site, Order(jobs=1)).articles == 2
    return site.output


@pytest.fixture
def visits(browser: Browser, archive: Path) -> Iterator[Visits]:
    with serve(archive) as served:
        opened = Visits(browser=browser, root=served.url)
        yield opened
        opened.close()


def july(page: Page) -> Locator:
    """The calendar of July: the seventh of a year, the only one of a month."""
    return page.locator(".calendar").nth(6 if page.url.endswith(PAGES["year"]) else 0)


def cell(page: Page, day: int) -> Locator:
    return july(page).get_by_role("cell", name=DAYS[day], exact=True)


@pytest.mark.parametrize("kind", ["year", "month"])
def test_the_name_of_each_day_says_what_it_is(visits: Visits, kind: str) -> None:
    page = visits.open(PAGES[kind])
    assert [day for day in DAYS if cell(page, day).count() != 1] == []


@pytest.mark.parametrize("kind", ["year", "month"])
def test_each_kind_of_day_looks_different_where_no_colour_is_seen(visits: Visits, kind: str) -> None:
    page = visits.open(PAGES[kind])
    page.emulate_media(forced_colors="active")
    look = """(cell) => {
        const style = getComputedStyle(cell);
        const outline = style.outlineColor === "rgba(0, 0, 0, 0)" ? "none" : style.outlineStyle;
        return [outline, style.textDecorationLine];
    }"""
    looks = {day: cell(page, day).evaluate(look) for day in DAYS}
    issue, missing, none, outside = ["solid", "none"], ["dotted", "none"], ["none", "line-through"], ["none", "none"]
    assert looks == {6: issue, 7: missing, 8: none, 9: missing, 10: issue, 13: outside}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("kind", "is_seen"), [("year", False), ("month", True)])
def test_a_large_calendar_shows_the_words_each_in_one_line(
    visits: Visits,
    kind: str,
    is_seen: bool,  # noqa: FBT001 - a case of the table
    width: int,
) -> None:
    page = visits.open(PAGES[kind], width=width)
    box = cell(page, 7).locator("span").bounding_box()
    assert box
    assert (box["width"] > 10) == is_seen
    assert box["height"] < 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_where_days_are_missing(
    visits: Visits, kind: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visits.open(PAGES[kind], width=width, scheme=scheme)
    assert page.get_by_text("days missing").is_visible()
    assert not violations(page)
    assert not overflow(page)
