"""The head of the original: `### 标题`, author, date, `第1版(国内新闻)`, `专栏：社论`, any of them absent."""

import re
from dataclasses import dataclass
from typing import Final

from duizhao.parse.claims import DATE, NUMERAL
from duizhao.parse.lines import Field, Line
from duizhao.text import fold, has_han, is_mainly_han

_HEADLINE = re.compile(r"#{1,6}\s*(.*)")
_PAGE = re.compile(r"第\s*+([^\s版]{0,8})\s*+版\s*+(?:([(（])(.*))?")
_CLOSING: Final = (")", "）")
_COLUMN = re.compile(r"[专專][栏欄]\s*[:：]\s*(.*)")

MOST_BEFORE: Final = 3
"""Lines that may stand between `### 标题`, or the top, and the first line that says date, page or column."""
LONGEST_AUTHOR: Final = 40
LONGEST_NAME: Final = 12
"""Characters up to which a lone line without `###` that nothing repeats is an author; a longer one is a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head says; headline and author as lines, so that none is lost where front matter overrules it."""

    headline: Line | None = None
    author: Line | None = None
    fields: tuple[Field, ...] = ()


def read_head(lines: list[Line], title: str | None) -> tuple[Head, list[Line]]:
    """Read the head at the top of the original.

    Args:
        lines: The original.
        title: The headline that the file's name holds, by which a line without `###` is known as one.

    Returns:
        The head, and all lines that are not of it.
    """
    marked = _HEADLINE.fullmatch(lines[0].text) if lines else None
    headline = lines[0]._replace(text=marked[1]) if marked else None
    below = 1 if marked else 0
    start = _first_fields(lines)
    if start is None:
        return Head(headline=headline), lines[below:]
    fields, body = _marks(lines[start:])
    before = lines[below:start]
    if not marked and before and _is_headline(before, body, title):
        headline, before = before[0], before[1:]
    author = before.pop() if before and len(before[-1].text) <= LONGEST_AUTHOR else None
    return Head(headline=headline, author=author, fields=fields), before + body


def head_fields(line: Line) -> list[Field]:
    """Read a line that says date, page (with the section, if it is named) or column; nothing where it says none."""
    text, number = line.text, line.number
    if DATE.fullmatch(text):
        return [Field("date", text, number)]
    if (page := _PAGE.fullmatch(text)) and (page[2] or NUMERAL.fullmatch(page[1])):
        section = (page[3] or "").strip()
        section = section[:-1].strip() if section.endswith(_CLOSING) else section
        return [Field("page", page[1], number), Field("section", section, number)]
    if column := _COLUMN.fullmatch(text):
        return [Field("column", column[1], number)]
    return []


def is_head(lines: list[Line], at: int) -> bool:
    """Does a head begin here: a Chinese line, and in it or soon below it date, page or column?"""
    return has_han(lines[at].text) and _first_fields(lines[at : at + MOST_BEFORE + 2]) is not None


def is_bare_headline(lines: list[Line], at: int) -> bool:
    """Does `### 标题` stand here, and Chinese below it?"""
    return (
        lines[at].text.startswith("#")
        and is_mainly_han(lines[at].text)
        and at + 1 < len(lines)
        and is_mainly_han(lines[at + 1].text)
    )


def _first_fields(lines: list[Line]) -> int | None:
    """Count the lines above the first that says date, page or column; None where it stands too far below the top."""
    above = 1 if lines and _HEADLINE.fullmatch(lines[0].text) else 0
    near = enumerate(lines[above : above + MOST_BEFORE + 1], above)
    return next((at for at, line in near if head_fields(line)), None)


def _marks(lines: list[Line]) -> tuple[tuple[Field, ...], list[Line]]:
    """Read date, page and column, each once, in any order."""
    found: list[Field] = []
    for at, line in enumerate(lines):
        fields = head_fields(line)
        if not fields or any(field.key == fields[0].key for field in found):
            return tuple(found), lines[at:]
        found += fields
    return tuple(found), []


def _is_headline(before: list[Line], body: list[Line], title: str | None) -> bool:
    """Is the first of the unmarked lines a headline? A lone one may be the author's."""
    first = fold(before[0].text)
    repeated = bool(body) and fold(body[0].text[: 2 * len(before[0].text)]).startswith(first)
    return len(before) > 1 or repeated or fold(title or "").startswith(first) or len(before[0].text) > LONGEST_NAME
