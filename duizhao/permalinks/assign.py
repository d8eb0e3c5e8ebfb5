"""Give every article its permalink, and find out what stands at every other published address."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, filterfalse
from operator import attrgetter

from duizhao.entries import Card, Entries, carded, find
from duizhao.model import Entry
from duizhao.permalinks.absent import absent_rows
from duizhao.permalinks.address import keys, permalink
from duizhao.permalinks.history import NEW, Past
from duizhao.permalinks.ledger import Row
from duizhao.permalinks.match import Claims, exact, moved, settle
from duizhao.problems import Halt, Problem, problem

_PACKED = attrgetter("packed")
_ADDRESS = attrgetter("permalink")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """What stands at each published address."""

    entries: Entries
    """The articles by their sources, each with its permalink."""
    closed: tuple[Row, ...]
    """Lines with a status: `gone`, or a `redirect` that names where it ends."""
    withheld: tuple[Row, ...]
    """Lines whose source is refused for now: their addresses must not vanish meanwhile."""
    problems: tuple[Problem, ...]
    restated: tuple[Row, ...] = ()
    """The lines of the ledger that are not written again as they are, and some others."""
    history: Mapping[str, Past] = field(default_factory=dict)
    """What was published at addresses, by permalink."""

    def past(self, permalink: str) -> Past:
        """Say what was published at an address before."""
        return self.history.get(permalink, NEW)

    @property
    def pinned(self) -> Iterator[Card | Row]:
        """Everything that has a line in the ledger."""
        return chain(self.entries.cards, self.closed, self.withheld)


def assign(entries: Iterable[Entry], rows: Iterable[Row], refused: Collection[str], ledger: str) -> Addresses:
    """Match articles with the ledger and give new ones an address.

    `refused`: source paths that could not be read this time. `ledger`: the ledger's name, for problems.
    Raises `Halt` where an address would vanish, or the ledger contradicts itself.
    """
    cards = sorted(carded(entries).cards, key=_PACKED)
    rest = settle(cards, rows)
    twice = _pin(cards, [row for row in rest if not row.status], ledger)
    pinned = Entries(tuple(filter(_ADDRESS, cards)))
    taken = {card.permalink for card in pinned.cards} | {row.permalink for row in rest}
    fresh, clashes = _fresh(filterfalse(_ADDRESS, cards), taken)
    _refuse_closed(fresh, rest, ledger)
    published = Entries(tuple(sorted((*pinned.cards, *fresh), key=_PACKED)))
    left_out = {*refused, *(found.path for found in (*twice, *clashes))}
    absent = absent_rows(rest, published, left_out, ledger)
    return Addresses(
        entries=published,
        closed=absent.closed,
        withheld=absent.withheld,
        problems=(*twice, *clashes, *_late_ids(pinned)),
        restated=tuple(rest),
    )


def _pin(cards: list[Card], live: Sequence[Row], ledger: str) -> list[Problem]:
    """Give the articles without permalinks those that lines pin for them; takes out those that are there twice."""
    left = Entries(tuple(filterfalse(_ADDRESS, cards)))
    _refuse_two_addresses(left, live, ledger)
    claims = exact(left, live)
    twice = _twins(Entries(tuple(cards)), claims)
    left_out = {found.path for found in twice}
    kept = Entries(tuple(card for card in left.cards if card.source not in left_out)) if twice else left
    claims = moved(kept, live, claims)
    _refuse_two_articles(claims, live, ledger)
    for at, card in enumerate(cards) if claims else ():
        cards[at] = card._replace(permalink=card.permalink or claims.get(card.source, ""))
    if twice:
        cards[:] = [card for card in cards if card.source not in left_out]
    return twice


def _refuse_two_addresses(entries: Entries, live: Iterable[Row], ledger: str) -> None:
    """Two lines for one article: which address is its own, only its maintainer knows."""
    first: dict[str, Row] = {}
    faults = []
    for row in live:
        other = first.setdefault(row.source, row)
        if other.permalink != row.permalink and find(entries.cards, row.source) is not None:
            message = f"{row.source} has {row.permalink}, and on line {other.line} {other.permalink}"
            faults.append(problem(ledger, row.line, "ledger-source-twice", message, permalink=other.permalink))
    if faults:
        raise Halt(faults)


def _refuse_two_articles(claims: Claims, live: Iterable[Row], ledger: str) -> None:
    """Two articles under one address, each from its own line: two branches gave it away, and one was published."""
    owner: dict[str, str] = {}
    faults = []
    for source, address in sorted(claims.items()):
        other = owner.setdefault(address, source)
        if other != source:
            line = max(row.line for row in live if row.permalink == address)
            faults.append(problem(ledger, line, "ledger-twice", f"{address} is pinned for {other} and for {source}"))
    if faults:
        raise Halt(faults)


def _refuse_closed(fresh: Iterable[Card], rows: Iterable[Row], ledger: str) -> None:
    """An article that was withdrawn and whose file was forgotten would come back under another address."""
    closed = [row for row in rows if row.status]
    withdrawn = {row.source for row in closed}
    back = {source for card in fresh if (source := card.source) in withdrawn} if closed else frozenset[str]()
    faults = [
        problem(
            ledger, row.line, "ledger-closed", f"{row.permalink} is “{row.status}”, and {row.source} is still there"
        )
        for row in closed
        if row.source in back
    ]
    if faults:
        raise Halt(faults)


def _twins(entries: Entries, claims: Claims) -> list[Problem]:
    """Name articles that another file holds as well; one that the ledger knows goes first."""
    repeated = _repeated(entry.digest for entry in entries)  # few: the others need not be compared in full
    alike = [entry for entry in entries if entry.digest in repeated] if repeated else []
    known = {entry.source for entry in alike if entry.permalink or entry.source in claims}
    first: dict[tuple[object, ...], str] = {}
    problems = []
    for entry in sorted(alike, key=lambda entry: (entry.source not in known, entry.source)):
        same = (entry.date, entry.page, entry.headline.zh or entry.headline.en, entry.digest)
        if entry.source in known or same not in first:
            first.setdefault(same, entry.source)
        else:
            problems.append(problem(entry.source, 0, "article-twice", f"the same article stands in {first[same]}"))
    return problems


def _fresh(cards: Iterable[Card], taken: set[str]) -> tuple[list[Card], list[Problem]]:
    """Give new articles free addresses, in any order; those that would share one are told apart by their text."""
    with_id, others = list[Card](), list[Card]()
    for card in cards:
        entry = card.entry
        first = permalink(entry, entry.pinned or next(keys(entry)))
        (with_id if entry.pinned else others).append(card._replace(permalink=first))
    taken |= _repeated(card.permalink for card in others)
    fresh, problems = [], []
    for card in with_id:
        if card.permalink in taken:
            message = f"the id “{card.entry.pinned}” is taken on this page"
            problems.append(problem(card.source, 0, "id-twice", message))
        else:
            taken.add(card.permalink)
            fresh.append(card)
    for card in others:
        fresh.append(_told_apart(card, taken) if card.permalink in taken else card)
        taken.add(fresh[-1].permalink)
    return fresh, problems


def _told_apart(card: Card, taken: Collection[str]) -> Card:
    entry = card.entry
    return card._replace(permalink=next(at for key in keys(entry) if (at := permalink(entry, key)) not in taken))


def _repeated(texts: Iterable[str]) -> set[str]:
    """Find what there is more than once."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for text in texts:
        (repeated if text in seen else seen).add(text)
    return repeated


def _late_ids(pinned: Iterable[Entry]) -> list[Problem]:
    return [
        problem(entry.source, 0, "id-late", f"published as {entry.permalink}", permalink=permalink(entry, entry.pinned))
        for entry in pinned
        if entry.pinned and not entry.permalink.endswith(f"-{entry.pinned}.html")
    ]
