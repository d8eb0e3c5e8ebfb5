"""The styles of citations, and what each prints of an article: verbatim, or also in English and in Latin letters."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from duizhao.cite.chinese_styles import gbt_2015, gbt_2025
from duizhao.cite.english_styles import apa, chicago, chicago_bibliography, mla
from duizhao.cite.punctuation import typographic
from duizhao.cite.record import Record, Romanised, Version
from duizhao.cite.work import Cited, Work, row
from duizhao.settings import Style

STYLES: Final[Mapping[Style, Callable[[Work], Cited]]] = {
    "chicago": chicago,
    "chicago-bibliography": chicago_bibliography,
    "mla": mla,
    "apa": apa,
    "gbt-2015": gbt_2015,
    "gbt-2025": gbt_2025,
}
"""How each style composes what it prints."""

ROMANISING: Final[frozenset[Style]] = frozenset({"chicago", "chicago-bibliography"})
"""Styles that print Chinese names and headlines in Latin letters, too."""

IN_CHINESE: Final[frozenset[Style]] = frozenset({"gbt-2015", "gbt-2025"})
"""Styles that write in Chinese, and print no translation of a headline."""


def cite(style: Style, record: Record, version: Version, romanised: Romanised | None = None) -> Cited:
    """Cite a version of an article. `romanised`: of the original, for the styles of `ROMANISING`."""
    work = _verbatim(record, version)
    if version is record.original and style not in IN_CHINESE:
        work = _translated(work, record, romanised if style in ROMANISING else None)
    return STYLES[style](work)


def _verbatim(record: Record, version: Version) -> Work:
    return Work(
        authors=version.authors,
        title=typographic(version.title),
        italic="" if version.is_han else version.newspaper,
        upright=version.newspaper if version.is_han else "",
        column=version.column,
        translator=version.translator,
        kind=version.kind,
        is_han=version.is_han,
        date=record.date,
        page=record.page,
        address=record.address,
    )


def _translated(work: Work, record: Record, romanised: Romanised | None) -> Work:
    """Add the translation of the headline in brackets; before it all in Latin letters, if the style wants them."""
    other = record.translation
    title = row(romanised and romanised.title, work.title, other and f"[{typographic(other.title)}]", between=" ")
    if not romanised:
        return replace(work, title=title)
    bracketed = other.newspaper if other and other.newspaper != work.upright else ""
    upright = row(work.upright, bracketed and f"[{bracketed}]", between=" ")
    italic = romanised.newspaper
    return replace(
        work,
        authors=romanised.authors,
        title=title,
        italic=italic,
        upright=f" {upright}" if italic and upright else upright,
    )
