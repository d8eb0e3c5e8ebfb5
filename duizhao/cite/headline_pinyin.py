"""A Chinese headline in pinyin, as English books print it: words together, no tones, a capital at the beginning.

Words are those of the lexicon of newspaper Chinese and of the list of phrases; all else stands apart, each character by
itself.
"""

import re
from collections.abc import Iterator
from typing import Final

from duizhao.align.vocabulary import BUILT_IN, lexicon
from duizhao.romanisation import joined, phrases
from duizhao.text import HAN, HAN_RANGES

_LONGEST_WORD: Final = 8
_PIECE: Final = re.compile(rf"[{HAN_RANGES}]+|[^{HAN_RANGES}]+")
_MARKS: Final = str.maketrans(
    {
        "，": ", ",
        "、": ", ",
        "。": ". ",
        "：": ": ",
        "；": "; ",
        "！": "! ",
        "？": "? ",
        "（": " (",
        "）": ") ",
        "《": " “",
        "》": "” ",
        "「": " “",
        "」": "” ",
    }
)
_PARTS: Final = re.compile(rf"(?<=[{HAN_RANGES}])\s+(?=[{HAN_RANGES}])")
_FIRST: Final = re.compile(r"\w")
_GAPS: Final = re.compile(r"\s+")
_LOOSE: Final = re.compile(r" (?=[,.:;!?)”’—])|(?<=[(“‘—]) ")


def romanised(headline: str) -> str:
    """Write a headline in pinyin: 新桥通车 is `Xin qiao tongche`. What follows a space is a subtitle."""
    words = " ".join(_words(_PARTS.sub(": ", headline.strip().replace("——", "—")).translate(_MARKS)))
    text = _LOOSE.sub("", _GAPS.sub(" ", words)).strip()
    return _FIRST.sub(lambda found: found[0].upper(), text, count=1)


def _words(headline: str) -> Iterator[str]:
    for piece in _PIECE.findall(headline):
        if HAN.match(piece):
            yield from (joined(word) for word in _cut(piece))
        else:
            yield piece.strip()


def _cut(run: str) -> tuple[str, ...]:
    """Cut a run of Han characters into as few pieces as known words allow; of equals, the one with usual words."""
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - _LONGEST_WORD), end):
            word = run[start:end]
            if end - start == 1 or word in lexicon(BUILT_IN).words or word in phrases():
                pieces, rare, words = best[start]
                ways.append((pieces + 1, rare + (word not in lexicon(BUILT_IN).words), (*words, word)))
        best.append(min(ways))
    return best[-1][2]
