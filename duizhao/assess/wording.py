"""Notices of a translation's title, of Chinese that is left in it, and of its length."""

from collections.abc import Iterator, Sequence

from duizhao.assess.leftovers import chinese_left
from duizhao.assess.proportions import odd_length
from duizhao.assess.quotes import beginning
from duizhao.assess.titles import title_of_text
from duizhao.model import Article, Notice, Passage


def wording(article: Article, passages: Sequence[Passage]) -> Iterator[Notice]:
    """Say where the title is not the headline's, where Chinese is left, and whether the length is odd."""
    if not (article.zh and article.en):
        return
    title = title_of_text(article, passages)
    if title:
        yield Notice(code="title-caption", passage=0, zh=beginning(title.zh), en=beginning(title.en))
    for left in chinese_left(passages):
        yield Notice(code="text-chinese", passage=left.passage, line=left.line, en=beginning(left.en))
    length = odd_length(passages)
    if length:
        yield Notice(code="text-length", passage=0, zh=f"{length.han:,}字", en=f"{length.english:,} characters")
