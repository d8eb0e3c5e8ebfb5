"""A build from start to end: read, give addresses, make pages, publish."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from uuid import uuid4

from duizhao import permalinks, publish
from duizhao.align import Vocabulary, vocabulary_of
from duizhao.article_page import Neighbour
from duizhao.assess import Noted
from duizhao.assets import asset_files
from duizhao.cache import Broken, Cache, Key, key_of, key_of_files, opened, program_key
from duizhao.codes import Severity
from duizhao.editorial import editorial_links
from duizhao.executor import executor
from duizhao.indexes import paper_order, plan
from duizhao.making import Making
from duizhao.model import Entry
from duizhao.permalinks import Addresses
from duizhao.problems import Problem, ordered, problem
from duizhao.progress import Clock, Progress, Quiet
from duizhao.render import renew
from duizhao.report import Report
from duizhao.resources import folders, own_folders
from duizhao.searchfile import search_files
from duizhao.settings import Site, absolute
from duizhao.sitemap import sitemap_files
from duizhao.standing import editorial_files, standing_files
from duizhao.survey import ARTICLES_A_CHUNK, Survey, survey
from duizhao.tasks import Job, Place, make_articles, make_indexes

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
    file = site.cache / f"{key_of(str(site.output.resolve())).hex()}.sqlite"
    try:
        return _build(site, order, progress or Quiet(), file)
    except Broken as error:
        found = problem(str(file), 0, "cache-unusable", str(error))
        report = _build(site, order, progress or Quiet(), None)
        return replace(report, problems=tuple(ordered((*report.problems, found))))


def _build(site: Site, order: Order, progress: Progress, file: Path | None) -> Report:
    """Build with the cache in a file, None: without one. Raises `Broken` where it cannot be used."""
    clock, vocabulary = Clock(progress=progress), vocabulary_of(site.pairing)
    name, program = uuid4().hex, program_key()
    renew(name)
    of_sources = key_of(program, str(site.content.resolve()), str(site.largest_article))
    with (
        publish.staging(site.output, again=order.clean) as stage,
        opened(file, of_sources, again=order.clean) as cache,
        executor(order.jobs, order.scheduler) as workers,
    ):
        found = survey(site, order.config, workers, clock, cache)
        if order.strict and any(one.severity is Severity.REFUSES for one in found.problems):
            return _report(found, found.problems, clock, None)
        making = Making(stage=stage, workers=workers, cache=cache, clock=clock)
        common = _common_key(site, program, vocabulary)
        noted = _make(Job(site=site, stage=stage, build=name, vocabulary=vocabulary), found, common, making)
        foreign = _publish(site, found.addresses, making)
    problems = (*found.problems, *publish.foreign_notes(site.output, foreign))
    return _report(found, problems, clock, making, noted)


def _inputs(site: Site) -> Iterator[Path]:
    """List the folders that a build reads or that hold the program."""
    yield from (site.content, *folders(site, "templates"), *folders(site, "static"), *own_folders(), site.cache)


def _common_key(site: Site, program: Key, vocabulary: Vocabulary) -> Key:
    """Digest what every page depends on: what all templates are given, and the templates themselves."""
    templates = key_of_files(folders(site, "templates"))
    return key_of(program, repr(site), repr(vocabulary), repr(editorial_links(site)), templates)


def _make(job: Job, found: Survey, common: Key, making: Making) -> list[Noted]:
    """Make every file of the site; returns what is to be noted of articles."""
    site, addresses = job.site, found.addresses
    entries = paper_order(addresses.entries)
    closed = [row.permalink for row in (*addresses.closed, *addresses.withheld)]
    places = _places(entries, making.cache, common)
    making.run("articles", len(entries), partial(make_articles, job), places, ARTICLES_A_CHUNK)
    notes = making.notes
    noted = [Noted(entry=entry, packed=notes[entry.permalink]) for entry in entries if entry.permalink in notes]
    listings = (page.keyed(common) for page in plan(entries, site, closed, noted))
    making.run("indexes", None, partial(make_indexes, job), listings, PAGES_A_CHUNK)
    making.put("pages", editorial_files(site))
    lists = (search_files(entries, site), sitemap_files(list(making.paths), site))
    making.put("lists", chain(*lists, standing_files(site, addresses), asset_files(site)))
    return noted


def _places(entries: Sequence[Entry], cache: Cache, common: Key) -> Iterator[Place]:
    """Go through the articles in the paper's order, each with the one before and the one after it."""
    previous = None
    for entry, following in zip(entries, chain(islice(entries, 1, None), [None]), strict=False):
        after = _neighbour(following) if following else None
        digest = cache.digest(entry.source)
        key = key_of(common, entry.source, digest, entry.permalink, *map(_shown, (previous, after)))
        yield Place(entry=entry, digest=digest, key=key, previous=previous, next=after)
        previous = _neighbour(entry)


def _neighbour(entry: Entry) -> Neighbour:
    return Neighbour(permalink=entry.permalink, headline=entry.headline, date=entry.date, page=entry.page)


def _shown(neighbour: Neighbour | None) -> str:
    """Write out all of a neighbour, for a key."""
    if neighbour is None:
        return ""
    return repr((neighbour.permalink, neighbour.headline.zh, neighbour.headline.en, neighbour.date, neighbour.page))


def _publish(site: Site, addresses: Addresses, making: Making) -> list[str]:
    """Put everything into place. The ledger goes first: an address that it pins and no page has yet harms nobody."""
    stage, cache, made = making.stage, making.cache, making.paths
    with making.clock.step("publish", len(made)) as advance:
        publish.refuse_taken(stage, made)
        cache.forget("made", made)
        cache.commit()
        publish.write_whole(site.ledger_file, permalinks.ledger_text(addresses.pinned))
        foreign = publish.publish(stage, made)
        cache.published()
        advance(len(made), 0)
    return foreign


def _report(
    found: Survey,
    problems: Sequence[Problem],
    clock: Clock,
    making: Making | None,
    noted: Sequence[Noted] = (),
) -> Report:
    return Report(
        articles=len(found.addresses.entries),
        made=making.made.get("articles", 0) if making else 0,
        files=len(making.paths) if making else 0,
        bytes=making.size if making else 0,
        refused=len({one.path for one in problems if one.severity is Severity.REFUSES}),
        problems=tuple(ordered(problems)),
        noted=tuple(noted),
        steps=tuple(clock.steps),
        published=making is not None,
        largest_worker=clock.peak,
    )
