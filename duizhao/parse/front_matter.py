"""Front matter: YAML between two lines `---` at the very top, in articles and in editorial pages."""

import re
from typing import Final

from duizhao import yaml_text
from duizhao.model import Correction
from duizhao.parse.corrections import corrections_in
from duizhao.parse.lines import Field
from duizhao.problems import Problem, did_you_mean, problem
from duizhao.yaml_text import Document

KEYS: Final = (
    "title",
    "title_zh",
    "author",
    "author_zh",
    "date",
    "page",
    "section",
    "column",
    "column_zh",
    "order",
    "id",
    "corrections",
)
"""What an article's front matter may say."""

_FENCE: Final = "---"
_KEY = re.compile(r"\s*(?:#.*|[\w-]+\s*:(?:\s.*)?)")
_ORDER = re.compile(r"[0-9]{1,6}")


def split_front_matter(raw: list[str], path: str) -> tuple[Document, int] | Problem:
    """Read the front matter at the top of a file's lines.

    Returns:
        Keys and values (every value the text that is written) with the lines they stand on, and the number of lines
        that the front matter takes, 0 if there is none. A problem, if it is not YAML, no mapping, or never closed.
    """
    if not raw or raw[0].rstrip() != _FENCE:
        return Document(), 0
    end = next((at for at, line in enumerate(raw) if at and line.rstrip() == _FENCE), None)
    if end is None:
        opens = len(raw) > 1 and _KEY.fullmatch(raw[1])
        message = "the line “---” that closes the front matter is missing"
        return problem(path, 1, "front-matter", message) if opens else (Document(), 0)
    loaded = yaml_text.load_written("\n".join(raw[1:end]), path, "front-matter", first_line=2)
    return loaded if isinstance(loaded, Problem) else (loaded, end + 1)


def article_fields(document: Document, path: str) -> tuple[list[Field], list[Correction], list[Problem]]:
    """Take what an article's front matter says, and what it corrects; what it cannot say is a problem, passed over."""
    fields: list[Field] = []
    corrections: list[Correction] = []
    problems: list[Problem] = []
    for written, value in document.values.items():
        key, line = written.lower(), document.lines[written,]
        if key not in KEYS:
            message = f"“{written}” is no key of an article{did_you_mean(key, KEYS)}"
            problems.append(problem(path, line, "key-unknown", message, known=", ".join(KEYS)))
        elif key == "corrections":
            found = list(corrections_in(document, path, written))
            corrections += [one for one in found if isinstance(one, Correction)]
            problems += [one for one in found if isinstance(one, Problem)]
        elif value is not None and not _is_of_kind(key, value):
            message = f"“{written}” is {_shown(value)}"
            expected = "a whole number" if key == "order" else "one text"
            problems.append(problem(path, line, "key-value", message, expected=f"{expected} behind “{key}:”"))
        else:
            fields.append(Field(key, str(value or "").strip(), line))
    return fields, corrections, problems


def _is_of_kind(key: str, value: object) -> bool:
    return isinstance(value, str) and (key != "order" or _ORDER.fullmatch(value.strip()) is not None)


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"
