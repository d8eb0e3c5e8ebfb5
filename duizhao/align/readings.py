"""What the aligner reads in a block: its sentences, how long each is, and what it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from duizhao.align.features import english_features, han_features, latin_words
from duizhao.align.items import Item, Kind, joined
from duizhao.align.lengths import han_length, ratio_of
from duizhao.align.lexicon import Lexicon, mark, words_en
from duizhao.align.sentences import Spans, sentences
from duizhao.model import Block

_FEWEST: Final = 3
"""As many paragraphs on both sides may be chance where they are fewer."""
_UNLIKE: Final = 2.5
_KINDS: Final[dict[str, Kind]] = {"heading": "heading", "signature": "signature"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A block as the aligner sees it: the whole as one item, and its sentences."""

    whole: Item
    spans: Spans
    sentences: tuple[Item, ...]


def readings(
    zh: Sequence[Block], en: Sequence[Block], known: Lexicon, walls: frozenset[int] = frozenset()
) -> tuple[list[Reading], list[Reading]]:
    """Read the blocks of both sides. `walls`: the English blocks that something set aside stands before."""
    latin = frozenset(chain.from_iterable(latin_words(block.text) for block in zh))
    translation = [_translation(block, latin, known, is_wall=at in walls) for at, block in enumerate(en)]
    there = frozenset[str]().union(*(reading.whole.names for reading in translation))
    ratio = ratio_between(zh, en)
    return [_original(block, ratio, known, there) for block in zh], translation


def ratio_between(zh: Sequence[Block], en: Sequence[Block]) -> float:
    """Estimate how many characters of the translation one of the original has become."""
    han, english = [han_length(block.text) for block in zh], [float(len(block.text)) for block in en]
    return ratio_of(sum(han), sum(english), is_whole=_are_even(han, english))


def _are_even(han: Sequence[float], english: Sequence[float]) -> bool:
    """Tell whether all paragraphs seem to be there, each about as much shorter or longer as the others."""
    if not len(han) == len(english) >= _FEWEST or not all(han):
        return False
    whole = sum(english) / sum(han)
    return all(whole / _UNLIKE <= there / here <= whole * _UNLIKE for here, there in zip(han, english, strict=True))


def _original(block: Block, ratio: float, known: Lexicon, there: frozenset[str]) -> Reading:
    """Read a block of the original. `there`: the names of all words of the translation."""
    spans, kind = sentences(block.text, "zh"), _kind(block)
    items = []
    for start, end in spans:
        text = block.text[start:end]
        words = frozenset(map(known.marked.__getitem__, known.words_zh(text)))
        names = there.intersection(chain.from_iterable(words))
        items.append(Item(han_length(text) * ratio, han_features(text), words, names, kind))
    return Reading(whole=joined(items, kind), spans=spans, sentences=tuple(items))


def _translation(block: Block, latin: frozenset[str], known: Lexicon, *, is_wall: bool) -> Reading:
    """Read a block of the translation. `latin`: the words that the original has in Latin letters."""
    spans, kind = sentences(block.text, "en"), _kind(block)
    items = []
    for start, end in spans:
        text = block.text[start:end]
        words = words_en(text)
        names = frozenset(map(mark, known.named(words)))
        items.append(Item(len(text), english_features(text, words, latin), names=names, kind=kind))
    return Reading(whole=joined(items, kind, is_wall=is_wall), spans=spans, sentences=tuple(items))


def _kind(block: Block) -> Kind:
    return _KINDS.get(block.kind, "text")
