"""Where work runs: in this process, in a pool of processes, or on the workers of a Dask cluster.

Every executor maps a function over chunks and gives the results in the chunks' order, so that nothing that is made
from them depends on how many workers there were or which of them was faster. The only home of `distributed`.
"""

import multiprocessing
import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, Final, Protocol, TypeVar

from duizhao.problems import Halt, problem

SHIFT: Final = 200
"""Chunks after which new processes take over: one that makes articles grows from 48 to 61 MB while it does so many."""

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


class Executor(Protocol):
    """Something that maps a function over chunks; function, chunks and results can be pickled."""

    def map(self, function: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """Yield `function(chunk)` for each chunk, in order, taking chunks only as they are needed."""
        ...


class InProcess:
    """One chunk after the other, here."""

    def map(self, function: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """See `Executor.map`."""
        return map(function, chunks)


class Spread(ABC):
    """What spreads chunks over workers; one chunk alone is done here, sooner than a worker has started."""

    def map(self, function: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """See `Executor.map`."""
        ahead = iter(chunks)
        first = list(islice(ahead, 2))
        spread = map if len(first) < 2 else self.spread  # noqa: PLR2004 - two are more than one
        yield from spread(function, chain(first, ahead))

    @abstractmethod
    def spread(self, function: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """Yield `function(chunk)` for each chunk, in order, from workers."""


class Workers(Spread):
    """The workers behind a `submit`; no more chunks are under way than keep them busy, so memory stays flat."""

    def __init__(self, submit: Callable[..., Any], workers: int) -> None:
        self._submit = submit
        self._window = 2 * workers

    def spread(self, function: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """See `Spread.spread`."""
        ahead = iter(chunks)
        waiting: deque[Future[Result]] = deque(self._submit(function, chunk) for chunk in islice(ahead, self._window))
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(self._submit(function, chunk) for chunk in islice(ahead, 1))
            yield result


class Processes(Spread):
    """Processes of this machine: new ones for each map, and after each `SHIFT` of it.

    What work leaves behind in a process is no burden to what follows. To fork one takes some twenty milliseconds.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._context = _context()

    def spread(self, function: Callable[[Chunk], Result], chunks: Iterable[Chunk]) -> Iterator[Result]:
        """See `Spread.spread`. Raises `Halt` where a process ends before its work did."""
        ahead = iter(chunks)
        try:
            for chunk in ahead:
                with ProcessPoolExecutor(self._workers, self._context, initializer=_end_with_parent) as pool:
                    shift = chain([chunk], islice(ahead, SHIFT - 1))
                    yield from Workers(pool.submit, self._workers).spread(function, shift)
        except BrokenProcessPool as error:
            raise Halt([problem("--jobs", 0, "worker-killed", "a worker ended before its work did")]) from error


@contextmanager
def executor(jobs: int | None = None, scheduler: str | None = None) -> Iterator[Executor]:
    """Open the executor that the user asked for: a cluster's, a pool of `jobs` processes, or this process for one.

    `jobs` None: as many as this process may use cores. Raises `Halt` if the cluster cannot be used.
    """
    workers = jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    if scheduler:
        with _cluster(scheduler) as cluster:
            yield cluster
    elif workers == 1:
        yield InProcess()
    else:
        yield Processes(workers)


def _end_with_parent() -> None:
    """Let a worker end when the build does, even one that was killed; else it would wait for work for ever."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            wait([parent.sentinel])
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _context() -> multiprocessing.context.BaseContext:
    """Fork workers from a clean server process where there is one: this process may show progress from a thread."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["duizhao.preloaded"])
    return context


@contextmanager
def _cluster(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an optional extra, loaded only when asked for
    except ImportError as error:
        mend = "install the extra: pip install 'duizhao[cluster]'"
        raise Halt([problem(scheduler, 0, "scheduler", "Dask is not installed", mend=mend)]) from error
    try:
        client = Client(scheduler, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        mend = "start a Dask scheduler, and give its address, for example tcp://127.0.0.1:8786"
        raise Halt([problem(scheduler, 0, "scheduler", f"no scheduler answers: {error}", mend=mend)]) from error
    with client:
        workers = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not workers:
            raise Halt([problem(scheduler, 0, "scheduler", "the cluster has no workers", mend="start dask workers")])
        try:
            yield Workers(lambda function, chunk: client.submit(function, chunk, pure=False), workers)
        except KilledWorker as error:
            message = "every worker that was given one chunk ended before its work did"
            raise Halt([problem(scheduler, 0, "worker-killed", message)]) from error


def grouped(items: Iterable[Chunk], size: int) -> Iterator[tuple[Chunk, ...]]:
    """Cut items into chunks of at most `size`, taking them only as chunks are asked for."""
    ahead = iter(items)
    while chunk := tuple(islice(ahead, size)):
        yield chunk
