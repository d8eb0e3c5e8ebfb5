"""The page of an article: what its template is given, worked out from the article and its passages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from markupsafe import Markup

from duizhao import markup
from duizhao.model import Apparatus, Article, Bilingual, Block, Entry, Passage, Term
from duizhao.render import render
from duizhao.settings import Languages, Site
from duizhao.text import runs, squeeze

Side: TypeAlias = Literal["zh", "en"]

SHORT: Final[dict[Side, int]] = {"zh": 20, "en": 72}
"""Characters up to which a paragraph may be a line of verse or of a list."""

RUN: Final = 3
"""Short passages in a row that make verse; fewer are a greeting, a caption, a signature."""

DESCRIPTION: Final = 150
"""Characters that search engines show of a page's description."""

_HEADLINE: Final = frozenset({"title", "headline"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The article before or after this one."""

    permalink: str
    headline: Bilingual[str]
    date: date
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWork:
    """Everything that the page of an article is made of. `previous` and `next`: None at the archive's ends."""

    article: Article
    passages: tuple[Passage, ...]
    entry: Entry
    previous: Neighbour | None = None
    next: Neighbour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The page's h1, line by line, and its deck: the lines of the first passage that the h1 does not hold."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    deck: Bilingual[tuple[str, ...]]
    number: int | None
    """The passage that it stands for; None where the first passage holds more than headlines and is a row itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block as HTML. `is_block`: it is a list, a table or code already, and no paragraph."""

    html: Markup
    classes: str
    is_block: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The blocks of a side; `tag`: the element of each. `is_tight`: they are lines of verse or of a list."""

    lines: tuple[Line, ...]
    tag: Literal["p", "h2"]
    is_tight: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A passage. `classes`: `line` in a run of verse or of a list, `line gap` where a new stanza starts."""

    number: int
    zh: Cell
    en: Cell
    classes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An apparatus: what is running text in it, and its terms under their rubrics (None: no rubric)."""

    heading: str
    cell: Cell
    groups: tuple[tuple[str | None, tuple[Term, ...]], ...]


def article_page(site: Site, work: ArticleWork) -> bytes:
    """Make the page of an article, for its permalink.

    Raises `Halt` where a template is wrong.
    """
    article = work.article
    head = heading(article, work.passages)
    body = work.passages[1:] if head.number else work.passages
    return render(
        site,
        "pages/article.html",
        work.entry.permalink,
        article=article,
        heading=head,
        rows=tuple(rows(body, site.languages)),
        tables=tuple(table(part, site.languages) for part in article.apparatus),
        description=description(article, site.languages),
        neighbours=(("prev", work.previous), ("next", work.next)),
        source_address=site.source_url.replace("{path}", quote(article.source)),
    )


def heading(article: Article, passages: Sequence[Passage]) -> Heading:
    """Compose the h1 from the article's headlines and the headline lines of the first passage, none of them lost."""
    first = passages[0] if passages and _is_headline(passages[0]) else None
    zh = tuple(block.text for block in first.zh) if first else ()
    en = tuple(block.text for block in first.en) if first else ()
    shown_zh, shown_en = _headline(article.headline.zh, zh), _headline(article.headline.en, en)
    return Heading(
        zh=shown_zh,
        en=shown_en,
        deck=Bilingual(zh=_left_over(zh, shown_zh), en=_left_over(en, shown_en)),
        number=first.number if first else None,
    )


def rows(passages: Sequence[Passage], languages: Languages) -> Iterator[Row]:
    """Turn passages into rows."""
    lines = _lines_of_runs([_is_short(passage) for passage in passages])
    for passage, is_line in zip(passages, lines, strict=True):
        is_heading = all(block.kind == "heading" for block in (*passage.zh, *passage.en))
        # The original alone says where a stanza ends: many translations have a blank line between any two.
        gap = " gap" if (passage.zh or passage.en)[0].gap else ""
        yield Row(
            number=passage.number,
            zh=_cell(passage.zh, "zh", languages, is_heading=is_heading),
            en=_cell(passage.en, "en", languages, is_heading=is_heading),
            classes=f"line{gap}" if is_line else "",
        )


def table(part: Apparatus, languages: Languages) -> Table:
    """Put the terms of an apparatus under their rubrics, in the source's order."""
    groups = groupby(part.terms, lambda term: term.group)
    return Table(
        heading=part.heading,
        cell=_cell(part.blocks, "en", languages),
        groups=tuple((rubric, tuple(terms)) for rubric, terms in groups),
    )


def description(article: Article, languages: Languages) -> str:
    """Cut the first paragraph of the translation to what a search engine shows; Han characters left in it go."""
    block = next((block for block in article.en if block.kind == "text"), None)
    if block is None:
        return ""
    text = markup.translation(block.text, languages).html.striptags()
    english = " ".join("".join(piece for language, piece in runs(text, "en") if language is None).split())
    if len(english) <= DESCRIPTION:
        return english
    return english[: DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(" ,;:—") + "…"


def _is_headline(passage: Passage) -> bool:
    """Is the original's side nothing but headline? The translation may have an agency's name or the like beside it."""
    zh = [block.kind in _HEADLINE for block in passage.zh]
    en = [block.kind in _HEADLINE for block in passage.en]
    beside = (block for block in passage.en if block.kind not in _HEADLINE)
    return any(zh + en) and all(zh) and _are_short(beside, "en")


def _headline(headline: str | None, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Take the lines of the text where together they are the headline, so that it breaks where the paper broke it."""
    if headline is None or squeeze(headline) == squeeze("".join(lines)):
        return lines
    return (headline,)


def _left_over(lines: Iterable[str], shown: Iterable[str]) -> tuple[str, ...]:
    whole = squeeze("".join(shown))
    return tuple(line for line in lines if squeeze(line) not in whole)


def _is_short(passage: Passage) -> bool:
    return _are_short(passage.zh, "zh") and _are_short(passage.en, "en")


def _are_short(blocks: Iterable[Block], side: Side) -> bool:
    return all(block.kind == "text" and len(squeeze(block.text)) <= SHORT[side] for block in blocks)


def _lines_of_runs(short: Iterable[bool]) -> Iterator[bool]:
    """Tell the short passages that stand in a run of at least `RUN` from those that stand among paragraphs."""
    for is_short, group in groupby(short):
        length = len(list(group))
        yield from [is_short and length >= RUN] * length


def _cell(blocks: Sequence[Block], side: Side, languages: Languages, *, is_heading: bool = False) -> Cell:
    is_tight = len(blocks) > 1 and _are_short(blocks, side)
    # Where every line stands after a blank one, the blank lines mean nothing.
    gaps = is_tight and not all(block.gap for block in blocks[1:])
    lines = (_line(block, side, languages, gap=gaps and n > 0 and block.gap) for n, block in enumerate(blocks))
    return Cell(lines=tuple(lines), tag="h2" if is_heading else "p", is_tight=is_tight)


def _line(block: Block, side: Side, languages: Languages, *, gap: bool) -> Line:
    classes = " ".join(name for name in (block.kind if block.kind != "text" else "", "gap" if gap else "") if name)
    if side == "zh":
        return Line(html=markup.original(block.text, languages), classes=classes)
    rendered = markup.translation(block.text, languages)
    return Line(html=rendered.html, is_block=rendered.is_block, classes=classes)
