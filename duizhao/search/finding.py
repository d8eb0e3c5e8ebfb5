"""A search from the query to the hits: candidates from the index, each made sure of on its own page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from duizhao.search.page_text import PageText, page_text
from duizhao.search.query import Query, holds, parse
from duizhao.search.ranking import Limits, Sorting, candidates, ranked
from duizhao.search.reading import Index
from duizhao.search.snippets import Snippet, snippets
from duizhao.search.terms import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that holds what was asked for: what `search.json` says of it, and snippets, the original's first."""

    number: int
    article: dict[str, Any]
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The first hits; `candidates`: how many articles there can be in all, `is_exact`: and how many there are."""

    hits: tuple[Hit, ...]
    candidates: int
    is_exact: bool


def find(index: Index, asked: str, limits: Limits, sorting: Sorting = "relevance", limit: int = 10) -> Found:
    """Find articles. Nothing asked for: all articles within the limits; signs that are no words: none."""
    query = parse(asked)
    is_blank = not query.wanted and not query.without
    in_order = [] if is_blank and asked.strip() else ranked(candidates(index, query, limits), sorting)
    hits = tuple(_hit(index, query, number) for number in islice(sure(index, query, in_order), limit))
    if query.is_exact:
        return Found(hits=hits, candidates=len(in_order), is_exact=True)
    unseen = in_order[in_order.index(hits[-1].number) + 1 :] if len(hits) == limit else []
    return Found(hits=hits, candidates=len(hits) + len(unseen), is_exact=not unseen)


def texts_of(article: dict[str, Any], read: PageText) -> list[str]:
    """Write everything that an article is searched by as its units."""
    names = [name for key in ("author", "column") for name in article.get(key, {}).values()]
    return [canonical(text) for text in (*read.headline, *(text for _, text in read.blocks), *names)]


def sure(index: Index, query: Query, in_order: Iterable[int]) -> Iterator[int]:
    """Keep the articles that hold what is asked for; where the index knows it all, no page is read."""
    for number in in_order:
        if query.is_exact or holds(texts_of(index.article(number), _read(index, number)), query):
            yield number


def _hit(index: Index, query: Query, number: int) -> Hit:
    found = snippets(_read(index, number), query.wanted)
    return Hit(number=number, article=index.article(number), snippets=found)


def _read(index: Index, number: int) -> PageText:
    return page_text((index.output / index.article(number)["url"]).read_text(encoding="utf-8"))
