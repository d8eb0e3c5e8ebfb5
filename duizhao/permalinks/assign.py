"""Give every article its permalink, and find out what stands at every other published address."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from duizhao.model import Entry
from duizhao.permalinks.absent import absent_rows
from duizhao.permalinks.address import keys, permalink
from duizhao.permalinks.history import NEW, History, Past
from duizhao.permalinks.ledger import Row
from duizhao.permalinks.match import Claims, exact, moved
from duizhao.problems import Halt, Problem, problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """What stands at each published address."""

    entries: tuple[Entry, ...]
    """The articles, each with its permalink."""
    closed: tuple[Row, ...]
    """Lines with a status: `gone`, or a `redirect` that names where it ends."""
    withheld: tuple[Row, ...]
    """Lines whose source is refused for now: their addresses must not vanish meanwhile."""
    problems: tuple[Problem, ...]
    history: History = field(default_factory=dict)
    """What was published at addresses, by permalink."""

    def past(self, permalink: str) -> Past:
        """Say what was published at an address before."""
        return self.history.get(permalink, NEW)

    @property
    def pinned(self) -> Iterator[Entry | Row]:
        """Everything that has a line in the ledger."""
        return chain(self.entries, self.closed, self.withheld)


def assign(entries: Sequence[Entry], rows: Sequence[Row], refused: Collection[str], ledger: str) -> Addresses:
    """Match articles with the ledger and give new ones an address.

    `refused`: source paths that could not be read this time. `ledger`: the ledger's name, for problems.
    Raises `Halt` where an address would vanish, or the ledger contradicts itself.
    """
    live = [row for row in rows if not row.status]
    _refuse_two_addresses(entries, live, ledger)
    claims = exact(entries, live)
    kept, twice = _without_twins(entries, claims)
    claims = moved(kept, live, claims)
    _refuse_two_articles(claims, live, ledger)
    pinned = [replace(entry, permalink=claims[entry.source]) for entry in kept if entry.source in claims]
    fresh, clashes = _fresh([entry for entry in kept if entry.source not in claims], {row.permalink for row in rows})
    _refuse_closed(fresh, rows, ledger)
    published = tuple(sorted((*pinned, *fresh), key=lambda entry: entry.source))
    left_out = {*refused, *(found.path for found in (*twice, *clashes))}
    absent = absent_rows(rows, published, left_out, ledger)
    return Addresses(
        entries=published,
        closed=absent.closed,
        withheld=absent.withheld,
        problems=(*twice, *clashes, *_late_ids(pinned)),
    )


def _refuse_two_addresses(entries: Iterable[Entry], live: Iterable[Row], ledger: str) -> None:
    """Two lines for one article: which address is its own, only its maintainer knows."""
    present = {entry.source for entry in entries}
    first: dict[str, Row] = {}
    faults = []
    for row in live:
        other = first.setdefault(row.source, row)
        if row.source in present and other.permalink != row.permalink:
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


def _refuse_closed(fresh: Iterable[Entry], rows: Iterable[Row], ledger: str) -> None:
    """An article that was withdrawn and whose file was forgotten would come back under another address."""
    sources = {entry.source for entry in fresh}
    faults = [
        problem(
            ledger, row.line, "ledger-closed", f"{row.permalink} is “{row.status}”, and {row.source} is still there"
        )
        for row in rows
        if row.status and row.source in sources
    ]
    if faults:
        raise Halt(faults)


def _without_twins(entries: Iterable[Entry], claims: Claims) -> tuple[list[Entry], list[Problem]]:
    """Leave out articles that another file holds as well; one that the ledger knows goes first."""
    known_first = sorted(entries, key=lambda entry: (entry.source not in claims, entry.source))
    alike = _repeated(entry.digest for entry in known_first)  # few: the others need not be compared in full
    first: dict[tuple[object, ...], str] = {}
    kept, problems = [], []
    for entry in known_first:
        if entry.digest not in alike:
            kept.append(entry)
            continue
        same = (entry.date, entry.page, entry.headline.zh or entry.headline.en, entry.digest)
        if entry.source in claims or same not in first:
            first.setdefault(same, entry.source)
            kept.append(entry)
        else:
            problems.append(problem(entry.source, 0, "article-twice", f"the same article stands in {first[same]}"))
    return kept, problems


def _fresh(entries: Iterable[Entry], taken: set[str]) -> tuple[list[Entry], list[Problem]]:
    """Give new articles free addresses, in any order; those that would share one are told apart by their text."""
    by_source = sorted(entries, key=lambda entry: (entry.pinned is None, entry.source))
    taken = taken | _repeated(permalink(entry, next(keys(entry))) for entry in by_source if not entry.pinned)
    fresh, problems = [], []
    for entry in by_source:
        choices = [entry.pinned] if entry.pinned else keys(entry)
        free = next((at for key in choices if (at := permalink(entry, key)) not in taken), None)
        if free is None:
            problems.append(problem(entry.source, 0, "id-twice", f"the id “{entry.pinned}” is taken on this page"))
            continue
        taken.add(free)
        fresh.append(replace(entry, permalink=free))
    return fresh, problems


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
