"""The files of issues for reference managers: which are to be made, and how workers make them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao import cite
from duizhao.cache import Key, key_of
from duizhao.entries import Entries
from duizhao.settings import Site
from duizhao.tasks import File, Job, Staged, put_files


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPlace:
    """A file for reference managers that is to be made: of which articles it tells, and its key."""

    path: str
    entries: Entries
    key: Key


def cited_places(site: Site, entries: Entries, common: Key) -> Iterator[CitedPlace]:
    """List the files. `common`: the key of what all pages have in common."""
    for path, of in cite.files(site, entries):
        parts = (part for card in of.cards for part in (card.permalink, card.packed))
        yield CitedPlace(path=path, entries=of, key=key_of(common, path, *parts))


def make_cited(job: Job, places: Sequence[CitedPlace]) -> Staged:
    """Make a chunk of files for reference managers."""
    made = ((place, cite.file(job.site, place.path, place.entries)) for place in places)
    return put_files(job.stage, (File(path=place.path, key=place.key, data=data) for place, data in made))
