"""What the head of an article's page tells machines, as far as one of them reads it.

Zotero takes its fields from `meta` elements in an order of its own, and Google Scholar reads some of the same; search
engines read JSON-LD, in which original and translation are two things. Nothing is said for two readers that one element
serves, and JSON-LD says of page, newspaper and column nothing, since who asks for them reads `meta` elements.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from duizhao.cite.names import Name
from duizhao.cite.record import MACHINE, Record, Version, record_of
from duizhao.model import Entry
from duizhao.settings import Site

Node: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the template of an article needs: names and contents of `meta` elements, and JSON-LD.

    `marks`: those whose content needs no quotes. `key`: the page's file name without its ending, under which the record
    for Zotero stands, too.
    """

    key: str
    marks: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    linked: Node
    has_record: bool


def head(site: Site, entry: Entry) -> Head | None:
    """Describe an article to machines; None, where it has no headline in either language."""
    record = record_of(site, entry)
    if not record.versions:
        return None
    return Head(
        key=record.key,
        marks=tuple((name, content) for name, content in _marks(record) if content),
        texts=tuple((name, content) for name, content in _texts(site, record) if content),
        linked=linked_data(record),
        has_record=site.citation.records,
    )


def linked_data(record: Record) -> Node:
    """Describe the article in the words of schema.org; its translation is a node inside, which says what differs."""
    version, *others = record.versions
    node: Node = {
        "@context": "https://schema.org",
        "@id": "",
        "@type": "NewsArticle",
        **_version(version),
        "author": [_agent(name) for name in version.authors],
        "datePublished": record.date.isoformat(),
        "workTranslation": _version(others[0]) if others else "",
    }
    # An empty identifier is the page's own address.
    return {key: value for key, value in node.items() if value or key == "@id"}


def _marks(record: Record) -> Iterator[tuple[str, str]]:
    yield "citation_publication_date", record.date.strftime("%Y/%m/%d")
    yield "citation_firstpage", str(record.page or "")
    yield "citation_language", record.versions[0].language
    # Without this an article with a `citation_title` would be one of a journal, where the record cannot be had.
    yield "z:itemType", "newspaperArticle"


def _texts(site: Site, record: Record) -> Iterator[tuple[str, str]]:
    version, *others = record.versions
    yield "citation_title", version.title
    names = [f"{name.family}, {name.given}" if name.given else name.family for name in version.authors]
    # Google Scholar leaves out a page without an author.
    yield from (("citation_author", name) for name in names or [version.newspaper])
    yield "prism.publicationName", version.newspaper
    yield "article:section", version.column
    if others and not site.citation.records:
        yield "bibo:shortTitle", others[0].title


def _version(version: Version) -> Node:
    translator = None if version.translator == MACHINE else version.translator
    said: Node = {
        "headline": version.title,
        "inLanguage": version.language,
        "translator": translator and _agent(translator),
    }
    return {key: value for key, value in said.items() if value}


def _agent(name: Name) -> Node:
    is_person = bool(name.given)
    whole = name.whole if name.is_han or not is_person else f"{name.given} {name.family}"
    return {"@type": "Person" if is_person else "Organization", "name": whole}
