"""What an article is about, for those who see no more of it: the beginning of its first paragraph."""

import re
from collections.abc import Sequence
from typing import Final

from duizhao import markup
from duizhao.model import Article, Block
from duizhao.settings import Languages
from duizhao.text import is_mainly_han

LINE: Final = 40
"""Characters that a paragraph has at least: what is shorter is a greeting, a dateline, a line of verse."""

LENGTH: Final = (110, 160)
"""Characters: up to the second number a paragraph is an abstract as it is. A longer one ends between the two, behind a
sentence if it can: previews and search engines show no more."""

_SENTENCE = re.compile(r"[.!?][”’\"')]*(?=\s)|[。！？][”’）]*")
_WORD = re.compile(r"\W*\s\S*$")


def abstract(article: Article, languages: Languages) -> str:
    """Take the beginning of the translation, or of the original where there is none, as bare text in whole words.

    Returns nothing where neither has a paragraph.
    """
    en = _first([block for block in article.en if not is_mainly_han(block.text)])
    return _cut(markup.shown(markup.translation(en, languages).html) if en else _first(article.zh))


def _first(blocks: Sequence[Block]) -> str:
    """Find the first paragraph that is more than a line; the first of all, where there is none."""
    texts = [block.text for block in blocks if block.kind == "text"]
    return next((text for text in texts if _width(text) >= LINE), texts[0] if texts else "")


def _width(text: str) -> int:
    """Count characters; a Han character says as much as two letters and takes as much room."""
    return len(text) * (2 if is_mainly_han(text) else 1)


def _cut(text: str) -> str:
    """End a text that is too long behind a sentence, if one ends late enough, else behind a word."""
    least, most = LENGTH
    text = " ".join(text.split())
    if _width(text) <= most:
        return text
    share = 2 if is_mainly_han(text) else 1
    head = text[: most // share]
    ends = [found.end() for found in _SENTENCE.finditer(head) if found.end() >= least // share]
    if ends:
        return head[: ends[-1]]
    return (_WORD.sub("", head) if share == 1 else head[:-1]) + "…"
