"""Entries to give addresses to."""

from datetime import date

from duizhao.model import Bilingual, Entry


def new_entry(source: str, *, day: str = "1954-12-24", page: int | None = 1, zh: str = "标题", text: str = "") -> Entry:
    return Entry(
        source=source,
        date=date.fromisoformat(day),
        page=page,
        section=None,
        order=None,
        headline=Bilingual(zh=zh, en=None),
        author=Bilingual(),
        column=Bilingual(),
        digest=text or source,
    )
