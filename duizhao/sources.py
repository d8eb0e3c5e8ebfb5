"""The source files of an archive, articles and editorial pages: which there are, and their text.

Whatever a folder holds (names that are no text, links that lead out, pipes, binary files) ends as a problem with a
name, never as an exception.
"""

import codecs
import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

from duizhao.model import Source
from duizhao.problems import Problem, ordered, problem
from duizhao.text import FORBIDDEN, printable

EDITORIAL: Final = "pages"
"""The top-level folder of editorial pages, which are no articles."""

SUFFIXES: Final = {"": (".md", ".txt"), EDITORIAL: (".md",)}
"""How the names of articles and those of editorial pages end, in capitals or not."""

CORRECTIONS: Final = ".corrections.yaml"
"""What the name of an article's file has behind it in that of its corrections."""

_CORRECTIONS = re.compile(r"(.*)\.corrections\.ya?ml", re.IGNORECASE | re.DOTALL)
"""How the name of a file looks that is meant to hold corrections."""

_CONTROL = re.compile(rf"[\t\n\r]|{FORBIDDEN.pattern}")
"""What a name could hold and a page, a ledger or a terminal could not."""

_FOREIGN_MARKS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
"""Byte-order marks of other encodings; the longer ones first, for one is the beginning of the other."""


def find_sources(content: Path, below: Literal["", "pages"] = "") -> tuple[list[str], list[Problem]]:
    """List the articles below `content`, and what in it cannot be one; with `below`, the editorial pages likewise.

    Hidden files and folders and every README.md are left out, and from the articles the editorial pages. A linked file
    counts where it lies below `content`; a linked folder never does, since what it holds has a place of its own. Files
    of corrections are no articles; those are named that no article stands beside.
    """
    root = os.path.realpath(content)
    paths: list[str] = []
    problems: list[Problem] = []
    corrections: list[re.Match[str]] = []
    folders = [""]
    if below:
        folders, problems = _editorial_folder(content, root)
    while folders:
        for found in _entries(content, folders.pop()):
            if isinstance(found, Problem):
                problems.append(found)
            elif found.entry.is_dir(follow_symlinks=False):
                folders.append(found.path + "/")
            elif (fault := _fault(found, root, SUFFIXES[below])) is not None:
                problems.append(fault)
            elif _is_source(found, SUFFIXES[below]):
                paths.append(found.path)
            elif beside := _CORRECTIONS.fullmatch(found.path):
                corrections.append(beside)
    problems += _orphans(corrections, set(paths) if corrections and not below else ())
    return sorted(paths), ordered(problems)


def article_files(content: Path, path: str) -> tuple[str, str]:
    """Name the two files of an article; that of its corrections need not be there."""
    return f"{content}/{path}", f"{content}/{path}{CORRECTIONS}"


def read_source(content: Path, path: str, largest: int) -> Source | Problem:
    """Read the article at `path` below `content`, whose size is at most `largest` bytes.

    UTF-8 with or without a byte-order mark; CR LF and CR become LF.
    """
    file = os.path.join(content, path)  # noqa: PTH118 - asked of every article, three times as fast as Path's own
    try:
        status = os.stat(file)  # noqa: PTH116 - asked before opening, since opening a pipe waits for ever
        if not stat.S_ISREG(status.st_mode):
            return problem(path, 0, "file-unreadable", "this is no regular file")
        with open(file, "rb") as handle:  # noqa: PTH123 - likewise
            data = handle.read(min(status.st_size, largest) + 1)
            if status.st_size < len(data) <= largest:  # it grew meanwhile
                data += handle.read(largest + 1 - len(data))
    except OSError as error:
        return problem(path, 0, "file-unreadable", f"it cannot be opened: {error.strerror}")
    if len(data) > largest:
        return problem(path, 0, "file-large", f"more than {largest:,} bytes ({max(status.st_size, len(data)):,})")
    return _decoded(path, data)


def read_corrections(content: Path, path: str, largest: int) -> Source | Problem | None:
    """Read the file of corrections beside the article at `path`; None where there is none, or nothing in it."""
    beside = f"{path}{CORRECTIONS}"
    file = os.path.join(content, beside)  # noqa: PTH118 - asked of every article: three times as fast as Path's own
    if not os.path.lexists(file):
        return None
    fault = outside(beside, file, os.path.realpath(content)) if os.path.islink(file) else None  # noqa: PTH114 - likewise
    found = fault or read_source(content, beside, largest)
    if isinstance(found, Source):
        return found
    if found.code == "file-empty":
        return None
    return problem(beside, found.line, "corrections-unreadable", found.message)


def _orphans(corrections: Iterable[re.Match[str]], articles: Collection[str]) -> Iterator[Problem]:
    """Name the files of corrections that no article stands beside."""
    for found in corrections:
        path, article = found[0], found[1]
        if path == f"{article}{CORRECTIONS}" and article in articles:
            continue
        near = next((name for name in (article, f"{article}.md", f"{article}.txt") if name in articles), None)
        hint = f" (did you mean “{near}{CORRECTIONS}”?)" if near else ""
        message = f"no article stands beside it{hint}"
        yield problem(printable(re.sub(r"\s", " ", _shown(path))), 0, "corrections-orphan", message)


def _editorial_folder(content: Path, root: str) -> tuple[list[str], list[Problem]]:
    """Return the folder of editorial pages, where there is one that is no link, and what is wrong with it."""
    folder = content / EDITORIAL
    if not os.path.isdir(folder):  # noqa: PTH112 - Path's own raises where the content folder cannot be entered
        return [], []
    if not folder.is_symlink():
        return [EDITORIAL + "/"], []
    fault = outside(EDITORIAL, folder, root)
    return [], [fault] if fault else []


class _Found(NamedTuple):
    """An entry of a folder, and its path below the content folder."""

    entry: os.DirEntry[str]
    path: str


def _entries(content: Path, prefix: str) -> Iterator[_Found | Problem]:
    try:
        with os.scandir(content / prefix) as entries:
            for entry in entries:
                if not _is_left_out(prefix, entry.name):
                    yield _Found(entry, prefix + entry.name)
    except OSError as error:
        yield problem(_shown(prefix) or ".", 0, "file-unreadable", f"the folder cannot be read: {error.strerror}")


def _is_left_out(prefix: str, name: str) -> bool:
    return name.startswith(".") or name == "README.md" or (name == EDITORIAL and not prefix)


def _is_source(found: _Found, suffixes: tuple[str, ...]) -> bool:
    return found.path.lower().endswith(suffixes) and not _is_linked_folder(found.entry)


def _is_linked_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and os.path.isdir(entry.path)  # noqa: PTH112 - DirEntry's own raises for a loop of links


def _fault(found: _Found, root: str, suffixes: tuple[str, ...]) -> Problem | None:
    """Say why an entry that would be a source, or a linked folder, cannot be read from here."""
    shown, is_source = _shown(found.path), _is_source(found, suffixes)
    if found.entry.is_symlink() and (is_source or _is_linked_folder(found.entry)):
        fault = outside(shown, found.entry.path, root)
        if fault:
            return fault
    if is_source and (shown != found.path or _CONTROL.search(found.path)):
        return problem(printable(re.sub(r"\s", " ", shown)), 0, "file-name", "the name holds signs that are no text")
    return None


def outside(shown: str, link: str | Path, root: str) -> Problem | None:
    """Say where a link leads that leads out of the folder whose real path is `root`; None where it does not."""
    target = os.path.realpath(link)
    if target == root or target.startswith(root.rstrip(os.sep) + os.sep):
        return None
    return problem(shown, 0, "file-outside", f"it leads to {_shown(target)}")


def _shown(path: str) -> str:
    r"""Write a path so that it can be printed: a byte that is not UTF-8 as `\xb0`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def not_utf_8(path: str, error: UnicodeDecodeError) -> Problem:
    """Say where a file is not UTF-8."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return problem(path, line, "file-encoding", f"the byte 0x{error.object[error.start]:02X} is not UTF-8 here")


def _decoded(path: str, data: bytes) -> Source | Problem:
    for mark, name in _FOREIGN_MARKS.items():
        if data.startswith(mark):
            message = f"it begins with the byte-order mark {mark.hex(' ').upper()}: the file is {name}"
            return problem(path, 1, "file-encoding", message)
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if (nul := data.find(b"\0")) >= 0:
        return problem(path, data.count(b"\n", 0, nul) + 1, "file-binary", "it holds a NUL byte")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return not_utf_8(path, error)
    if not text.strip():
        return problem(path, 0, "file-empty", "it is empty" if not text else "it holds nothing but white space")
    return Source(path=path, text=text)
