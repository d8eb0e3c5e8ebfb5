"""JSON-LD: an article in the words of schema.org, in which original and translation are two things.

It says where the article was printed, too, for those who read nothing else of the page.
"""

from typing import Final, TypeAlias

from duizhao.cite.names import Name
from duizhao.cite.record import Record, Version
from duizhao.imprint import archive_name
from duizhao.settings import Site

Node: TypeAlias = dict[str, object]

_CONTEXT: Final = "https://schema.org"
_PAGE: Final = ""
"""An empty identifier is the page's own address."""
_TRANSLATION: Final = "#translation"
_ISSUE: Final = "./"


def linked_graph(site: Site, record: Record, *, section: str | None, dateline: str) -> Node:
    """Describe the article as it was printed, and its translation, each as a node that names the other.

    `section`: the name that the newspaper gave to the page; None, where none is known. `dateline`: empty, likewise.
    """
    version, *others = record.versions
    printed = {
        "@id": _PAGE,
        "@type": ["NewsArticle", "ArchiveComponent"],
        **_version(version),
        "datePublished": record.date.isoformat(),
        "dateline": dateline,
        "printPage": str(record.page or ""),
        "printSection": section,
        "isPartOf": _issue(site, record),
        "holdingArchive": _known(
            {"@type": "ArchiveOrganization", "name": archive_name(site), "url": site.base_url},
        ),
        "workTranslation": {"@id": _TRANSLATION} if others else "",
    }
    translations = [
        {"@id": _TRANSLATION, "@type": "NewsArticle", **_version(other), "translationOfWork": {"@id": _PAGE}}
        for other in others
    ]
    graph = [_known({**node, "license": site.license}) for node in (printed, *translations)]
    return {"@context": _CONTEXT, "@graph": graph}


def _issue(site: Site, record: Record) -> Node:
    said = (*(version.newspaper for version in record.versions), site.publication.romanised)
    names = [name for name in dict.fromkeys(said) if name]
    newspaper = _known({"@type": "Newspaper", "name": names[0], "alternateName": names[1:]}) if names else ""
    return _known(
        {
            "@id": _ISSUE,
            "@type": "PublicationIssue",
            "datePublished": record.date.isoformat(),
            "isPartOf": newspaper,
        }
    )


def _version(version: Version) -> Node:
    return {
        "headline": version.title,
        "inLanguage": version.language,
        "translator": version.translator and _agent(version.translator),
        # A machine without a name is neither a person nor an organization.
        "creditText": version.kind.capitalize(),
        "author": [_agent(name) for name in version.authors],
        "articleSection": version.column,
    }


def _agent(name: Name) -> Node:
    is_person = bool(name.given)
    whole = name.whole if name.is_han or not is_person else f"{name.given} {name.family}"
    return {"@type": "Person" if is_person else "Organization", "name": whole}


def _known(node: Node) -> Node:
    """Leave out what is not known; an identifier may be empty."""
    return {key: value for key, value in node.items() if value or key == "@id"}
