"""A build from start to end: read, give addresses, make pages, publish."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from duizhao import permalinks, publish
from duizhao.align import vocabulary_of
from duizhao.article_page import Neighbour
from duizhao.assess import Noted, Packed
from duizhao.assets import asset_files
from duizhao.codes import Severity
from duizhao.editorial import editorial_pages
from duizhao.executor import Executor, executor, grouped
from duizhao.indexes import cover, paper_order, plan
from duizhao.model import Entry
from duizhao.permalinks import Addresses
from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.progress import Clock, Progress, Quiet
from duizhao.render import renew
from duizhao.report import Report
from duizhao.resources import folders, own_folders
from duizhao.searchfile import search_files
from duizhao.settings import Site, absolute
from duizhao.sitemap import sitemap_files
from duizhao.sources import find_sources
from duizhao.standing import editorial_files, standing_files
from duizhao.tasks import Job, Made, Place, Reading, make_articles, make_indexes, put_files, read_articles

ARTICLES_A_CHUNK = 200
"""Some 100 ms of work: enough to make the way to a worker cheap, few enough to keep all workers busy to the end."""

PAGES_A_CHUNK = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to build.

    `jobs` None: on all cores; `scheduler`: a Dask cluster's address, None for this machine; `config`: the name of the
    settings file, for what is to be said of it.
    """

    config: str = "site.yaml"
    jobs: int | None = None
    scheduler: str | None = None
    clean: bool = False
    strict: bool = False


def build(site: Site, order: Order, progress: Progress | None = None) -> Report:
    """Build a site. Raises `Halt`, and publishes nothing, where the whole of it cannot be."""
    publish.refuse_overlap(site.output, _inputs(site))
    if order.scheduler:
        site = absolute(site)
    clock, vocabulary = Clock(progress=progress or Quiet()), vocabulary_of(site.pairing)
    name = uuid4().hex
    renew(name)
    with publish.staging(site.output, again=order.clean) as stage, executor(order.jobs, order.scheduler) as workers:
        addresses, problems = survey(site, order.config, workers, clock)
        if order.strict and any(found.severity is Severity.REFUSES for found in problems):
            return _report(addresses, problems, clock, None)
        made, noted = _make(Job(site=site, stage=stage, build=name, vocabulary=vocabulary), addresses, workers, clock)
        foreign = _publish(site, stage, addresses, made, clock)
    return _report(addresses, (*problems, *publish.foreign_notes(site.output, foreign)), clock, made, noted)


def _inputs(site: Site) -> Iterator[Path]:
    """List the folders that a build reads or that hold the program."""
    yield from (site.content, *folders(site, "templates"), *folders(site, "static"), *own_folders())


def survey(site: Site, config: str, workers: Executor, clock: Clock) -> tuple[Addresses, tuple[Problem, ...]]:
    """Read every source and match it with the ledger; returns where everything stands, and all that is wrong.

    Raises `Halt`, with what is wrong besides, where a published address would vanish.
    """
    reading = _read_all(site, workers, clock)
    sources = (*reading.problems, *editorial_pages(site)[1])
    ledger = site.ledger_file
    try:
        rows = permalinks.read_ledger(ledger)
        addresses = permalinks.assign(reading.entries, rows, reading.refused, str(ledger))
    except Halt as halt:
        raise Halt(ordered((*_named(site, sources), *halt.problems))) from None
    of_settings = (*_settings_notes(site, config), *_issue_notes(site, config, addresses.entries))
    return addresses, (*_named(site, (*sources, *addresses.problems)), *of_settings)


def _named(site: Site, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Name sources as the user knows them: with the content folder before them."""
    return (replace(found, path=str(site.content / found.path)) for found in problems)


def _read_all(site: Site, workers: Executor, clock: Clock) -> Reading:
    """Read every source once, for the record that stays in memory."""
    if not site.content.is_dir():
        raise Halt([problem(str(site.content), 0, "content-missing", "there is no such folder")])
    paths, problems = find_sources(site.content)
    entries: list[Entry] = []
    with clock.step("read", len(paths)) as advance:
        for chunk in workers.map(partial(read_articles, site), grouped(paths, ARTICLES_A_CHUNK)):
            entries += chunk.entries
            problems += chunk.problems
            clock.peak = max(clock.peak, chunk.peak)
            advance(len(chunk.entries) + len(chunk.refused), 0)
    return Reading(entries=tuple(entries), problems=tuple(problems))


def _make(job: Job, addresses: Addresses, workers: Executor, clock: Clock) -> tuple[list[str], list[Noted]]:
    """Make every file of the site on the stage; returns their paths, and what is to be noted of articles."""
    site, stage = job.site, job.stage
    entries = paper_order(addresses.entries)
    closed = [row.permalink for row in (*addresses.closed, *addresses.withheld)]
    places = grouped(_places(entries), ARTICLES_A_CHUNK)
    packed: dict[str, Packed] = {}
    pages = _collect(clock, "articles", len(entries), workers.map(partial(make_articles, job), places), packed)
    noted = [Noted(entry=entry, packed=packed[entry.permalink]) for entry in entries if entry.permalink in packed]
    listings = grouped(plan(entries, site, closed, noted), PAGES_A_CHUNK)
    pages += _collect(clock, "indexes", None, workers.map(partial(make_indexes, job), listings))
    pages += _collect(clock, "pages", None, [put_files(stage, editorial_files(site))])
    lists = (search_files(entries, site), sitemap_files(pages, site))
    others = (standing_files(site, addresses), asset_files(site))
    pages += _collect(clock, "lists", None, (put_files(stage, files) for files in (*lists, *others)))
    return pages, noted


def _places(entries: Sequence[Entry]) -> Iterator[Place]:
    """Go through the articles in the paper's order, each with the one before and the one after it."""
    previous = None
    for entry, following in zip(entries, chain(islice(entries, 1, None), [None]), strict=False):
        after = _neighbour(following) if following else None
        yield Place(entry=entry, previous=previous, next=after)
        previous = _neighbour(entry)


def _neighbour(entry: Entry) -> Neighbour:
    return Neighbour(permalink=entry.permalink, headline=entry.headline, date=entry.date, page=entry.page)


def _collect(
    clock: Clock, name: str, total: int | None, chunks: Iterable[Made], packed: dict[str, Packed] | None = None
) -> list[str]:
    """Wait for chunks; returns the paths of their files, and adds what they note to `packed`."""
    paths: list[str] = []
    with clock.step(name, total) as advance:
        for made in chunks:
            paths += made.paths
            if packed is not None:
                packed.update(made.noted)
            clock.peak = max(clock.peak, made.peak)
            advance(len(made.paths), made.bytes)
    return paths


def _publish(site: Site, stage: publish.Stage, addresses: Addresses, made: Sequence[str], clock: Clock) -> list[str]:
    """Put everything into place. The ledger goes first: an address that it pins and no page has yet harms nobody."""
    with clock.step("publish", len(made)) as advance:
        publish.refuse_taken(stage, made)
        publish.write_whole(site.ledger_file, permalinks.ledger_text(addresses.pinned))
        foreign = publish.publish(stage, made)
        advance(len(made), 0)
    return foreign


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


def _issue_notes(site: Site, config: str, entries: Iterable[Entry]) -> Iterator[Problem]:
    """Say which days have articles although the settings list them as without an issue."""
    articles = Counter(entry.date for entry in entries)
    for day in cover(articles, site.publication).unexpected:
        message = f"{day} is listed as a day without an issue; articles of that date: {articles[day]}"
        yield problem(config, 0, "issue-unexpected", message)


def _report(
    addresses: Addresses,
    problems: Sequence[Problem],
    clock: Clock,
    made: Sequence[str] | None,
    noted: Sequence[Noted] = (),
) -> Report:
    return Report(
        articles=len(addresses.entries),
        files=len(made or ()),
        bytes=sum(step.bytes for step in clock.steps),
        refused=len({found.path for found in problems if found.severity is Severity.REFUSES}),
        problems=tuple(ordered(problems)),
        noted=tuple(noted),
        steps=tuple(clock.steps),
        published=made is not None,
        largest_worker=clock.peak,
    )
