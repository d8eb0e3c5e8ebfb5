"""What the translator added above or below the text: summary, named entities, glossary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from duizhao.model import Apparatus, ApparatusKind, Term
from duizhao.parse.blocks import blocks
from duizhao.parse.lines import Line
from duizhao.parse.paragraphs import paragraphs
from duizhao.parse.repetition import repeated
from duizhao.parse.rows import Row, rows, without_break
from duizhao.text import has_han

HEADINGS: Final[dict[str, ApparatusKind]] = {
    "named entities": "entities",
    "summary": "summary",
    "glossary": "glossary",
}
LONGEST_HEADING: Final = 40

_EMPHASIS: Final = "#*_ "
_COLONS: Final = ":："
_SENTENCE_ENDS: Final = (".", "。", ";", "；", ",", "，")


@dataclass(slots=True, kw_only=True)
class _Section:
    kind: ApparatusKind
    heading: Line
    lines: list[Line]


def split_apparatus(lines: list[Line], title: str | None) -> tuple[list[Line], tuple[Apparatus, ...]]:
    """Part the translation from what the translator added.

    A section below the text goes on to the next heading or to the end. One above it ends with the first paragraph of
    a summary, or with the last row of a glossary.

    Args:
        lines: All of the translation.
        title: Its headline, which may stand above a section that stands above the text.

    Returns:
        The text's lines, and the sections in their order.
    """
    body, sections = _sections(lines)
    for section in sections:
        if len(body) > repeated(body, title, "en"):
            break
        end = _own_end(section)
        body += section.lines[end:]
        del section.lines[end:]
    return body, tuple(map(_apparatus, sections))


def _sections(lines: Iterable[Line]) -> tuple[list[Line], list[_Section]]:
    body: list[Line] = []
    sections: list[_Section] = []
    current = body
    for line in lines:
        kind = _kind(line.text)
        if kind:
            sections.append(_Section(kind=kind, heading=line, lines=[]))
            current = sections[-1].lines
        else:
            current.append(line)
    return body, sections


def _kind(text: str) -> ApparatusKind | None:
    if len(text) > LONGEST_HEADING:
        return None
    return HEADINGS.get(" ".join(_plain(text).rstrip(_COLONS).lower().split()))


def _plain(text: str) -> str:
    """Take heading and emphasis marks off a line of a few words; `**Places**:` becomes `Places:`."""
    return text.replace("**", "").replace("__", "").strip(_EMPHASIS)


def _own_end(section: _Section) -> int:
    """Count the lines of a section above the text that are surely its own."""
    if section.kind == "summary":
        ends = (at for at, (line, below) in enumerate(pairwise(section.lines), 1) if below.number - line.end > 1)
    else:
        ends = (at for at, (_, found, rubric) in enumerate(_read(section.lines)) if not found and not rubric)
    return next(ends, len(section.lines))


def _apparatus(section: _Section) -> Apparatus:
    terms: list[Term] = []
    others: list[Line] = section.lines if section.kind == "summary" else []
    group: str | None = None
    for line, found, rubric in _read(section.lines) if section.kind != "summary" else ():
        group = rubric or group
        terms += (Term(line=line.number, term=row.term, gloss=row.gloss, group=group, mark=row.mark) for row in found)
        if not found and not rubric:
            others.append(line._replace(text=without_break(line.text)))
    return Apparatus(
        kind=section.kind,
        line=section.heading.number,
        heading=_plain(section.heading.text),
        terms=tuple(terms),
        blocks=blocks(paragraphs(others), None, "en"),
    )


def _read(lines: list[Line]) -> Iterator[tuple[Line, list[Row], str | None]]:
    """Read each line as rows, or as a rubric that stands above one."""
    read = [rows(line.text) for line in lines]
    for line, found, below in zip(lines, read, [*read, []][1:], strict=True):
        yield line, found, _rubric(line.text) if below and not found else None


def _rubric(text: str) -> str | None:
    """Read a rubric such as `**Places**` or `People:`; a sentence is none, nor is a Chinese word without a mark."""
    words = _plain(without_break(text))
    is_marked = words != text or words.endswith(tuple(_COLONS))
    is_rubric = words and len(words) <= LONGEST_HEADING and not words.endswith(_SENTENCE_ENDS)
    return words if is_rubric and (is_marked or not has_han(words)) else None
