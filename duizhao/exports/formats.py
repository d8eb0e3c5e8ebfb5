"""The formats, by the names that settings give them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from duizhao.article_page import ArticleWork
from duizhao.exports.jsonl import json_line
from duizhao.exports.plain import plain_text
from duizhao.exports.table import table_head, table_row
from duizhao.exports.tei import corpus_end, corpus_start, tei_article
from duizhao.model import Entry
from duizhao.settings import ExportFormat, Site


def _nothing(_: Site) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a year becomes a file. One of `of_entry` and `of_article` is there: the first needs no text.

    `ending`: of the file's name, before that of its compression.
    """

    ending: str
    media_type: str
    of_entry: Callable[[Site, Entry], str] | None = None
    of_article: Callable[[Site, ArticleWork], str] | None = None
    start: Callable[[Site], str] = _nothing
    end: Callable[[Site], str] = _nothing


FORMATS: Mapping[ExportFormat, Format] = {
    "csv": Format(ending="csv", media_type="text/csv", of_entry=table_row, start=table_head),
    "jsonl": Format(ending="jsonl", media_type="application/jsonl", of_article=json_line),
    "text": Format(ending="txt", media_type="text/plain", of_article=plain_text),
    "tei": Format(
        ending="xml",
        media_type="application/tei+xml",
        of_article=tei_article,
        start=corpus_start,
        end=corpus_end,
    ),
}
