"""However a build ends, and whatever becomes of its cache: the next build gives what a clean one gives."""

import subprocess
import sys
from pathlib import Path

import pytest

from duizhao.cache import stamps
from duizhao.pipeline import Order, build
from tests.archive import site_in
from tests.cache.changes import Archive, about, write
from tests.cache.test_incremental import elsewhere, outcome

PROGRAM = """
import os, sys
from pathlib import Path
from duizhao.cache import Cache
from duizhao.pipeline import Order, build
from tests.archive import site_in

place, left = sys.argv[2], int(sys.argv[3])

def dying(function):
    def until_none_is_left(*given, **named):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return function(*given, **named)
    return until_none_is_left

if place == "moving":
    os.replace = dying(os.replace)
else:
    setattr(Cache, place, dying(getattr(Cache, place)))
build(site_in(Path(sys.argv[1])), Order(jobs=1))
"""
"""A build that ends at once when it does something for the nth time: `moving` a file into place, or with its cache."""


def killed_at(folder: Path, place: str, times: int) -> bool:
    """Build, and tell whether the build was killed."""
    command = [sys.executable, "-c", PROGRAM, str(folder), place, str(times)]
    return subprocess.run(command, cwd=Path(__file__).parents[2], check=False, timeout=60).returncode == 9


@pytest.mark.parametrize(
    ("place", "times"),
    [("keep_read", 0), ("commit", 0), ("keep_made", 0), ("keep_made", 2), ("forget", 1), ("commit", 1)]
    + [("moving", times) for times in (0, 2, 5, 20)]
    + [("published", 0), ("commit", 2)],
)
def test_a_build_that_was_killed_left_nothing_false(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, times: int
) -> None:
    monkeypatch.setattr(stamps, "TICK", 0)
    archive = Archive(site=site_in(tmp_path))
    for number in range(8):
        write(archive, number)
    build(archive.site, Order(jobs=1))
    for number in (40, 41):
        write(archive, number)
    about(archive, 0)
    assert killed_at(tmp_path, place, times)
    write(archive, 62)
    clean = elsewhere(archive.site, tmp_path / "clean")
    assert outcome(archive.site, Order(jobs=1)) == outcome(clean, Order(jobs=1))
