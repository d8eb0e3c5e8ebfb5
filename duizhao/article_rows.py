"""The rows of an article's page: what each passage is (paragraph, sub-heading, signature, line of verse), and its HTML.

Sources say little of this: most sub-headings look like short paragraphs, and a signature is pushed right in one
language only. Two languages tell more than one, so it is decided here, where both sides of a passage are known.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby
from typing import Final, Literal, NamedTuple, TypeAlias

from markupsafe import Markup

from duizhao import markup
from duizhao.markup import Rendered, Writing
from duizhao.model import Block, Passage
from duizhao.sentence_marks import sentence_marks
from duizhao.text import is_mainly_han, squeeze

Side: TypeAlias = Literal["zh", "en"]
Role: TypeAlias = Literal["text", "heading", "signature", "line", "repeat"]
Note: TypeAlias = Literal["", "original", "translation", "repeated"]

SHORT: Final[dict[Side, int]] = {"zh": 20, "en": 72}
"""Characters up to which a paragraph may be a line of verse or of a list."""

RUN: Final = 3
"""Short passages in a row that make verse; fewer are a greeting, a caption, a signature."""

HEADING: Final[dict[Side, int]] = {"zh": 30, "en": 100}
"""Characters up to which a paragraph may be a sub-heading."""

BELOW_HEADING: Final = 3
"""What stands below a sub-heading is at least so many times as long."""

TITLE_CASE: Final = 0.75
"""The share of an English sub-heading's words of four letters and more that begin with a capital."""

_LONG_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
_STOP = re.compile(r"[。！？；：，、…）)”’\"'.!?;:,]$")
_LIST_MARK = re.compile(
    r"[＊*▲△●○◆◇■□·•]|[（(][一二三四五六七八九十\d０-９]+[）)]|(?:[\d０-９]+|[一二三四五六七八九十]+)[.．、]"
)
_CREDIT = re.compile(r"摄$|^[（(].*[）)]$")
_HEADLINE: Final = frozenset({"title", "headline"})
_SHOWN: Final = frozenset({"heading", "signature"})
"""Roles that all blocks of a passage have as their kind."""


class Row(NamedTuple):
    """A passage.

    `opening`: its start, with its number and its sentence marks. `zh`, `en`: its cells, empty where it lacks that side.
    `folded`: the translation without a cell, where that only repeats the original. `note`: what is said beside a text
    without partner, as a key of the interface's words; empty where nothing is to be said.
    """

    number: int
    opening: Markup
    zh: Markup
    en: Markup
    folded: Markup
    note: Note


def rows(passages: Sequence[Passage], writing: Writing, authors: Collection[str] = ()) -> Iterator[Row]:
    """Turn passages into rows. `authors`: names that may stand alone on a line and are no sub-heading then.

    `writing`: its own language is that of the element around all rows.
    """
    for passage, role in zip(passages, _roles(passages, authors), strict=True):
        zh, en = _side(passage.zh, "zh", writing, role), _side(passage.en, "en", writing, role, is_last=True)
        marks = sentence_marks(passage, [block.html for block in zh.blocks], [block.html for block in en.blocks])
        yield Row(
            passage.number,
            markup.opening(passage.number, marks, _classes(passage) if role == "line" else "", passage.also),
            zh.cell,
            en.cell,
            markup.blocks(en.blocks) if role == "repeat" else Markup(),
            _note(passage, role),
        )


def cell(blocks: Sequence[Block], side: Side, writing: Writing) -> Markup:
    """Turn the blocks of a side into HTML."""
    return _side(blocks, side, writing, "text").cell


class _Made(NamedTuple):
    """A side of a row as a cell, and each of its blocks."""

    cell: Markup
    blocks: Sequence[Rendered]


def _side(blocks: Sequence[Block], side: Side, writing: Writing, role: Role, *, is_last: bool = False) -> _Made:
    is_tight = len(blocks) > 1 and _are_short(blocks, side)
    # Where every line stands after a blank one, the blank lines mean nothing.
    gaps = is_tight and not all(block.gap for block in blocks[1:])
    render = markup.original if side == "zh" else markup.translation
    kind = role if role in _SHOWN else None
    made = [
        render(block.text, writing.languages, _classes_of(kind or block.kind, gap=gaps and n > 0 and block.gap))
        for n, block in enumerate(blocks)
    ]
    form: markup.Form = "heading" if role == "heading" else "verse" if is_tight else "text"
    return _Made(markup.cell(made, side, writing, form, is_last=is_last), made)


def _classes_of(kind: str, *, gap: bool) -> str:
    if kind == "text":
        return "gap" if gap else ""
    return f"{kind} gap" if gap else kind


def _classes(passage: Passage) -> str:
    """Name a line of verse or of a list, and one with which a new stanza starts."""
    # The original alone says where a stanza ends: many translations have a blank line between any two.
    return "line gap" if (passage.zh or passage.en)[0].gap else "line"


def _note(passage: Passage, role: Role) -> Note:
    """Say what is missing beside a passage; a headline that stands once more in one language misses nothing."""
    if role == "repeat":
        return "repeated"
    if (passage.zh and passage.en) or all(block.kind in _HEADLINE for block in (*passage.zh, *passage.en)):
        return ""
    return "translation" if passage.zh else "original"


def _roles(passages: Sequence[Passage], authors: Collection[str]) -> Iterator[Role]:
    """Say what each passage is; short ones are lines where enough of them follow one another."""
    below = chain(passages[1:], [None])
    guessed = [_role(passage, following, authors) for passage, following in zip(passages, below, strict=False)]
    for role, group in groupby(guessed):
        length = len(list(group))
        yield from ["text" if role == "line" and length < RUN else role] * length


def _role(passage: Passage, below: Passage | None, authors: Collection[str]) -> Role:
    blocks = (*passage.zh, *passage.en)
    if not passage.zh and all(is_mainly_han(block.text) for block in passage.en):
        return "repeat"
    if all(block.kind == "heading" for block in blocks) or (below and _is_heading(passage, below, authors)):
        return "heading"
    if _is_signature(passage):
        return "signature"
    return "line" if _is_line(passage) else "text"


def _is_heading(passage: Passage, below: Passage, authors: Collection[str]) -> bool:
    """Is it one short line in each language, without a stop, the English in title case, and much longer text below?"""
    if not (len(passage.zh) == len(passage.en) == 1 and below.zh and below.en):
        return False
    zh, en = passage.zh[0].text, passage.en[0].text
    return (
        len(zh) <= HEADING["zh"]
        and len(en) <= HEADING["en"]
        and not (_STOP.search(zh) or _STOP.search(en) or _LIST_MARK.match(zh))
        and not (zh in authors or en in authors)
        and _is_title_case(en)
        and _length(below) >= BELOW_HEADING * _length(passage)
    )


def _is_title_case(text: str) -> bool:
    words: list[str] = _LONG_WORD.findall(text)
    return sum(word[0].isupper() for word in words) >= TITLE_CASE * max(len(words), 1)


def _length(passage: Passage) -> int:
    return sum(len(block.text) for block in passage.zh)


def _is_signature(passage: Passage) -> bool:
    """Is one side pushed right, and the other short or pushed right as well?"""
    sides = [side for side in (passage.zh, passage.en) if side]
    if not any(all(block.kind == "signature" for block in side) for side in sides):
        return False
    return _are_short(passage.zh, "zh", "signature") and _are_short(passage.en, "en", "signature")


def _is_line(passage: Passage) -> bool:
    """Could it be a line of verse? An item of a list and a photographer's credit are paragraphs, however short."""
    is_short = _are_short(passage.zh, "zh") and _are_short(passage.en, "en")
    return is_short and not any(_LIST_MARK.match(block.text) or _CREDIT.search(block.text) for block in passage.zh)


def _are_short(blocks: Sequence[Block], side: Side, *kinds: str) -> bool:
    return all(block.kind in ("text", *kinds) and _is_short(block.text, SHORT[side]) for block in blocks)


def _is_short(text: str, most: int) -> bool:
    """Has a text no more characters than `most`, white space left out? Of a paragraph, its beginning tells."""
    return len(squeeze(text[: 2 * most])) <= most and len(squeeze(text)) <= most
