"""The terms that an article is found by, each with its level.

A term has one of four levels in an article, by which it is ranked: how often it stands there, measured by the length
of the article as BM25 does, or that it stands in the headline. Facets are of the first level.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from duizhao.search.page_text import page_text
from duizhao.search.terms import canonical, terms

LEVELS: Final = 4
IN_HEADLINE: Final = 3
"""The highest level: the term stands in the headline."""

COMMON_LENGTH: Final = 1200
"""Units of an article of common length. The archive's own mean would change every article whenever one is added."""

_K1, _B = 1.2, 0.75
_STEPS: Final = (0.75, 1.35)
"""BM25's weights of a term, from 0 to 2.2, at which the second and the third level begin."""

PAGE, AUTHOR, COLUMN = "#", "@", "§"
"""Facets are terms that begin with a sign which no other term has."""


def article_terms(page: bytes, listed: Mapping[str, Any]) -> dict[str, int]:
    """Say what the page of an article is found by: its words, and its newspaper page, author and column.

    `listed`: what `search.json` says of the article.
    """
    read = page_text(page.decode())
    names = [name for key in ("author", "column") for name in listed.get(key, {}).values()]
    counts, length = terms("\0".join([*read.headline, *(text for _, text in read.blocks), *names]))
    heading, _ = terms("\0".join(read.headline))
    found = _levels(counts, length)
    found.update(dict.fromkeys(heading, IN_HEADLINE))
    found.update(dict.fromkeys(_facets(listed), 0))
    return found


def facet(sign: str, name: str) -> str:
    """Make the term of a facet: an author is the same author however the name is spaced, and in any case."""
    return sign + canonical(name).strip()


def _levels(counts: Counter[str], length: int) -> dict[str, int]:
    borders = [_least(step, length) for step in _STEPS]
    level_of = [bisect_right(borders, count) for count in range(max(counts.values(), default=0) + 1)]
    return {term: level_of[count] for term, count in counts.items()}


def _least(step: float, length: int) -> float:
    """Say how often a term has to stand in a text of so many units to weigh as much as `step`."""
    norm = _K1 * (1 - _B + _B * length / COMMON_LENGTH)
    return step * norm / (_K1 + 1 - step)


def _facets(listed: Mapping[str, Any]) -> Iterator[str]:
    if "page" in listed:
        yield f"{PAGE}{listed['page']}"
    for sign, key in ((AUTHOR, "author"), (COLUMN, "column")):
        yield from dict.fromkeys(facet(sign, name) for name in listed.get(key, {}).values())
