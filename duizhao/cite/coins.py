"""COinS: how a page that lists articles offers them to Zotero, which then asks which of them to take."""

from urllib.parse import urlencode

from duizhao.cite.record import record_of
from duizhao.model import Entry
from duizhao.settings import Site


def coins(site: Site, entry: Entry) -> str:
    """Describe an article for the `title` of its span; nothing, where it has no headline."""
    record = record_of(site, entry)
    if not record.versions:
        return ""
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
    return urlencode([*((key, value) for key, value in fields.items() if value), *people], safe="/:")
