"""What spoke for each bead of an article, to be read beside it: lengths and shared names."""

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.align.features import english_features, han_features, latin_words
from duizhao.align.lengths import han_length
from duizhao.align.lexicon import Lexicon, words_en
from duizhao.align.passages import is_head, pair
from duizhao.align.readings import ratio_between
from duizhao.align.vocabulary import BUILT_IN, Vocabulary, lexicon
from duizhao.model import Article, Block, Passage, Span
from duizhao.text import is_mainly_han


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A bead of sentences and why it is one."""

    passage: int
    """The number of its passage."""
    passage_score: float
    passage_is_pinned: bool
    zh: str
    """Its sentences of the original, a space between them; empty where there are none."""
    en: str
    score: float
    is_pinned: bool
    expected: int
    """How long the translation should be, in characters, as long as the original is and as wordy as the article."""
    found: int
    """How long the translation is."""
    shared: tuple[str, ...]
    """What both sides name: numbers and marks, then the words of the original whose rendering the translation has."""


def explain(article: Article, vocabulary: Vocabulary = BUILT_IN) -> tuple[Explanation, ...]:
    """Pair an article and say, for each of its beads in order, what the pairing rests on."""
    passages = pair(article, vocabulary)
    ratio, known = _ratio(passages), lexicon(vocabulary)
    return tuple(_explained(passage, at, ratio, known) for passage in passages for at in range(len(passage.beads)))


def _explained(passage: Passage, at: int, ratio: float, known: Lexicon) -> Explanation:
    bead = passage.beads[at]
    zh, en = _text(passage.zh, bead.zh), _text(passage.en, bead.en)
    return Explanation(
        passage=passage.number,
        passage_score=passage.score,
        passage_is_pinned=passage.is_pinned,
        zh=zh,
        en=en,
        score=bead.score,
        is_pinned=bead.is_pinned,
        expected=round(han_length(zh) * ratio),
        found=len(en),
        shared=_shared(zh, en, known),
    )


def _ratio(passages: Sequence[Passage]) -> float:
    """Say how wordy the translation is, by the blocks that were paired for their lengths."""
    body = [passage for passage in passages if not is_head(passage)]
    return ratio_between(
        [block for passage in body for block in passage.zh],
        [block for passage in body for block in passage.en if not is_mainly_han(block.text)],
    )


def _text(blocks: Sequence[Block], spans: Sequence[Span]) -> str:
    return " ".join(blocks[span.block].text[span.start : span.end] for span in spans)


def _shared(zh: str, en: str, known: Lexicon) -> tuple[str, ...]:
    features = han_features(zh)
    words = words_en(en)
    names = known.named(words)
    rendered = [word for word in known.words_zh(zh) if not names.isdisjoint(known.words[word])]
    return (*sorted(features & english_features(en, words, frozenset(latin_words(zh)))), *sorted(rendered))
