"""Headline, author and column in each language: which of the places that name them counts."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from duizhao.model import Bilingual
from duizhao.parse.lines import Field, Line, value
from duizhao.parse.repetition import repeated
from duizhao.text import fold, has_han, is_han

LONGEST_HEADLINE: Final = 40
"""Characters up to which the first line of an original without `###` may be its headline."""
FIRST_HAN: Final = 40
FIRST_WORDS: Final = 12

_FILE_TITLE = re.compile(r"(?:.*/)?(?:\d{4}-\d{2}-\d{2}[_ ]*)?([^/]*?)(?:\.[^./]*)?", re.DOTALL)
_NO_HEADLINE_END: Final = frozenset("。，；：、…—”")
_NO_HEADLINE_START: Final = frozenset("【（(")


def file_title(path: str) -> str | None:
    """Take the Chinese headline from a file's name; its `_` stood for white space or dashes."""
    found = _FILE_TITLE.fullmatch(path)
    title = found[1].strip("_ ").replace("_", "\u3000") if found else ""
    return title if has_han(title) else None


def both(fields: Iterable[Field], key: str, zh: str | None) -> Bilingual[str]:
    """Take what header or front matter say under `title`, `author` or `column`, and under the same key with `_zh`.

    `zh` is what the original's own head says. A header may say it in Chinese, too: that is no translation.
    """
    fields = list(fields)
    en = value(fields, key)
    zh = value(fields, f"{key}_zh") or zh or None
    if en and is_han(en) and (zh is None or fold(en) == fold(zh)):
        return Bilingual(zh=zh or en)
    return Bilingual(zh=zh, en=en)


def found_headline(lines: Sequence[Line], title: str | None) -> str | None:
    """Find the headline of an original without `###`.

    It is the first lines, if they say what the file's name says; else the first, if it looks like one; else the name.
    """
    said = repeated(lines, title, "zh")
    if said and title:
        first = [line.text for line in lines[:said]]
        return "\u3000".join(first) if fold("".join(first)) == fold(title) else title
    return lines[0].text if len(lines) > 1 and _is_headline(lines[0].text) else title


def first_words(zh: Sequence[Line], en: Sequence[Line]) -> Bilingual[str]:
    """Let the first words of each text stand in for its headline."""
    return Bilingual(zh=_first_han(zh[0].text) if zh else None, en=_first_latin(en[0].text) if en else None)


def _is_headline(text: str) -> bool:
    if len(text) > LONGEST_HEADLINE or "。" in text or not has_han(text):
        return False
    return text[0] not in _NO_HEADLINE_START and text[-1] not in _NO_HEADLINE_END


def _first_han(text: str) -> str:
    return text if len(text) <= FIRST_HAN else text[:FIRST_HAN] + "…"


def _first_latin(text: str) -> str:
    words = text.split(None, FIRST_WORDS)
    return " ".join(words) if len(words) <= FIRST_WORDS else " ".join(words[:FIRST_WORDS]) + "…"
