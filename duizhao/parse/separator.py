"""Where the translation ends and the original begins: a line `<hr />` and a line `Original:`, or what stands for them.

The first mark that can be the separator is it, and all that follows is the original.
"""

import re
from dataclasses import dataclass
from typing import Final

from duizhao.parse.head import is_bare_headline, is_head
from duizhao.parse.lines import Line
from duizhao.text import is_mainly_han

_OWN_RULE = re.compile(r"<hr\s*/?>")
_OWN_WORD: Final = "Original:"
_HTML_RULE = re.compile(r"<\s*hr\b[^<>]*>", re.IGNORECASE)
_RULE = re.compile(r"([-*_])(?:\s*\1){2,}")
_WORD = re.compile(r"(?:chinese\s+)?original(?:\s+(?:text|article|chinese))?|原文", re.IGNORECASE)
_WORD_AND_TEXT = re.compile(rf"(?:{_WORD.pattern})\s*[:：]\s*(?=\S)", re.IGNORECASE)
_EMPHASIS: Final = "#*_:： \t"
_BEGINNINGS: Final = frozenset("<-*_#oOcC原")
"""What a separator can begin with, bold or as a heading too: most lines need no more than this one look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A file's two texts. `line`: where the original begins; `is_odd`: the mark is not the archive's own."""

    translation: list[Line]
    original: list[Line]
    line: int = 0
    is_odd: bool = False


def cut(lines: list[Line]) -> Cut:
    """Cut the lines below the header at the first separator.

    Where there is none, a bare `### 标题` parts the texts; failing that, all is the original if it is mainly Chinese,
    else the translation.
    """
    for at, line in enumerate(lines):
        if line.text[0] in _BEGINNINGS and (original := _original(lines, at)) is not None:
            is_odd = not _is_own(lines[at : at + 2])
            return Cut(translation=lines[:at], original=original, line=line.number, is_odd=is_odd)
    bare = next((at for at in range(len(lines)) if is_bare_headline(lines, at)), None)
    if bare is not None:
        return Cut(translation=lines[:bare], original=lines[bare:], line=lines[bare].number, is_odd=True)
    if is_mainly_han("".join(line.text for line in lines)):
        return Cut(translation=[], original=lines)
    return Cut(translation=lines, original=[])


def _original(lines: list[Line], at: int) -> list[Line] | None:
    """Take the original if a separator begins at `at`; None if none does."""
    text, below = lines[at].text, lines[at + 1 : at + 2]
    is_html = _HTML_RULE.fullmatch(text) is not None
    if is_html or _RULE.fullmatch(text):
        if below and (rest := _after_word(below[0])) is not None:
            return rest + lines[at + 2 :]
        return lines[at + 1 :] if is_html and below and _begins(lines, at + 1) else None
    if _after_word(lines[at]) == []:
        return lines[at + 1 :] if below and is_mainly_han(below[0].text) else None
    return lines[at:] if text[0] == "#" and is_head(lines, at) else None


def _after_word(line: Line) -> list[Line] | None:
    """Return what a line `Original:` holds behind the word; None if it is no such line."""
    if _WORD.fullmatch(line.text.strip(_EMPHASIS)):
        return []
    word = _WORD_AND_TEXT.match(line.text)
    return [line._replace(text=line.text[word.end() :])] if word and is_mainly_han(line.text) else None


def _begins(lines: list[Line], at: int) -> bool:
    return is_head(lines, at) or is_bare_headline(lines, at)


def _is_own(lines: list[Line]) -> bool:
    return len(lines) > 1 and _OWN_RULE.fullmatch(lines[0].text) is not None and lines[1].text == _OWN_WORD
