"""What a text names that its translation names, too: numbers, words in Latin letters, marks of punctuation."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from duizhao.align import numerals

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
# Some translations are typed with the marks of a typewriter.
_MARKS: Final = (
    ("？", "?", "?"),
    ("！", "!", "!"),
    ("…", "…", "..."),
    ("——", "—", "--"),
    ("；", ";", ";"),
    ("：", ":", ":"),
    ("“", "“", '"'),
)
"""The original's marks, the translation's, and how these are typed."""
_MARK_WEIGHT: Final = 0.6


def han_features(text: str) -> frozenset[str]:
    """Find what a Chinese text names."""
    names = [name for mark, name, _ in _MARKS if mark in text]
    names += numerals.han_numbers(text)
    names += latin_words(text)
    return frozenset(names)


def english_features(text: str, words: Sequence[str], latin: frozenset[str]) -> frozenset[str]:
    """Find what an English text names.

    Args:
        text: The text.
        words: Its words in plain small letters.
        latin: The words that the original has in Latin letters: no others are looked for.
    """
    names = [name for _, name, typed in _MARKS if name in text or typed in text]
    if numerals.may_hold_numbers(text, words):
        names += numerals.english_numbers(text)
    if latin:
        names += latin.intersection(latin_words(text))
    return frozenset(names)


def latin_words(text: str) -> Iterable[str]:
    """List the words of a text that are in Latin letters, in small ones."""
    return map(str.lower, _LATIN_WORD.findall(text))


def weight(name: str) -> float:
    """Say how much it tells that two texts name the same, from 0 to 1."""
    if name.isalpha():
        return 1.0
    return numerals.weight(name) if name[-1].isalnum() or name[-1] == "%" else _MARK_WEIGHT
