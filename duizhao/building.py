"""What a build does where something changed: read, give addresses, make pages, publish."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain, islice, starmap
from pathlib import Path
from uuid import uuid4

from duizhao import permalinks, publish
from duizhao.align import Vocabulary, vocabulary_of
from duizhao.article_page import Neighbour
from duizhao.assets import asset_files
from duizhao.cache import Cache, Key, key_of, key_of_files
from duizhao.citing import cited_places, make_cited
from duizhao.codes import Severity
from duizhao.data_files import data_notes, data_work, make_data
from duizhao.editorial import editorial_links
from duizhao.entries import Entries
from duizhao.executor import executor
from duizhao.exports import package_files
from duizhao.full_text import index_full_text
from duizhao.indexes import paper_order, plan
from duizhao.making import Making, Step
from duizhao.model import Entry
from duizhao.noted import Noted
from duizhao.old_addresses import old_address_files
from duizhao.opensearch import opensearch_files
from duizhao.order import Means, Order
from duizhao.permalinks import Addresses
from duizhao.problems import Problem, ordered
from duizhao.progress import Clock
from duizhao.render import renew
from duizhao.report import Report
from duizhao.resources import folders
from duizhao.searchfile import search_files
from duizhao.settings import Site
from duizhao.sitemap import sitemap_files
from duizhao.standing import editorial_files, standing_files
from duizhao.survey import ARTICLES_A_CHUNK, Survey, survey
from duizhao.tasks import Job, Place, beside, make_articles, make_indexes
from duizhao.weight import Scales, too_heavy

PAGES_A_CHUNK = 5
"""Few, since each may list a thousand articles, and several chunks are under way at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a build has done. `ledger`: keys of the ledger and of its side file; None: nothing was published.

    `unfit`: what of the content folder cannot be a source.
    """

    report: Report
    unfit: tuple[Problem, ...]
    ledger: tuple[Key, ...] | None


def build_site(site: Site, order: Order, means: Means) -> Done:
    """Build what is not there yet, and publish it. Raises `Halt` where the whole of it cannot be."""
    stage, cache, clock = means.stage, means.cache, means.clock
    vocabulary, name = vocabulary_of(site.pairing), uuid4().hex
    renew(name)
    with executor(order.jobs, order.scheduler) as workers:
        found = survey(site, order.config, workers, clock, cache)
        if order.strict and any(one.severity is Severity.REFUSES for one in found.problems):
            return Done(report=_report(found, found.problems, clock, None), unfit=found.unfit, ledger=None)
        scales = Scales(is_split=site.split != "none")
        making = Making(stage=stage, workers=workers, cache=cache, clock=clock, scales=scales)
        common = _common_key(site, means.program, vocabulary)
        noted = _make(Job(site=site, stage=stage, build=name, vocabulary=vocabulary), found, common, making)
        foreign, ledger = _publish(site, found.addresses, making)
    problems = (*found.problems, *publish.foreign_notes(site.output, foreign), *too_heavy(site, scales.weights))
    return Done(report=_report(found, problems, clock, making, noted), unfit=found.unfit, ledger=ledger)


def _common_key(site: Site, program: Key, vocabulary: Vocabulary) -> Key:
    """Digest what every page depends on: what all templates are given, and the templates themselves."""
    templates = key_of_files(folders(site, "templates"))
    return key_of(program, repr(site), repr(vocabulary), repr(editorial_links(site)), templates)


def _make(job: Job, found: Survey, common: Key, making: Making) -> list[Noted]:
    """Make every file of the site; returns what is to be noted of articles."""
    site, addresses = job.site, found.addresses
    entries = paper_order(addresses.entries)
    closed = [row.permalink for row in (*addresses.closed, *addresses.withheld)]
    pages = blake2b(common, digest_size=len(common))
    places = _noting(pages.update, _places(entries, found, making.cache, common))
    step = Step(name="articles", total=len(entries), chunk=ARTICLES_A_CHUNK)
    making.run(step, partial(make_articles, job), places, partial(beside, site))
    cited = cited_places(site, entries, common)
    making.run(Step(name="citations", chunk=PAGES_A_CHUNK), partial(make_cited, job), cited)
    noted = list(_noted(entries, making.cache))
    listings = (page.keyed(common) for page in plan(entries, site, closed, noted))
    making.run(Step(name="indexes", chunk=PAGES_A_CHUNK), partial(make_indexes, job), listings)
    data = data_work(site, entries, found, making, common)
    making.run(Step(name="data", chunk=1), partial(make_data, job), data)
    making.put("pages", editorial_files(site))
    lists = (search_files(entries, site), sitemap_files(making.paths, site), opensearch_files(site))
    others = (standing_files(site, addresses), old_address_files(entries, site), asset_files(site))
    making.put("lists", chain(*lists, *others, package_files(site, data_notes(making))))
    if site.search.full_text:
        index_full_text(making, entries, _key_of_pages(pages, entries, making))
    return noted


def _noting(note: Callable[[Key], None], places: Iterable[Place]) -> Iterator[Place]:
    """Tell as places go by what their pages are made of, but for the numbers of passages, known only afterwards."""
    for place in places:
        note(key_of(place.basis, *place.past.headlines))
        yield place


def _noted(entries: Entries, cache: Cache) -> Iterator[Noted]:
    """Look up the articles of which anything is to be noted."""
    for card in entries.cards:
        if notes := cache.notes(card.permalink):
            yield Noted(card=card, packed=notes)


def _key_of_pages(digest: blake2b, entries: Entries, making: Making) -> Key:
    """Digest what all articles' pages show, with the numbers of their passages as they are now."""
    for card in entries.cards:
        digest.update(key_of(making.cache.marks(card.permalink)))
    return digest.digest()


def _places(entries: Entries, found: Survey, cache: Cache, common: Key) -> Iterator[Place]:
    """Go through the articles in the paper's order, each with the one before and the one after it."""
    previous = None
    for entry, following in zip(entries, chain(islice(entries, 1, None), [None]), strict=False):
        after = _neighbour(following) if following else None
        digest, past = cache.digest(entry.source), found.addresses.past(entry.permalink)
        basis = key_of(common, entry.source, digest, entry.permalink, *map(_shown, (previous, after)))
        yield Place(entry=entry, digest=digest, basis=basis, previous=previous, next=after, past=past)
        previous = _neighbour(entry)


def _neighbour(entry: Entry) -> Neighbour:
    return Neighbour(permalink=entry.permalink, headline=entry.headline, date=entry.date, page=entry.page)


def _shown(neighbour: Neighbour | None) -> str:
    """Write out all of a neighbour, for a key."""
    if neighbour is None:
        return ""
    return repr((neighbour.permalink, neighbour.headline.zh, neighbour.headline.en, neighbour.date, neighbour.page))


def _ledger(addresses: Addresses, cache: Cache) -> Iterator[bytes]:
    """Write the ledger, and its side file."""
    yield permalinks.ledger_text(addresses.pinned)
    yield permalinks.history_text(addresses.history, cache.marks, addresses.pinned)


def _publish(site: Site, addresses: Addresses, making: Making) -> tuple[list[str], tuple[Key, ...]]:
    """Put everything into place. The ledger goes first: an address that it pins and no page has yet harms nobody.

    Returns files of others in the output folder, and the keys of the ledger and of its side file.
    """
    stage, cache, made = making.stage, making.cache, sorted(making.paths)
    with making.clock.step("publish", len(made)) as advance:
        publish.refuse_taken(stage, made)
        cache.forget("made", made)
        cache.commit()
        keys = tuple(starmap(_pinned, zip(site.ledger_files, _ledger(addresses, cache), strict=True)))
        foreign = publish.publish(stage, made)
        advance(len(made), 0)
    return foreign, keys


def _pinned(file: Path, text: bytes) -> Key:
    publish.write_whole(file, text)
    return key_of(text)


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
        weights=making.scales.weights if making else (),
        refused=len({one.path for one in problems if one.severity is Severity.REFUSES}),
        problems=tuple(ordered(problems)),
        noted=tuple(noted),
        steps=tuple(clock.steps),
        published=making is not None,
        largest_worker=clock.peak,
    )
