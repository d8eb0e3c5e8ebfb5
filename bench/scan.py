"""A plain look through all texts of an archive at once: what a search has to find.

Texts and words are those of `tests/search/oracle.py`; nothing of the program's own is used for them but the stems.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from duizhao.search import Limits
from duizhao.search.terms import stem
from tests.search.archives import Archive

_BETWEEN: Final = "\n"
_BEHIND: Final = "\0"


class Scan:
    """The texts of an archive in one, so that all articles with a piece are found at once."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._han = _Joined([_BETWEEN.join(text.blocks) for text in archive.texts])
        self._words = _Joined([_BETWEEN.join(f" {' '.join(row)} " for row in text.words) for text in archive.texts])
        self._stems: dict[str, set[int]] = {}
        for number, text in enumerate(archive.texts):
            for found in {stem(word) for row in text.words for word in row}:
                self._stems.setdefault(found, set()).add(number)

    def holding(self, piece: str) -> set[int]:
        """Say which articles hold a piece of Chinese."""
        return self._han.holding(piece)

    def saying(self, words: Sequence[str]) -> set[int]:
        """Say in which articles these English words follow one another."""
        return self._words.holding(f" {' '.join(words)} ")

    def with_form_of(self, word: str) -> set[int]:
        """Say which articles hold an English word in any of its forms."""
        return self._stems.get(stem(word), set())

    def within(self, limits: Limits) -> set[int]:
        """Say which articles are of these days and this page of the newspaper."""
        archive = self.archive
        return {
            number
            for number in range(archive.index.articles)
            if (limits.first or date.min) <= archive.day(number) <= (limits.last or date.max)
            and limits.page in {None, archive.index.article(number).get("page")}
        }


class _Joined:
    def __init__(self, texts: Sequence[str]) -> None:
        self._all = "".join(text + _BEHIND for text in texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    def holding(self, piece: str) -> set[int]:
        found, at = set[int](), self._all.find(piece)
        while at >= 0:
            number = bisect_right(self._ends, at)
            found.add(number)
            at = self._all.find(piece, self._ends[number])
        return found
