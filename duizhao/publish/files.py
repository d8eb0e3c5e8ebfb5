"""Single files, written at once or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from duizhao.problems import Halt, problem


def changed_at(path: Path, data: bytes) -> int | None:
    """Return when a file was changed last (ns) that holds these bytes already; None where none does."""
    try:
        found = path.stat()
        return found.st_mtime_ns if found.st_size == len(data) and path.read_bytes() == data else None
    except OSError:
        return None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at once or not at all; a file that holds the same is left alone, a link leads on to its file.

    Raises `Halt` where it cannot be written.
    """
    target = path.resolve()
    if changed_at(target, data) is not None:
        return
    if target.exists() and not target.is_file():
        raise Halt([problem(str(path), 0, "file-unwritable", "it is no regular file")])
    beside = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        raise Halt([problem(str(path), 0, "file-unwritable", str(error.strerror))]) from error


def refuse_unwritable(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse a file that could not be written at the end, or that would replace what the build reads, before it begins.

    Raises `Halt`.
    """
    target = path.resolve()
    folder = next(parent for parent in target.parents if parent.exists())
    if (target.exists() and not target.is_file()) or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise Halt([problem(str(path), 0, "file-unwritable", "no file can be written there")])
    if inside := next((one for one in inputs if target.is_relative_to(one.resolve())), None):
        raise Halt([problem(str(path), 0, "file-unwritable", f"the build reads what lies in {inside}")])
