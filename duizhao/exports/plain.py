"""Articles as plain text, one below the other: a head, the original, the translation.

Paragraphs have an empty line between them, a rule stands above each article and between its texts. Nothing is escaped:
what has to tell an article's parts apart for certain reads the lines of JSON.
"""

from collections.abc import Iterator
from typing import Final

from duizhao.article_page import ArticleWork
from duizhao.imprint import translation_notice
from duizhao.links import canonical
from duizhao.model import Entry
from duizhao.settings import Site
from duizhao.text import printable

WIDTH: Final = 72


def plain_text(site: Site, work: ArticleWork) -> str:
    """Write an article."""
    zh = [block.text for passage in work.passages for block in passage.zh]
    en = [block.text for passage in work.passages for block in passage.en]
    for part in work.article.apparatus:
        rows = [f"{row.term}{row.mark or ' '}{row.gloss}" for row in part.terms]
        en += [part.heading, *(block.text for block in part.blocks), *(["\n".join(rows)] if rows else [])]
    between = ["-" * WIDTH] if zh and en else []
    parts = ["=" * WIDTH, "\n".join(_head(site, work.entry)), *zh, *between, *en]
    return printable("\n\n".join(parts)) + "\n\n"


def _head(site: Site, entry: Entry) -> Iterator[str]:
    """Say what the article is, and what its translation is."""
    yield f"{entry.date} · {entry.page or '?'}"
    yield from filter(None, (entry.headline.zh, entry.headline.en, entry.author.zh, entry.author.en))
    yield canonical(site.base_url, entry.permalink)
    notice = translation_notice(site)
    yield from filter(None, (notice.zh, notice.en))
