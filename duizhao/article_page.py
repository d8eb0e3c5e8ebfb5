"""The page of an article: what its template is given, worked out from the article and its passages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from duizhao.abstract import abstract
from duizhao.article_rows import cell, rows
from duizhao.assess import dateline_of
from duizhao.cite import cited
from duizhao.cite import head as cite_head
from duizhao.markup import Writing
from duizhao.model import Apparatus, Article, Bilingual, Entry, Notice, Passage, Term
from duizhao.render import render
from duizhao.settings import Site
from duizhao.strings import interface
from duizhao.text import is_mainly_han, squeeze

_OF_EMPTY_CELLS: Final = frozenset({"text-untranslated", "text-added", "text-repeated"})
_HEADLINE: Final = frozenset({"title", "headline"})
_DECK_LINE: Final = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The article before or after this one."""

    permalink: str
    headline: Bilingual[str]
    date: date
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWork:
    """Everything that the page of an article is made of. `previous` and `next`: None at the archive's ends.

    `marks`: of its passages, for the ledger's side file. `former`: headlines that it was published under before.
    """

    article: Article
    passages: tuple[Passage, ...]
    entry: Entry
    notices: tuple[Notice, ...] = ()
    previous: Neighbour | None = None
    next: Neighbour | None = None
    marks: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The page's h1, line by line, and its deck: the lines of the first passage that the h1 does not hold."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    deck: Bilingual[tuple[str, ...]]
    number: int | None
    """The passage that it stands for; None where the first passage holds more than headlines and is a row itself."""
    also: tuple[int, ...] = ()
    """Numbers of published passages that are part of it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """The notices on a translation, where a page shows them.

    `rows`: by the number of each passage that has any those to be said below it: none, where its empty cell says it.
    """

    head: tuple[Notice, ...]
    rows: Mapping[int, tuple[Notice, ...]]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An apparatus: what is running text in it, and its terms under their rubrics (None: no rubric)."""

    heading: str
    text: Markup
    groups: tuple[tuple[str | None, tuple[Term, ...]], ...]


def article_page(site: Site, work: ArticleWork) -> bytes:
    """Make the page of an article, for its permalink.

    Raises `Halt` where a template is wrong.
    """
    article = work.article
    head = heading(article, work.passages)
    body = work.passages[1:] if head.number else work.passages
    languages = site.languages
    writing = Writing(languages=languages, own=interface(site).words.tag)
    of_rows = Writing(languages=languages, own=languages.original if article.zh else languages.translation)
    names = [name for name in (article.author.zh, article.author.en) if name]
    return render(
        site,
        "pages/article.html",
        work.entry.permalink,
        article=article,
        heading=head,
        rows=tuple(rows(body, of_rows, names)),
        language_of_rows=of_rows.own,
        tables=tuple(table(part, writing) for part in article.apparatus),
        remarks=remarks(work.notices if site.notices.show else (), head.number),
        neighbours=(("prev", work.previous), ("next", work.next)),
        described=abstract(article, languages),
        told=cite_head(site, work.entry, dateline_of(article.zh)),
        cited=cited(site, work.entry),
        former=work.former,
        source_side="zh" if is_mainly_han(article.source) else "en",
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
        also=first.also if first else (),
    )


def remarks(notices: Sequence[Notice], head: int | None) -> Remarks:
    """Sort out where notices are shown. `head`: the passage that the heading stands for."""
    of_article = [notice for notice in notices if notice.passage in (0, head)]
    at_rows = [notice for notice in notices if notice.passage not in (0, head)]
    return Remarks(
        head=tuple(of_article),
        rows={
            number: tuple(filter(_is_shown, found)) for number, found in groupby(at_rows, lambda found: found.passage)
        },
        total=len(notices),
    )


def table(part: Apparatus, writing: Writing) -> Table:
    """Put the terms of an apparatus under their rubrics, in the source's order."""
    groups = groupby(part.terms, lambda term: term.group)
    return Table(
        heading=part.heading,
        text=cell(part.blocks, "en", writing),
        groups=tuple((rubric, tuple(terms)) for rubric, terms in groups),
    )


def _is_shown(notice: Notice) -> bool:
    return notice.sentence > 0 or notice.code not in _OF_EMPTY_CELLS


def _is_headline(passage: Passage) -> bool:
    """Is the original's side nothing but headline? The translation may have lines of no great length beside it."""
    zh = [block.kind in _HEADLINE for block in passage.zh]
    en = [block.kind in _HEADLINE for block in passage.en]
    title = sum(len(block.text) for block in passage.en if block.kind == "title")
    longest = max(_DECK_LINE, 2 * title)
    beside = [block.text for block in passage.en if block.kind not in _HEADLINE]
    return any(zh + en) and all(zh) and all(len(text) <= longest and not text.endswith(".") for text in beside)


def _headline(headline: str | None, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Take the lines of the text where together they are the headline, so that it breaks where the paper broke it."""
    if headline is None or squeeze(headline) == squeeze("".join(lines)):
        return lines
    return (headline,)


def _left_over(lines: Iterable[str], shown: Iterable[str]) -> tuple[str, ...]:
    whole = squeeze("".join(shown))
    return tuple(line for line in lines if squeeze(line) not in whole)
