"""The archive's header at the top of a file: `Title:`, `Author:`, `Date:`, `Page:` or `Edition:`, `Column:`."""

import re
from typing import Final

from duizhao.parse.lines import Field, Line

_KEY = re.compile(r"(title|author|date|page|edition|column)\s*[:：]\s*(.*)", re.IGNORECASE)

CLAIMS: Final = frozenset({"date", "page"})
"""Keys that may stand twice: what they say is compared. A second `Title:` is text."""


def read_header(lines: list[Line]) -> tuple[list[Field], list[Line]]:
    """Read the keys at the top, in any order and with blank lines between; the first other line ends them.

    Returns:
        The fields, `Edition` under the key `page`, and the lines below.
    """
    fields: list[Field] = []
    for at, line in enumerate(lines):
        found = _KEY.fullmatch(line.text)
        key = found[1].lower().replace("edition", "page") if found else ""
        if not found or (key not in CLAIMS and any(field.key == key for field in fields)):
            return fields, lines[at:]
        fields.append(Field(key, found[2], line.number))
    return fields, []
