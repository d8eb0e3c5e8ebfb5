"""An article from its source: header, the two texts, what the translator added, and what is wrong with them."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from duizhao.codes import Severity
from duizhao.model import Article, Bilingual, Notice, Source
from duizhao.parse.apparatus import split_apparatus
from duizhao.parse.blocks import blocks
from duizhao.parse.characters import shown
from duizhao.parse.claims import (
    claims,
    differing,
    file_claims,
    folder_problem,
    read_date,
    read_page,
    settle,
)
from duizhao.parse.front_matter import article_fields, split_front_matter
from duizhao.parse.head import Head, read_head
from duizhao.parse.header import read_header
from duizhao.parse.headlines import both, file_title, first_words, found_headline
from duizhao.parse.lines import Field, Line, filled, value
from duizhao.parse.paragraphs import paragraphs
from duizhao.parse.separator import Cut, cut
from duizhao.problems import Problem, problem
from duizhao.text import fold

LONGEST_LINE: Final = 100_000

_SHOWN: Final = frozenset({"title", "author", "section", "column"})
"""Fields that the page's head shows in words of the source; dates and pages are compared by `claims`."""

_PERMALINK = re.compile(r"[a-z0-9]{2,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A source, taken apart: front matter, header, the translation's lines, the original's head and its lines."""

    path: str
    matter: list[Field]
    header: list[Field]
    head: Head
    cut: Cut
    original: list[Line]

    @property
    def fields(self) -> list[Field]:
        return self.matter + self.header


def parse_article(source: Source) -> Article | tuple[Problem, ...]:
    """Read an article.

    Whatever stands in the source and is neither a key nor the mark between the texts is in a block, a term or a field
    of the article, and every block knows its line.

    Returns:
        The article, with what its editor should look at; or, where it cannot be published, all that was found, at
        least one of it with the severity `REFUSES`.
    """
    text, odd = shown(source)
    raw = text.split("\n")
    split = split_front_matter(raw, source.path)
    if isinstance(split, Problem):
        return (split,)
    document, taken = split
    matter, corrections, problems = article_fields(document, source.path)
    problems += odd + _long_lines(source.path, raw)
    parts = _parts(source.path, matter, filled(raw[taken:], taken + 1))
    article = _article(parts, problems)
    return replace(article, written=tuple(corrections)) if corrections and isinstance(article, Article) else article


def _parts(path: str, matter: list[Field], lines: list[Line]) -> _Parts:
    header, below = read_header(lines)
    texts = cut(below)
    head, original = read_head(texts.original, file_title(path))
    return _Parts(path=path, matter=matter, header=header, head=head, cut=texts, original=original)


def _article(parts: _Parts, problems: list[Problem]) -> Article | tuple[Problem, ...]:
    day, page = _day(parts, problems), _page(parts, problems)
    title = value(parts.fields, "title")
    english, apparatus = split_apparatus(parts.cut.translation, title)
    english = paragraphs(english)
    author = both(parts.fields, "author", parts.head.author.text if parts.head.author else None)
    headline = _headline(parts)
    section = value([*parts.matter, *parts.head.fields], "section")
    column = both(parts.fields, "column", value(parts.head.fields, "column"))
    lines = [line for line in (parts.head.headline, parts.head.author) if line and line.text]
    shown = {fold(text) for said in (headline, author, column) for text in (said.zh, said.en, section) if text}
    chinese = _overruled(lines, parts.head.fields, shown) + parts.original
    english = _overruled([], parts.header, shown) + english
    problems += _gaps(parts, chinese, english)
    if headline == Bilingual():
        headline = first_words(chinese, english)
        problems.append(problem(parts.path, 0, "headline-missing", "neither text has a headline"))
    pinned = _pinned(parts, problems)
    if day is None or any(found.severity is Severity.REFUSES for found in problems):
        return tuple(problems)
    return Article(
        source=parts.path,
        date=day,
        page=page,
        section=section,
        headline=headline,
        author=author,
        column=column,
        zh=blocks(chinese, headline.zh, "zh"),
        en=blocks(english, title, "en"),
        apparatus=apparatus,
        order=_order(parts),
        pinned=pinned,
        problems=tuple(problems),
        notices=(*_differing(parts, "date", read_date), *_differing(parts, "page", read_page)),
    )


def _day(parts: _Parts, problems: list[Problem]) -> date | None:
    made = [
        *claims("front matter", "date", parts.matter),
        *claims("header", "date", parts.header),
        *claims("Chinese head", "date", parts.head.fields),
        *file_claims(parts.path),
    ]
    day, found = settle(parts.path, "date", made, read_date)
    folder = folder_problem(parts.path, day) if day else None
    problems += found + ([folder] if folder else [])
    return day


def _page(parts: _Parts, problems: list[Problem]) -> int | None:
    made = [
        *claims("front matter", "page", parts.matter),
        *claims("header", "page", parts.header),
        *claims("Chinese head", "page", parts.head.fields),
    ]
    page, found = settle(parts.path, "page", made, read_page)
    problems += found
    return page


def _differing(
    parts: _Parts, kind: Literal["date", "page"], read: Callable[[str], object | None]
) -> tuple[Notice, ...]:
    header, head = claims("header", kind, parts.header), claims("Chinese head", kind, parts.head.fields)
    return differing(kind, header, head, read)


def _headline(parts: _Parts) -> Bilingual[str]:
    own = parts.head.headline.text if parts.head.headline else None
    headline = both(parts.fields, "title", own)
    if headline.zh:
        return headline
    return Bilingual(zh=found_headline(parts.original, file_title(parts.path)), en=headline.en)


def _overruled(lines: list[Line], fields: Iterable[Field], shown: Collection[str]) -> list[Line]:
    """Keep in the text what front matter overrules with other words. `shown`: what the page's head says, folded."""
    named = (field for field in fields if field.key in _SHOWN and field.value)
    lines = [*lines, *(Line(field.line, 0, field.value, field.line) for field in named)]
    return [line for line in lines if fold(line.text) not in shown]


def _gaps(parts: _Parts, chinese: Sequence[Line], english: Sequence[Line]) -> list[Problem]:
    """Say which text is missing, and whether they are parted by an odd mark."""
    path, line = parts.path, parts.cut.line
    found = []
    if not chinese and not english:
        found.append(problem(path, line, "text-missing", "there is a header, and nothing below it"))
    elif not chinese:
        found.append(problem(path, line, "original-missing", "there is no Chinese text"))
    elif not english:
        found.append(problem(path, line, "translation-missing", "there is no English text"))
    if parts.cut.is_odd:
        found.append(problem(path, line, "separator-odd", "the original begins here, below an unusual mark"))
    return found


def _order(parts: _Parts) -> int | None:
    order = value(parts.matter, "order")
    return int(order) if order else None


def _pinned(parts: _Parts, problems: list[Problem]) -> str | None:
    field = next((field for field in parts.matter if field.key == "id" and field.value), None)
    if field and not _PERMALINK.fullmatch(field.value):
        problems.append(problem(parts.path, field.line, "id-impossible", f"“{field.value}” is no permalink"))
    return field.value if field else None


def _long_lines(path: str, raw: Sequence[str]) -> list[Problem]:
    return [
        problem(path, number, "line-long", f"{len(line):,} characters")
        for number, line in enumerate(raw, 1)
        if len(line) > LONGEST_LINE
    ]
