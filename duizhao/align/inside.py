"""Inside a passage: which sentences of original and translation say the same."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from duizhao.align import items
from duizhao.align.beads import pair_items
from duizhao.align.by_hand import ByHand
from duizhao.align.costs import SENTENCES
from duizhao.align.limits import Limits
from duizhao.align.rarity import Rarity
from duizhao.align.readings import Reading
from duizhao.align.sentences import Side, sentences
from duizhao.model import Bead, Block, Span

CERTAIN: Final = 1.0
_GUESS: Final = 0.5
# So much misfit halves a score: right pairs of long paragraphs have five or six, since no translation is literal.
_HALVING: Final = 12.0


def score(bead: items.Bead, end: int, limits: Limits | None) -> float:
    """Score a bead. `end`: the first item of the original that a broken-off translation does not reach."""
    if limits and limits.is_pinned(bead):
        return CERTAIN
    if not bead.a or not bead.b:
        return CERTAIN if bead.a and bead.i >= end else _GUESS
    return round(math.exp2(-bead.misfit / _HALVING), 2)


def sentence_beads(  # noqa: PLR0913 - all of it is of the one passage
    zh: Sequence[Reading], en: Sequence[Reading], rarity: Rarity, by_hand: ByHand, *, is_cut: bool, certainty: float
) -> tuple[Bead, ...]:
    """Pair the sentences of a passage.

    Args:
        zh: The passage's blocks of the original, as read.
        en: Those of the translation.
        rarity: How much a name tells in the article.
        by_hand: The corrections of the passage.
        is_cut: The translation breaks off at the end of the passage.
        certainty: The passage's score: the score of its beads, where there is nothing to choose.
    """
    spans_zh, spans_en = _spans(zh), _spans(en)
    if not spans_zh or not spans_en:
        return _apart(spans_zh, spans_en, certainty)
    limits = by_hand.of_sentences(spans_zh, spans_en)
    if len(spans_zh) == len(spans_en) == 1 and not limits:
        return (Bead(zh=spans_zh, en=spans_en, score=certainty),)
    left, right = sentence_items(zh), sentence_items(en)
    found = pair_items(left, right, rarity, level=SENTENCES, is_cut=is_cut, limits=limits)
    end = max((bead.i + bead.a for bead in found if bead.b), default=0) if is_cut else len(spans_zh)
    return tuple(
        Bead(
            zh=spans_zh[bead.i : bead.i + bead.a],
            en=spans_en[bead.j : bead.j + bead.b],
            score=score(bead, end, limits),
            is_pinned=limits is not None and limits.is_pinned(bead),
        )
        for bead in found
    )


def head_beads(zh: Sequence[Block], en: Sequence[Block], by_hand: ByHand) -> tuple[Bead, ...] | None:
    """Say that all sentences of a headline and those of its translation are one bead: a title says all at once.

    None where the corrections of these blocks say otherwise.
    """
    spans_zh, spans_en = tuple(_cut(zh, "zh")), tuple(_cut(en, "en"))
    if not spans_zh or not spans_en:
        return _apart(spans_zh, spans_en, CERTAIN)
    limits = by_hand.of_sentences(spans_zh, spans_en)
    whole = items.Bead(0, len(spans_zh), 0, len(spans_en), 0.0)
    if limits and not limits.allows(0, whole.a, 0, whole.b):
        return None
    return (Bead(zh=spans_zh, en=spans_en, is_pinned=bool(limits and limits.is_pinned(whole))),)


def lone_beads(blocks: Sequence[Block], side: Side) -> tuple[Bead, ...]:
    """List the sentences of blocks that have no counterpart: each is alone."""
    spans = tuple(_cut(blocks, side))
    return _apart(spans, (), CERTAIN) if side == "zh" else _apart((), spans, CERTAIN)


def _apart(zh: tuple[Span, ...], en: tuple[Span, ...], certainty: float) -> tuple[Bead, ...]:
    return (
        *(Bead(zh=(span,), en=(), score=certainty) for span in zh),
        *(Bead(zh=(), en=(span,), score=certainty) for span in en),
    )


def _cut(blocks: Sequence[Block], side: Side) -> Iterator[Span]:
    for at, block in enumerate(blocks):
        yield from (Span(block=at, start=start, end=end) for start, end in sentences(block.text, side))


def _spans(side: Sequence[Reading]) -> tuple[Span, ...]:
    return tuple(
        Span(block=at, start=start, end=end) for at, reading in enumerate(side) for start, end in reading.spans
    )


def sentence_items(side: Sequence[Reading]) -> list[items.Item]:
    """List the sentences of blocks that follow each other."""
    return [sentence for reading in side for sentence in reading.sentences]
