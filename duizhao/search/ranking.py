"""Which articles can be what is asked for, and which of them come first.

In whole numbers, so that the scripts of a site, which do the same, come to the same order.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, Literal, TypeAlias

from duizhao.search.article_terms import AUTHOR, COLUMN, PAGE, facet
from duizhao.search.query import Query, Wanted
from duizhao.search.reading import Index

Sorting: TypeAlias = Literal["relevance", "newest", "oldest"]

WEIGHTS: Final = (2, 4, 7, 12)
"""Of a term's levels: four times what BM25 gives to the middle of each; a headline is worth more than any text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What articles must be of: days, newspaper page, author and column in either language; None or empty: any."""

    first: date | None = None
    last: date | None = None
    page: int | None = None
    author: str = ""
    column: str = ""

    @property
    def facets(self) -> tuple[str, ...]:
        """The terms that stand for page, author and column."""
        asked = ((PAGE, str(self.page or "")), (AUTHOR, self.author), (COLUMN, self.column))
        return tuple(facet(sign, name) for sign, name in asked if name)


def candidates(index: Index, query: Query, limits: Limits) -> dict[int, int]:
    """Score the articles that have the terms of a query: all that hold it, and some that only have its pieces."""
    within = index.between(limits.first, limits.last)
    found = dict.fromkeys(within, 0)
    for term in limits.facets:
        found = dict.fromkeys(found.keys() & index.postings(term).keys(), 0)
    for group in query.all_of:
        scores = _sum(map(partial(_scores, index), group))
        found = {article: found[article] + scores[article] for article in found.keys() & scores.keys()}
    for wanted in query.without:
        if wanted.is_exact:
            found = {article: found[article] for article in found.keys() - _scores(index, wanted).keys()}
    return found


def ranked(scores: dict[int, int], sorting: Sorting) -> list[int]:
    """Put articles in order; of two with the same score the older comes first."""
    if sorting == "relevance":
        return sorted(scores, key=lambda article: (-scores[article], article))
    return sorted(scores, reverse=sorting == "newest")


def rarity(articles: int, holding: int) -> int:
    """Weigh a term by how few articles hold it: sixteen times the logarithm to base 2 of 1 + all / holding, nearly."""
    ratio = (articles + holding << 6) // holding
    bits = ratio.bit_length() - 1
    return (bits - 6 << 4) + (ratio >> bits - 4 & 15)


def _scores(index: Index, wanted: Wanted) -> dict[int, int]:
    """Score the articles that have all terms of a word or phrase."""
    lists = [index.postings(term) for term in wanted.terms]
    both = set.intersection(*map(set, lists))
    weights = [rarity(index.articles, len(listed)) if listed else 0 for listed in lists]
    return {article: _score(article, lists, weights) for article in both}


def _score(article: int, lists: Sequence[dict[int, int]], weights: Collection[int]) -> int:
    return sum(weight * WEIGHTS[listed[article]] for listed, weight in zip(lists, weights, strict=True))


def _sum(scores: Iterable[dict[int, int]]) -> dict[int, int]:
    total: dict[int, int] = {}
    for one in scores:
        for article, score in one.items():
            total[article] = total.get(article, 0) + score
    return total
