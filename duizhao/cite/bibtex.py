"""BibTeX, with the fields of BibLaTeX beside the old ones, so that either can read it."""

import re
from collections.abc import Iterator
from typing import Final

from duizhao.cite.csl import identifier
from duizhao.cite.names import Name
from duizhao.cite.record import Record, Version
from duizhao.cite.work import row

_SPECIAL: Final = re.compile(r"[\\{}%&#_$~^]")
_ESCAPED: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LANGUAGES: Final = {"zh": "chinese", "en": "english", "ja": "japanese", "ko": "korean"}


def bibtex(record: Record, version: Version) -> str:
    """Describe a version as an `@article`."""
    fields = "".join(f"  {key} = {{{value}}},\n" for key, value in _fields(record, version) if value)
    return f"@article{{{identifier(record, version)},\n{fields}}}\n"


def _fields(record: Record, version: Version) -> Iterator[tuple[str, str]]:
    original = record.original if version is record.translation else None
    yield "entrysubtype", "newspaper"
    yield "author", " and ".join(map(_name, version.authors))
    # Braces inside keep the capitals as they are.
    yield "title", f"{{{_escaped(version.title)}}}"
    yield "origtitle", f"{{{_escaped(original.title)}}}" if original else ""
    yield "translator", _name(version.translator) if version.translator else ""
    yield "journaltitle", _escaped(version.newspaper)
    yield "journal", _escaped(version.newspaper)
    yield "date", record.date.isoformat()
    yield "year", str(record.date.year)
    yield "pages", str(record.page or "")
    yield "note", row(_escaped(version.column), version.kind.capitalize(), between=". ")
    yield "langid", _LANGUAGES.get(version.language.split("-")[0], "")
    yield "url", record.address


def _name(name: Name) -> str:
    family = _escaped(name.family)
    return f"{family}, {_escaped(name.given)}" if name.given else f"{{{family}}}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), text)
