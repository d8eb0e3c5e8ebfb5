"""Passages of an article: which paragraphs of the original and of the translation stand side by side."""

import math
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
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
    """Pair the heads, then the texts below them."""
    zh, en = _head(original), _head(translation)
    if zh and en:
        yield original[:zh], translation[:en], _CERTAIN
    else:
        zh = en = 0
    yield from _rows_of_texts(original[zh:], translation[en:])


def _rows_of_texts(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Row]:
    """Pair texts; English blocks that repeat the Chinese are set aside first, and put back where they stand."""
    is_aside = [is_mainly_han(block.text) for block in en]
    kept = [block for block, aside in zip(en, is_aside, strict=True) if not aside]
    before = accumulate((not aside for aside in is_aside), initial=0)
    walls = frozenset(count for count, aside in zip(before, is_aside, strict=False) if aside)
    waiting = deque(zip(en, is_aside, strict=True))
    for row in _pairs(zh, kept, walls) if zh and kept else _alone(zh, kept):
        if row[1] and (aside := _set_aside(waiting)):
            yield (), aside, _CERTAIN
        yield row
        for _ in row[1]:
            waiting.popleft()
    if waiting:
        yield (), _set_aside(waiting), _CERTAIN


def _set_aside(waiting: deque[tuple[Block, bool]]) -> tuple[Block, ...]:
    """Take the blocks in front that were set aside: the original repeated is one passage, however many lines it has."""
    aside = []
    while waiting and waiting[0][1]:
        aside.append(waiting.popleft()[0])
    return tuple(aside)


def _alone(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Row]:
    """Let each block stand alone, where there is nothing to pair it with."""
    yield from (((block,), (), _CERTAIN) for block in zh)
    yield from (((), (block,), _CERTAIN) for block in en)


def _pairs(zh: Sequence[Block], en: Sequence[Block], walls: frozenset[int]) -> Iterator[Row]:
    """Pair two texts by what their paragraphs name and how long they are. `walls`: where blocks were set aside."""
    lengths = [han_length(block.text) for block in zh]
    ratio = ratio_of(sum(lengths), sum(len(block.text) for block in en))
    left = [
        Item(length=length * ratio, features=han_features(block.text), kind=_KINDS.get(block.kind, "text"))
        for block, length in zip(zh, lengths, strict=True)
    ]
    names = frozenset[str]().union(*(item.features for item in left))
    right = [_item(block, names, is_wall=at in walls) for at, block in enumerate(en)]
    is_cut = _is_cut(en[-1])
    beads = pair_items(left, right, weight, is_cut=is_cut)
    end = max((bead.i + bead.a for bead in beads if bead.b), default=0) if is_cut else len(zh)
    for bead in beads:
        yield zh[bead.i : bead.i + bead.a], en[bead.j : bead.j + bead.b], _score(bead, end)


def _item(block: Block, names: frozenset[str], *, is_wall: bool) -> Item:
    features = english_features(block.text, names)
    return Item(length=len(block.text), features=features, kind=_KINDS.get(block.kind, "text"), is_wall=is_wall)


def _score(bead: Bead, end: int) -> float:
    """Score a bead. `end`: the first block of the original that a broken-off translation does not reach."""
    if not bead.a or not bead.b:
        return _CERTAIN if bead.a and bead.i >= end else _GUESS
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
