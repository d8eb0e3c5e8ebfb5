"""The index of the full text: made anew, or from the last build's and the articles that changed since.

Whichever way is taken, what comes of it is the same to the last byte.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from duizhao.cache import Key
from duizhao.entries import Entries
from duizhao.executor import grouped
from duizhao.index_again import changed, left, renumbered
from duizhao.index_work import Cut, Job, list_articles, make_part, runs
from duizhao.making import Making
from duizhao.search import (
    ARTICLES_A_FILE,
    POINTER,
    RUN,
    Volume,
    articles_folder,
    articles_path,
    compressed,
    directory,
    folding_table,
    open_runs,
    parts,
    path_of,
    pointer,
)
from duizhao.tasks import File, Staged, put_files

FILES_A_CHUNK: Final = 50

MOST_CHANGED: Final = 1 / 4
"""Of all articles: where more changed, to make the index anew is as quick."""


def index_full_text(making: Making, entries: Entries, key: Key) -> None:
    """Make the index, unless it stands as it would be made.

    `entries`: all articles in the paper's order, whose pages are made; `key`: of all that the index is made from.
    """
    job = Job(stage=making.stage, workers=making.workers, entries=entries, key=key)
    making.whole("search", POINTER, key, lambda standing: _files(job, making, standing))


def _files(job: Job, making: Making, standing: Sequence[str]) -> Iterator[Staged]:
    """Put the index on the stage: last the file that leads to the others, which its notes name, a line each.

    `standing`: the files of the last build's index; none, where one of them is amiss.
    """
    before = left(job.stage) if standing else None
    made = map(making.cache.is_pending, (card.permalink for card in job.entries.cards))
    fresh = array("L", (number for number, is_made in enumerate(made) if is_made))
    folder = articles_folder(job.entries)
    is_numbered_alike = before is not None and before.folder == folder
    volumes, paths = list[Volume](), set[str]()
    if before is None or not before.volumes or len(fresh) > MOST_CHANGED * len(job.entries):
        cuts = _anew(job)
    elif is_numbered_alike and making.replaced.issuperset(job.entries[number].permalink for number in fresh):
        cuts = changed(job, before, fresh)
        paths.update(set(standing) - {path_of(before.directory), POINTER})
    else:
        cuts = renumbered(job, before, fresh)
    for cut in cuts:
        volumes += cut.volumes
        paths.difference_update(cut.former)
        paths.update(cut.paths)
        yield cut.staged
    listing = fresh if is_numbered_alike else range(len(job.entries))
    yield from _lists(job, folder, listing)
    paths.update(articles_path(folder, number) for number in range(0, len(job.entries), ARTICLES_A_FILE))
    yield _head(job, folder, volumes, paths)


def _anew(job: Job) -> Iterator[Cut]:
    yield from runs(job, (job.entries[first : first + RUN] for first in range(0, len(job.entries), RUN)))
    yield from job.workers.map(partial(make_part, job.stage, job.key), parts(open_runs(job.stage.aside)))


def _lists(job: Job, folder: str, numbers: Iterable[int]) -> Iterator[Staged]:
    """Make the files that list the articles with these numbers."""
    firsts = sorted({number - number % ARTICLES_A_FILE for number in numbers})
    groups = ((first, job.entries[first : first + ARTICLES_A_FILE]) for first in firsts)
    yield from job.workers.map(partial(list_articles, job.stage, job.key, folder), grouped(groups, FILES_A_CHUNK))


def _head(job: Job, folder: str, volumes: Sequence[Volume], paths: set[str]) -> Staged:
    """Make what leads to all else."""
    files = (directory(folder, job.entries, volumes), folding_table())
    notes = "\n".join(sorted({*paths, *(file.path for file in files)})).encode()
    head = File(path=POINTER, key=job.key, data=pointer(*files, len(job.entries)), notes=notes)
    named = (File(path=file.path, key=job.key, data=compressed(file.text)) for file in files)
    return put_files(job.stage, [*named, head])
