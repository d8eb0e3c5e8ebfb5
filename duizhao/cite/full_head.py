"""What the full head of an article's page tells beside the brief one, for readers that look for nothing else.

Open Graph, Dublin Core, the links of Signposting, JSON-LD. Nothing of it may change what Zotero takes from the brief
head: so the name of the site is told only where the newspaper has one, since it would be taken for that; and the
translator by no element, since he would be taken for the author where nobody signs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from duizhao.cite.linked_data import Node, linked_graph
from duizhao.cite.record import Record
from duizhao.imprint import archive_name
from duizhao.settings import Site

_REGIONS: Final[Mapping[str, str]] = {"zh": "CN", "zh-Hans": "CN", "zh-Hant": "TW", "en": "US"}
"""Open Graph wants a country with each language; where a tag names none, that of most readers."""

_COUNTRY: Final = 2
"""Letters of a country in a language tag; scripts have four."""


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What the template adds. None of it is empty but where that is said.

    `links`: relation, address, media type (empty: none is told). `properties`: of Open Graph, with their contents.
    `terms`: names of `meta` elements, the language of each content (empty: it is not language), contents.
    `linked`: JSON-LD.
    """

    links: tuple[tuple[str, str, str], ...]
    properties: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, str, str], ...]
    linked: Node


def more(site: Site, record: Record, *, section: str | None, dateline: str) -> More:
    """Gather what the full head tells beside the brief one. `section`, `dateline`: as in `linked_graph`."""
    return More(
        links=tuple(_links(site, record)),
        properties=tuple((name, content) for name, content in _open_graph(site, record) if content),
        terms=tuple((name, language, content) for name, language, content in _terms(site, record) if content),
        linked=linked_graph(site, record, section=section, dateline=dateline),
    )


def _links(site: Site, record: Record) -> Iterator[tuple[str, str, str]]:
    """Link as Signposting has it: what to cite, what the page is, what describes it, what it belongs to."""
    yield "cite-as", f"{record.key}.html", ""
    if site.citation.records:
        yield "describedby", f"{record.key}.rdf", "application/rdf+xml"
    yield "type", "https://schema.org/NewsArticle", ""
    yield "type", "https://schema.org/AboutPage", ""
    yield "collection", "index.html", ""
    if site.license:
        yield "license", site.license, ""
    yield "schema.DC", "http://purl.org/dc/elements/1.1/", ""


def _open_graph(site: Site, record: Record) -> Iterator[tuple[str, str]]:
    *others, shown = record.versions
    yield "og:type", "article"
    yield "og:title", " ".join(version.title for version in reversed(record.versions))
    yield "og:url", record.address
    yield "og:site_name", archive_name(site) if shown.newspaper else ""
    yield "og:locale", _locale(shown.language)
    yield from (("og:locale:alternate", _locale(version.language)) for version in others)


def _terms(site: Site, record: Record) -> Iterator[tuple[str, str, str]]:
    version = record.versions[0]
    yield "citation_public_url", "", record.address
    yield from (("DC.title", one.language, one.title) for one in record.versions)
    yield from (("DC.creator", "", f"{name.family}, {name.given}".removesuffix(", ")) for name in version.authors)
    yield "DC.date", "", record.date.isoformat()
    yield from (("DC.language", "", one.language) for one in record.versions)
    yield "DC.type", "", "Text"
    yield "DC.source", version.language, version.newspaper
    yield "DC.relation.ispartof", version.language, version.newspaper
    languages = site.languages
    rights = {site.rights.zh: languages.original, site.rights.en: languages.translation}
    yield from (("DC.rights", language, said or "") for said, language in rights.items())
    # Last, for Zotero takes the first.
    yield "DC.rights", "", site.license


def _locale(tag: str) -> str:
    """Name a language as Open Graph does, `zh_CN`; nothing, where no country is known."""
    language, *rest = tag.split("-")
    region = next((part.upper() for part in rest if len(part) == _COUNTRY), _REGIONS.get(tag, ""))
    return region and f"{language}_{region}"
