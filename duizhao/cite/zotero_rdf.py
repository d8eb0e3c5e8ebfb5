"""The record of an article for Zotero, found by way of unAPI.

unAPI asks a server twice, for a list of formats and for the record. A static host ignores what follows the `?`, so that
one file answers both: the list stands in the record, as a literal that Zotero's reader of RDF passes over.
"""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from duizhao.cite.names import Name
from duizhao.cite.record import Record

_NAMESPACES: Final = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:z="http://www.zotero.org/namespaces/export#"'
)
_FORMATS: Final = '<z:unapiFormats rdf:parseType="Literal"><format name="rdf_zotero"/></z:unapiFormats>'
"""No `rdf:parseType="Resource"` may stand before it: Zotero's reader would go into the literal then, and fail."""


def zotero_rdf(record: Record, abstract: str = "") -> bytes:
    """Describe an article as one item, the original with its translator; the translation, where there is no original.

    The other language's headline is its short title. `abstract`: nothing, where none is known.
    """
    version = record.versions[0]
    said = "".join(_said(name, value) for name, value in _properties(record, abstract))
    people = [_person("dcterms:creator", name) for name in version.authors]
    people += [_person("z:translators", one.translator) for one in record.versions if one.translator]
    item = f"<rdf:Description{said}>{''.join(people)}{_FORMATS}</rdf:Description>"
    return f"<rdf:RDF {_NAMESPACES}>{item}</rdf:RDF>\n".encode()


def _properties(record: Record, abstract: str) -> Iterator[tuple[str, str]]:
    """Say what is known in terms of Dublin Core, where it has them, else in fields of Zotero's own."""
    version, *others = record.versions
    yield "z:itemType", "newspaperArticle"
    yield "dcterms:source", version.newspaper
    yield "z:section", version.column
    yield "dcterms:title", version.title
    yield from (("z:shortTitle", other.title) for other in others)
    yield "dcterms:date", record.date.isoformat()
    yield "z:pages", str(record.page or "")
    yield "dcterms:language", version.language
    yield "dcterms:abstract", abstract
    yield "z:url", record.address


def _person(role: str, name: Name) -> str:
    said = _said("foaf:surname", name.family) + _said("foaf:givenName", name.given)
    return f"<{role}><rdf:Description{said}/></{role}>"


def _said(name: str, value: str) -> str:
    """Write a property as an attribute, which is half of what an element takes; nothing, where it has no value."""
    return f" {name}={quoteattr(value)}" if value else ""
