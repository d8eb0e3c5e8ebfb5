"""The record of an article for Zotero, found by way of unAPI.

unAPI asks a server twice, for a list of formats and for the record. A static host ignores what follows the `?`, so that
one file answers both: the list stands in the record, as a literal that Zotero's reader of RDF passes over.
"""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from duizhao.cite.csl import genre
from duizhao.cite.names import Name
from duizhao.cite.record import Record

_NAMESPACES: Final = (
    'xmlns:s="http://schema.org/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:z="http://www.zotero.org/namespaces/export#"'
)
_FORMATS: Final = '<z:formats rdf:parseType="Literal"><format name="rdf_zotero"/></z:formats>'
"""No `rdf:parseType="Resource"` may stand before it: Zotero's reader would go into the literal then, and fail."""


def zotero_rdf(record: Record, abstract: str = "") -> bytes:
    """Describe an article as one item, the original with its translator; the translation, where there is no original.

    The other language's headline is its short title. `abstract`: nothing, where none is known.
    """
    version = record.versions[0]
    said = "".join(_said(name, value) for name, value in _properties(record, abstract))
    people = [_person("s:author", name) for name in version.authors]
    people += [_person("z:translators", one.translator) for one in record.versions if one.translator]
    return f"<s:NewsArticle {_NAMESPACES}{said}>{''.join(people)}{_FORMATS}</s:NewsArticle>\n".encode()


def _properties(record: Record, abstract: str) -> Iterator[tuple[str, str]]:
    """Say what is known in terms of schema.org, where Zotero reads those, else in fields of its own."""
    version, *others = record.versions
    yield "z:publicationTitle", version.newspaper
    yield "z:section", version.column
    yield "s:headline", version.title
    yield from (("z:shortTitle", other.title) for other in others)
    yield "s:datePublished", record.date.isoformat()
    yield "s:pagination", str(record.page or "")
    yield "s:inLanguage", version.language
    yield "s:description", abstract
    yield "s:url", record.address
    yield "z:extra", _extra(record)


def _extra(record: Record) -> str:
    """Say where a machine translated that nobody names: of a translation to styles, of an original to its reader."""
    version, *others = record.versions
    return genre(version) or next((f"With a {other.kind}" for other in others if other.kind), "")


def _person(role: str, name: Name) -> str:
    return f"<{role}{_said('s:familyName', name.family)}{_said('s:givenName', name.given)}/>"


def _said(name: str, value: str) -> str:
    """Write a property as an attribute, which is half of what an element takes; nothing, where it has no value."""
    return f" {name}={quoteattr(value)}" if value else ""
