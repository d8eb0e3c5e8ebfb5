"""What of a site is made, and what is kept as it stands: the one place that decides it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Protocol, TypeVar

from duizhao.cache import Cache, Key, Made
from duizhao.executor import Executor, grouped
from duizhao.progress import Clock
from duizhao.publish import Stage
from duizhao.tasks import File, Staged, put_files
from duizhao.weight import Scales


class Keyed(Protocol):
    """Work for one file of the site: where it will stand, and the digest of all that it is made from."""

    @property
    def path(self) -> str:
        """The file's path, below the site's root."""
        ...

    @property
    def key(self) -> Key:
        """Same key, same file."""
        ...


Work = TypeVar("Work", bound=Keyed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a build: its name; how many works it has, if that is known; how many a worker is given at a time."""

    name: str
    total: int | None = None
    chunk: int


class Paths:
    """The paths of a site's files. Those of files beside others are one text, in a third of what each would take."""

    def __init__(self) -> None:
        self._own: list[str] = []
        self._beside = bytearray()

    def __iter__(self) -> Iterator[str]:
        return chain(self._own, self._beside.decode().splitlines())

    def add(self, *paths: str) -> None:
        """Add paths."""
        self._own += paths

    def add_beside(self, paths: Iterable[str]) -> None:
        """Add paths of files that are made with another, of signs that stand in addresses."""
        for path in paths:
            self._beside += f"{path}\n".encode()


@dataclass(slots=True, kw_only=True)
class Making:
    """Makes the files of a site that are not there already, and keeps count of both.

    `paths`: all files, made and kept. `scales`: what they weigh. `made`: how many files each step has made.
    `replaced`: those made files in whose places the last build's stood as it left them.
    What is noted of files, and the marks of passages, are looked up in the cache.
    """

    stage: Stage
    workers: Executor
    cache: Cache
    clock: Clock
    scales: Scales
    paths: Paths = field(default_factory=Paths)
    made: dict[str, int] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)

    def run(
        self,
        step: Step,
        function: Callable[[Sequence[Work]], Staged],
        works: Iterable[Work],
        beside: Callable[[Work], Sequence[str]] = lambda _: (),
    ) -> None:
        """Make files, but for those that stand as they would be made.

        `beside`: the paths of files that are made with that of a work, have its key, and are not counted.
        """
        with self.clock.step(step.name, step.total) as advance:
            open_works = self._open(works, beside, advance)
            for chunk in self.workers.map(function, grouped(open_works, step.chunk)):
                self._take(step.name, chunk, advance)

    def whole(self, step: str, head: str, key: Key, make: Callable[[Sequence[str]], Iterable[Staged]]) -> None:
        """Make files that stand or fall together, unless all of them stand as they would be made.

        `head`: the path of the one that is made last and has the `key`; its notes are the paths of the others, a line
        each. `make` is given the paths of those that stand as they were made, or none where one is amiss, and makes
        those that have to be others.
        """
        with self.clock.step(step, None) as advance:
            standing = {made.path: made for made in self._standing(head)}
            made: set[str] = set()
            paths = [*standing]
            for chunk in () if standing and standing[head].key == key else make(paths):
                self._take(step, chunk, advance)
                made.update(file.path for file in chunk.files)
                paths = [line for file in chunk.files if file.path == head for line in file.notes.decode().split("\n")]
            self.paths.add(*sorted(made))
            for path in paths:
                if path not in made:
                    self.paths.add(path)
                    self.scales.put(path, standing[path].size)
                    advance(1, standing[path].size)

    def _standing(self, head: str) -> list[Made]:
        """Find the files that `whole` has made; none where one of them is amiss."""
        first = self.cache.made(head)
        paths = [*first.notes.decode().split("\n"), head] if first else []
        rows = map(self.cache.made, paths)
        found = [row for row in rows if row and self._stands(row)]
        return found if len(found) == len(paths) else []

    def put(self, step: str, files: Iterable[tuple[str, bytes]]) -> None:
        """Put files on the stage that are made each time, since that is as fast as to find out whether they must be."""
        with self.clock.step(step, None) as advance:
            chunk = put_files(self.stage, (File(path=path, key=b"", data=data) for path, data in files))
            self.paths.add(*(file.path for file in chunk.files))
            self._take(step, chunk, advance)

    def _open(
        self, works: Iterable[Work], beside: Callable[[Work], Sequence[str]], advance: Callable[[int, int], None]
    ) -> Iterator[Work]:
        """Yield the work that is to be done; files that stand are counted in."""
        for work in works:
            paths = (work.path, *beside(work))
            self.paths.add(work.path)  # not what a worker answers: that would be one more copy of each
            self.paths.add_beside(paths[1:])
            standing = [made for made in map(self.cache.made, paths) if made and self._stands(made)]
            if len(standing) == len(paths) and all(made.key == work.key for made in standing):
                for made in standing:
                    self.scales.put(made.path, made.size)
                advance(1, sum(made.size for made in standing))
                continue
            if standing and standing[0].path == work.path:
                self.replaced.add(work.path)
            yield work

    def _stands(self, made: Made) -> bool:
        return self.stage.has(made.path, made.size, made.time)

    def _take(self, step: str, chunk: Staged, advance: Callable[[int, int], None]) -> None:
        self.cache.keep_made(chunk.files)
        for file in chunk.files:
            self.scales.put(file.path, file.size)
        self.clock.peak = max(self.clock.peak, chunk.peak)
        count = len(chunk.files) - chunk.beside
        self.made[step] = self.made.get(step, 0) + count
        advance(count, sum(file.size for file in chunk.files))
