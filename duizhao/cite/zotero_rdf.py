"""The record of an article for Zotero, found by way of unAPI.

unAPI asks a server twice, for a list of formats and for the record. A static host ignores what follows the `?`, so that
one file answers both: the list stands in the record, as a literal that Zotero's reader of RDF passes over.
"""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from duizhao.cite.names import Name
from duizhao.cite.record import Record

_NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "bib": "http://purl.org/net/biblio#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
}
_FORMATS: Final = (
    '<z:unapiFormats rdf:parseType="Literal"><formats xmlns="">'
    '<format name="rdf_zotero" type="application/rdf+xml"/></formats></z:unapiFormats>'
)


def zotero_rdf(record: Record) -> bytes:
    """Describe an article as one item, the original with its translator; the translation, where there is no original.

    The other language's headline is its short title.
    """
    names = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    about = f' rdf:about="{escape(record.address, {chr(34): "&quot;"})}"' if record.address else ""
    body = "".join(_properties(record))
    return f"<rdf:RDF{names}><bib:Article{about}>{body}{_FORMATS}</bib:Article></rdf:RDF>\n".encode()


def _properties(record: Record) -> Iterator[str]:
    version, *others = record.versions
    translator = next((one.translator for one in record.versions if one.translator), None)
    yield _said("z:itemType", "newspaperArticle")
    yield _said("dcterms:isPartOf", _part("bib:Newspaper", version.newspaper))
    yield _said("dcterms:isPartOf", _part("bib:Part", version.column))
    yield _said("bib:authors", _people(version.authors))
    yield _said("z:translators", _people((translator,) if translator else ()))
    yield _said("dc:title", escape(version.title))
    yield _said("z:shortTitle", "".join(escape(other.title) for other in others))
    yield _said("dc:date", record.date.isoformat())
    yield _said("bib:pages", str(record.page or ""))
    yield _said("z:language", version.language)
    value = _said("dcterms:URI", _said("rdf:value", escape(record.address)))
    yield _said("dc:identifier", value)


def _part(element: str, title: str) -> str:
    return _said(element, _said("dc:title", escape(title)))


def _people(names: tuple[Name, ...]) -> str:
    return _said("rdf:Seq", "".join(_said("rdf:li", _person(name)) for name in names))


def _person(name: Name) -> str:
    given = _said("foaf:givenName", escape(name.given))
    return _said("foaf:Person", _said("foaf:surname", escape(name.family)) + given)


def _said(element: str, content: str) -> str:
    """Write an element; nothing, where it has no content."""
    return f"<{element}>{content}</{element}>" if content else ""
