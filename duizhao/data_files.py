"""The files of `data/`: a year in one format is one piece of work, which a worker does from its articles.

What goes into a file depends on its year alone, not on how work is cut, so that it has the same bytes however it was
made; and a year of which nothing changed is not made again. A file is compressed as its articles are written, one after
the other: nothing is ever held but its compressed bytes.
"""

import gzip
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from duizhao.cache import Key, key_of
from duizhao.exports import FORMATS, resource
from duizhao.exports.package import FOLDER
from duizhao.making import Making
from duizhao.model import Entry
from duizhao.render import renew
from duizhao.settings import ExportFormat, Site
from duizhao.survey import Survey
from duizhao.tasks import File, Job, Place, Staged, put_files, work_of

LEVEL = 6
"""Of compression: higher ones cost twice the time for a hundredth of the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWork:
    """A file to be made: a year in one format, from its articles in the paper's order."""

    year: int
    format: ExportFormat
    places: tuple[Place, ...]
    key: Key

    @property
    def name(self) -> str:
        """The file's name."""
        return f"{self.year:04d}.{FORMATS[self.format].ending}.gz"

    @property
    def path(self) -> str:
        """Where the file stands."""
        return f"{FOLDER}/{self.name}"


def data_work(site: Site, entries: Iterable[Entry], found: Survey, making: Making, common: Key) -> Iterator[YearWork]:
    """Yield the files that the settings ask for.

    Args:
        site: The settings.
        entries: The articles in the paper's order.
        found: What was published of them.
        making: What was made so far, the pages of the articles among it.
        common: The key of what all that is made has in common.
    """
    formats = sorted(set(site.data.formats))
    for year, group in groupby(entries, lambda entry: entry.date.year) if formats else ():
        places = tuple(_place(entry, found, making) for entry in group)
        parts = [part for place in places for part in (place.digest, place.path, place.key)]
        for format_ in formats:
            key = key_of(common, format_, *parts)
            yield YearWork(year=year, format=format_, places=places, key=key)


def _place(entry: Entry, found: Survey, making: Making) -> Place:
    marks = making.marks.get(entry.permalink, b"").decode()
    past = replace(found.addresses.past(entry.permalink), passages=marks)
    return Place(entry=entry, digest=making.cache.digest(entry.source), basis=repr(entry).encode(), past=past)


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
    notes = resource(work.name, work.year, work.format, len(work.places), data)
    return File(path=work.path, key=work.key, data=data, notes=notes)


def _texts(job: Job, work: YearWork) -> Iterator[str]:
    known, site = FORMATS[work.format], job.site
    yield known.start(site)
    for place in work.places:
        if known.of_entry:
            yield known.of_entry(site, place.entry)
        if known.of_article:
            yield known.of_article(site, work_of(site, job.vocabulary, place))
    yield known.end(site)


def data_notes(notes: Mapping[str, bytes]) -> Iterator[bytes]:
    """Take what was noted of files of the data out of all notes, which are by path."""
    return (note for path, note in notes.items() if path.startswith(f"{FOLDER}/"))
