"""What a command costs: time, time of the processor, memory, all of its processes together.

Time of the processor is what the system counts for every process that the command started and that has ended; those
that outlive their parent are adopted, so that none is missed. Memory is sampled: the sum of the proportional set sizes
(PSS) of all processes that are there, in which a page that several share is counted once; the highest sum counts.
Only Linux tells all this.
"""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from threading import Event, Thread
from time import perf_counter
from typing import Final, Self

INTERVAL: Final = 0.05
"""Seconds between two samples of memory."""
_SET_CHILD_SUBREAPER: Final = 36  # of prctl(2)


class FailedError(Exception):
    """A command ended with a status other than 0. Its text is what the command said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command cost: seconds of the clock and of processors, and bytes of memory at the highest sample."""

    wall: float
    cpu: float
    memory: int

    def __add__(self, other: "Cost") -> "Cost":
        """Sum up two commands of which one follows the other."""
        return Cost(wall=self.wall + other.wall, cpu=self.cpu + other.cpu, memory=max(self.memory, other.memory))


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many files a folder holds, and how many bytes they have."""

    files: int
    bytes: int


def measure(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder and say what it cost; this process must have no other children.

    What waits to be written to disk is written before, so that no run pays for the one before it.

    Raises:
        FailedError: The command failed.
    """
    _adopt_orphans()
    os.sync()
    before, begun = _cpu(), perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    with _Samples() as samples:
        said = process.communicate()[0]
        wall = perf_counter() - begun
    _wait_for_orphans()
    if process.returncode:
        raise FailedError(f"{' '.join(map(str, command))}\n{said.decode(errors='replace')}")
    return Cost(wall=wall, cpu=_cpu() - before, memory=samples.highest)


def size_of(folder: Path) -> Size:
    """Count the files below a folder and their bytes."""
    sizes = [size for _, size in files_below(folder)]
    return Size(files=len(sizes), bytes=sum(sizes))


def files_below(folder: Path) -> Iterator[tuple[str, int]]:
    """List the files below a folder: their paths from there, and their bytes."""
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            yield path.relative_to(folder).as_posix(), path.stat().st_size


def _adopt_orphans() -> None:
    """Become the parent of all processes below this one that lose theirs."""
    if sys.platform != "linux":
        sys.exit("builds are measured on Linux only")
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    """Wait for the end of all that the command left behind."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def _cpu() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class _Samples:
    """Keeps the highest sum of memory of all processes below this one, while it is open."""

    def __init__(self) -> None:
        self.highest = 0
        self._done = Event()
        self._thread = Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _sample(self) -> None:
        while True:
            self.highest = max(self.highest, sum(map(_memory, _below(os.getpid()))))
            if self._done.wait(INTERVAL):
                return


def _below(parent: int) -> Iterator[int]:
    """List all processes that this one started, and those that these started."""
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in map(int, _read(task).split()):
            yield child
            yield from _below(child)


def _memory(process: int) -> int:
    """Say how many bytes a process holds; none, if it is no more there."""
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return 1024 * int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
