"""The stage: where workers put finished files until all are made."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Final

from duizhao.problems import Halt, problem
from duizhao.publish.files import changed_at

STAGING: Final = ".duizhao-staging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where workers put finished files; can be pickled. `again`: write files even where they are the same."""

    output: Path
    again: bool = False

    def has(self, path: str, size: int, time: int) -> bool:
        """Say whether a file of a size (bytes) that was changed last at a time (ns) stands in the output folder."""
        try:
            found = os.stat(f"{self.output}/{path}")  # noqa: PTH116 - asked of every file: a Path of each costs more
        except OSError:
            return False
        return found.st_size == size and found.st_mtime_ns == time and S_ISREG(found.st_mode)

    def put(self, path: str, data: bytes) -> int:
        """Keep a file for publishing, unless the same bytes already stand at its path below the output folder.

        Returns when the file was changed last (ns), as it will be seen when it is published.
        Raises `Halt` where it cannot be written.
        """
        if not self.again and (time := changed_at(self.output / path, data)) is not None:
            return time
        try:
            return _write(self.output / STAGING / path, data)
        except OSError as error:
            raise Halt([problem(str(self.output), 0, "output-unwritable", f"{path}: {error.strerror}")]) from error

    def get(self, path: str) -> bytes:
        """Read a file of the site as it will be published."""
        staged = self.output / STAGING / path
        return (staged if staged.is_file() else self.output / path).read_bytes()

    def left(self, path: str) -> bytes:
        """Read a file of the site as it still stands, before anything of this build is published."""
        return (self.output / path).read_bytes()

    @property
    def aside(self) -> Path:
        """A folder for what workers make for one another: nothing in it is published, and it goes with the stage."""
        return self.output / STAGING / STAGING

    def lay_aside(self, name: str, data: bytes) -> None:
        """Keep a file for another worker. Raises `Halt` where it cannot be written."""
        try:
            _write(self.aside / name, data)
        except OSError as error:
            raise Halt([problem(str(self.output), 0, "output-unwritable", f"{name}: {error.strerror}")]) from error


def _write(target: Path, data: bytes) -> int:
    """Write a file, and return the time of that; its folder is made only where it is missing, which is seldom."""
    try:
        target.write_bytes(data)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return target.stat().st_mtime_ns


@contextmanager
def staging(output: Path, *, again: bool = False) -> Iterator[Stage]:
    """Hold the output folder and open an empty stage in it; at the end what was not published is thrown away.

    Raises `Halt` where the folder cannot be written, or another build is at work in it.
    """
    try:
        with _held(output):
            _clear(output)
            (output / STAGING).mkdir()
            try:
                yield Stage(output=output, again=again)
            finally:
                _clear(output)
    except OSError as error:
        raise Halt([problem(str(output), 0, "output-unwritable", str(error))]) from error
    finally:
        with suppress(OSError):
            output.rmdir()


@contextmanager
def _held(output: Path) -> Iterator[None]:
    """Hold a folder for one build; the system lets go of it when the process ends, however it ends."""
    output.mkdir(parents=True, exist_ok=True)
    handle = os.open(output, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise Halt([problem(str(output), 0, "output-busy", "a build holds it")]) from None
    try:
        yield
    finally:
        os.close(handle)


def _clear(output: Path) -> None:
    """Throw away what is staged: by this build, or by one that was killed."""
    shutil.rmtree(output / STAGING, ignore_errors=True)


def refuse_overlap(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output folder that is, holds or lies in a folder that the build reads: it would eat its own sources."""
    target = output.resolve()
    for folder in inputs:
        source = folder.resolve()
        if target == source or target in source.parents or source in target.parents:
            raise Halt([problem(str(output), 0, "output-overlaps", f"it overlaps {folder}")])
