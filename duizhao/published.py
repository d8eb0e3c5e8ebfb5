"""Compare the ledger with what is published: at an address on the web, or in a folder.

The one module that asks other machines for anything, and only because a user says so, on the command line. It reads the
sitemap, and asks for the head alone of those pages that the ledger pins and the sitemap lacks: one after the other,
with a pause, and of one host only.
"""

import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from time import sleep
from typing import Final, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from duizhao import __version__
from duizhao.permalinks import Row, read_ledger
from duizhao.permalinks.address import is_permalink
from duizhao.problems import Halt, Problem, ordered, problem
from duizhao.progress import Clock, Progress, Quiet
from duizhao.publish import files_below
from duizhao.settings import Site, address
from duizhao.sitemap import SITEMAP

PAUSE: Final = 0.2
"""Seconds between two questions."""

MOST: Final = 1_000
"""Pages that are asked for one by one; where more are missing, these say enough."""

PATIENCE: Final = 30
"""Seconds that a host may take to answer."""

LARGEST: Final = 52_428_800
"""Bytes that the protocol allows a sitemap, before it is compressed: https://www.sitemaps.org/protocol.html"""

_PLACE = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
_PART = re.compile(r"sitemap-[0-9]+\.xml\.gz")
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class Published(Protocol):
    """Something that is published."""

    def listed(self) -> Iterator[str]:
        """Yield the permalinks that it says it has."""
        ...

    def missing(self, unlisted: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield those of the permalinks that it does not list and does not have, each with how that is known."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between the ledger and what is published; `pinned` and `listed`: how many addresses either has."""

    faults: tuple[Problem, ...]
    pinned: int
    listed: int


def compare(site: Site, place: str, progress: Progress | None = None, *, pause: float = PAUSE) -> Comparison:
    """Compare the ledger with the site at `place`, an address or a folder.

    Raises `Halt` where either cannot be read.
    """
    clock = Clock(progress=progress or Quiet())
    rows = {row.permalink: row for row in read_ledger(site.ledger_file)}
    published = Online(place, pause, clock) if urlsplit(place).scheme in {"http", "https"} else Folder(place)
    listed = frozenset(published.listed())
    missing = published.missing([permalink for permalink in sorted(rows) if permalink not in listed])
    ledger = str(site.ledger_file)
    faults = (*_missing(missing, rows, ledger), *_unpinned(listed, rows, ledger))
    return Comparison(faults=tuple(ordered(faults)), pinned=len(rows), listed=len(listed))


def _missing(missing: Iterable[tuple[str, str]], rows: dict[str, Row], ledger: str) -> Iterator[Problem]:
    for permalink, known in missing:
        yield problem(ledger, rows[permalink].line, "published-missing", f"{permalink} is pinned, {known}")


def _unpinned(listed: Iterable[str], rows: Collection[str], ledger: str) -> Iterator[Problem]:
    for permalink in listed:
        if permalink not in rows:
            yield problem(ledger, 0, "published-unpinned", f"{permalink} is published, and has no line")


class Folder:
    """A built site in a folder."""

    def __init__(self, place: str) -> None:
        self._folder = Path(place)

    def listed(self) -> Iterator[str]:
        """See `Published.listed`. Raises `Halt` where there is no such folder."""
        if not self._folder.is_dir():
            raise _unreadable(str(self._folder), "there is no such folder")
        return filter(is_permalink, files_below(self._folder))

    def missing(self, unlisted: Sequence[str]) -> Iterator[tuple[str, str]]:
        """See `Published.missing`: a folder lists all that it has."""
        return ((permalink, "and there is no such file") for permalink in unlisted)


class Online:
    """A site on the web. `pause`: seconds between two questions."""

    def __init__(self, place: str, pause: float, clock: Clock) -> None:
        try:
            self._root = address(place)
        except ValueError as error:
            raise _unreadable(place, f"it is not {error}") from None
        self._pause = pause
        self._clock = clock
        self._opener = build_opener(_SameHost)
        self._opener.addheaders = [("User-Agent", f"Duizhao/{__version__} (check --published)")]

    def listed(self) -> Iterator[str]:
        """See `Published.listed`. Of the parts of a sitemap only names count: no question goes to another host."""
        text = self._read(SITEMAP)
        parts = [name for place in _PLACE.findall(text) if _PART.fullmatch(name := place.rpartition("/")[2])]
        for part in [self._read(name) for name in dict.fromkeys(parts)] or [text]:
            yield from filter(is_permalink, ("/".join(place.split("/")[-4:]) for place in _PLACE.findall(part)))

    def missing(self, unlisted: Sequence[str]) -> Iterator[tuple[str, str]]:
        """See `Published.missing`: pages of articles that are gone or moved are in no sitemap, and asked for."""
        with self._clock.step("published", min(len(unlisted), MOST)) as advance:
            for permalink in unlisted[:MOST]:
                if (status := self._status(permalink)) != HTTPStatus.OK:
                    yield permalink, f"and the host answers {status}"
                advance(1, 0)
        yield from ((permalink, "not in the sitemap, and was not asked for") for permalink in unlisted[MOST:])

    def _read(self, path: str) -> str:
        with self._ask("GET", path) as answer:
            text = answer.read(LARGEST + 1)
        if path.endswith(".gz"):
            text = _unpacked(self._root + path, text)
        if len(text) > LARGEST:
            raise _unreadable(self._root + path, "it is larger than a sitemap may be")
        return str(text, "utf-8", "replace")

    def _status(self, path: str) -> int:
        sleep(self._pause)
        try:
            with self._ask("HEAD", path) as answer:
                return answer.status
        except Halt as halt:
            if isinstance(halt.__cause__, HTTPError) and halt.__cause__.code in _GONE:
                return halt.__cause__.code
            raise

    def _ask(self, method: str, path: str) -> HTTPResponse:
        """Ask for a path. Raises `Halt`, whose cause is the error, for any answer but what was asked for."""
        return _answer(self._opener, Request(self._root + path, method=method))  # noqa: S310 - http or https, tested


def _unpacked(place: str, packed: bytes) -> bytes:
    """Unpack a part of a sitemap, to one byte more than it may have: what a host sends could unpack to anything."""
    part = zlib.decompressobj(zlib.MAX_WBITS | 16)  # 16: gzip
    try:
        text = part.decompress(packed, LARGEST + 1)
    except zlib.error as error:
        raise _unreadable(place, f"it cannot be unpacked: {error}") from error
    if not part.eof and len(text) <= LARGEST:
        raise _unreadable(place, "it breaks off")
    return text


def _answer(opener: OpenerDirector, request: Request) -> HTTPResponse:
    try:
        answer: HTTPResponse = opener.open(request, timeout=PATIENCE)
    except HTTPError as error:
        error.close()
        raise _unreadable(request.full_url, f"the host answers {error.code}") from error
    except (URLError, HTTPException, OSError) as error:
        raise _unreadable(request.full_url, f"no answer: {error}") from error
    return answer


def _unreadable(place: str, message: str) -> Halt:
    return Halt([problem(place, 0, "published-unreadable", message)])


class _SameHost(HTTPRedirectHandler):
    """Follows a host that leads on to itself, as those do that leave out `.html`, and to no other."""

    def redirect_request(self, req: Request, *answer: object) -> Request | None:
        """See the base; None: the answer counts as an error."""
        new = super().redirect_request(req, *answer)  # type: ignore[arg-type]
        return new if new and urlsplit(new.full_url).netloc == urlsplit(req.full_url).netloc else None
