"""RIS: what reference managers of every kind import."""

from collections.abc import Iterator

from duizhao.cite.csl import identifier
from duizhao.cite.names import Name
from duizhao.cite.record import Record, Version


def ris(record: Record, version: Version) -> str:
    """Describe a version in RIS, whose lines end with CR LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(record, version) if value or tag == "ER")


def _lines(record: Record, version: Version) -> Iterator[tuple[str, str]]:
    other = record.translation if version is record.original else record.original
    yield "TY", "NEWS"
    yield "ID", identifier(record, version)
    yield "TI", version.title
    yield "ST", other.title if other else ""
    yield from (("AU", _name(name)) for name in version.authors)
    yield "A4", _name(version.translator) if version.translator else ""
    yield "T2", version.newspaper
    yield "DA", record.date.strftime("%Y/%m/%d")
    yield "PY", str(record.date.year)
    yield "SP", str(record.page or "")
    yield "SE", version.column
    yield "LA", version.language
    yield "UR", record.address
    yield "N1", version.kind.capitalize()
    yield "ER", ""


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family
