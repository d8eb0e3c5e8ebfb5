"""What workers do for the index of the full text: pages to sorted runs, runs to volumes, volumes to changed ones."""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from duizhao.cache import Broken, Key
from duizhao.entries import Entries
from duizhao.executor import Executor
from duizhao.model import Entry
from duizhao.progress import peak_memory
from duizhao.publish import Stage
from duizhao.search import (
    RUN,
    Changes,
    Numbering,
    Part,
    Volume,
    article_file,
    article_terms,
    change,
    compare,
    compressed,
    cut,
    listed_in,
    merge,
    path_of,
    renumber,
    run_name,
    run_of,
    shards_of,
    terms_of,
)
from duizhao.searchfile import listed
from duizhao.tasks import File, Staged, put_files

_NOTHING: Final = Staged(files=(), peak=0)
_NUMBERS: Final = ("moved", "added")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Volumes as they were cut, in order.

    `paths`: of all files that were cut, of which those that did not stand already are staged. `former`: the paths of
    those that held the same terms in the last build's index.
    """

    volumes: tuple[Volume, ...] = ()
    staged: Staged = _NOTHING
    paths: tuple[str, ...] = ()
    former: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An index that is to be made. `entries`: all articles in the paper's order; `key`: of all that it is made from."""

    stage: Stage
    workers: Executor
    entries: Entries
    key: Key


class Changed(NamedTuple):
    """Volumes of the last build's index, and what changed in them."""

    volumes: tuple[Volume, ...]
    changes: Changes


class Renumbered(NamedTuple):
    """Volumes of the last build's index, and where the terms of the articles stand that are put in."""

    volumes: tuple[Volume, ...]
    added: Part


def runs(job: Job, groups: Iterable[Sequence[Entry]]) -> Iterator[Cut]:
    """Lay the terms of articles aside. No volume is cut.

    `groups`: as many as a run has, each; the articles' numbers in the runs are their places in all groups together.
    """
    for peak in job.workers.map(partial(make_run, job.stage), enumerate(groups)):
        yield Cut(staged=Staged(files=(), peak=peak))


def make_run(stage: Stage, numbered: tuple[int, Sequence[Entry]]) -> int:
    """Lay the terms of a chunk of articles aside; returns how much memory the worker has held at most (bytes)."""
    chunk, entries = numbered
    articles = (article_terms(stage.get(entry.permalink), listed(entry)) for entry in entries)
    stage.lay_aside(run_name(chunk * RUN), run_of(articles))
    return peak_memory()


def make_part(stage: Stage, key: Key, part: Part) -> Cut:
    """Make the volumes of a part of the runs."""
    return _cut(stage, key, merge(part), frozenset())


def compare_articles(stage: Stage, folder: str, articles: Sequence[tuple[int, Entry]]) -> Changes:
    """Compare articles, each with its number, with what the last build's index says of them, page by page.

    `folder`: of that index's lists of articles.
    """
    changes: Changes = {}
    for number, entry in articles:
        with as_left():
            before = article_terms(stage.left(entry.permalink), listed_in(stage.output, folder, number))
        compare(number, before, article_terms(stage.get(entry.permalink), listed(entry)), changes)
    return changes


def make_changed(stage: Stage, key: Key, works: Sequence[Changed]) -> list[Cut]:
    """Make volumes in which something changed."""
    made = []
    for work in works:
        with as_left():
            terms, former = _left(stage, work.volumes)
            change(terms, work.changes)
        made.append(_cut(stage, key, sorted(terms.items()), former))
    return made


def make_renumbered(stage: Stage, key: Key, work: Renumbered) -> Cut:
    """Make volumes anew, with the numbers that articles have now."""
    with as_left():
        terms, former = _left(stage, work.volumes)
        terms = renumber(terms, _numbering(stage), work.added)
    return _cut(stage, key, sorted(terms.items()), former)


def list_articles(stage: Stage, key: Key, folder: str, groups: Iterable[tuple[int, Sequence[Entry]]]) -> Staged:
    """Make files that list articles, each from that number on."""
    files = (article_file(folder, first, entries) for first, entries in groups)
    return put_files(stage, (File(path=path, key=key, data=data) for path, data in files))


def lay_numbering_aside(stage: Stage, numbering: Numbering) -> None:
    """Keep for the workers how numbers moved."""
    for name, numbers in zip(_NUMBERS, (numbering.moved, numbering.added), strict=True):
        stage.lay_aside(name, array("i", numbers).tobytes())


@contextmanager
def as_left() -> Iterator[None]:
    """Read what the last build left. Raises `Broken` where it is not as it was left, though it looks so."""
    try:
        yield
    except (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError) as error:
        raise Broken(f"search index: {error}") from error


def _numbering(stage: Stage) -> Numbering:
    moved, added = (array("i", (stage.aside / name).read_bytes()) for name in _NUMBERS)
    return Numbering(moved=moved, added=added)


def _left(stage: Stage, volumes: Sequence[Volume]) -> tuple[dict[str, str], frozenset[str]]:
    """Read the terms of volumes as the last build left them, and list the files that hold them."""
    terms: dict[str, str] = {}
    paths: list[str] = []
    for volume in volumes:
        shards = shards_of(stage.output, volume)
        terms |= terms_of(stage.output, shards)
        paths += (path_of(name) for name in (volume.name, *shards.names))
    return terms, frozenset(paths)


def _cut(stage: Stage, key: Key, terms: Iterable[tuple[str, str]], former: frozenset[str]) -> Cut:
    """Cut terms, in order, into volumes, and stage the files that do not stand already."""
    volumes, paths = list[Volume](), list[str]()

    def files() -> Iterator[File]:
        for file in cut(terms, volumes):
            paths.append(file.path)
            if file.path not in former:
                yield File(path=file.path, key=key, data=compressed(file.text))

    staged = put_files(stage, files())
    return Cut(volumes=tuple(volumes), staged=staged, paths=tuple(paths), former=former)
