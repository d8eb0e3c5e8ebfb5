"""Measures the search as a reader has it: a served site, a browser without a window, and queries from its own texts.

Each query comes at once, as by one stroke of a key, on a page that was open before. Times run from that stroke; with
them runs the pause in which the page waits for the next. The host is on this machine and compresses nothing, so times
know no network; bytes are those of a host that does. Work of others on the machine makes all times longer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from playwright.sync_api import Browser, CDPSession, Page

from bench.archive import SEED
from duizhao.search import open_index
from tests.loopback import Served, serve, weight
from tests.search.oracle import Text, phrase, read, substring

OF_A_KIND: Final = 20
_ICON: Final = "icon.svg"
"""This browser asks for it at each new address, and hosts tell it to keep it; it is not counted."""

_ASK: Final = """(query) => new Promise((done) => {
    const results = document.querySelector(".results");
    const stale = results.firstElementChild;
    const begun = performance.now();
    let first, last, ending;
    const seen = () => {
        last = performance.now() - begun;
        if (results.children.length && results.firstElementChild !== stale) first ??= last;
        clearTimeout(ending);
        ending = setTimeout(end, 300);
    };
    const watching = new MutationObserver(seen);
    const end = () => {
        watching.disconnect();
        done([first ?? null, last ?? null]);
    };
    const shown = [results, document.querySelector("main [role=status]")];
    for (const one of shown) watching.observe(one, { childList: true });
    ending = setTimeout(end, 10_000);
    const field = document.querySelector("main [name=q]");
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A query and what it cost: milliseconds to the first hit and to the last that is shown, requests, bytes.

    None: nothing was found within ten seconds, which is wrong, since each query is from a text.
    """

    kind: str
    asked: str
    first: float | None
    last: float | None
    requests: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Searches:
    """What was measured on a site: its first page with index and scripts, the queries, and at the end the page.

    `heap`: bytes of what its scripts hold, after everything that can be is collected.
    """

    articles: int
    first_requests: int
    first_bytes: int
    answers: tuple[Answer, ...]
    heap: int


def measured(browser: Browser, site: Path, count: int = OF_A_KIND) -> Searches:
    """Serve the site that stands in a folder, and put so many queries of each kind to it."""
    index = open_index(site)
    chance = Random(SEED)
    numbers = chance.sample(range(index.articles), min(count, index.articles))
    texts = [read(site / index.article(number)["url"]) for number in numbers]
    with serve(site) as served:
        page = browser.new_page()
        page.goto(f"{served.url}search.html")
        page.wait_for_load_state("networkidle")
        first = _counted(site, served.log)
        answers = tuple(_answer(page, served, site, kind, asked) for kind, asked in _queries(texts, chance))
        heap = _heap(page.context.new_cdp_session(page))
        page.close()
    return Searches(articles=index.articles, first_requests=first[0], first_bytes=first[1], answers=answers, heap=heap)


def _queries(texts: Sequence[Text], chance: Random) -> Iterator[tuple[str, str]]:
    """Take a query of each kind from every text that has one."""
    for text in texts:
        for length in (1, 2, 4, 8):
            yield f"Chinese characters: {length}", substring(text, chance, length)
        for length in (1, 2):
            yield f"English words: {length}", " ".join(phrase(text, chance, length))
        yield "English phrase", f'"{" ".join(phrase(text, chance, 3))}"'
        yield "both", f"{substring(text, chance, 2)} {' '.join(phrase(text, chance, 1))}"


def _answer(page: Page, served: Served, site: Path, kind: str, asked: str) -> Answer:
    before = len(served.log)
    first, last = page.evaluate(_ASK, asked)
    page.wait_for_load_state("networkidle")
    requests, size = _counted(site, served.log[before:])
    return Answer(kind=kind, asked=asked, first=first, last=last, requests=requests, bytes=size)


def _counted(site: Path, log: Iterable[str]) -> tuple[int, int]:
    paths = [path for path in log if not path.endswith(_ICON)]
    return len(paths), weight(site, paths)


def _heap(browser: CDPSession) -> int:
    browser.send("HeapProfiler.collectGarbage")
    browser.send("Performance.enable")
    figures = browser.send("Performance.getMetrics")["metrics"]
    return next(int(figure["value"]) for figure in figures if figure["name"] == "JSHeapUsedSize")


def lines(found: Searches) -> Iterator[str]:
    """Say it as a table."""
    yield f"Searches in a browser, {found.articles:,} articles: milliseconds from key to hit; kB on the wire"
    yield f"{'':<26}{'first hit':>12}{'worst':>8}{'all hits':>12}{'worst':>8}{'requests':>11}{'kB':>8}{'most':>8}"
    for kind in dict.fromkeys(answer.kind for answer in found.answers):
        yield _line(kind, [answer for answer in found.answers if answer.kind == kind])
    yield _line("all", found.answers)
    yield f"The page itself: {found.first_requests} requests, {found.first_bytes / 1000:,.0f} kB;"
    yield f"its scripts hold {found.heap / 1_000_000:,.1f} MB at the end."
    missed = [answer.asked for answer in found.answers if answer.first is None]
    if missed:
        yield f"NOTHING FOUND for {', '.join(missed)}"


def _line(kind: str, answers: Sequence[Answer]) -> str:
    first = [answer.first for answer in answers if answer.first is not None] or [0.0]
    last = [answer.last for answer in answers if answer.last is not None] or [0.0]
    sizes = [answer.bytes / 1000 for answer in answers]
    requests = median(answer.requests for answer in answers)
    return (
        f"{kind:<26}{median(first):>12.0f}{max(first):>8.0f}{median(last):>12.0f}{max(last):>8.0f}"
        f"{requests:>11.0f}{median(sizes):>8.0f}{max(sizes):>8.0f}"
    )
