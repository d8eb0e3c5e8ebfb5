"""Where in an article's passages its numbers and dates disagree."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from duizhao.assess.numbers.agreement import is_meant, is_said, reach, said
from duizhao.assess.numbers.amounts import Amount
from duizhao.assess.numbers.disagreements import Compared, Difference, Disagreement, compared, differences, disagreement
from duizhao.model import Bead, Block, Passage, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A disagreement and where it stands: its starts are places in the text of their blocks.

    `passage` is the passage's number, `bead` the place of the bead in it, from 0. `zh_block` and `en_block` are places
    among the passage's blocks, from 0; None where that side says nothing.
    """

    found: Disagreement
    passage: int
    bead: int
    zh_block: int | None
    en_block: int | None


def located(passages: Sequence[Passage]) -> tuple[Located, ...]:
    """Compare the passages of an article, sentence by sentence, in their order.

    A number that the other side of the passage says in another sentence is no disagreement, nor is one that seems left
    out or added, if another passage has it. A sentence that has no partner is not told number by number.
    """
    every = [(passage, compared(_text(passage.zh), _text(passage.en))) for passage in passages]
    found = [
        (passage, both, at, difference)
        for passage, both in every
        if both.only_original or both.only_translation
        for at, bead in enumerate(passage.beads)
        if bead.zh and bead.en
        for difference in differences(_of_bead(passage, both, bead))
    ]
    if not found:
        return ()
    original = said([amount for _, both in every for amount in both.original], with_half=False)
    amounts = [amount for _, both in every for amount in both.translation]
    translation = said(amounts, with_half=False)
    wide = reach(amounts, translation.numbers)
    return tuple(
        _located(passage, both, at, (one, other))
        for passage, both, at, (one, other) in found
        if not (other is None and one and (is_said(one, translation) or is_meant(one, wide)))
        if not (one is None and other and is_said(other, original))
    )


def _located(passage: Passage, both: Compared, at: int, difference: Difference) -> Located:
    found = disagreement(both, difference)
    zh_block, zh_start = _place(passage.zh, found.zh_start)
    en_block, en_start = _place(passage.en, found.en_start)
    found = replace(found, zh_start=zh_start, en_start=en_start)
    return Located(found=found, passage=passage.number, bead=at, zh_block=zh_block, en_block=en_block)


def _of_bead(passage: Passage, both: Compared, bead: Bead) -> Compared:
    """Keep what stands in a bead; its places stay those of the passage."""
    zh, en = _extent(passage.zh, bead.zh), _extent(passage.en, bead.en)
    return replace(
        both,
        original=_within(both.original, zh),
        translation=_within(both.translation, en),
        only_original=_within(both.only_original, zh),
        only_translation=_within(both.only_translation, en),
    )


def _within(amounts: Sequence[Amount], extent: range) -> list[Amount]:
    return [amount for amount in amounts if amount.start in extent]


def _extent(blocks: Sequence[Block], spans: Sequence[Span]) -> range:
    """Say where sentences stand in the text of their passage."""
    starts = _starts(blocks)
    return range(starts[spans[0].block] + spans[0].start, starts[spans[-1].block] + spans[-1].end)


def _place(blocks: Sequence[Block], start: int | None) -> tuple[int | None, int | None]:
    """Find the block of a place in the text of a passage, and the place in that block."""
    if start is None:
        return None, None
    starts = _starts(blocks)
    block = bisect_right(starts, start) - 1
    return block, start - starts[block]


def _starts(blocks: Sequence[Block]) -> list[int]:
    return list(accumulate((len(block.text) + 1 for block in blocks[:-1]), initial=0))


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)
