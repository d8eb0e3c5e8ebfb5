"""Inside a passage: which sentences of original and translation say the same."""

import math
from collections.abc import Iterable, Iterator, Sequence
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
# So much misfit halves a score: right pairs of long paragraphs have six or seven, since no translation is literal.
_HALVING: Final = 18.0
# A block that has so many times the sentences of another has not just lost some.
_MOST_TIMES: Final = 8


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


def reunited(
    beads: Iterable[items.Bead],
    zh: Sequence[Reading],
    en: Sequence[Reading],
    rarity: Rarity,
    limits: Limits | None,
) -> list[items.Bead]:
    """Put blocks side by side again that stand alone beside each other though a sentence of both says the same.

    A block that has lost most of its sentences on one side is unlike its counterpart as a whole.
    """
    done: list[items.Bead] = []
    for bead in beads:
        if done and (joint := _joint(done[-1], bead)) and (not limits or limits.allows(joint.i, 1, joint.j, 1)):
            found = _found_inside(zh[joint.i], en[joint.j], rarity)
            if any(inner.a and inner.b for inner in found):
                done[-1] = joint._replace(misfit=sum(inner.misfit for inner in found))
                continue
        done.append(bead)
    return done


def _joint(one: items.Bead, other: items.Bead) -> items.Bead | None:
    """Make one bead of two that follow each other, if one stands alone on either side."""
    return items.Bead(one.i, 1, one.j, 1, 0.0) if (one.a + other.a, one.b + other.b) == (1, 1) else None


def _found_inside(zh: Reading, en: Reading, rarity: Rarity) -> list[items.Bead]:
    """Pair the sentences of two blocks, if there is anything to choose and one is not many times the other."""
    fewer, more = sorted((len(zh.sentences), len(en.sentences)))
    if more == 1 or more > _MOST_TIMES * fewer:
        return []
    return pair_items(zh.sentences, en.sentences, rarity, level=SENTENCES)


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
