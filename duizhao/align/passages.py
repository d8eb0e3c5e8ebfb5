"""Passages of an article: which paragraphs of the original and of the translation stand side by side."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Final, TypeAlias

from duizhao.align.beads import pair_items
from duizhao.align.features import weight
from duizhao.align.inside import CERTAIN, lone_beads, one_bead, score, sentence_beads, sentence_items
from duizhao.align.lexicon import Lexicon
from duizhao.align.rarity import rarity
from duizhao.align.readings import readings
from duizhao.align.vocabulary import BUILT_IN, Vocabulary, lexicon
from duizhao.model import Article, Bead, Block, Passage
from duizhao.text import is_mainly_han

_HEAD: Final = frozenset({"title", "headline"})
# Where the translation repeats its title at its head, an agency's line or a date may come first: no whole paragraph.
_BEFORE_TITLE: Final = 2
_LONGEST_BEFORE_TITLE: Final = 60
_REPEATED: Final = 0.75
_RETAINED: Final = 0.5
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?…:;。！？：；\"'”’)\]）】》*_—-]\Z")


def pair(article: Article, vocabulary: Vocabulary = BUILT_IN) -> tuple[Passage, ...]:
    """Pair an article's paragraphs and their sentences: each block is in one passage, each sentence in one bead.

    All stay in their order. The English title, with the English lines that repeat it, goes with the Chinese headline.
    English blocks that repeat the Chinese original stand alone. A passage's score is 1 where its place is beyond doubt
    (headlines, blocks that cannot have a counterpart); otherwise it halves for every 12 that the misfit of lengths,
    kinds and names comes to, and is one half for a block that found no counterpart.
    """
    rows = enumerate(_rows(_original(article), _translation(article), lexicon(vocabulary)), 1)
    return tuple(
        Passage(number=number, zh=tuple(zh), en=tuple(en), score=certainty, beads=beads)
        for number, (zh, en, certainty, beads) in rows
    )


def is_head(passage: Passage) -> bool:
    """Tell whether a passage is the headline with its title."""
    return all(blocks and blocks[0].kind in _HEAD for blocks in (passage.zh, passage.en))


Row: TypeAlias = tuple[Sequence[Block], Sequence[Block], float, tuple[Bead, ...]]
"""A passage in the making: its blocks of either side, its score and its sentences."""


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


def _rows(original: Sequence[Block], translation: Sequence[Block], known: Lexicon) -> Iterator[Row]:
    """Pair the heads, then the texts below them."""
    zh, en = _head(original), _head(translation)
    if zh and en:
        yield original[:zh], translation[:en], CERTAIN, one_bead(original[:zh], translation[:en])
    else:
        zh = en = 0
    yield from _rows_of_texts(original[zh:], translation[en:], known)


def _rows_of_texts(zh: Sequence[Block], en: Sequence[Block], known: Lexicon) -> Iterator[Row]:
    """Pair texts; English blocks that repeat the Chinese are set aside first, and put back where they stand."""
    is_aside = [is_mainly_han(block.text) for block in en]
    kept = [block for block, aside in zip(en, is_aside, strict=True) if not aside]
    before = accumulate((not aside for aside in is_aside), initial=0)
    walls = frozenset(count for count, aside in zip(before, is_aside, strict=False) if aside)
    waiting = deque(zip(en, is_aside, strict=True))
    for row in _pairs(zh, kept, known, walls) if zh and kept else _alone(zh, kept):
        if row[1] and (aside := _set_aside(waiting)):
            yield (), aside, CERTAIN, lone_beads(aside, "en")
        yield row
        for _ in row[1]:
            waiting.popleft()
    if aside := _set_aside(waiting):
        yield (), aside, CERTAIN, lone_beads(aside, "en")


def _set_aside(waiting: deque[tuple[Block, bool]]) -> tuple[Block, ...]:
    """Take the blocks in front that were set aside: the original repeated is one passage, however many lines it has."""
    aside = []
    while waiting and waiting[0][1]:
        aside.append(waiting.popleft()[0])
    return tuple(aside)


def _alone(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Row]:
    """Let each block stand alone, where there is nothing to pair it with."""
    yield from (((block,), (), CERTAIN, lone_beads([block], "zh")) for block in zh)
    yield from (((), (block,), CERTAIN, lone_beads([block], "en")) for block in en)


def _pairs(zh: Sequence[Block], en: Sequence[Block], known: Lexicon, walls: frozenset[int]) -> Iterator[Row]:
    """Pair two texts by what their paragraphs name and how long they are. `walls`: where blocks were set aside."""
    left, right = readings(zh, en, known, walls)
    is_cut = breaks_off(en[-1])
    rare = rarity(sentence_items(left), sentence_items(right), weight)
    found = pair_items([reading.whole for reading in left], [reading.whole for reading in right], rare, is_cut=is_cut)
    end = max((bead.i + bead.a for bead in found if bead.b), default=0) if is_cut else len(zh)
    for bead in found:
        originals, translations = slice(bead.i, bead.i + bead.a), slice(bead.j, bead.j + bead.b)
        is_last = is_cut and bead.j + bead.b == len(en)
        beads = sentence_beads(left[originals], right[translations], rare, is_cut=is_last, certainty=score(bead, end))
        yield zh[originals], en[translations], score(bead, end), beads


def breaks_off(block: Block) -> bool:
    """Tell whether a translation's block ends in the middle of a sentence."""
    return block.kind == "text" and _STOP.search(block.text) is None


def _head(blocks: Sequence[Block]) -> int:
    """Count the blocks of the headline: those that are marked so, and up to a later repetition of the first."""
    count = len(list(takewhile(lambda block: block.kind in _HEAD, blocks)))
    if not count or blocks[0].kind != "title":
        return count
    before = list(takewhile(_may_stand_before_title, blocks[count : count + _BEFORE_TITLE]))
    near = blocks[count : count + len(before) + 1]
    return next((at for at, block in enumerate(near, count + 1) if _says_again(block.text, blocks[0].text)), count)


def _may_stand_before_title(block: Block) -> bool:
    return len(block.text) <= _LONGEST_BEFORE_TITLE and not is_mainly_han(block.text)


def _says_again(text: str, title: str) -> bool:
    """Tell whether a line has half the title's words, and few others."""
    if len(text) > 2 * len(title) or text.endswith("."):
        return False
    words, known = set(_WORD.findall(text.casefold())), set(_WORD.findall(title.casefold()))
    shared = len(words & known)
    return shared >= _REPEATED * len(words) and shared >= _RETAINED * len(known)
