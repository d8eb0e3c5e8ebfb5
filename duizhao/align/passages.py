"""Passages of an article: which paragraphs of the original and of the translation stand side by side."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

from duizhao.align.beads import pair_items
from duizhao.align.features import english_features, han_features, weight
from duizhao.align.items import Bead, Item, Kind
from duizhao.align.lengths import han_length, ratio_of
from duizhao.model import Article, Block, Passage
from duizhao.text import is_mainly_han

_HEAD: Final = frozenset({"title", "headline"})
_KINDS: Final[dict[str, Kind]] = {"heading": "heading", "signature": "signature"}
# Where the translation repeats its title at its head, an agency's line or a date may come first.
_BEFORE_TITLE: Final = 3
_REPEATED: Final = 0.75
_RETAINED: Final = 0.5
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…:;。！？：；\"'”’)\]）】》*_—-]\Z")

_CERTAIN: Final = 1.0
_GUESS: Final = 0.5
# So much misfit halves a score.
_HALVING: Final = 4.0


def pair(article: Article) -> tuple[Passage, ...]:
    """Pair an article's paragraphs: each block of either side is in one passage, in its order.

    The English title, with the English lines that repeat it, goes with the Chinese headline. English blocks that
    repeat the Chinese original stand alone. A passage's score is 1 where its place is beyond doubt (headlines, blocks
    that cannot have a counterpart); otherwise it halves for every 4 that the misfit of lengths, kinds and names
    comes to, and is one half for a block that found no counterpart.
    """
    rows = enumerate(_rows(_original(article), _translation(article)), 1)
    return tuple(Passage(number=number, zh=tuple(zh), en=tuple(en), score=score) for number, (zh, en, score) in rows)


Row: TypeAlias = tuple[Sequence[Block], Sequence[Block], float]
"""A passage in the making: its blocks of either side and its score."""


def _original(article: Article) -> tuple[Block, ...]:
    """List the blocks of the original, its headline first, even if the text does not repeat it."""
    if not article.headline.zh or any(block.kind == "headline" for block in article.zh):
        return article.zh
    line = article.zh[0].line if article.zh else 1
    return (Block(line=line, text=article.headline.zh, kind="title"), *article.zh)


def _translation(article: Article) -> tuple[Block, ...]:
    """List the blocks of the translation, the header's title first."""
    if not article.headline.en:
        return article.en
    return (Block(line=1, text=article.headline.en, kind="title"), *article.en)


def _rows(original: Sequence[Block], translation: Sequence[Block]) -> Iterator[Row]:
    """Pair the heads, then the texts below them, with what takes no part put back in its place."""
    if not original or not translation:
        yield from (((block,), (), _CERTAIN) for block in original)
        yield from (((), (block,), _CERTAIN) for block in translation)
        return
    zh, en = _head(original), _head(translation)
    if zh and en:
        yield original[:zh], translation[:en], _CERTAIN
    else:
        zh = en = 0
    yield from _rows_of_texts(original[zh:], translation[en:])


def _rows_of_texts(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Row]:
    """Pair texts; English blocks that repeat the Chinese are set aside first, and put back where they stand."""
    aside = [at for at, block in enumerate(en) if is_mainly_han(block.text)]
    kept = [block for block in en if not is_mainly_han(block.text)]
    # The kept block that each of those set aside stands before.
    walls = [at - before for before, at in enumerate(aside)]
    waiting = list(zip(walls, aside, strict=True))
    done = 0
    for row in _pairs(zh, kept, frozenset(walls)):
        while row[1] and waiting and waiting[0][0] <= done:
            yield (), (en[waiting.pop(0)[1]],), _CERTAIN
        yield row
        done += len(row[1])
    yield from (((), (en[at],), _CERTAIN) for _, at in waiting)


def _pairs(zh: Sequence[Block], en: Sequence[Block], walls: frozenset[int]) -> Iterator[Row]:
    """Pair two texts by what their paragraphs name and how long they are."""
    lengths = [han_length(block.text) for block in zh]
    ratio = ratio_of(sum(lengths), sum(len(block.text) for block in en))
    left = [
        Item(length=length * ratio, features=han_features(block.text), kind=_KINDS.get(block.kind, "text"))
        for block, length in zip(zh, lengths, strict=True)
    ]
    words = frozenset[str]().union(*(item.features for item in left))
    right = [
        Item(
            length=len(block.text),
            features=english_features(block.text, words),
            kind=_KINDS.get(block.kind, "text"),
            is_wall=at in walls,
        )
        for at, block in enumerate(en)
    ]
    is_cut = bool(en) and _is_cut(en[-1])
    beads = pair_items(left, right, weight, is_cut=is_cut)
    rest = len(zh) if not is_cut else max((bead.i + bead.a for bead in beads if bead.b), default=0)
    for bead in beads:
        yield zh[bead.i : bead.i + bead.a], en[bead.j : bead.j + bead.b], _score(bead, rest)


def _score(bead: Bead, rest: int) -> float:
    """Score a bead. `rest`: the first block of the original that a broken-off translation does not reach."""
    if not bead.a or not bead.b:
        return _CERTAIN if bead.a and bead.i >= rest else _GUESS
    return round(math.exp2(-bead.misfit / _HALVING), 2)


def _is_cut(block: Block) -> bool:
    """Tell whether a translation's last block breaks off in the middle of a sentence."""
    return block.kind == "text" and _STOP.search(block.text) is None


def _head(blocks: Sequence[Block]) -> int:
    """Count the blocks of the headline: those that are marked so, and up to a later repetition of the first."""
    count = len(list(takewhile(lambda block: block.kind in _HEAD, blocks)))
    if not count or blocks[0].kind != "title":
        return count
    near = takewhile(lambda block: not is_mainly_han(block.text), blocks[count : count + _BEFORE_TITLE])
    return next((at for at, block in enumerate(near, count + 1) if _says_again(block.text, blocks[0].text)), count)


def _says_again(text: str, title: str) -> bool:
    """Tell whether a line has half the title's words, and few others."""
    if len(text) > 2 * len(title) or text.endswith("."):
        return False
    words, known = set(_WORD.findall(text.casefold())), set(_WORD.findall(title.casefold()))
    shared = len(words & known)
    return shared >= _REPEATED * len(words) and shared >= _RETAINED * len(known)
