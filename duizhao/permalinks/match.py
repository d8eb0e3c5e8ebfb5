"""Which line of the ledger belongs to which article, after files were edited, renamed and renumbered."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from duizhao.entries import Card, find
from duizhao.model import Entry
from duizhao.permalinks.ledger import Row, row_of

Claims = dict[str, str]
"""The permalink that the ledger pins for an article, by the article's source path."""

_SAID = attrgetter("digest", "date", "page", "headline", "status")


def settle(cards: list[Card], rows: Iterable[Row]) -> list[Row]:
    """Give their permalinks to all articles whose lines need no second look, and return the other lines.

    Most lines of a ledger stand as they would be written again, and no other line tells of their articles or their
    addresses. So those alone are held of which more is to be found out.

    Args:
        cards: The articles by their sources; those that are given a permalink are replaced.
        rows: The lines of the ledger.
    """
    rest: list[Row] = []
    given: set[str] = set()
    lines = array("L", [0]) * len(cards)
    for row in rows:
        at = find(cards, row.source)
        if at is None or cards[at].permalink or row.permalink in given or _SAID(row) != _SAID(row_of(cards[at].entry)):
            rest.append(row)
        else:
            cards[at], lines[at] = cards[at]._replace(permalink=row.permalink), row.line
            given.add(row.permalink)
    return sorted((*rest, *_unsettled(cards, lines, rest)), key=attrgetter("line"))


def _unsettled(cards: list[Card], lines: Sequence[int], rest: Iterable[Row]) -> Iterator[Row]:
    """Take permalinks back from articles of which other lines tell as well, and return the lines that gave them."""
    places = {at for row in rest if (at := find(cards, row.source)) is not None}
    addresses = {row.permalink for row in rest}
    places.update(at for at, card in enumerate(cards) if card.permalink in addresses)
    for at in sorted(places):
        if cards[at].permalink:
            yield replace(row_of(cards[at].entry), line=lines[at])
            cards[at] = cards[at]._replace(permalink="")


def exact(entries: Iterable[Entry], rows: Iterable[Row]) -> Claims:
    """Claim by path and text: nothing changed."""
    return _unique(entries, rows, lambda e: (e.source, e.digest), lambda r: (r.source, r.digest))


def moved(entries: Iterable[Entry], rows: Iterable[Row], claims: Claims) -> Claims:
    """Claim what `exact` left over: by text, then by path, then by text again.

    The text comes first, because files that are numbered by hand are renumbered: the path of one article is then the
    old path of another. It counts only where it is unique on both sides; two captions may read the same.
    """
    found = dict(claims)
    for entry_key, row_key in (_TEXT, _PATH, _TEXT):
        pinned = set(found.values())
        open_entries = (entry for entry in entries if entry.source not in found)
        open_rows = (row for row in rows if row.permalink not in pinned)
        found |= _unique(open_entries, open_rows, entry_key, row_key)
    return found


_TEXT: tuple[Callable[[Entry], object], Callable[[Row], object]] = (lambda e: e.digest, lambda r: r.digest)
_PATH: tuple[Callable[[Entry], object], Callable[[Row], object]] = (lambda e: e.source, lambda r: r.source)


def _unique(
    entries: Iterable[Entry],
    rows: Iterable[Row],
    entry_key: Callable[[Entry], object],
    row_key: Callable[[Row], object],
) -> Claims:
    """Pair what has a key that exactly one article and exactly one permalink share."""
    addresses = _only((row_key(row), row.permalink) for row in rows)
    if not addresses:  # of a new archive: its articles are many, and need not be looked at
        return {}
    articles = _only((entry_key(entry), entry.source) for entry in entries)
    return {
        source: address
        for key, source in articles.items()
        if source is not None and (address := addresses.get(key)) is not None
    }


def _only(pairs: Iterable[tuple[object, str]]) -> dict[object, str | None]:
    """Map each key to its one value, or to None where it has several."""
    values: dict[object, str | None] = {}
    for key, value in pairs:
        values[key] = value if values.setdefault(key, value) == value else None
    return values
