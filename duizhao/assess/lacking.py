"""What one of an article's texts lacks: what is not translated, what is added, where the translation breaks off."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from duizhao.align import RATIO, breaks_off, han_length
from duizhao.assess.doubtful import Doubtful, doubtful
from duizhao.assess.elsewhere import is_elsewhere, says_headline
from duizhao.assess.quotes import beginning, end, words
from duizhao.model import Article, Bead, Block, Notice, Passage
from duizhao.text import HAN_RANGES, Side, fold, is_mainly_han, squeeze

ENDS_EARLY: Final = 0.1
"""The share of the original, behind the last that is translated, from which a translation is said to break off."""
MUCH: Final = 24
"""Han characters that are more than a signature."""
CUT_SHORT: Final = 0.6
"""The share of the length it should have, below which a last paragraph without full stop is said to break off."""
STILL_THERE: Final = 0.5
"""The share of a translation's expected length from which it does not lack what is paired with nothing."""
SHORTEST: Final = 6
"""Han characters from which a sentence of a passage is missed."""
INDENT: Final = 4
"""Columns by which paragraphs of the original are indented."""
SHORTEST_ALONE: Final = 4
"""Letters or Han characters from which a passage is: “（完）” and a bar of dots are not."""

SHORT: Final[dict[Side, int]] = {"zh": 12, "en": 48}
"""Characters up to which a passage may be a line of verse."""

_HAN_STOP = re.compile("[。！？…][”’」』）》]*$")
_UNENDED: Final = re.compile(rf"[{HAN_RANGES}，、]\Z")
_POST: Final = re.compile(r"\A(?:本报|新华社)?(?:特约|特派|随军|驻\w{2,6}?)?(?:记者|通讯员)[\s：:]*")
_OF_PICTURES: Final = re.compile("[（(]附[图照][^（）()]*[）)]")
_HEADLINE: Final = frozenset({"title", "headline"})


def lacking(article: Article, passages: Sequence[Passage]) -> Iterator[Notice]:
    """Say what has no counterpart; where the translation breaks off, once for all that follows."""
    if not (article.zh and article.en):
        return
    shown = (article.author.zh, article.author.en, article.headline.zh, article.headline.en)
    known = {fold(text) for text in shown if text}
    rows = [passage for passage in passages if not _is_headline(passage)]
    silent = _silent(article, rows)
    cut = _cut(rows, silent)
    if cut:
        yield cut
        rows = [row for row in rows if row.number <= cut.passage]
    doubts = doubtful(rows)
    for row in rows:
        if not (row.zh and row.en):
            if row.is_pinned or row.number not in silent | doubts.passages:
                yield from _alone(row, known)
        elif not (cut and row.number == cut.passage):
            yield from _sentences(row, doubts, rows)


def _silent(article: Article, rows: Sequence[Passage]) -> set[int]:
    """Number the passages that stand alone and lack nothing.

    These are verse, the headline said again, credits put elsewhere, and the end of a sentence that the source breaks.
    """
    lone = [row for row in rows if not (row.zh and row.en)]
    above = takewhile(lambda row: not (row.zh and row.en), rows)
    again = {row.number for row in above if says_headline(row, article)}
    elsewhere = {row.number for row in lone if is_elsewhere(words(row.zh), words(row.en), rows)}
    return _verse(rows) | again | elsewhere | {row.number for row in _continued(rows)}


def _continued(rows: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the parts of sentences that the source breaks into two lines, if one of them stands alone."""
    for above, row in pairwise(rows):
        if above.zh and row.zh and _is_broken(above.zh[-1], row.zh[0]):
            yield from (part for part in (above, row) if not part.en)


def _is_broken(line: Block, following: Block) -> bool:
    """Does a line that is longer than a heading, or one above a quote that is set like no paragraph, not end?"""
    is_hanging = following.indent < INDENT and following.text[0] in "“《"
    return _UNENDED.search(line.text) is not None and (len(line.text) >= MUCH or is_hanging)


def _is_headline(passage: Passage) -> bool:
    return all(block.kind in _HEADLINE for block in (*passage.zh, *passage.en))


def _verse(rows: Sequence[Passage]) -> set[int]:
    """Number the lines of verse: short ones between short ones, headings apart.

    Of what a line of verse says, too little is its own for anybody to be sure that it is missing.
    """
    short = [all(len(squeeze(block.text)) <= SHORT[side] for side, block in _blocks(row)) for row in rows]
    around = zip([True, *short], short, [*short[1:], True], strict=False)
    return {
        row.number
        for row, run in zip(rows, around, strict=True)
        if all(run) and not any(block.kind == "heading" for _, block in _blocks(row))
    }


def _blocks(row: Passage) -> Iterator[tuple[Side, Block]]:
    yield from (("zh", block) for block in row.zh)
    yield from (("en", block) for block in row.en)


def _cut(rows: Sequence[Passage], silent: Collection[int]) -> Notice | None:
    """Say where the translation breaks off: in the middle of a sentence, or long before the original's end."""
    last = next((row for row in reversed(rows) if row.zh and row.en), None)
    if last is None:
        return None
    behind = [words(row.zh) for row in rows if row.number > last.number and row.zh and row.number not in silent]
    inside = list(takewhile(lambda bead: not bead.en, reversed(last.beads)))
    missing = [*(words(last.zh, bead.zh) for bead in reversed(inside)), *behind]
    if missing and _is_still_there(missing, [words(row.en) for row in rows if row.number > last.number]):
        return None
    is_open = breaks_off(last.en[-1])
    if not (is_open and (missing or _is_short(last))) and not _is_much(missing, rows):
        return None
    zh, en = missing[0] if missing else words(last.zh), words(last.en)
    return Notice(code="text-cut", passage=last.number, line=last.en[-1].line, zh=beginning(zh), en=end(en))


def _is_still_there(missing: Sequence[str], behind: Sequence[str]) -> bool:
    """Does a good part of a translation follow that is paired with nothing?"""
    return sum(map(len, behind)) >= STILL_THERE * RATIO * sum(map(han_length, missing))


def _is_short(row: Passage) -> bool:
    """Has the original's side come to a full stop, and the translation's not got far?"""
    expected = RATIO * han_length(words(row.zh))
    return _HAN_STOP.search(row.zh[-1].text) is not None and len(words(row.en)) < CUT_SHORT * expected


def _is_much(missing: Sequence[str], rows: Sequence[Passage]) -> bool:
    """Is it more than a signature or a credit: several paragraphs, and a good part of the whole?"""
    whole = sum(han_length(words(row.zh)) for row in rows)
    return len(missing) > 1 and sum(map(han_length, missing)) >= max(ENDS_EARLY * whole, MUCH)


def _alone(row: Passage, known: Collection[str]) -> Iterator[Notice]:
    """Say of a passage that only one text has it. What the page's head says, too, is not missing."""
    text = words(row.zh or row.en)
    plain = fold(_OF_PICTURES.sub("", text))
    if plain in known or fold(_POST.sub("", plain)) in known or len(fold(text)) < SHORTEST_ALONE:
        return
    if row.zh:
        yield Notice(code="text-untranslated", passage=row.number, line=row.zh[0].line, zh=beginning(text))
    else:
        is_original = all(is_mainly_han(block.text) for block in row.en)
        code = "text-repeated" if is_original else "text-added"
        yield Notice(code=code, passage=row.number, line=row.en[0].line, en=beginning(text))


def _sentences(row: Passage, doubts: Doubtful, rows: Sequence[Passage]) -> Iterator[Notice]:
    """Say which sentences of a passage only one text has, among all its `rows`."""
    for number, bead in enumerate(row.beads, 1):
        if bool(bead.zh) == bool(bead.en) or (row.number, number) in doubts.sentences:
            continue
        zh, en = words(row.zh, bead.zh), words(row.en, bead.en)
        if _is_missed(row, bead) and not is_elsewhere(zh, en, rows):
            line = row.zh[bead.zh[0].block].line if bead.zh else row.en[bead.en[0].block].line
            code = "text-untranslated" if bead.zh else "text-added"
            place = {"passage": row.number, "sentence": number, "line": line}
            yield Notice(code=code, **place, zh=beginning(zh), en=beginning(en))


def _is_missed(row: Passage, bead: Bead) -> bool:
    length = len(squeeze(words(row.zh, bead.zh))) or len(squeeze(words(row.en, bead.en))) / RATIO
    return length >= SHORTEST
