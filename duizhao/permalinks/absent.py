"""What stands at published addresses whose article is not on the site: moved, gone, withheld for now, or missing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from duizhao.entries import Entries
from duizhao.model import Entry
from duizhao.permalinks.ledger import LONGEST_HEADLINE, REDIRECT, Row
from duizhao.problems import Halt, Problem, problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Lines of the ledger without an article: `closed` by a status, or `withheld` because their source is refused."""

    closed: tuple[Row, ...]
    withheld: tuple[Row, ...]


def absent_rows(rows: Sequence[Row], published: Entries, refused: Collection[str], ledger: str) -> Absent:
    """Sort out the lines whose address no article has.

    Raises `Halt` for each address that would vanish, and for each redirect that leads nowhere.
    """
    asked = {address for row in rows for address in (row.permalink, row.target)}
    articles = {card.permalink for card in published.cards if card.permalink in asked}
    left = [row for row in rows if row.permalink not in articles]
    closed = {row.permalink: row for row in left if row.status}
    live = {row.permalink: row for row in left if not row.status and row.permalink not in closed}
    withheld = {address: row for address, row in live.items() if row.source in refused}
    vanished = [row for address, row in live.items() if address not in withheld]
    faults = _vanished(vanished, published, ledger) if vanished else []
    known = {*articles, *closed, *withheld}
    ends = {address: _end(row, closed) for address, row in closed.items() if row.target}
    faults += [_lost(closed[address], ledger) for address, end in ends.items() if end not in known]
    if faults:
        raise Halt(faults)
    return Absent(
        closed=tuple(_closed(row, ends.get(address)) for address, row in closed.items()),
        withheld=tuple(withheld.values()),
    )


def _closed(row: Row, end: str | None) -> Row:
    """A closed line names no source any more, which may live on under another address; its text is known for good."""
    return replace(row, source="", status=REDIRECT + end if end else row.status)


def _end(row: Row, closed: Mapping[str, Row]) -> str | None:
    """Follow redirects to the last address of the chain; None where they run in a circle."""
    seen = {row.permalink}
    target = row.target
    while target in closed and closed[target].target:
        if target in seen:
            return None
        seen.add(target)
        target = closed[target].target
    return None if target in seen else target


def _lost(row: Row, ledger: str) -> Problem:
    return problem(ledger, row.line, "ledger-target", f"{row.permalink} redirects to {row.target}, which ends nowhere")


def _vanished(rows: Iterable[Row], articles: Iterable[Entry], ledger: str) -> list[Problem]:
    """Name each address and, where an article of the same day and headline is there, the one that may replace it."""
    alike = {(entry.date.isoformat(), name): entry.permalink for entry in articles for name in _names(entry)}
    faults = []
    for row in rows:
        near = alike.get((row.date, row.headline))
        hint = f"; {near} has the same date and headline" if near else ""
        message = f"{row.permalink} was published from {row.source}, which is no longer there"
        faults.append(problem(ledger, row.line, "ledger-vanished", message, near=hint))
    return faults


def _names(entry: Entry) -> list[str]:
    return [name[:LONGEST_HEADLINE] for name in (entry.headline.zh, entry.headline.en) if name]
