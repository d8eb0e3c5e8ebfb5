"""Chinese that a translation has left standing in its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.model import Passage
from duizhao.text import HAN_RANGES, is_mainly_han


@dataclass(frozen=True, slots=True, kw_only=True)
class ChineseLeft:
    """Han characters in a paragraph of a translation, verbatim, and `line`, the line of the source it starts on."""

    passage: int
    line: int
    en: str


_HAN: Final = f"[{HAN_RANGES}]"
_RUN: Final = re.compile(rf"{_HAN}+(?:[，、。：；！？·…]*{_HAN}+)*")
# Nothing before U+2E80 is Han, and one range is found fast.
_FAR: Final = re.compile("[\u2e80-\U0010ffff]")
_BRACKETED: Final = re.compile(r"[（(\[［【〔][^（）()\[\]［］【】〔〕\n]*[）)\]］】〕]")
_GLOSSED: Final = re.compile(r"[》〉」』”\"’'*_]*\s*(?:[（(\[［]|(?:[—–]|(?<=\s)-+\s)\s*[A-Za-z\"“])")
_ROW: Final = re.compile(r"(?:\s{2,}|\t|\s*[：:=])\s*[A-Za-z\"“]")
_TITLE_BEFORE: Final = re.compile(r"[A-Z][\w'’]*[\"”’'*_]*\s?《\Z")
_OF_WRITING: Final = re.compile(
    r"\b(?:character|word|written|writes?|pronounc|mean|surname|radical|stroke)", re.IGNORECASE
)
# 一 stands for a dash, 〇 for a digit.
_STROKES: Final = frozenset("一丨丶丿〇")
_NEAR: Final = 30


def chinese_left(passages: Sequence[Passage]) -> Iterator[ChineseLeft]:
    """Find Han characters that a translation should have translated.

    Not those that explain an English word (in brackets behind it, or before a bracket or dash that translates them),
    nor the title of a work behind its translation, nor characters that are spoken of as such. A paragraph that is
    Chinese as a whole repeats the original, which is for others to say.
    """
    for passage in passages:
        for block in passage.en:
            if block.text.isascii() or not _FAR.search(block.text) or is_mainly_han(block.text):
                continue
            for run in _left_in(block.text):
                yield ChineseLeft(passage=passage.number, line=block.line, en=run)


def _left_in(text: str) -> Iterator[str]:
    plain = _BRACKETED.sub(lambda found: " " * len(found[0]), text)
    for run in _RUN.finditer(plain):
        if not (_STROKES.issuperset(run[0]) or _is_explained(text, run.start(), run.end())):
            yield run[0]


def _is_explained(text: str, start: int, end: int) -> bool:
    """Tell whether what stands beside Chinese says what it is."""
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    is_row = (not before or before.endswith("\n")) and _ROW.match(after)
    is_title = _TITLE_BEFORE.search(before)
    return bool(_GLOSSED.match(after) or is_row or is_title or _OF_WRITING.search(before) or _OF_WRITING.search(after))
