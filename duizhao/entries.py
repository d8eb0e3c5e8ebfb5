"""The articles of an archive, each held in few bytes: some 430, where the record has twice as many.

Address, day and newspaper page are at hand, since everything is sorted by them. All else is packed, and unpacked
whenever it is asked for, which takes some 4 µs: what goes through a whole archive holds one record at a time.
"""

import json
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, TypeVar, overload

from duizhao.model import Bilingual, Entry

Key = TypeVar("Key")
Fields: TypeAlias = tuple[Any, ...]
"""Of an entry, as plain values; but for source and permalink, which stand for themselves."""

_END = b"\0"
"""Of a source's path, which cannot hold it: so packed articles sort as their sources do."""

_UNPACK = json.JSONDecoder().raw_decode


class Card(NamedTuple):
    """An article. `permalink`: empty until the ledger has assigned one. `packed`: its source, and all else."""

    permalink: str
    day: date
    page: int | None
    packed: bytes

    @property
    def source(self) -> str:
        """The path of its source."""
        return self.packed.partition(_END)[0].decode("utf-8", "surrogatepass")

    @property
    def entry(self) -> Entry:
        """All that is known of it."""
        source, fields = self.packed.decode("utf-8", "surrogatepass").split("\0")
        return entry_of(source, _UNPACK(fields)[0], self.permalink)


@dataclass(frozen=True, slots=True)
class Entries(Sequence[Entry]):
    """Articles in some order. Slices hold the same cards."""

    cards: tuple[Card, ...] = ()

    def __len__(self) -> int:
        return len(self.cards)

    def __iter__(self) -> Iterator[Entry]:
        return (card.entry for card in self.cards)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> "Entries": ...
    def __getitem__(self, at: int | slice) -> "Entry | Entries":
        return Entries(self.cards[at]) if isinstance(at, slice) else self.cards[at].entry

    def grouped(self, key: Callable[[Card], Key]) -> Iterator[tuple[Key, "Entries"]]:
        """Cut the articles wherever the key changes from one to the next."""
        return ((same, Entries(tuple(cards))) for same, cards in groupby(self.cards, key))


def carded(entries: Iterable[Entry]) -> Entries:
    """Pack articles, unless they are."""
    return entries if isinstance(entries, Entries) else Entries(tuple(map(card_of, entries)))


def card_of(entry: Entry) -> Card:
    """Pack an article."""
    fields = json.dumps(fields_of(entry), ensure_ascii=False, separators=(",", ":"))
    return Card(entry.permalink, entry.date, entry.page, f"{entry.source}\0{fields}".encode("utf-8", "surrogatepass"))


def find(cards: Sequence[Card], source: str) -> int | None:
    """Find the article of a source among cards that are sorted by `packed`; None: there is none."""
    sought = source.encode("utf-8", "surrogatepass") + _END
    at = bisect_left(cards, sought, key=attrgetter("packed"))
    return at if at < len(cards) and cards[at].packed.startswith(sought) else None


def fields_of(entry: Entry) -> Fields:
    """Take the fields of an entry as plain values, as `entry_of` takes them."""
    return (
        entry.date.isoformat(),
        entry.page,
        entry.section,
        entry.order,
        *(text for pair in (entry.headline, entry.author, entry.column) for text in (pair.zh, pair.en)),
        entry.digest,
        entry.pinned,
        entry.agency,
    )


def entry_of(source: str, fields: Fields, permalink: str = "") -> Entry:
    """Make an entry of its fields."""
    day, page, section, order, zh, en, author_zh, author_en, column_zh, column_en, digest, pinned, agency = fields
    return Entry(
        source=source,
        date=_day(day),
        page=page,
        section=section,
        order=order,
        headline=Bilingual(zh=zh, en=en),
        author=_pair(author_zh, author_en),
        column=_pair(column_zh, column_en),
        digest=digest,
        pinned=pinned,
        agency=sys.intern(agency),
        permalink=permalink,
    )


_day = lru_cache(maxsize=1_000)(date.fromisoformat)
"""The articles of an issue share one record of their day."""

_NOTHING: Bilingual[str] = Bilingual()


def _pair(zh: str | None, en: str | None) -> Bilingual[str]:
    """Most articles have neither author nor column: one record says so for all of them."""
    return _NOTHING if zh is None and en is None else Bilingual(zh=zh, en=en)
