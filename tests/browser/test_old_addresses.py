"""An address of the archive's earlier site leads to the article, with its passage; what is not known is said."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from duizhao.old_addresses import DIGITS, checksum, old_name
from duizhao.pipeline import Order, build
from duizhao.settings import OldAddresses
from tests.archive import GOOD, address_of, site_in
from tests.browser.visit import Visits
from tests.built_site import ROOT
from tests.loopback import serve

NAME = "1953-07-06_新桥通车.md"


@pytest.fixture
def old(tmp_path: Path, browser: Browser) -> Iterator[tuple[Visits, str]]:
    """The served site, and the permalink of its article."""
    site = replace(site_in(tmp_path), old_addresses=OldAddresses(parameter="articlePath"), static=ROOT / "static")
    site = replace(site, templates=ROOT / "templates")
    (site.content / NAME).write_text(GOOD, encoding="utf-8")
    build(site, Order(jobs=1))
    with serve(site.output) as host:
        visits = Visits(browser=browser, root=host.url)
        yield visits, address_of(site, NAME)
        visits.close()


@pytest.mark.parametrize("page", ["", "index.html", "old.html"])
def test_an_old_address_leads_to_the_article(old: tuple[Visits, str], page: str) -> None:
    visits, permalink = old
    shown = visits.open("search.html")
    shown.goto(f"{visits.root}{page}?articlePath=a/{NAME}#p2", wait_until="commit")
    shown.wait_for_url(f"**/{permalink}#p2")


def test_one_that_is_not_known_is_said_and_without_one_nothing_is(old: tuple[Visits, str]) -> None:
    visits, _ = old
    file = checksum(old_name(NAME))[:DIGITS]
    other = next(name for name in map(str, count()) if checksum(name)[:DIGITS] == file)
    shown = visits.open(f"?articlePath={other}.md")
    shown.get_by_text("no article is known by it").wait_for()
    assert not visits.open("").get_by_text("no article is known by it").is_visible()
