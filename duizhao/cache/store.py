"""The cache itself: an SQLite file that one build at a time writes, and whatever is wrong with it.

Three tables. `read`: what each source holds, by its path. `made`: the key of each file of the site, by its path, and
what the file looks like. `report`: what the last build has said. A file that is on its way to the output folder is
*pending*: no later build takes it for made, nor the one that it is to replace, wherever this build is killed.

SQLite itself sees to it that a killed build leaves whole rows. That a row is as it was written, its checksum says.
Where anything is amiss, `Broken` is raised, and the build begins again without what was known.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple
from zlib import crc32

from duizhao.cache.keys import Key, key_of_all

Broken = sqlite3.Error

_LAYOUT: Final = 3
"""Of the tables; a file with another one is begun anew."""

_TABLES: Final = """
CREATE TABLE about (key BLOB);
CREATE TABLE read (path TEXT PRIMARY KEY, stamp BLOB, digest BLOB, facts BLOB, seal INT) WITHOUT ROWID;
CREATE TABLE report (key BLOB, text BLOB, seal INT);
CREATE TABLE made (
    path TEXT PRIMARY KEY, key BLOB, size INT, time INT, notes BLOB, marks BLOB, seal INT, pending INT
) WITHOUT ROWID;
"""


class Read(NamedTuple):
    """What a source holds. `stamp`: empty, where none could be trusted. `digest`: of all that was read."""

    path: str
    stamp: bytes
    digest: Key
    facts: bytes


class Made(NamedTuple):
    """A file of the site: its key (empty: it is made each time), size in bytes, and time of its last change.

    `notes` and `marks`: what is to be noted of an article, and the marks of its passages.
    """

    path: str
    key: Key
    size: int
    time: int
    notes: bytes
    marks: bytes


class Cache:
    """Sources that were read, and files that were made. `key` stands for what all of it depends on."""

    def __init__(self, database: sqlite3.Connection, key: Key) -> None:
        self._ask = database.execute
        self._write = database.executemany
        self._ask("PRAGMA locking_mode = EXCLUSIVE")
        self._ask("PRAGMA synchronous = NORMAL")
        if not self._is_of(key):
            self._begin_anew(database, key)
        self._ask("BEGIN")

    def _is_of(self, key: Key) -> bool:
        is_ours = self._ask("PRAGMA user_version").fetchone() == (_LAYOUT,)
        return is_ours and self._ask("SELECT key FROM about").fetchall() == [(key,)]

    def _begin_anew(self, database: sqlite3.Connection, key: Key) -> None:
        for (name,) in self._ask("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            self._ask(f'DROP TABLE "{name}"')
        database.executescript(_TABLES)
        self._ask("INSERT INTO about VALUES (?)", (key,))
        self._ask(f"PRAGMA user_version = {_LAYOUT}")

    def read(self, path: str) -> Read | None:
        """Look up what a source held when it was read last."""
        row = self._ask("SELECT * FROM read WHERE path = ?", (path,)).fetchone()
        return Read(*_checked(row)) if row else None

    def digest(self, path: str) -> Key:
        """Look up the digest of a source of which it is known what it holds."""
        (digest,) = self._ask("SELECT digest FROM read WHERE path = ?", (path,)).fetchone()
        return digest  # type: ignore[no-any-return]

    def stamp(self, path: str) -> bytes:
        """Look up what a source looked like when it was read last; empty: nobody can tell."""
        row = self._ask("SELECT stamp FROM read WHERE path = ?", (path,)).fetchone()
        return row[0] if row else b""

    def has_read(self, sources: int) -> bool:
        """Tell whether so many sources are known."""
        return self._ask("SELECT count(*) FROM read").fetchall() == [(sources,)]

    def key_of_read(self) -> Key:
        """Digest what all sources hold."""
        return key_of_all(part for row in self._ask("SELECT path, digest FROM read ORDER BY path") for part in row)

    def keep_read(self, rows: Iterable[Read]) -> None:
        """Keep what sources hold."""
        self._write("REPLACE INTO read VALUES (?, ?, ?, ?, ?)", ((*row, _seal(row)) for row in rows))

    def made(self, path: str) -> Made | None:
        """Look up how a file was made; None also where it was not seen to be published."""
        row = self._ask(
            "SELECT path, key, size, time, notes, marks, seal FROM made WHERE path = ? AND NOT pending", (path,)
        )
        found = row.fetchone()
        return Made(*_checked(found)) if found else None

    def keep_made(self, rows: Iterable[Made]) -> None:
        """Keep how files were made that are about to be published; what was known of those before is forgotten."""
        self._write("REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?, ?, 1)", ((*row, _seal(row)) for row in rows))

    def is_pending(self, path: str) -> bool:
        """Tell whether this build has made a file."""
        return self._ask("SELECT 1 FROM made WHERE path = ? AND pending", (path,)).fetchone() is not None

    def notes(self, path: str) -> bytes:
        """Look up what is to be noted of a file that was made, or stands as it would be."""
        row = self._ask("SELECT notes FROM made WHERE path = ?", (path,)).fetchone()
        return row[0] if row else b""

    def marks(self, path: str) -> bytes:
        """Look up the marks of the passages of an article whose page was made, or stands as it would be."""
        row = self._ask("SELECT marks FROM made WHERE path = ?", (path,)).fetchone()
        return row[0] if row else b""

    def published(self) -> None:
        """Hear that all files that were pending stand in the output folder."""
        self._ask("UPDATE made SET pending = 0 WHERE pending")

    def all_made(self) -> Iterator[Made | None]:
        """Go through all files of the site by their paths; None for each that was not seen to be published."""
        for *row, pending in self._ask("SELECT path, key, size, time, x'', x'', pending FROM made ORDER BY path"):
            yield None if pending else Made(*row)

    def keep_report(self, key: Key, text: bytes) -> None:
        """Keep what the last build has said, in place of the one before; `key` stands for all that it depends on."""
        self._ask("DELETE FROM report")
        self._ask("INSERT INTO report VALUES (?, ?, ?)", (key, text, _seal((key, text))))

    def report(self, key: Key) -> bytes | None:
        """Look up what the last build has said, if it had that key."""
        row = self._ask("SELECT * FROM report WHERE key = ?", (key,)).fetchone()
        return _checked(row)[1] if row else None

    def forget(self, table: Literal["read", "made"], but: Sequence[str]) -> None:
        """Forget what is no more. `but`: the paths that there are, sorted, each of which has a row."""
        count = "SELECT count(*) FROM read" if table == "read" else "SELECT count(*) FROM made"
        if self._ask(count).fetchone() == (len(but),):
            return
        paths = "SELECT path FROM read" if table == "read" else "SELECT path FROM made"
        delete = "DELETE FROM read WHERE path = ?" if table == "read" else "DELETE FROM made WHERE path = ?"
        self._write(delete, [row for row in self._ask(paths) if not _is_among(but, row[0])])

    def commit(self) -> None:
        """Put on disk what was kept so far."""
        self._ask("COMMIT")
        self._ask("BEGIN")


@contextmanager
def opened(file: Path | None, key: Key, *, again: bool = False) -> Iterator[Cache]:
    """Open a cache, which is empty if its own key is another one, or if it is to begin `again`.

    `file` None: a cache that nobody sees, and that is gone after.

    Raises `Broken` where it cannot be used; it is thrown away then, if it can be.
    """
    try:
        if again:
            _remove(file)
        with closing(_connected(file)) as database:
            cache = Cache(database, key)
            yield cache
            cache.commit()
    except Broken:
        _remove(file)
        raise


def _remove(file: Path | None) -> None:
    """Throw a cache away, if it can be; what SQLite may have left beside it goes with the next one."""
    if file:
        with suppress(OSError):
            file.unlink()


def _connected(file: Path | None) -> sqlite3.Connection:
    try:
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise sqlite3.OperationalError(error.strerror) from error
    return sqlite3.connect(file or "", isolation_level=None, timeout=0)


def _is_among(paths: Sequence[str], path: object) -> bool:
    """Tell whether a path, which in a damaged file may be none, is among sorted ones."""
    if not isinstance(path, str):
        return False
    at = bisect_left(paths, path)
    return at < len(paths) and paths[at] == path


def _seal(row: Iterable[object]) -> int:
    seal = 0
    for value in row:
        seal = crc32(value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass"), seal)
    return seal


def _checked(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a row without its seal. Raises `Broken` where it is not as it was written."""
    if _seal(row[:-1]) != row[-1]:
        raise sqlite3.DatabaseError("a row is not as it was written")
    return row[:-1]
