"""Where in an article's passages its numbers and dates disagree."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from duizhao.assess.agreement import is_said, said
from duizhao.assess.amounts import Amount
from duizhao.assess.numbers import Compared, Disagreement, compared, told
from duizhao.model import Block, Passage, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A disagreement, and where it stands; its starts count from the start of their blocks.

    `passage` is a passage's number, `bead` the place of a bead in it, from 0. A block is the place of one in its side
    of the passage, from 0; None where that side says nothing.
    """

    found: Disagreement
    passage: int
    bead: int
    zh_block: int | None
    en_block: int | None


def located(passages: Sequence[Passage]) -> tuple[Located, ...]:
    """Compare the passages of an article, in their order.

    A number that the other side of the same passage says in another sentence is no disagreement. What the translation
    seems to leave out must not stand anywhere else in it, nor in the original what it seems to add.
    """
    every = [(passage, compared(_joined(passage.zh), _joined(passage.en))) for passage in passages]
    suspects = [(passage, both) for passage, both in every if both.only_original or both.only_translation]
    if not suspects:
        return ()
    ...
