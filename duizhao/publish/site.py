"""From stage to site: what may not be replaced is refused, then everything is moved into place."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.publish.manifest import MANIFEST, files_below, made_files, write_manifest
from duizhao.publish.stage import STAGING, Stage


def refuse_taken(stage: Stage, paths: Sequence[str]) -> None:
    """Refuse to replace files that the builder did not make, and to write through what is no folder of the output.

    `paths` are all files of the site. Raises `Halt` with each of them that cannot be put into place.
    """
    made = set(made_files(stage.output))
    staged = set(files_below(stage.output / STAGING))
    faults = [
        problem(str(stage.output / path), 0, "output-taken", "this file was not made by the builder")
        for path in staged
        if path not in made and os.path.lexists(stage.output / path)
    ]
    faults += _folders_taken(stage.output, {os.path.dirname(path) for path in paths})  # noqa: PTH120 - of texts
    faults += [
        problem(str(stage.output / path), 0, "output-lost", "it was made, and is not there")
        for path in paths
        if path not in staged and not os.path.isfile(f"{stage.output}/{path}")  # noqa: PTH113 - a Path of each costs more
    ]
    if faults:
        raise Halt(ordered(faults))


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
    before, known = made_files(output), {*paths, MANIFEST}
    staged = sorted(files_below(output / STAGING), key=lambda path: ((output / path).exists(), path))
    write_manifest(output, sorted({*before, *paths}))
    for folder in sorted({os.path.dirname(path) for path in staged}):  # noqa: PTH120 - of texts
        (output / folder).mkdir(parents=True, exist_ok=True)
    for path in staged:
        os.replace(output / STAGING / path, output / path)  # noqa: PTH105 - a Path of each would be made twice
    _remove(output, [path for path in before if path not in known])
    write_manifest(output, paths)
    return sorted(path for path in files_below(output) if path not in known)


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
