"""Notices of who is named as author, photographer, translator or news agency."""

from collections.abc import Iterator, Sequence
from typing import Final

from duizhao.assess.people import CreditFault, author_differs, credits_differ
from duizhao.assess.quotes import beginning
from duizhao.model import Article, Notice, Passage

_CREDITS: Final[dict[CreditFault, str]] = {
    "agency": "credit-differs",
    "name": "credit-differs",
    "work": "credit-work",
    "lost": "credit-lost",
}


def attribution(article: Article, passages: Sequence[Passage]) -> Iterator[Notice]:
    """Say where the translation names somebody else than the original, or nobody."""
    if not (article.zh and article.en):
        return
    author = author_differs(article)
    if author:
        yield Notice(code="author-differs", passage=0, zh=beginning(author.zh), en=beginning(author.en))
    lines = {passage.number: (passage.zh or passage.en)[0].line for passage in passages}
    for credit in credits_differ(article, passages):
        place = {"passage": credit.passage, "line": lines[credit.passage]}
        yield Notice(code=_CREDITS[credit.fault], **place, zh=beginning(credit.zh), en=beginning(credit.en))
