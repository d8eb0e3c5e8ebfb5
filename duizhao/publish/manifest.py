"""Which files of an output folder are the builder's: a list in the folder itself."""

import gzip
import os
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from duizhao.publish.stage import STAGING

MANIFEST: Final = ".duizhao.gz"
"""Compressed: it names every file of the site, which takes 54 bytes an article as text, and 9 so."""

LEVEL: Final = 6
"""Of compression."""

_HEAD: Final = "# The files of this folder that Duizhao made. It replaces and removes no others.\n"


def made_files(output: Path) -> list[str]:
    """List the files that the last build made; none where no build has published."""
    try:
        text = gzip.decompress((output / MANIFEST).read_bytes()).decode()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError):
        return []
    return [line for line in text.removeprefix(_HEAD).split("\n") if line]


def write_manifest(output: Path, paths: Iterable[str]) -> None:
    """Write the list, whole or not at all."""
    beside = output / STAGING / MANIFEST
    with gzip.GzipFile(beside, "wb", LEVEL, mtime=0) as packed, TextIOWrapper(packed, "utf-8", newline="\n") as file:
        file.write(_HEAD)
        file.writelines(f"{path}\n" for path in paths)
    beside.replace(output / MANIFEST)


def is_among(paths: Sequence[str], path: str) -> bool:
    """Tell whether a path is among sorted ones: they are many, and a set of them would be as large again."""
    at = bisect_left(paths, path)
    return at < len(paths) and paths[at] == path


def is_built(output: Path) -> bool:
    """Say whether a build has published into a folder."""
    return (output / MANIFEST).is_file()


def files_below(folder: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder; links count as files, the staging folder is left out."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != STAGING]
        below = Path(parent).relative_to(folder).as_posix()
        for name in names:
            yield name if below == "." else f"{below}/{name}"
