"""Editorial pages: Markdown files in `content/pages/` that become pages of the site, listed on every page."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from duizhao.assess import odd_marks
from duizhao.model import Bilingual
from duizhao.parse import shown, split_front_matter
from duizhao.problems import Problem, did_you_mean, problem
from duizhao.settings import Site
from duizhao.sources import EDITORIAL, find_sources, read_source

RESERVED: Final = ("index", "404", "search")
"""Names of pages that the site has anyway."""

KEYS: Final = ("title", "title_zh", "order")
"""What the front matter of an editorial page may say."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ORDER = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialPage:
    """A page as its file tells it; `pages/about.md` has the permalink `about.html`."""

    source: str
    permalink: str
    title: Bilingual[str]
    order: int
    text: str


@cache
def editorial_pages(site: Site) -> tuple[tuple[EditorialPage, ...], tuple[Problem, ...]]:
    """Read the editorial pages, sorted by their `order` (those without one last) and name; and what is wrong with them.

    Kept for the life of the process, since every page of the site lists them.
    """
    paths, problems = find_sources(site.content, below=EDITORIAL)
    pages: dict[str, EditorialPage] = {}
    for path in paths:
        name = path.removeprefix(f"{EDITORIAL}/")[: -len(".md")]
        fault = _name_fault(path, name, pages)
        page, found = (None, [fault]) if fault else _read(site, path, name)
        problems += found
        if page:
            pages[name] = page
    return tuple(sorted(pages.values(), key=lambda page: (page.order, page.permalink))), tuple(problems)


def editorial_links(site: Site) -> tuple[EditorialPage, ...]:
    """List the editorial pages without their texts: every page has links to them, and need not change with a text."""
    return tuple(replace(page, text="") for page in editorial_pages(site)[0])


def _name_fault(path: str, name: str, pages: Collection[str]) -> Problem | None:
    """Say why a page cannot have a name: `about.MD` beside `about.md` would have the same address."""
    reserved = ", ".join(RESERVED)
    if name in pages:
        message = f"“{name}” is the name of another page"
        return problem(path, 0, "page-file-name", message, reserved=f"{reserved}, {name}")
    if not _NAME.fullmatch(name) or name in RESERVED:
        return problem(path, 0, "page-file-name", f"“{name}” cannot be the name of a page", reserved=reserved)
    return None


def _read(site: Site, path: str, name: str) -> tuple[EditorialPage | None, list[Problem]]:
    source = read_source(site.content, path, site.largest_article)
    if isinstance(source, Problem):
        return None, [source]
    text, problems = shown(source)
    raw = text.split("\n")
    split = split_front_matter(raw, path)
    if isinstance(split, Problem):
        return None, [split]
    document, taken = split
    values = {key: str(value or "").strip() for key, value in document.values.items()}
    page = EditorialPage(
        source=path,
        permalink=f"{name}.html",
        title=_title(values) or Bilingual(en=name),
        order=int(values["order"]) if _ORDER.fullmatch(values.get("order", "")) else 10**6,
        text="\n".join(raw[taken:]),
    )
    untitled = [] if _title(values) else [problem(path, 1, "page-title", f"“{name}” stands in")]
    odd = [problem(path, taken + 1, code, f"{found} in the text") for code, found in odd_marks(page.text, "document")]
    return page, [*problems, *untitled, *_key_problems(path, values, document.lines), *odd]


def _title(values: dict[str, str]) -> Bilingual[str] | None:
    title = Bilingual(en=values.get("title") or None, zh=values.get("title_zh") or None)
    return None if title == Bilingual() else title


def _key_problems(path: str, values: dict[str, str], lines: dict[tuple[str, ...], int]) -> Iterator[Problem]:
    for key, value in values.items():
        if key not in KEYS:
            message = f"“{key}” is no key of an editorial page{did_you_mean(key, KEYS)}"
            yield problem(path, lines[key,], "key-unknown", message, known=", ".join(KEYS))
        elif key == "order" and value and not _ORDER.fullmatch(value):
            yield problem(path, lines[key,], "key-value", f"“order” is “{value}”", expected="a whole number")
