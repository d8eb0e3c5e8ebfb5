"""How workers make the index of the full text: from pages to sorted runs, from runs to shards."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from duizhao.cache import Key
from duizhao.executor import Executor, grouped
from duizhao.model import Entry
from duizhao.progress import peak_memory
from duizhao.publish import Stage
from duizhao.search import (
    ARTICLES_A_FILE,
    POINTER,
    RUN,
    Slice,
    Volume,
    article_files,
    directory_files,
    merge,
    pack,
    plan,
    pointer,
    run_name,
    run_of,
    shard_path,
)
from duizhao.tasks import File, Staged, put_files

FILES_A_CHUNK = 50


def index_full_text(stage: Stage, entries: Sequence[Entry], key: Key, workers: Executor) -> Iterator[Staged]:
    """Put the index on the stage: last the file that leads to the others, which its notes name, a line each.

    `entries`: all articles in the paper's order; their pages are on the stage or stand in the output folder.
    """
    for peak in workers.map(partial(make_run, stage), enumerate(grouped(entries, RUN))):
        yield Staged(files=(), peak=peak)
    planned, cut, paths = plan(stage.aside, entries), list[Volume](), list[str]()
    for chunk, volume in workers.map(partial(make_volume, stage, planned.folder, key), enumerate(planned.volumes)):
        cut.append(volume)
        paths += (file.path for file in chunk.files)
        yield chunk
    lists = enumerate(grouped(entries, FILES_A_CHUNK * ARTICLES_A_FILE))
    others = workers.map(partial(list_articles, stage, planned.folder, key), lists)
    for chunk in (*others, _put(stage, key, directory_files(planned.folder, entries, cut))):
        paths += (file.path for file in chunk.files)
        yield chunk
    head = pointer(planned.folder, len(entries))
    yield put_files(stage, [File(path=POINTER, key=key, data=head, notes="\n".join(paths).encode())])


def make_run(stage: Stage, numbered: tuple[int, Sequence[Entry]]) -> int:
    """Lay the terms of a chunk of articles aside; returns how much memory the worker has held at most (bytes)."""
    chunk, entries = numbered
    packs = [pack(stage.get(entry.permalink), entry) for entry in entries]
    stage.lay_aside(run_name(chunk * RUN), run_of(packs))
    return peak_memory()


def make_volume(stage: Stage, folder: str, key: Key, numbered: tuple[int, Sequence[Slice]]) -> tuple[Staged, Volume]:
    """Make the shards of a volume, and say what the directory has to know of them."""
    number, pieces = numbered
    cut: list[Volume] = []
    files = ((shard_path(folder, number, place), data) for place, data in enumerate(merge(pieces, cut)))
    return _put(stage, key, files), cut[0]


def list_articles(stage: Stage, folder: str, key: Key, numbered: tuple[int, Sequence[Entry]]) -> Staged:
    """Make the files that list a chunk of articles."""
    chunk, entries = numbered
    return _put(stage, key, article_files(folder, chunk * FILES_A_CHUNK * ARTICLES_A_FILE, entries))


def _put(stage: Stage, key: Key, files: Iterable[tuple[str, bytes]]) -> Staged:
    return put_files(stage, (File(path=path, key=key, data=data) for path, data in files))
