"""The output folder: the only module that writes the site.

Pages are first written to a staging folder inside the output, and only where they differ from what stands. When
everything is made they are moved into place: new files first, then changed ones, then files that are no longer made are
removed, so that at every moment each file is whole and each link leads somewhere. The list of files that the builder
made stands in `.duizhao`; every other file in the folder is somebody else's and is left alone.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from duizhao.problems import Halt, Problem, ordered, problem

MANIFEST = ".duizhao"
STAGING = ".duizhao-staging"
_HEAD = "# The files of this folder that Duizhao made. It replaces and removes no others.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where workers put finished files; can be pickled.

    `again`: write files even where they are the same. `build`: a name that no other build has.
    """

    output: Path
    build: str
    again: bool = False

    def put(self, path: str, data: bytes) -> None:
        """Keep a file for publishing, unless the same bytes already stand at its path below the output folder."""
        if not self.again and _same(self.output / path, data):
            return
        target = self.output / STAGING / path
        try:
            target.write_bytes(data)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def open_stage(output: Path, build: str = "", *, again: bool = False) -> Stage:
    """Make the output folder and an empty staging folder in it; what a killed build left there is thrown away.

    Raises `Halt` where that cannot be done.
    """
    staging = output / STAGING
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
    except OSError as error:
        raise Halt([problem(str(output), 0, "output-unwritable", str(error))]) from error
    return Stage(output=output, build=build, again=again)


@contextmanager
def staging(output: Path, build: str = "", *, again: bool = False) -> Iterator[Stage]:
    """Open a stage, and throw away at the end what was not published; the site then stays as it was."""
    try:
        yield open_stage(output, build, again=again)
    finally:
        shutil.rmtree(output / STAGING, ignore_errors=True)
        with suppress(OSError):
            output.rmdir()


def refuse_overlap(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output folder that is, holds or lies in a folder that the build reads: it would eat its own sources."""
    target = output.resolve()
    for folder in inputs:
        source = folder.resolve()
        if target == source or target in source.parents or source in target.parents:
            raise Halt([problem(str(output), 0, "output-overlaps", f"it overlaps {folder}")])


def refuse_taken(stage: Stage, paths: Sequence[str]) -> None:
    """Refuse to replace files that the builder did not make, and folders that stand where a file must."""
    made = set(_manifest(stage.output))
    staged = stage.output / STAGING
    faults = [
        problem(str(stage.output / path), 0, "output-taken", "this file was not made by the builder")
        for path in paths
        if path not in made and (stage.output / path).exists() and (staged / path).exists()
    ]
    faults += [
        problem(str(folder), 0, "output-taken", "this folder is a link that leads out of the output folder")
        for folder in {(stage.output / path).parent for path in paths}
        if folder.is_dir() and not folder.resolve().is_relative_to(stage.output.resolve())
    ]
    if faults:
        raise Halt(ordered(faults))


def publish(stage: Stage, paths: Iterable[str]) -> list[str]:
    """Move what was staged into place; `paths` are all files of the site. Returns files of others found there, sorted.

    Killed at any point, the next build puts right what is left: the list of made files is written before they are.
    """
    output, paths = stage.output, sorted(paths)
    before = _manifest(output)
    _write_manifest(output, sorted({*before, *paths}))
    staged = sorted(files_below(output / STAGING))
    for path in sorted(staged, key=lambda path: (output / path).exists()):
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(output / STAGING / path, target)  # noqa: PTH105 - Path.replace makes a second Path of each
    _remove(output, set(before) - set(paths))
    _write_manifest(output, paths)
    return sorted(set(files_below(output)) - {*paths, MANIFEST})


def write_whole(path: Path, text: str) -> None:
    """Write a text file at once or not at all; a file that holds the same is left alone."""
    data = text.encode()
    if _same(path, data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)


def is_built(output: Path) -> bool:
    """Say whether a build has published into a folder."""
    return (output / MANIFEST).is_file()


def foreign_notes(output: Path, foreign: Iterable[str]) -> list[Problem]:
    """Name files of others in the output folder."""
    return [problem(str(output / path), 0, "file-foreign", "not made by this builder") for path in foreign]


def _manifest(output: Path) -> list[str]:
    try:
        text = (output / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def _write_manifest(output: Path, paths: Sequence[str]) -> None:
    beside = output / STAGING / MANIFEST
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.write_text(_HEAD + "".join(f"{path}\n" for path in paths), encoding="utf-8")
    beside.replace(output / MANIFEST)


def files_below(folder: Path) -> Iterable[str]:
    """Yield the paths of all files below a folder, with `/` on every system; links count as files."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != STAGING]
        below = Path(parent).relative_to(folder).as_posix()
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def _remove(output: Path, paths: Iterable[str]) -> None:
    """Remove files, and folders that become empty; a listed path that leads out of the folder is not followed."""
    root = output.resolve()
    for path in sorted(paths, reverse=True):
        target = output / path
        if not target.parent.resolve().is_relative_to(root) or not target.is_file():
            continue
        target.unlink()
        for folder in target.parents:
            if folder == output or any(folder.iterdir()):
                break
            folder.rmdir()
