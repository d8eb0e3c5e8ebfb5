"""Opening pages of the served site, and noticing what a reader would not forgive."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

HEIGHT = 800

PATIENCE = 5_000
"""Milliseconds: everything comes from this machine."""


ALL_AT_WORK = """() => {
    const main = document.querySelector('script[src$="main.js"]').src;
    const names = [...document.querySelectorAll("[data-module]")].map((element) => element.dataset.module);
    if (document.querySelector("article")) names.push("passage/start");
    return Promise.all(names.map((name) => import(new URL(`${name}.js`, main)))).then(() => undefined);
}"""
"""Done when each module that the page names, and what each article has, is loaded, which is after the page itself."""

NO_MODULES_FROM_DISK = "/static/js/main.js"
"""What browsers complain of when a page is opened from a folder: they load no module from there. The page works as it
does without scripts."""


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
        if scripts and page.url.startswith(self.root):
            page.evaluate(ALL_AT_WORK)
        return page

    def watch(self, page: Page, *, expected: str = "") -> None:
        """Note every request that leaves the site and every complaint of the browser but those about one address."""

        def heard(message: ConsoleMessage) -> None:
            about = message.location.get("url", "")
            told = f"{page.url}: {message.text} ({about})"
            from_disk = page.url.startswith("file:") and NO_MODULES_FROM_DISK in told
            if message.type == "error" and about != expected and not from_disk:
                self.faults.append(told)

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
