"""CSL-JSON: what Zotero, pandoc and every citation processor read."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from duizhao.cite.names import Name
from duizhao.cite.record import Record, Romanised, Version, record_of, romanise
from duizhao.model import Entry
from duizhao.settings import Site

Item: TypeAlias = dict[str, object]

TRANSLATION: Final = "-translation"
"""What follows the key of an article in the identifier of its translation."""


def identifier(record: Record, version: Version) -> str:
    """Name a version for files: `1954-12-24-1-7q3fk`."""
    own = f"{record.date.isoformat()}-{record.key}"
    return own + TRANSLATION if version is record.translation else own


def csl_item(record: Record, version: Version) -> Item:
    """Describe a version as an item of CSL-JSON.

    What kind of text it is stands in the note, as Zotero writes it there and processors read it, since Zotero drops the
    `genre` of a newspaper's article.
    """
    day = record.date
    original = record.original.title if record.original and version is record.translation else ""
    item: Item = {
        "id": identifier(record, version),
        "type": "article-newspaper",
        "title": version.title,
        "original-title": original,
        "container-title": version.newspaper,
        "author": [_name(name) for name in version.authors],
        "translator": [_name(version.translator)] if version.translator else "",
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "page": str(record.page or ""),
        "section": version.column,
        "language": version.language,
        "URL": record.address,
        "note": genre(version),
    }
    return {key: value for key, value in item.items() if value}


def genre(version: Version) -> str:
    """Say what kind of text a version is, as in the field of Zotero that CSL takes for a note; mostly nothing."""
    return version.kind and f"genre: {version.kind}"


def issue_items(site: Site, entries: Iterable[Entry]) -> Iterator[Item]:
    """Describe the articles of an issue, original and translation one behind the other.

    What styles in English print of an original in Latin letters stands in `custom`, which CSL leaves to programs; its
    authors only where they are not those of the translation.
    """
    for entry in entries:
        record = record_of(site, entry)
        for version in record.versions:
            item = csl_item(record, version)
            latin = romanise(record, site) if version is record.original else None
            yield item | ({"custom": {"latin": _latin(latin, record.translation)}} if latin else {})


def _latin(latin: Romanised, translation: Version | None) -> Item:
    is_known = translation is not None and translation.authors == latin.authors
    said: Item = {
        "title": latin.title,
        "author": [] if is_known else [_name(name) for name in latin.authors],
        "container-title": latin.newspaper,
    }
    return {key: value for key, value in said.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
