"""How far a long build is: what it tells whoever waits for it, and what its report keeps of each step."""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a build: how many things it handled, how long it took, how many bytes it made (0: none)."""

    name: str
    items: int
    seconds: float
    bytes: int = 0


class Progress(Protocol):
    """Hears how far a build is. The command line shows it; everything else keeps quiet."""

    def begin(self, step: str, total: int | None) -> None:
        """Hear that a step of `total` things begins (None: nobody knows how many)."""
        ...

    def advance(self, things: int) -> None:
        """Hear that so many more things are done."""
        ...


class Quiet:
    """Hears and says nothing."""

    def begin(self, step: str, total: int | None) -> None:
        """See `Progress.begin`."""

    def advance(self, things: int) -> None:
        """See `Progress.advance`."""


@dataclass(slots=True, kw_only=True)
class Clock:
    """Tells progress, and keeps the time of each step and the most memory (bytes) that a worker held."""

    progress: Progress
    steps: list[Step] = field(default_factory=list)
    peak: int = 0

    @contextmanager
    def step(self, name: str, total: int | None) -> Iterator[Callable[[int, int], None]]:
        """Time a step; it is told `(things, bytes)` as they are done."""
        done = [0, 0]

        def advance(things: int, size: int = 0) -> None:
            done[0] += things
            done[1] += size
            self.progress.advance(things)

        begun = time.perf_counter()
        self.progress.begin(name, total)
        yield advance
        self.steps.append(Step(name=name, items=done[0], seconds=time.perf_counter() - begun, bytes=done[1]))


def peak_memory() -> int:
    """Say how many bytes of memory this process has held at most."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
