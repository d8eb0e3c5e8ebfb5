"""Passages of an article: which paragraphs of the original and of the translation stand side by side."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Final, NamedTuple

from duizhao.align.beads import pair_items
from duizhao.align.by_hand import ByHand
from duizhao.align.features import weight
from duizhao.align.inside import CERTAIN, head_beads, lone_beads, reunited, score, sentence_beads, sentence_items
from duizhao.align.lexicon import Lexicon
from duizhao.align.rarity import rarity
from duizhao.align.readings import readings
from duizhao.align.vocabulary import BUILT_IN, Vocabulary, lexicon
from duizhao.model import Article, Bead, Block, Corrections, Passage
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
    English blocks that repeat the Chinese original stand alone. The article's corrections hold before all else. A
    passage's score is 1 where its place is beyond doubt (headlines, blocks that cannot have a counterpart, what
    corrections pin); otherwise it halves for every 18 that the misfit of lengths, kinds and names comes to, and is one
    half for a block that found no counterpart.
    """
    rows = _rows(*sides(article), article.corrections, lexicon(vocabulary))
    return tuple(
        Passage(
            number=number, zh=tuple(row.zh), en=tuple(row.en), score=row.score, beads=row.beads, is_pinned=row.is_pinned
        )
        for number, row in enumerate(rows, 1)
    )


def sides(article: Article) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """List the blocks of the original and those of the translation, as passages hold them: titles come first."""
    return _original(article), _translation(article)


def is_repeated_original(block: Block) -> bool:
    """Tell whether a block of the translation repeats the original: it stands alone."""
    return is_mainly_han(block.text)


def is_head(passage: Passage) -> bool:
    """Tell whether a passage is the headline with its title."""
    return all(blocks and blocks[0].kind in _HEAD for blocks in (passage.zh, passage.en))


class Row(NamedTuple):
    """A passage in the making."""

    zh: Sequence[Block]
    en: Sequence[Block]
    score: float
    beads: tuple[Bead, ...]
    is_pinned: bool = False


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


def _rows(
    original: Sequence[Block], translation: Sequence[Block], corrections: Corrections, known: Lexicon
) -> Iterator[Row]:
    """Pair the heads, where no correction is against it; then the texts below them."""
    by_hand = ByHand(corrections, range(len(original)), range(len(translation)))
    zh, en = _head(original), _head(translation)
    beads = None
    if zh and en and by_hand.allows_head(zh, en):
        beads = head_beads(original[:zh], translation[:en], by_hand.among(slice(zh), slice(en)))
    if beads is None:
        zh = en = 0
    else:
        yield Row(original[:zh], translation[:en], CERTAIN, beads, by_hand.pins_head(zh, en))
    below = by_hand.among(slice(zh, None), slice(en, None))
    yield from _rows_of_texts(original[zh:], translation[en:], below, known)


def _rows_of_texts(zh: Sequence[Block], en: Sequence[Block], by_hand: ByHand, known: Lexicon) -> Iterator[Row]:
    """Pair texts; English blocks that repeat the Chinese are set aside first, and put back where they stand."""
    is_aside = [is_repeated_original(block) for block in en]
    kept = [block for block, aside in zip(en, is_aside, strict=True) if not aside]
    before = accumulate((not aside for aside in is_aside), initial=0)
    walls = frozenset(count for count, aside in zip(before, is_aside, strict=False) if aside)
    waiting = deque(zip(en, is_aside, strict=True))
    among_kept = by_hand.without(is_aside)
    for row in _pairs(zh, kept, known, walls, among_kept) if zh and kept else _alone(zh, kept):
        if row.en and (aside := _set_aside(waiting)):
            yield Row((), aside, CERTAIN, lone_beads(aside, "en"))
        yield row
        for _ in row.en:
            waiting.popleft()
    if aside := _set_aside(waiting):
        yield Row((), aside, CERTAIN, lone_beads(aside, "en"))


def _set_aside(waiting: deque[tuple[Block, bool]]) -> tuple[Block, ...]:
    """Take the blocks in front that were set aside: the original repeated is one passage, however many lines it has."""
    aside = []
    while waiting and waiting[0][1]:
        aside.append(waiting.popleft()[0])
    return tuple(aside)


def _alone(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Row]:
    """Let each block stand alone, where there is nothing to pair it with."""
    yield from (Row((block,), (), CERTAIN, lone_beads([block], "zh")) for block in zh)
    yield from (Row((), (block,), CERTAIN, lone_beads([block], "en")) for block in en)


def _pairs(
    zh: Sequence[Block], en: Sequence[Block], known: Lexicon, walls: frozenset[int], by_hand: ByHand
) -> Iterator[Row]:
    """Pair two texts by what their paragraphs name and how long they are. `walls`: where blocks were set aside."""
    left, right = readings(zh, en, known, walls)
    is_cut = breaks_off(en[-1])
    rare = rarity(sentence_items(left), sentence_items(right), weight)
    wholes = [reading.whole for reading in left], [reading.whole for reading in right]
    limits = by_hand.of_blocks()
    found = pair_items(*wholes, rare, is_cut=is_cut, limits=limits)
    found = reunited(found, left, right, rare, limits)
    end = max((bead.i + bead.a for bead in found if bead.b), default=0) if is_cut else len(zh)
    for bead in found:
        originals, translations = slice(bead.i, bead.i + bead.a), slice(bead.j, bead.j + bead.b)
        is_last = is_cut and bead.j + bead.b == len(en)
        certainty = score(bead, end, limits)
        sentences, inner = (left[originals], right[translations]), by_hand.among(originals, translations)
        beads = sentence_beads(*sentences, rare, inner, is_cut=is_last, certainty=certainty)
        is_pinned = limits is not None and limits.is_pinned(bead)
        yield Row(zh[originals], en[translations], certainty, beads, is_pinned)


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
