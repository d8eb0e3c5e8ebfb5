"""What says of the data as a whole what it is: a Frictionless data package, and CITATION.cff.

https://specs.frictionlessdata.io/data-package/ and https://citation-file-format.github.io/. Neither says when it was
made: a build knows no clock.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Final

from duizhao.exports.formats import FORMATS
from duizhao.exports.table import COLUMNS
from duizhao.imprint import archive_name, newspaper_name, translation_notice
from duizhao.settings import ExportFormat, Site

FOLDER: Final = "data"
PACKAGE: Final = "data/datapackage.json"
CITATION: Final = "CITATION.cff"

_KINDS: Final = {"date": "date", "page": "integer"}
"""Of columns that hold no plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file of the data: what a package says of it. `path`: below the folder of the data."""

    path: str
    year: int
    format: ExportFormat
    articles: int
    bytes: int
    hash: str


def resource(path: str, year: int, format_: ExportFormat, articles: int, data: bytes) -> bytes:
    """Note of a file what the package will say of it."""
    found = Resource(
        path=path,
        year=year,
        format=format_,
        articles=articles,
        bytes=len(data),
        hash=f"sha256:{sha256(data).hexdigest()}",
    )
    return json.dumps(asdict(found), sort_keys=True).encode()


def package_files(site: Site, notes: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the package and of the citation; nothing where there is no data.

    `notes`: what `resource` noted of each file.
    """
    resources = sorted((Resource(**json.loads(note)) for note in notes), key=lambda one: one.path)
    if resources:
        yield PACKAGE, _json(_package(site, resources))
        if site.data.citation:
            yield CITATION, _citation(site)


def _package(site: Site, resources: Iterable[Resource]) -> dict[str, object]:
    package: dict[str, object] = {
        "profile": "data-package",
        "name": "archive",
        "title": archive_name(site),
        "description": _description(site),
        "homepage": site.base_url,
        "licenses": [{"path": site.license}] if site.license else [],
    }
    kept = {name: value for name, value in package.items() if value}
    return kept | {"resources": [_resource(one) for one in resources]}


def _resource(one: Resource) -> dict[str, object]:
    known = FORMATS[one.format]
    is_table = one.format == "csv"
    fields = [{"name": name, "type": _KINDS.get(name, "string"), "description": said} for name, said in COLUMNS.items()]
    return {
        "profile": "tabular-data-resource" if is_table else "data-resource",
        "name": f"{one.format}-{one.year:04d}",
        "path": one.path,
        "title": f"{one.year:04d}: {one.articles} articles",
        "format": known.ending,
        "mediatype": known.media_type,
        "encoding": "utf-8",
        "compression": "gz",
        "bytes": one.bytes,
        "hash": one.hash,
    } | ({"schema": {"fields": fields, "primaryKey": "permalink"}} if is_table else {})


def _description(site: Site) -> str:
    said = (site.description.en or site.description.zh, translation_notice(site).en, site.rights.en or site.rights.zh)
    return "\n\n".join(filter(None, said))


def _citation(site: Site) -> bytes:
    """Write CITATION.cff. Its texts are JSON strings, which YAML reads as they are."""
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use this archive, please cite it, and each article by its own address.",
        "type": "dataset",
        "title": archive_name(site),
        "abstract": _description(site),
        "url": site.base_url,
        "license-url": site.license,
    }
    said = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items() if value)
    return f"{said}authors:\n  - name: {json.dumps(newspaper_name(site), ensure_ascii=False)}\n".encode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
