"""Look over an archive and its built site: sources, ledger, links, size. Builds nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from duizhao.executor import executor
from duizhao.permalinks import read_ledger
from duizhao.pipeline import addresses_of, problems_of, read_all
from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.progress import Clock, Quiet
from duizhao.publish import files_below, is_built
from duizhao.settings import Site

GITHUB_PAGES = 1_000_000_000
"""Bytes that a site on GitHub Pages may have: https://docs.github.com/pages/getting-started-with-github-pages"""

_ORIGIN = "https://site.invalid/"
_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s(id|href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a check found: problems of the sources, faults of the built site, and its weight by kind of file."""

    problems: tuple[Problem, ...]
    faults: tuple[Problem, ...]
    files: int
    bytes: Mapping[str, int]

    @property
    def weight(self) -> int:
        """Bytes of all files together."""
        return sum(self.bytes.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    ids: frozenset[str]
    links: tuple[str, ...]


def check(site: Site, jobs: int | None = None) -> Findings:
    """Check sources, ledger and the built site. Raises `Halt` where a build would publish nothing."""
    with executor(jobs) as workers:
        reading = read_all(site, workers, Clock(progress=Quiet()))
    addresses = addresses_of(site, reading)
    if not is_built(site.output):
        raise Halt([problem(str(site.output), 0, "output-missing", "no build has put anything there")])
    sizes = {path: (site.output / path).stat().st_size for path in sorted(files_below(site.output))}
    return Findings(
        problems=tuple(ordered(problems_of(site, reading, addresses))),
        faults=tuple(ordered((*_missing(site, sizes), *_dead_links(site, sizes)))),
        files=len(sizes),
        bytes=_by_kind(sizes),
    )


def _missing(site: Site, sizes: Mapping[str, int]) -> Iterator[Problem]:
    """Name the addresses that the ledger pins and that the site does not have."""
    for row in read_ledger(site.ledger_file):
        if row.permalink not in sizes:
            yield problem(str(site.ledger_file), row.line, "address-missing", f"{row.permalink} is not there")


def _dead_links(site: Site, sizes: Mapping[str, int]) -> Iterator[Problem]:
    """Name the links inside the site that lead nowhere; each place that a fragment names is looked up once."""
    asked: dict[str, dict[str, str]] = {}
    for path in (path for path in sizes if path.endswith(".html")):
        for link in _page(site.output / path).links:
            target, fragment = _target(site, path, link)
            if target is None:
                continue
            if target not in sizes:
                yield problem(str(site.output / path), 0, "link-dead", f"“{link}” leads to {target}")
            elif fragment:
                asked.setdefault(target, {}).setdefault(fragment, path)
    for target, fragments in asked.items():
        ids = _page(site.output / target).ids
        for fragment, path in fragments.items():
            if fragment not in ids:
                yield problem(str(site.output / path), 0, "fragment-dead", f"“#{fragment}” is not in {target}")


def _target(site: Site, path: str, link: str) -> tuple[str | None, str]:
    """Resolve a link of a page to a file below the output and a fragment; None for what leads elsewhere."""
    base = site.base_url or _ORIGIN
    whole = urljoin(base + path, unescape(link))
    if not whole.startswith(base):
        return None, ""
    parts = urlsplit(whole[len(base) :])
    target = unquote(parts.path)
    return (target + "index.html" if not target or target.endswith("/") else target), unquote(parts.fragment)


def _page(path: Path) -> _Page:
    text = path.read_text(encoding="utf-8")
    found = [
        (name.lower(), double or single)
        for tag in _TAG.findall(text)
        for name, double, single in _ATTRIBUTE.findall(tag)
    ]
    return _Page(
        ids=frozenset(unescape(value) for name, value in found if name == "id"),
        links=tuple(value for name, value in found if name != "id"),
    )


def _by_kind(sizes: Mapping[str, int]) -> dict[str, int]:
    """Add up sizes by file name extension, the heaviest first."""
    kinds: dict[str, int] = {}
    for path, size in sizes.items():
        kind = Path(path).suffix or Path(path).name
        kinds[kind] = kinds.get(kind, 0) + size
    return dict(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0])))
