"""The browser, and the pages that readers come to."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.browser.visit import Visits
from tests.built_site import SEED, BuiltSite
from tests.loopback import Served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def visits(browser: Browser, served: Served) -> Iterator[Visits]:
    """Opens pages; the test fails at its end when one of them asked another host or the browser complained."""
    opened = Visits(browser=browser, root=served.url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def article(built: BuiltSite) -> str:
    """The address of the project's own article."""
    return built.permalink(SEED)
