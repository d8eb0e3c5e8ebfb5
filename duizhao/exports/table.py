"""Metadata as a table: CSV as RFC 4180 has it, with a line of column names."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Final

from duizhao.imprint import translation_notice
from duizhao.links import canonical
from duizhao.model import Entry
from duizhao.settings import Site

COLUMNS: Final[Mapping[str, str]] = {
    "permalink": "Address of the article, below that of the site.",
    "url": "Its whole address, where the site has one.",
    "date": "Date of the newspaper.",
    "page": "Newspaper page; empty where it is not known.",
    "section": "The name that the newspaper gave to the page.",
    "column_zh": "Column, in the original.",
    "column_en": "Column, in the translation.",
    "author_zh": "Author, in the original.",
    "author_en": "Author, in the translation.",
    "headline_zh": "Headline of the original.",
    "headline_en": "Headline of the translation.",
    "source": "The source file.",
    "translation": "Who or what made the translation, and whether a person checked it.",
}
"""The columns, and what each means."""


def table_head(_: Site) -> str:
    """Write the line of column names."""
    return _line(COLUMNS)


def table_row(site: Site, entry: Entry) -> str:
    """Write the line of an article."""
    values = (
        entry.permalink,
        canonical(site.base_url, entry.permalink) if site.base_url else "",
        entry.date.isoformat(),
        str(entry.page or ""),
        entry.section,
        entry.column.zh,
        entry.column.en,
        entry.author.zh,
        entry.author.en,
        entry.headline.zh,
        entry.headline.en,
        entry.source,
        translation_notice(site).en,
    )
    return _line(value or "" for value in values)


def _line(values: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(values)
    return out.getvalue()
