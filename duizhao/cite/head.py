"""What the head of an article's page tells machines, as far as one of them reads it.

Zotero takes its fields from `meta` elements in an order of its own, and Google Scholar reads some of the same. In the
brief head nothing is said for two readers that one element serves; the full head, where a site wants it, says `more`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.cite.full_head import More, more
from duizhao.cite.record import Record, record_of
from duizhao.model import Entry
from duizhao.settings import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the template of an article needs: names and contents of `meta` elements.

    `marks`: those whose content needs no quotes. `key`: the page's file name without its ending, under which the record
    for Zotero stands, too. `more`: None in a brief head.
    """

    key: str
    marks: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    has_record: bool
    more: More | None


def head(site: Site, entry: Entry, dateline: str = "") -> Head | None:
    """Describe an article to machines; None, where it has no headline in either language.

    `dateline`: the original's; empty, where none is known.
    """
    record = record_of(site, entry)
    if not record.versions:
        return None
    is_full = site.citation.head == "full"
    return Head(
        key=record.key,
        marks=tuple((name, content) for name, content in _marks(record) if content),
        texts=tuple((name, content) for name, content in _texts(site, record) if content),
        has_record=site.citation.records,
        more=more(site, record, section=entry.section, dateline=dateline) if is_full else None,
    )


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
