"""Whether a translation is as long as its original lets expect."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.align.lengths import han_length
from duizhao.align.passages import is_head
from duizhao.model import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class OddLength:
    """The lengths of all paragraphs that are paired: `han` in Han characters, `english` in English ones."""

    han: int
    english: int

    @property
    def ratio(self) -> float:
        """English characters for each Han character: 3.1 to 4.8 as a rule."""
        return self.english / self.han


# Real articles have 3.3 to 4.8, the wordiest paragraph 5.8. Beyond these, something is left out or made up.
_LOWEST: Final = 2.4
_HIGHEST: Final = 6.2
# Two or three long names of offices, which a short text may be full of: a few characters each in Chinese.
_NAMES: Final = 300
# A shorter text may be anything.
_LEAST: Final = 200
# Verse, sub-headings, signatures: half of their length is chance.
_SHORT: Final = 20
_DIGIT: Final = re.compile(r"\d")
# A table of numbers is as long in Chinese as in English.
_NUMBERS: Final = 0.15
_BROKEN_OFF: Final = re.compile(r"[\w,]\Z")


def odd_length(passages: Sequence[Passage]) -> OddLength | None:
    """Measure an article by its paragraphs that have a translation; None where it is as long as others.

    What has no counterpart is not counted, nor the paragraph in which a translation breaks off: pairing shows them.
    """
    return judged(_lengths(passages))


def judged(lengths: Iterable[tuple[float, int]]) -> OddLength | None:
    """Judge the lengths of paragraphs, each in Han and in English characters."""
    counted = [(han, english) for han, english in lengths if han >= _SHORT]
    total, english = sum(han for han, _ in counted), sum(english for _, english in counted)
    if total < _LEAST or _LOWEST * total <= english <= _HIGHEST * total + _NAMES:
        return None
    return OddLength(han=round(total), english=english)


def _lengths(passages: Sequence[Passage]) -> Iterator[tuple[float, int]]:
    last = max((passage.number for passage in passages if passage.en), default=0)
    for passage in passages:
        if not (passage.zh and passage.en) or is_head(passage):
            continue
        zh, en = ("".join(block.text for block in blocks) for blocks in (passage.zh, passage.en))
        is_broken_off = passage.number == last and _BROKEN_OFF.search(en)
        if not is_broken_off and len(_DIGIT.findall(en)) <= _NUMBERS * len(en):
            yield han_length(zh), len(en)
