"""Single files, written at once or not at all."""

import os
from pathlib import Path

from duizhao.problems import Halt, problem


def is_same(path: Path, data: bytes) -> bool:
    """Say whether a file holds these bytes already."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def write_whole(path: Path, text: str) -> None:
    """Write a text file at once or not at all; a file that holds the same is left alone, a link leads on to its file.

    Raises `Halt` where it cannot be written.
    """
    data, target = text.encode(), path.resolve()
    if is_same(target, data):
        return
    beside = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        raise Halt([problem(str(path), 0, "file-unwritable", str(error.strerror))]) from error


def refuse_unwritable(path: Path) -> None:
    """Refuse a file that could not be written at the end, before anything is done. Raises `Halt`."""
    folder = next(parent for parent in path.resolve().parents if parent.exists())
    if path.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise Halt([problem(str(path), 0, "file-unwritable", f"{folder} cannot be written, or it is a folder itself")])
