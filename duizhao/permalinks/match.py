"""Which line of the ledger belongs to which article, after files were edited, renamed and renumbered."""

from collections.abc import Callable, Iterable

from duizhao.model import Entry
from duizhao.permalinks.ledger import Row

Claims = dict[str, str]
"""The permalink that the ledger pins for an article, by the article's source path."""


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
        open_entries = [entry for entry in entries if entry.source not in found]
        open_rows = [row for row in rows if row.permalink not in pinned]
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
    articles = _only((entry_key(entry), entry.source) for entry in entries)
    addresses = _only((row_key(row), row.permalink) for row in rows)
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
