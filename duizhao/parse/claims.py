"""Which date and which page win, where the places of a file that name them disagree or name what cannot be."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeVar

from duizhao.model import Notice
from duizhao.parse.lines import Field
from duizhao.problems import Problem, problem

T = TypeVar("T")

_remembered = lru_cache(maxsize=256)
"""The articles of an issue say the same few dates and pages, each in two or three places."""

DATE: Final = re.compile(r"(\d{4})\s*[-/.年－／．]\s*(\d{1,2})\s*[-/.月－／．]\s*(\d{1,2})\s*日?")
NUMERAL: Final = re.compile(r"[\d〇零一二三四五六七八九十]{1,8}")
LARGEST_PAGE: Final = 999
EARLIEST_YEAR: Final = 1000

_PAGE = re.compile(rf"第?\s*+({NUMERAL.pattern})\s*+版?\s*+(?:[(（].*)?")
_FILE_DATE = re.compile(r"(?:.*/)?(\d{4}-\d{2}-\d{2})(?!\d)[^/]*", re.DOTALL)
_MONTH_FOLDER = re.compile(r"(?:^|/)(\d{4})[./](0[1-9]|1[0-2])(?=/)")
_DIGITS: Final = {sign: str(n) for n, sign in enumerate("〇一二三四五六七八九")} | {"零": "0"}


class Claim(NamedTuple):
    """What one place of a file says. `line` 0: the file's name."""

    place: str
    value: str
    line: int


def claims(place: str, key: str, fields: Iterable[Field]) -> list[Claim]:
    """Take from a place's fields what it claims under a key; an empty value claims nothing."""
    return [Claim(place, field.value, field.line) for field in fields if field.key == key and field.value]


def file_claims(path: str) -> list[Claim]:
    """Take the date with which the file's name begins."""
    found = _FILE_DATE.fullmatch(path)
    return [Claim("file name", found[1], 0)] if found else []


def settle(
    path: str, kind: Literal["date", "page"], made: Sequence[Claim], read: Callable[[str], T | None]
) -> tuple[T | None, list[Problem]]:
    """Let the first claim win that can be read, and say of every other what is wrong with it.

    Args:
        path: The file.
        kind: What is claimed; the problems' codes begin with it.
        made: The claims, weightiest first.
        read: Turns a claim's value into what it means; None where that cannot be.

    Returns:
        The value, None where no claim holds, and the problems.
    """
    if not made:
        return None, [problem(path, 0, f"{kind}-missing", f"the file names no {kind}")]
    meant = [(claim, read(claim.value)) for claim in made]
    winner = next(((claim, value) for claim, value in meant if value is not None), None)
    if winner is None:
        message = f"“{made[0].value}” in the {made[0].place} is no {kind}"
        return None, [problem(path, made[0].line, f"{kind}-impossible", message)]
    first, settled = winner
    problems = []
    for claim, value in meant:
        if value is None:
            message = f"“{claim.value}” in the {claim.place} is no {kind}; the {first.place} gives {settled}"
            problems.append(problem(path, claim.line, "value-impossible", message))
        elif value != settled:
            message = f"the {claim.place} gives {value}, the {first.place} {settled}"
            problems.append(problem(path, claim.line, f"{kind}-differs", message))
    return settled, problems


def differing(
    kind: Literal["date", "page"], header: Sequence[Claim], head: Sequence[Claim], read: Callable[[str], object | None]
) -> tuple[Notice, ...]:
    """Say where the Chinese head gives a date or a page other than the header's."""
    unlike = [(one, other) for one in header for other in head if one.value != other.value]
    return tuple(
        Notice(code=f"{kind}-differs", passage=0, line=other.line, zh=other.value, en=one.value)
        for one, other in unlike
        if (meant := read(one.value)) and (said := read(other.value)) and meant != said
    )


@_remembered
def read_date(text: str) -> date | None:
    """Read 1954-12-24, 1954/12/24, 1954.12.24 or 1954年12月24日, in any digits; None where there is no such day."""
    found = DATE.fullmatch(text)
    if not found or int(found[1]) < EARLIEST_YEAR:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@_remembered
def read_page(text: str) -> int | None:
    """Read a whole number from 1 to 999, in any digits or as far as 九十九 in words, alone or as 第1版."""
    found = _PAGE.fullmatch(text)
    number = _number(found[1]) if found else 0
    return number if 0 < number <= LARGEST_PAGE else None


def folder_problem(path: str, day: date) -> Problem | None:
    """Compare the article's date with the folder, where that is named after a month (`1954.12` or `1954/12`)."""
    folders = _MONTH_FOLDER.findall(path)
    if not folders or tuple(map(int, folders[-1])) == (day.year, day.month):
        return None
    message = f"the folder is that of {'-'.join(folders[-1])}, the article is of {day}"
    return problem(path, 0, "folder-differs", message)


def _number(text: str) -> int:
    r"""Read a numeral; `int` knows all digits that `\d` knows. 0 where it is none."""
    tens, ten, ones = text.partition("十")
    if not ten:
        figures = "".join(_DIGITS.get(sign, sign) for sign in text)
        return int(figures)
    if len(tens) > 1 or len(ones) > 1 or not set(tens + ones) <= set(_DIGITS):
        return 0
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
