"""Look over an archive and its built site: sources, ledger, links, size. Builds nothing."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from duizhao.align import vocabulary_of
from duizhao.cache import opened
from duizhao.executor import Executor, executor, grouped
from duizhao.noted import Noted
from duizhao.permalinks import read_ledger
from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.progress import Clock, Progress, Quiet
from duizhao.publish import MANIFEST, files_below, is_built, made_files
from duizhao.settings import Site
from duizhao.survey import ARTICLES_A_CHUNK, survey
from duizhao.tasks import Place, note_articles
from duizhao.weight import Scales, Weight, too_heavy

PAGES_A_CHUNK: Final = 200

_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s(id|href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a check found: problems of the sources, notices on translations, faults of the built site, its weight."""

    problems: tuple[Problem, ...]
    noted: tuple[Noted, ...]
    faults: tuple[Problem, ...]
    weights: tuple[Weight, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds: the places that a link may name, and where its own links lead.

    `targets` are paths below the site's root with a fragment, or nothing, each with the link as it is written; the path
    is None where a link leads nowhere that the site could have.
    """

    path: str
    ids: frozenset[str]
    targets: tuple[tuple[str | None, str, str], ...]


def check(site: Site, config: str, jobs: int | None = None, progress: Progress | None = None) -> Findings:
    """Check sources, ledger and the built site. Raises `Halt` where a build would publish nothing."""
    clock, vocabulary = Clock(progress=progress or Quiet()), vocabulary_of(site.pairing)
    with executor(jobs) as workers, opened(None, b"") as cache:
        found = survey(site, config, workers, clock, cache)
        if not is_built(site.output):
            raise Halt([problem(str(site.output), 0, "output-missing", "no build has put anything there")])
        sizes = {path: (site.output / path).lstat().st_size for path in sorted(files_below(site.output))}
        pages = sorted(path for path in made_files(site.output) if path.endswith(".html") and path in sizes)
        note = partial(note_articles, site, vocabulary)
        entries = found.addresses.entries
        past = found.addresses.past
        places = (Place(entry=one, digest=cache.digest(one.source), past=past(one.permalink)) for one in entries)
        noted = tuple(_noted(note, places, workers, clock))
        weights = _weights(site, sizes)
        faults = (*_missing(site, sizes), *_dead_links(site, sizes, _read(site, pages, workers, clock)))
    return Findings(
        problems=tuple(ordered((*found.problems, *too_heavy(site, weights)))),
        noted=noted,
        faults=tuple(ordered(faults)),
        weights=weights,
    )


def read_pages(site: Site, paths: Sequence[str]) -> tuple[Page, ...]:
    """Read what a chunk of pages holds."""
    return tuple(_page(site, path) for path in paths)


def _weights(site: Site, sizes: Mapping[str, int]) -> tuple[Weight, ...]:
    """Weigh what is published: all but the list of the files, which stays where the site is built."""
    scales = Scales(is_split=site.split != "none")
    for path, size in sizes.items():
        if path != MANIFEST:
            scales.put(path, size)
    return scales.weights


def _noted(
    note: Callable[[Sequence[Place]], tuple[Noted, ...]], places: Iterable[Place], workers: Executor, clock: Clock
) -> Iterator[Noted]:
    with clock.step("notices", None) as advance:
        for noted in workers.map(note, grouped(places, ARTICLES_A_CHUNK)):
            advance(ARTICLES_A_CHUNK, 0)
            yield from noted


def _read(site: Site, paths: Sequence[str], workers: Executor, clock: Clock) -> Iterator[Page]:
    with clock.step("links", len(paths)) as advance:
        for pages in workers.map(partial(read_pages, site), grouped(paths, PAGES_A_CHUNK)):
            advance(len(pages), 0)
            yield from pages


def _missing(site: Site, sizes: Mapping[str, int]) -> Iterator[Problem]:
    """Name the addresses that the ledger pins and that the site does not have."""
    for row in read_ledger(site.ledger_file):
        if row.permalink not in sizes:
            yield problem(str(site.ledger_file), row.line, "address-missing", f"{row.permalink} is not there")


def _dead_links(site: Site, sizes: Mapping[str, int], pages: Iterable[Page]) -> Iterator[Problem]:
    """Name the links inside the site that lead nowhere; a place on another page is looked up once all are read."""
    asked: dict[str, dict[str, str]] = {}
    for page in pages:
        for target, fragment, link in page.targets:
            if target is None or target not in sizes:
                yield problem(str(site.output / page.path), 0, "link-dead", f"“{link}” leads to {target or 'no page'}")
            elif fragment and target != page.path:
                asked.setdefault(target, {}).setdefault(fragment, page.path)
            elif fragment and fragment not in page.ids:
                yield _lost(site, page.path, fragment, target)
    for target, fragments in asked.items():
        ids = _page(site, target).ids
        yield from (_lost(site, path, fragment, target) for fragment, path in fragments.items() if fragment not in ids)


def _lost(site: Site, path: str, fragment: str, target: str) -> Problem:
    return problem(str(site.output / path), 0, "fragment-dead", f"“#{fragment}” is not in {target}")


def _page(site: Site, path: str) -> Page:
    text = (site.output / path).read_text(encoding="utf-8", errors="replace")
    found = [
        (name.lower(), unescape(double or single or bare))
        for tag in _TAG.findall(text)
        for name, double, single, bare in _ATTRIBUTE.findall(tag)
    ]
    links = dict.fromkeys(value for name, value in found if name != "id")
    return Page(
        path=path,
        ids=frozenset(value for name, value in found if name == "id"),
        targets=tuple((*target, link) for link in links if (target := _target(site.base_url, path, link))),
    )


def _target(base_url: str, path: str, link: str) -> tuple[str | None, str] | None:
    """Resolve a link of a page to a file below the output and a fragment; None for what leads to other hosts."""
    base = base_url or "https://site.invalid/"
    try:
        whole = urljoin(base + path, link)
        parts, own = urlsplit(whole), urlsplit(base)
    except ValueError:
        return None, ""
    if (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        return None
    if not parts.path.startswith(own.path):
        return None, ""
    target = unquote(parts.path.removeprefix(own.path))
    return (target + "index.html" if not target or target.endswith("/") else target), unquote(parts.fragment)
