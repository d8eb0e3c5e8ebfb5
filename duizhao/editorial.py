"""Editorial pages: Markdown files in `content/pages/` that become pages of the site, listed on every page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from duizhao.assess import odd_marks
from duizhao.model import Bilingual
from duizhao.parse import split_front_matter
from duizhao.problems import Problem, did_you_mean, problem
from duizhao.settings import Site
from duizhao.sources import EDITORIAL, read_source

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
    folder = site.content / EDITORIAL
    paths = sorted(path.relative_to(site.content).as_posix() for path in folder.rglob("*.md") if path.is_file())
    read = [_read(site, path) for path in paths]
    pages = [page for page, _ in read if page]
    problems = tuple(found for _, faults in read for found in faults)
    return tuple(sorted(pages, key=lambda page: (page.order, page.permalink))), problems


def _read(site: Site, path: str) -> tuple[EditorialPage | None, list[Problem]]:
    name = path.removeprefix(f"{EDITORIAL}/").removesuffix(".md")
    if not _NAME.fullmatch(name) or name in RESERVED:
        message = f"“{name}” cannot be the name of a page"
        return None, [problem(path, 0, "page-file-name", message, reserved=", ".join(RESERVED))]
    source = read_source(site.content, path, site.largest_article)
    if isinstance(source, Problem):
        return None, [source]
    raw = source.text.split("\n")
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
    odd = [
        problem(path, taken + 1, code, f"{found} in the text") for code, found in odd_marks(page.text, is_markdown=True)
    ]
    return page, [*untitled, *_key_problems(path, values, document.lines), *odd]


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
