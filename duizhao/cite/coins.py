"""COinS: how a page that lists articles offers them to Zotero, which then asks which of them to take."""

from typing import Final

from duizhao.cite.record import record_of
from duizhao.model import Entry
from duizhao.settings import Site

_SIGNS: Final = str.maketrans({"%": "%25", "&": "%26", "=": "%3D", "+": "%2B", " ": "+"})
"""What means something in a query. Han characters stay as they are, which Zotero reads, in a third of the bytes."""


def coins(site: Site, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Describe an article for the `title` of its span, as names and values; nothing, where it has no headline.

    Only the `&` between them is left to be written, which HTML takes as it is, since no sign's name begins as theirs.
    """
    record = record_of(site, entry)
    if not record.versions:
        return ()
    version = record.versions[0]
    fields = {
        "ctx_ver": "Z39.88-2004",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.type": "newspaperArticle",
        "rft.title": version.title,
        "rft.source": version.newspaper,
        "rft.date": record.date.isoformat(),
        "rft.pages": str(record.page or ""),
        "rft.language": version.language,
        "rft.identifier": record.address,
    }
    people = [("rft.creator", f"{name.family}, {name.given}".removesuffix(", ")) for name in version.authors]
    said = [*((key, value) for key, value in fields.items() if value), *people]
    return tuple((key, value.translate(_SIGNS)) for key, value in said)
