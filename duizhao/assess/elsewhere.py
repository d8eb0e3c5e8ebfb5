"""What one text has in another place than the other: the headline said again, a credit at the foot instead of the head.

Such a line stands alone, and yet it is neither added nor left out.
"""

import re
from collections.abc import Sequence
from typing import Final

from duizhao.align import RATIO, han_length
from duizhao.assess.people import is_credited, is_kept_somewhere
from duizhao.assess.quotes import words
from duizhao.model import Article, Passage
from duizhao.text import fold

_LATER_BRACKET: Final = re.compile(r"[（(][^（）()]*[）)]\Z")
_WORD: Final = re.compile(r"[^\W_]{4,}|\d+")
# A headline may be said in a whole sentence: twice as long, and some words more.
_LONGER: Final = 2
_MORE: Final = 40
_MORE_HAN: Final = 16
_SHARED: Final = 2


def says_headline(row: Passage, article: Article) -> bool:
    """Tell whether a line below the head, about as short as it, says the headline again; a caption may add a little."""
    if row.zh:
        headline = fold(_LATER_BRACKET.sub("", article.headline.zh or ""))
        said = fold(words(row.zh))
        return bool(headline) and said.startswith(headline) and len(said) <= len(headline) + _MORE_HAN
    text, title = words(row.en), article.headline.en or ""
    longest = _LONGER * RATIO * han_length(article.headline.zh or "") + _MORE
    here, there = (set(_WORD.findall(said.casefold())) for said in (text, title))
    return len(text) <= longest and len(here & there) >= min(_SHARED, len(here))


def is_elsewhere(zh: str, en: str, rows: Sequence[Passage]) -> bool:
    """Tell whether a passage or a sentence that stands alone is a credit that the other text has in another place.

    One of `zh` and `en` is empty: what there is of it in the other text.
    """
    if zh:
        return is_kept_somewhere(zh, "\n".join(words(one.en) for one in rows))
    return is_credited(en, "\n".join(words(one.zh) for one in rows))
