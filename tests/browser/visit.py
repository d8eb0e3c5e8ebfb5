"""Opening pages of the served site, and noticing what a reader would not forgive."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

HEIGHT = 800

PATIENCE = 5_000
"""Milliseconds: everything comes from this machine."""


@dataclass(slots=True, kw_only=True)
class Visits:
    """Browser windows of one test, each with a memory of its own, and what went wrong in them."""

    browser: Browser
    root: str
    faults: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        address: str,
        *,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        missing: bool = False,
    ) -> Page:
        """Open an address below the site's root in a new window. `missing`: the host has no such page, and says so."""
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        self.watch(page, expected=self.root + address if missing else "")
        page.goto(self.root + address if "://" not in address else address)
        return page

    def watch(self, page: Page, *, expected: str = "") -> None:
        """Note every request that leaves the site and every complaint of the browser but those about one address."""

        def heard(message: ConsoleMessage) -> None:
            if message.type == "error" and message.location.get("url") != expected:
                self.faults.append(f"{page.url}: {message.text} ({message.location.get('url')})")

        def asked(request: Request) -> None:
            if not request.url.startswith((self.root, "data:", "file:")):
                self.faults.append(f"{page.url}: asks another host for {request.url}")

        page.on("console", heard)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", asked)

    def close(self) -> None:
        """Close every window; fails when anything was noted."""
        for context in self._contexts:
            context.close()
        assert not self.faults, "\n".join(self.faults)


def overflow(page: Page) -> list[str]:
    """What is wider than the window: nothing, or the elements that stick out of a page that scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => {
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= room) return [];
            const wide = [...document.body.querySelectorAll("*")]
                .filter((element) => element.getBoundingClientRect().right > room + 0.5)
                .map((element) => element.outerHTML.slice(0, 120));
            return wide.length ? wide : ["the page itself"];
        }"""
    )
    return found
