"""The files of `data/`: a year in one format is one piece of work, which a worker does from its articles.

What goes into a file depends on its year alone, not on how work is cut, so that it has the same bytes however it was
made; and a year of which nothing changed is not made again. A file is compressed as its articles are written, one after
the other: nothing is ever held but its compressed bytes.
"""

import gzip
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duizhao.cache import Key, key_of
from duizhao.entries import Card, Entries
from duizhao.exports import FORMATS, resource
from duizhao.exports.package import FOLDER
from duizhao.making import Making
from duizhao.permalinks import Past
from duizhao.render import renew
from duizhao.settings import ExportFormat, Site
from duizhao.survey import Survey
from duizhao.tasks import File, Job, Place, Staged, put_files, work_of

LEVEL = 6
"""Of compression: higher ones cost twice the time for a hundredth of the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWork:
    """A file to be made: a year in one format, from its articles in the paper's order.

    `digests` and `pasts`: of each article, that of its files and what was published of it.
    """

    year: int
    format: ExportFormat
    entries: Entries
    digests: tuple[Key, ...]
    pasts: tuple[Past, ...]
    key: Key

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.year:04d}.{FORMATS[self.format].ending}.gz"

    @property
    def path(self) -> str:
        """Where the file stands."""
        return f"{FOLDER}/{self.name}"


def data_work(site: Site, entries: Entries, found: Survey, making: Making, common: Key) -> Iterator[YearWork]:
    """Yield the files that the settings ask for.

    Args:
        site: The settings.
        entries: The articles in the paper's order.
        found: What was published of them.
        making: What was made so far, the pages of the articles among it.
        common: The key of what all that is made has in common.
    """
    formats = sorted(set(site.data.formats))
    for year, of_year in entries.grouped(lambda card: card.day.year) if formats else ():
        digests = tuple(making.cache.digest(card.source) for card in of_year.cards)
        pasts = tuple(_past(card.permalink, found, making) for card in of_year.cards)
        parts = tuple(map(_key, of_year.cards, digests, pasts))
        for format_ in formats:
            key = key_of(common, format_, *parts)
            yield YearWork(year=year, format=format_, entries=of_year, digests=digests, pasts=pasts, key=key)


def _past(permalink: str, found: Survey, making: Making) -> Past:
    return replace(found.addresses.past(permalink), passages=making.cache.marks(permalink).decode())


def _key(card: Card, digest: Key, past: Past) -> Key:
    return key_of(digest, card.permalink, card.packed, past.passages, *past.headlines)


def make_data(job: Job, works: Sequence[YearWork]) -> Staged:
    """Make files of the data."""
    renew(job.build)
    return put_files(job.stage, (_file(job, work) for work in works))


def _file(job: Job, work: YearWork) -> File:
    out = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=LEVEL, mtime=0) as packed:
        for text in _texts(job, work):
            packed.write(text.encode("utf-8", "surrogatepass"))
    data = out.getvalue()
    notes = resource(work.name, work.year, work.format, len(work.entries), data)
    return File(path=work.path, key=work.key, data=data, notes=notes)


def _texts(job: Job, work: YearWork) -> Iterator[str]:
    known, site = FORMATS[work.format], job.site
    yield known.start(site)
    for entry, digest, past in zip(work.entries, work.digests, work.pasts, strict=True):
        if known.of_entry:
            yield known.of_entry(site, entry)
        if known.of_article:
            yield known.of_article(site, work_of(site, job.vocabulary, Place(entry=entry, digest=digest, past=past)))
    yield known.end(site)


def data_notes(making: Making) -> Iterator[bytes]:
    """Look up what was noted of the files of the data that were made, or stand."""
    notes = (making.cache.notes(path) for path in making.paths if path.startswith(f"{FOLDER}/"))
    return filter(None, notes)
