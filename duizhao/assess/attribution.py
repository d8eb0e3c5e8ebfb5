"""Notices of who is named as author, photographer, translator or news agency."""

from collections.abc import Iterator, Sequence

from duizhao.assess.people import author_differs, credits_differ
from duizhao.assess.quotes import beginning
from duizhao.model import Article, Notice, Passage


def attribution(article: Article, passages: Sequence[Passage]) -> Iterator[Notice]:
    """Say where the translation names somebody else than the original, or nobody."""
    if not (article.zh and article.en):
        return
    author = author_differs(article)
    if author:
        yield Notice(code="author-differs", passage=0, zh=beginning(author.zh), en=beginning(author.en))
    lines = {passage.number: (passage.zh or passage.en)[0].line for passage in passages}
    for credit in credits_differ(article, passages):
        code = "credit-lost" if credit.fault == "lost" else "credit-differs"
        place = {"passage": credit.passage, "line": lines[credit.passage]}
        yield Notice(code=code, **place, zh=beginning(credit.zh), en=beginning(credit.en))
