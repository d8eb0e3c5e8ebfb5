"""`search.json`: what the headline search, and other people's programs, need to know of every article.

`docs/search.schema.json` describes it. What is not known is left out, never null: most articles have no author and no
column, and the file is fetched whole.
"""

import json
from collections.abc import Iterable, Iterator

from duizhao.indexes.order import paper_order
from duizhao.model import Bilingual, Entry
from duizhao.settings import Site

VERSION = 1
"""Of the shape; it rises when a program that reads the file would have to change."""

SEARCH_FILE = "search.json"


def search_files(entries: Iterable[Entry], site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of `search.json`; of a large archive, also of the parts by year that it then lists."""
    in_order = paper_order(entries)
    if len(in_order) <= site.search_part:
        yield SEARCH_FILE, _with_articles(_head(site, len(in_order)), in_order)
        return
    parts = []
    for year, articles in in_order.grouped(lambda card: card.day.year):
        path = f"search/{year:04d}.json"
        parts.append({"year": year, "url": path, "count": len(articles)})
        yield path, _with_articles({"version": VERSION, "year": year, "count": len(articles)}, articles)
    yield SEARCH_FILE, compact_json(_head(site, len(in_order)) | {"parts": parts})


def _head(site: Site, count: int) -> dict[str, object]:
    languages = {"zh": site.languages.original, "en": site.languages.translation}
    head = {"version": VERSION, "title": _both(site.title), "languages": languages, "translation": _translation(site)}
    return head | _known(base_url=site.base_url, rights=_both(site.rights)) | {"count": count}


def _translation(site: Site) -> dict[str, object]:
    notice = site.translation
    said = _known(by=_both(notice.by), date=notice.date, note=_both(notice.note))
    return {"machine": notice.machine, "checked": notice.checked} | said


def _with_articles(head: dict[str, object], entries: Iterable[Entry]) -> bytes:
    """Add the articles at the end of a file, each written by itself: as records, all would be five times as large."""
    return b"".join(
        [compact_json(head)[:-1], b',"articles":[', b",".join(compact_json(listed(entry)) for entry in entries), b"]}"]
    )


def listed(entry: Entry) -> dict[str, object]:
    """Say of an article what programs are told of it."""
    return (
        {"url": entry.permalink, "date": entry.date.isoformat()}
        | _known(page=entry.page)
        | {"title": _both(entry.headline)}
        | _known(author=_both(entry.author), column=_both(entry.column))
    )


def _both(text: Bilingual[str]) -> dict[str, str]:
    return {language: said for language, said in (("zh", text.zh), ("en", text.en)) if said}


def _known(**values: object) -> dict[str, object]:
    """Keep what there is."""
    return {name: value for name, value in values.items() if value}


def compact_json(value: object) -> bytes:
    """Write JSON without a space that need not be there."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
