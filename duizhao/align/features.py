"""What a text names that its translation names, too: numbers, words in Latin letters, marks of punctuation."""

import re
from collections.abc import Iterator
from typing import Final

from duizhao.align import numerals

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_MARKS: Final = (("？", "?"), ("！", "!"), ("…", "…"), ("——", "—"), ("；", ";"), ("：", ":"), ("“", "“"))
# Some translations are typed with the marks of a typewriter.
_TYPED: Final = str.maketrans({'"': "“"})
_MARK_WEIGHT: Final = 0.6


def han_features(text: str) -> frozenset[str]:
    """Find what a Chinese text names."""
    words = map(str.lower, _LATIN_WORD.findall(text))
    return frozenset((*numerals.han_numbers(text), *words, *(name for mark, name in _MARKS if mark in text)))


def english_features(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """Find what an English text names; of its words, only those that the original has in Latin letters, too."""
    names = {*numerals.english_numbers(text), *_english_marks(text)}
    if any(name.isalpha() for name in wanted):
        names |= wanted.intersection(map(str.lower, _LATIN_WORD.findall(text)))
    return frozenset(names)


def weight(name: str) -> float:
    """Say how much it tells that two texts name the same, from 0 to 1."""
    if name.isalpha():
        return 1.0
    return numerals.weight(name) if name[-1].isalnum() or name[-1] == "%" else _MARK_WEIGHT


def _english_marks(text: str) -> Iterator[str]:
    plain = text.translate(_TYPED).replace("...", "…").replace("--", "—")
    return (name for _, name in _MARKS if name in plain)
