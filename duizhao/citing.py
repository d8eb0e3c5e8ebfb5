"""The files for reference managers: which are to be made, and how workers make them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao import cite
from duizhao.abstract import abstract
from duizhao.cache import Cache, Key, key_of
from duizhao.entries import Entries
from duizhao.settings import Site
from duizhao.tasks import File, Job, Staged, article_again, put_files


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPlace:
    """A file for reference managers that is to be made: of which articles it tells, and its key.

    `digest`: of the files of a record's article, as they were when its entry was made; empty for other files, which say
    nothing of a text.
    """

    path: str
    entries: Entries
    key: Key
    digest: Key = b""


def cited_places(site: Site, entries: Entries, cache: Cache, common: Key) -> Iterator[CitedPlace]:
    """List the files. `common`: the key of what all pages have in common."""
    for path, of in cite.files(site, entries):
        digest = cache.digest(of.cards[0].source) if cite.is_record(path) else b""
        parts = (part for card in of.cards for part in (card.permalink, card.packed))
        yield CitedPlace(path=path, entries=of, key=key_of(common, path, digest, *parts), digest=digest)


def make_cited(job: Job, places: Sequence[CitedPlace]) -> Staged:
    """Make a chunk of files for reference managers."""
    files = (File(path=place.path, key=place.key, data=_file(job.site, place)) for place in places)
    return put_files(job.stage, files)


def _file(site: Site, place: CitedPlace) -> bytes:
    """Make a file for reference managers; a record tells what its article is about."""
    about = abstract(article_again(site, place.entries[0], place.digest), site.languages) if place.digest else ""
    return cite.file(site, place.path, place.entries, about)
