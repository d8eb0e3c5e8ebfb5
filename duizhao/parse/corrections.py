"""Corrections by hand as an editor writes them, in a file beside the article or in its front matter."""

from collections.abc import Iterator
from typing import Final

from duizhao import yaml_text
from duizhao.codes import NOTICES
from duizhao.model import Correction, CorrectionKind, Source
from duizhao.problems import Problem, did_you_mean, problem
from duizhao.yaml_text import Document, Place

SIDES: Final = ("zh", "en")
ROW_KEYS: Final[dict[CorrectionKind, tuple[str, ...]]] = {
    "pair": SIDES,
    "part": SIDES,
    "alone": SIDES,
    "accept": ("notice", *SIDES),
}
"""What corrections are called, and what a row of each may say."""

_ROW: Final[dict[CorrectionKind, str]] = {
    "pair": "“zh:” and “en:” in each row",
    "part": "“zh:” and “en:” in each row",
    "alone": "either “zh:” or “en:” in each row",
    "accept": "“notice:” in each row; “zh:” or “en:” as well, unless the whole article is meant",
}


def parse_corrections(source: Source) -> Iterator[Correction | Problem]:
    """Read the file of an article's corrections; what it cannot say is a problem and passed over."""
    document = yaml_text.load_written(source.text, source.path, "corrections-unreadable")
    if isinstance(document, Problem):
        yield document
    else:
        yield from corrections_in(document, source.path)


def corrections_in(document: Document, path: str, key: str = "") -> Iterator[Correction | Problem]:
    """Read the corrections that a document holds, or holds below a key, likewise."""
    place: Place = (key,) if key else ()
    said = document.values[key] if key else document.values
    if said is None:
        return
    if not isinstance(said, dict):
        yield _odd(path, document.lines[place], f"“{key}” has no keys below it", f"one of: {', '.join(ROW_KEYS)}")
        return
    for written, rows in said.items():
        line = document.lines[*place, written]
        kind = next((kind for kind in ROW_KEYS if kind == written), None)
        if kind is None:
            message = f"“{written}” is no kind of correction{did_you_mean(written, ROW_KEYS)}"
            yield _odd(path, line, message, f"one of: {', '.join(ROW_KEYS)}")
        elif isinstance(rows, list):
            numbers = range(len(rows))
            yield from (_row(document, (*place, kind, str(n)), path, kind, rows[n]) for n in numbers)
        elif rows is not None:
            yield _odd(path, line, f"“{kind}” is no list", f"a row “- zh: …” below “{kind}:” for each correction")


def _row(document: Document, place: Place, path: str, kind: CorrectionKind, row: object) -> Correction | Problem:
    line = document.lines[place]
    if not isinstance(row, dict):
        return _odd(path, line, f"this row of “{kind}” has no keys", _ROW[kind])
    for key, value in row.items():
        if fault := _key_fault(kind, key, value):
            return _odd(path, document.lines[*place, key], *fault)
    if not _is_whole(kind, row):
        said = ", ".join(f"“{key}”" for key in row)
        return _odd(path, line, f"this row of “{kind}” says {said}", _ROW[kind])
    zh, en = _quotes(row.get("zh")), _quotes(row.get("en"))
    return Correction(kind=kind, path=path, line=line, zh=zh, en=en, notice=str(row.get("notice", "")))


def _key_fault(kind: CorrectionKind, key: str, value: object) -> tuple[str, str] | None:
    """Say what is wrong with a key of a row, and what to write."""
    if key not in ROW_KEYS[kind]:
        known = ROW_KEYS[kind]
        return f"“{key}” is no key of “{kind}”{did_you_mean(key, known)}", f"one of: {', '.join(known)}"
    if key == "notice" and value in NOTICES:
        return None
    if key == "notice":
        return f"“{value}” is no notice{did_you_mean(str(value), NOTICES)}", "the code of a notice, as “text-added”"
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        return f"“{key}” quotes nothing", f"the first words of a text behind “{key}:”, or a list of such"
    return None


def _is_whole(kind: CorrectionKind, row: dict[str, object]) -> bool:
    """Tell whether a row says all that its kind needs, and no more."""
    sides = sum(side in row for side in SIDES)
    if kind == "accept":
        return "notice" in row
    return sides == (1 if kind == "alone" else len(SIDES))


def _quotes(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()


def _odd(path: str, line: int, message: str, expected: str) -> Problem:
    return problem(path, line, "corrections-key", message, expected=expected)
