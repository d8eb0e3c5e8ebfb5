"""What is known of a source without its text, in the few bytes in which workers answer and the cache keeps it."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from duizhao.model import Bilingual, Entry
from duizhao.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The entry of an article, None where it is refused; and what is wrong with its files."""

    entry: Entry | None
    problems: tuple[Problem, ...]


def packed(entry: Entry | None, problems: Iterable[Problem]) -> bytes:
    """Write facts so that `unpacked` reads them again; the permalink, which others give, is left out."""
    faults = [(one.path, one.line, one.code, one.message, one.mend) for one in problems]
    fields = entry and (
        entry.date.isoformat(),
        entry.page,
        entry.section,
        entry.order,
        *(text for pair in (entry.headline, entry.author, entry.column) for text in (pair.zh, pair.en)),
        entry.digest,
        entry.pinned,
        entry.agency,
    )
    return json.dumps([fields, *faults], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(source: str, facts: bytes) -> Facts:
    """Read the facts of a source again."""
    fields, *faults = json.loads(facts.decode("utf-8", "surrogatepass"))
    problems = tuple(Problem(path=p, line=n, code=code, message=said, mend=mend) for p, n, code, said, mend in faults)
    return Facts(entry=_entry(source, *fields) if fields else None, problems=problems)


def _entry(  # noqa: PLR0913, PLR0917 - the fields of an entry, as they were written
    source: str,
    day: str,
    page: int | None,
    section: str | None,
    order: int | None,
    zh: str | None,
    en: str | None,
    author_zh: str | None,
    author_en: str | None,
    column_zh: str | None,
    column_en: str | None,
    digest: str,
    pinned: str | None,
    agency: str,
) -> Entry:
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
    )


_day = lru_cache(maxsize=1_000)(date.fromisoformat)
"""The articles of an issue share one record of their day."""

_NOTHING: Bilingual[str] = Bilingual()


def _pair(zh: str | None, en: str | None) -> Bilingual[str]:
    """Most articles have neither author nor column: one record says so for all of them."""
    return _NOTHING if zh is None and en is None else Bilingual(zh=zh, en=en)
