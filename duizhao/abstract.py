"""What an article is about, for those who see no more of it: its first paragraph, and the beginning of that."""

import re
from collections.abc import Sequence
from typing import Final

from duizhao import markup
from duizhao.model import Article, Block
from duizhao.settings import Languages
from duizhao.text import is_mainly_han

LINE: Final = 40
"""Characters that a paragraph has at least: what is shorter is a greeting, a dateline, a line of verse."""

ABSTRACT: Final = (250, 400)
"""Characters: up to the second number a paragraph is an abstract as it is. A longer one ends between the two, behind a
sentence if it can."""

DESCRIPTION: Final = (150, 200)
"""The same for a description: previews and search engines show no more."""

_SENTENCE = re.compile(r"[.!?][”’\"')]*(?=\s)|[。！？][”’）]*")
_WORD = re.compile(r"\W*\s\S*$")


def abstract(article: Article, languages: Languages) -> str:
    """Take the first paragraph of the translation, or of the original where there is none, as bare text.

    Returns nothing where neither has a paragraph.
    """
    en = _first([block for block in article.en if not is_mainly_han(block.text)])
    if en:
        return _cut(markup.shown(markup.translation(en, languages).html), *ABSTRACT)
    return _cut(_first(article.zh), *ABSTRACT)


def description(abstract: str) -> str:
    """Take the beginning of an abstract, in whole words."""
    return _cut(abstract, *DESCRIPTION)


def _first(blocks: Sequence[Block]) -> str:
    """Find the first paragraph that is more than a line; the first of all, where there is none."""
    texts = [block.text for block in blocks if block.kind == "text"]
    return next((text for text in texts if _width(text) >= LINE), texts[0] if texts else "")


def _width(text: str) -> int:
    """Count characters; a Han character says as much as two letters and takes as much room."""
    return len(text) * (2 if is_mainly_han(text) else 1)


def _cut(text: str, least: int, most: int) -> str:
    """End a text that is longer than `most` behind a sentence, if one ends from `least` on, else behind a word."""
    text = " ".join(text.split())
    if _width(text) <= most:
        return text
    share = 2 if is_mainly_han(text) else 1
    head = text[: most // share]
    ends = [found.end() for found in _SENTENCE.finditer(head) if found.end() >= least // share]
    if ends:
        return head[: ends[-1]]
    return (_WORD.sub("", head) if share == 1 else head[:-1]) + "…"
