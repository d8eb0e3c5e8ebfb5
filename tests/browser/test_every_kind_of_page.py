"""Each kind of page, for each kind of reader: wide and narrow, light and dark, with and without sight or scripts."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.visit import Visits, overflow
from tests.built_site import CLOSED, ROOT

AXE = (ROOT / "tests/validators/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}

KINDS = {
    "home": "index.html",
    "year": "1954/index.html",
    "month": "1954/12/index.html",
    "issue": "1954/12/24/index.html",
    "article": "",
    "newspaper pages": "pages/index.html",
    "newspaper page": "pages/1/index.html",
    "days of the year": "on-this-day/index.html",
    "days of a month": "on-this-day/12/index.html",
    "quality": "quality/index.html",
    "a kind of notice": "quality/text-untranslated/index.html",
    "a year's notices": "quality/1953/index.html",
    "a month's notices": "quality/1953/07/index.html",
    "about": "about.html",
    "search": "search.html",
    "not found": "404.html",
    "gone": f"1953/07/06/3-{CLOSED['gone']}.html",
    "withheld": f"1953/07/06/3-{CLOSED['withheld']}.html",
}
"""The address of each; an article's is in the ledger."""

WIDTHS = (1280, 320)


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, article: str) -> str:
    return KINDS[request.param] or article


def violations(page: Page) -> list[str]:
    """What axe finds wrong, each with the elements that it means."""
    page.evaluate(AXE)
    found = page.evaluate("async (rules) => (await axe.run(rules)).violations", RULES)
    return [f"{fault['id']}: {[node['html'][:120] for node in fault['nodes'][:5]]}" for fault in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(visits: Visits, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    assert not violations(visits.open(address, width=width, scheme=scheme))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_has_to_be_scrolled_sideways(visits: Visits, address: str, width: int, scripts: bool) -> None:  # noqa: FBT001 - a case of the table
    assert not overflow(visits.open(address, width=width, scripts=scripts))


def test_without_scripts_every_page_has_its_heading(visits: Visits, address: str) -> None:
    page = visits.open(address, scripts=False)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.locator("h1").is_visible()


def test_printed_pages_leave_out_what_paper_cannot_do(visits: Visits, address: str) -> None:
    page = visits.open(address)
    page.emulate_media(media="print")
    for what in ("nav", "form", "button", "select", "body > a"):
        assert not [found for found in page.locator(what).all() if found.is_visible()]
    assert page.locator("h1").is_visible()


def test_the_checks_of_this_file_see_a_bad_page(visits: Visits, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<title>Bad</title><img src=data:,><p style=inline-size:2000px>wide</p>", encoding="utf-8")
    page = visits.open(bad.as_uri())
    assert any(fault.startswith("image-alt") for fault in violations(page))
    assert overflow(page)
