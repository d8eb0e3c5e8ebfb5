"""What a command is said to cost. The command runs in a process of its own, which may adopt what it starts."""

import json
import sys
from pathlib import Path

import pytest

from bench.measured import Cost, Size, size_of
from tests.built_site import run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="builds are measured on Linux only")

MEASURE = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from bench.measured import FailedError, measure
try:
    print(json.dumps(asdict(measure([sys.executable, "-c", sys.argv[1]], Path()))))
except FailedError as error:
    print(json.dumps(str(error)))
"""
BUSY = "import time\nwhile time.process_time() < 0.3: pass"
MEGA = 1_000_000


def measured(program: str) -> dict[str, float]:
    cost: dict[str, float] = json.loads(run(sys.executable, "-c", MEASURE, program))
    return cost


def test_processor_time_is_that_of_all_processes_those_that_outlive_their_parent_too() -> None:
    starts = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {BUSY!r}])\n"
    assert measured(starts + BUSY)["cpu"] >= 0.6


def test_memory_is_the_sum_over_all_processes() -> None:
    holds = "import time; held = b'x' * 60_000_000; time.sleep(0.6)"
    starts = (
        f"import subprocess, sys\nother = subprocess.Popen([sys.executable, '-c', {holds!r}])\n{holds}\nother.wait()"
    )
    assert 60 * MEGA <= measured(holds)["memory"] < 110 * MEGA
    assert 120 * MEGA <= measured(starts)["memory"] < 200 * MEGA


def test_a_command_that_fails_is_told_with_what_it_said() -> None:
    assert "no such thing" in str(measured("raise SystemExit('no such thing')"))


def test_of_two_commands_times_add_up_and_the_higher_memory_counts() -> None:
    first, second = Cost(wall=1.5, cpu=2.0, memory=10), Cost(wall=0.5, cpu=1.0, memory=30)
    assert first + second == Cost(wall=2.0, cpu=3.0, memory=30)


def test_files_of_all_folders_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "one").write_bytes(b"123")
    (tmp_path / "a" / "b" / "two").write_bytes(b"4567")
    assert size_of(tmp_path) == Size(files=2, bytes=7)
