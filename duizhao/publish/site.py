"""From stage to site: what may not be replaced is refused, then everything is moved into place."""

import os
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from pathlib import Path

from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.publish.manifest import MANIFEST, files_below, is_among, made_files, write_manifest
from duizhao.publish.stage import STAGING, Stage


def refuse_taken(stage: Stage, paths: Sequence[str]) -> None:
    """Refuse to replace files that the builder did not make, and to write through what is no folder of the output.

    `paths` are all files of the site. Raises `Halt` with each of them that cannot be put into place.
    """
    made, staging = sorted(made_files(stage.output)), stage.output / STAGING
    faults = [
        problem(str(stage.output / path), 0, "output-taken", "this file was not made by the builder")
        for path in files_below(staging)
        if os.path.lexists(f"{stage.output}/{path}") and not is_among(made, path)
    ]
    faults += _folders_taken(stage.output, {os.path.dirname(path) for path in paths})  # noqa: PTH120 - of texts
    faults += [
        problem(str(stage.output / path), 0, "output-lost", "it was made, and is not there")
        for path in paths
        if not (_is_file(f"{staging}/{path}") or _is_file(f"{stage.output}/{path}"))
    ]
    if faults:
        raise Halt(ordered(faults))


def _is_file(path: str) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - asked of every file: a Path of each costs more


def _folders_taken(output: Path, folders: Iterable[str]) -> Iterator[Problem]:
    """Name what stands where a folder of the site must be and is none, or leads out of the output."""
    root = output.resolve()
    for folder in folders:
        there = next(path for path in (output / folder, *(output / folder).parents) if os.path.lexists(path))
        if not there.is_dir():
            yield problem(str(there), 0, "output-taken", "this file stands where the site needs a folder")
        elif not there.resolve().is_relative_to(root):
            yield problem(str(there), 0, "output-taken", "this folder is a link that leads out of the output folder")


def publish(stage: Stage, paths: Iterable[str]) -> list[str]:
    """Move what was staged into place; `paths` are all files of the site. Returns files of others found there, sorted.

    Killed at any point, the next build puts right what is left: the list of made files is written before they are.
    """
    output, paths = stage.output, sorted(paths)
    gone = [path for path in made_files(output) if path != MANIFEST and not is_among(paths, path)]
    write_manifest(output, merge(sorted(gone), paths))
    for path in files_below(output / STAGING):
        if not os.path.exists(f"{output}/{path}"):  # noqa: PTH110 - asked of every file: a Path of each costs more
            _move(output, path)
    for path in files_below(output / STAGING):
        _move(output, path)
    _remove(output, gone)
    write_manifest(output, paths)
    return sorted(path for path in files_below(output) if path != MANIFEST and not is_among(paths, path))


def _move(output: Path, path: str) -> None:
    """Move a file from the stage into place; its folder is made only where it is missing, which is seldom."""
    staged, place = f"{output}/{STAGING}/{path}", f"{output}/{path}"
    try:
        os.replace(staged, place)  # noqa: PTH105 - done with every file: a Path of each costs more
    except FileNotFoundError:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        os.replace(staged, place)  # noqa: PTH105 - likewise


def foreign_notes(output: Path, foreign: Iterable[str]) -> list[Problem]:
    """Name files of others in the output folder."""
    return [problem(str(output / path), 0, "file-foreign", "not made by this builder") for path in foreign]


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
