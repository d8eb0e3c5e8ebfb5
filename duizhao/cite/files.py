"""The files that reference managers take: a record for each article, and for each issue the entries of all of it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from duizhao.cite.bibtex import bibtex
from duizhao.cite.csl import issue_items
from duizhao.cite.record import record_of
from duizhao.cite.ris import ris
from duizhao.cite.zotero_rdf import zotero_rdf
from duizhao.entries import Card, Entries
from duizhao.model import Entry
from duizhao.settings import File, Site

RECORD: Final = ".rdf"
"""How the name of a record's file ends; it stands beside the article's page and is named as that is."""

ITEMS: Final = "cite.json"
"""CSL-JSON of an issue, in its folder: a file to import, and what scripts take their data from."""

_ENDINGS: Final[Mapping[File, str]] = {"ris": "cite.ris", "bibtex": "cite.bib"}


def files(site: Site, entries: Entries) -> Iterator[tuple[str, Entries]]:
    """List the files of issues: where each stands, and of which articles it tells."""
    names = (ITEMS, *(_ENDINGS[kind] for kind in site.citation.files))
    for folder, group in _issues(entries):
        yield from ((folder + name, group) for name in names)


def has_items(folder: str, cards: Iterable[Card]) -> bool:
    """Tell whether there are files in the folder of an issue: whether any of these articles is cited in them."""
    return any(_folder(card) == folder and _has_headline(card.entry) for card in cards)


def file(site: Site, path: str, entries: Iterable[Entry]) -> bytes:
    """Make a file that `files` lists."""
    if path.endswith(ITEMS):
        items = (json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in issue_items(site, entries))
        return ("[" + ",\n".join(items) + "]\n").encode()
    write = ris if path.endswith(_ENDINGS["ris"]) else bibtex
    records = (record_of(site, entry) for entry in entries)
    return "".join(write(record, version) for record in records for version in record.versions).encode()


def record_path(site: Site, entry: Entry) -> str:
    """Say where the record of an article stands; empty, where it has none."""
    has_record = site.citation.records and _has_headline(entry)
    return entry.permalink.removesuffix(".html") + RECORD if has_record else ""


def record_file(site: Site, entry: Entry, abstract: str) -> bytes:
    """Make the record of an article. `abstract`: what it is about."""
    return zotero_rdf(record_of(site, entry), abstract)


def _issues(entries: Entries) -> Iterator[tuple[str, Entries]]:
    """Group articles by the folder of their address, the paper's order kept; those without a headline are left out."""
    for folder, group in Entries(tuple(sorted(entries.cards, key=_folder))).grouped(_folder):
        if cited := tuple(card for card in group.cards if _has_headline(card.entry)):
            yield folder, Entries(cited)


def _has_headline(entry: Entry) -> bool:
    return bool(entry.headline.zh or entry.headline.en)


def _folder(card: Card) -> str:
    return card.permalink.rpartition("/")[0] + "/"
