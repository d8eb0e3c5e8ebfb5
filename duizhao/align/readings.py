"""What the aligner reads in a block: its sentences, how long each is, and what it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.align.features import english_features, han_features
from duizhao.align.items import Item, Kind, joined
from duizhao.align.lengths import han_length, ratio_of
from duizhao.align.lexicon import Lexicon, mark
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
    ratio = ratio_between(zh, en)
    original = [_original(block, ratio, known) for block in zh]
    names = frozenset[str]().union(*(reading.whole.features for reading in original))
    return original, [_translation(block, names, known, is_wall=at in walls) for at, block in enumerate(en)]


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


def _original(block: Block, ratio: float, known: Lexicon) -> Reading:
    spans, kind = sentences(block.text, "zh"), _kind(block)
    items = []
    for start, end in spans:
        text = block.text[start:end]
        words = frozenset(map(known.marked.__getitem__, known.words_zh(text)))
        names = frozenset[str]().union(*words)
        length = han_length(text) * ratio
        items.append(Item(length=length, features=han_features(text), words=words, names=names, kind=kind))
    return Reading(whole=joined(items, kind), spans=spans, sentences=tuple(items))


def _translation(block: Block, wanted: frozenset[str], known: Lexicon, *, is_wall: bool) -> Reading:
    spans, kind = sentences(block.text, "en"), _kind(block)
    items = []
    for start, end in spans:
        text = block.text[start:end]
        names = frozenset(map(mark, known.found_en(text)))
        items.append(Item(length=len(text), features=english_features(text, wanted), names=names, kind=kind))
    return Reading(whole=joined(items, kind, is_wall=is_wall), spans=spans, sentences=tuple(items))


def _kind(block: Block) -> Kind:
    return _KINDS.get(block.kind, "text")
