"""Read every source, and match what they hold with the ledger: what a build and a check begin with."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from duizhao import permalinks
from duizhao.cache import Cache, Read, stamp_of
from duizhao.codes import Severity
from duizhao.editorial import editorial_pages
from duizhao.entries import Card, Entries, card_of
from duizhao.executor import Executor, grouped
from duizhao.indexes import cover
from duizhao.permalinks import Addresses
from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.progress import Clock
from duizhao.readings import unpacked
from duizhao.settings import Site
from duizhao.sources import article_files, find_sources
from duizhao.tasks import Wanted, read_articles

ARTICLES_A_CHUNK = 200
"""Some 100 ms of work: enough to make the way to a worker cheap, few enough to keep all workers busy to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Where everything stands, and all that is wrong."""

    addresses: Addresses
    problems: tuple[Problem, ...]
    unfit: tuple[Problem, ...]
    """What of the content folder cannot be a source."""


def survey(site: Site, config: str, workers: Executor, clock: Clock, cache: Cache) -> Survey:
    """Read every source that is not known from before, and match all with the ledger.

    Raises `Halt`, with what is wrong besides, where a published address would vanish.
    """
    if not site.content.is_dir():
        raise Halt([problem(str(site.content), 0, "content-missing", "there is no such folder")])
    entries, found, unfit = _entries(site, workers, clock, cache)
    sources = (*editorial_pages(site)[1], *found)
    addresses = _assigned(site, entries, sources)
    of_settings = (*_settings_notes(site, config), *_issue_notes(site, config, addresses.entries))
    problems = (*_named(site, (*sources, *addresses.problems)), *of_settings)
    return Survey(addresses=addresses, problems=problems, unfit=tuple(unfit))


def _entries(site: Site, workers: Executor, clock: Clock, cache: Cache) -> tuple[Entries, list[Problem], list[Problem]]:
    """Return all articles, what is wrong with sources, and what of the content folder cannot be one.

    The paths of all sources are gone after that, since cards have them as well.
    """
    paths, unfit = find_sources(site.content)
    found, cards = unfit.copy(), list[Card]()
    for row in _read_all(site, paths, workers, clock, cache):
        facts = unpacked(row.path, row.facts)
        found += facts.problems
        if facts.entry:
            cards.append(card_of(facts.entry))
    return Entries(tuple(cards)), found, unfit


def _read_all(site: Site, paths: list[str], workers: Executor, clock: Clock, cache: Cache) -> Iterator[Read]:
    """Yield what each source holds."""
    with clock.step("read", len(paths)) as advance:
        changed: list[Wanted] = []
        for row in _known(site, paths, cache, changed):
            advance(1, 0)
            yield row
        known = iter(changed)
        for chunk in workers.map(partial(read_articles, site), grouped(changed, ARTICLES_A_CHUNK)):
            # The path of a worker's answer would be one more copy of each.
            rows = [_whole(row._replace(path=next(known).path), cache) for row in chunk.rows]
            cache.keep_read(rows)
            clock.peak = max(clock.peak, chunk.peak)
            advance(len(rows), 0)
            yield from rows
    cache.forget("read", paths)
    cache.commit()


def _known(site: Site, paths: Iterable[str], cache: Cache, changed: list[Wanted]) -> Iterator[Read]:
    """Yield what is known of sources that look as they did when they were read; adds the others to `changed`."""
    for path in paths:
        row = cache.read(path)
        if row and row.stamp and row.stamp == stamp_of(*article_files(site.content, path)):
            yield row._replace(path=path)
        else:
            changed.append(Wanted(path, row and row.digest))


def _whole(row: Read, cache: Cache) -> Read:
    """Put in the facts that were known before, where the digest is the same."""
    known = None if row.facts else cache.read(row.path)
    return row._replace(facts=known.facts) if known else row


def _assigned(site: Site, entries: Entries, problems: Sequence[Problem]) -> Addresses:
    """Match articles with the ledger. What is wrong with sources is said, too, where that is impossible."""
    ledger = site.ledger_file
    refused = frozenset(found.path for found in problems if found.severity is Severity.REFUSES)
    try:
        history = permalinks.read_history(site.history_file)
        addresses = permalinks.assign(entries, permalinks.ledger_rows(ledger), refused, str(ledger))
    except Halt as halt:
        raise Halt(ordered((*_named(site, problems), *halt.problems))) from None
    return replace(addresses, history=permalinks.renamed(history, addresses.restated, addresses.entries))


def _named(site: Site, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Name sources as the user knows them: with the content folder before them."""
    return (replace(found, path=str(site.content / found.path)) for found in problems)


def _settings_notes(site: Site, config: str) -> list[Problem]:
    """Say what the settings leave to be done before the site can be published."""
    address = urlsplit(site.base_url)
    if not site.base_url:
        return [problem(config, 0, "base-url-missing", "“base_url” is not set")]
    if address.hostname == "example.org":
        return [problem(config, 0, "base-url-example", f"“base_url” is {site.base_url}")]
    if site.split != "none" and address.path != "/":
        return [problem(config, 0, "split-path", f"“base_url” is {site.base_url}, with the path {address.path}")]
    return []


def _issue_notes(site: Site, config: str, entries: Entries) -> Iterator[Problem]:
    """Say which days have articles although the settings list them as without an issue."""
    articles = Counter(card.day for card in entries.cards)
    for day in cover(articles, site.publication).unexpected:
        message = f"{day} is listed as a day without an issue; articles of that date: {articles[day]}"
        yield problem(config, 0, "issue-unexpected", message)
