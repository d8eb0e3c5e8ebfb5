"""Notices of numbers and dates that disagree."""

from collections.abc import Iterator, Sequence
from typing import Final

from duizhao.assess.numbers import Located, located
from duizhao.assess.quotes import beginning
from duizhao.model import Article, Notice, Passage

_CODES: Final = {"number": "text-number", "date": "text-date"}


def figures(article: Article, passages: Sequence[Passage]) -> Iterator[Notice]:
    """Say where a number or a date of the original is another one in the translation."""
    if article.zh and article.en:
        by_number = {passage.number: passage for passage in passages}
        for place in located(passages):
            yield _notice(place, by_number[place.passage])


def _notice(place: Located, passage: Passage) -> Notice:
    block = passage.zh[place.zh_block] if place.zh_block is not None else passage.en[place.en_block or 0]
    return Notice(
        code=_CODES[place.found.kind],
        passage=place.passage,
        sentence=place.bead + 1,
        line=block.line,
        zh=beginning(place.found.zh),
        en=beginning(place.found.en),
    )
