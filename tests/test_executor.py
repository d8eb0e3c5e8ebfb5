"""Work gives the same results in the same order wherever it runs."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from duizhao.align.vocabulary import lexicon
from duizhao.executor import Executor, InProcess, executor, grouped
from duizhao.problems import Halt, problem
from duizhao.romanisation import phrases

FATAL = 7


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def begins_with(_: int) -> tuple[bool, ...]:
    """Say what this process had before any work was given to it."""
    return "duizhao.building" in sys.modules, *(of.cache_info().currsize == 1 for of in (lexicon, phrases))


def out_of_reach(_: int) -> int:
    return gc.get_freeze_count()


def dying(_: int) -> None:
    os._exit(9)


def squaring_on_the_second_try(notes: Path, number: int) -> int:
    """Note each try by a byte in a file of the chunk's own; kill the process at the first try of one chunk."""
    tries = notes / str(number)
    with tries.open("ab") as file:
        file.write(b".")
    if number == FATAL and tries.stat().st_size == 1:
        os._exit(9)
    return square(number)


def halting(number: int) -> int:
    raise Halt([problem("a.md", number, "file-changed", "it was")])


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("chunks", [0, 1, 2, 50])
def test_results_come_in_the_order_of_the_chunks(jobs: int, chunks: int) -> None:
    with executor(jobs) as workers:
        assert list(workers.map(square, range(chunks))) == [n * n for n in range(chunks)]


def test_one_job_and_one_chunk_stay_in_this_process() -> None:
    with executor(1) as workers:
        assert isinstance(workers, InProcess)
    with executor(2) as workers:
        assert set(workers.map(process, range(1))) == {os.getpid()}
        assert os.getpid() not in set(workers.map(process, range(8)))


def test_each_step_has_workers_of_its_own() -> None:
    with executor(2) as workers:
        first, second = (set(workers.map(process, range(8))) for _ in range(2))
        assert first.isdisjoint(second)


@pytest.mark.parametrize("chunks", [5, 6, 7])
def test_new_workers_take_over_after_a_shift(chunks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.executor.SHIFT", 3)
    with executor(2) as workers:
        found = list(workers.map(process, range(chunks)))
    shifts = [set(found[first : first + 3]) for first in range(0, chunks, 3)]
    assert os.getpid() not in found
    assert sum(map(len, shifts)) == len(set(found))


def test_workers_begin_with_what_they_share_and_leave_it_alone() -> None:
    with executor(2) as workers:
        assert set(workers.map(begins_with, range(4))) == {(True, True, True)}
        assert min(workers.map(out_of_reach, range(4))) > 10_000


def test_chunks_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def chunks() -> Iterator[int]:
        nonlocal taken
        for number in range(1_000):
            taken += 1
            yield number

    with executor(2) as workers:
        results = workers.map(square, chunks())
        next(results)
        assert taken < 10
        assert sum(1 for _ in results) == 999


def test_what_stops_a_worker_stops_the_build_with_its_problems() -> None:
    with executor(2) as workers, pytest.raises(Halt) as halted:
        list(workers.map(halting, range(4)))
    assert [found.code for found in halted.value.problems] == ["file-changed"]


def test_a_worker_that_is_killed_stops_the_build_with_a_word() -> None:
    with pytest.raises(Halt, match="worker-killed"), executor(2) as workers:
        list(workers.map(dying, range(4)))


def test_items_are_cut_into_chunks() -> None:
    assert list(grouped(range(5), 2)) == [(0, 1), (2, 3), (4,)]
    assert list(grouped([], 2)) == []


def test_a_cluster_that_does_not_answer_stops_the_build() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(Halt, match="no scheduler answers"), executor(scheduler="nonsense://nowhere"):
        pass


@contextmanager
def cluster() -> Iterator[Executor]:
    distributed = pytest.importorskip("distributed")
    local = partial(distributed.LocalCluster, n_workers=2, threads_per_worker=1, dashboard_address=None)
    with local() as running, executor(scheduler=running.scheduler_address) as workers:
        yield workers


def test_a_cluster_gives_the_same_results() -> None:
    with cluster() as workers:
        assert list(workers.map(square, range(20))) == [n * n for n in range(20)]


def test_a_worker_of_a_cluster_that_dies_costs_only_the_chunks_that_it_had(tmp_path: Path) -> None:
    with cluster() as workers:
        assert list(workers.map(partial(squaring_on_the_second_try, tmp_path), range(20))) == [n * n for n in range(20)]
    tries = {int(path.name): path.stat().st_size for path in tmp_path.iterdir()}
    assert tries.pop(FATAL) == 2
    # A result that it had not handed over is lost with it; no more than four chunks are under way at a time.
    assert sum(tries.values()) <= len(tries) + 3


def test_a_chunk_that_kills_every_worker_of_a_cluster_stops_the_build_with_a_word() -> None:
    with pytest.raises(Halt, match="worker-killed"), cluster() as workers:
        list(workers.map(dying, range(2)))
