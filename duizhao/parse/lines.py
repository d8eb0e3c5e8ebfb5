"""The lines of a source that hold text, each with its number and its indent: what all other modules here read."""

from collections.abc import Iterable
from typing import NamedTuple

from duizhao.text import columns, trimmed


class Line(NamedTuple):
    """A line, or some lines that are one paragraph (`end` is then the number of the last).

    Numbers count from 1 in the whole file; `indent` is in columns; `text` has no white space around it.
    """

    number: int
    indent: int
    text: str
    end: int


class Field(NamedTuple):
    """A value that the source names by a key (`Date:`, `第1版()`), and the number of its line."""

    key: str
    value: str
    line: int


def filled(raw: Iterable[str], first: int = 1) -> list[Line]:
    """Keep the lines that hold more than white space; `first` is the number of the first of `raw`."""
    found = []
    for number, line in enumerate(raw, first):
        leading, text = trimmed(line) if line else ("", "")
        if text:
            found.append(Line(number, columns(leading) if leading else 0, text, number))
    return found


def value(fields: Iterable[Field], key: str) -> str | None:
    """Take the first value of a key; None where there is none, or only an empty one."""
    return next((field.value for field in fields if field.key == key and field.value), None)
