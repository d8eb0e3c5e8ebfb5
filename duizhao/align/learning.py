"""Words that an archive's own translations teach: what always stands together, sentence by sentence.

In a pair of sentences that is one beyond much doubt, the words that the lexicon finds on both sides are taken out. What
is left is counted: runs of two to four Chinese characters, English words and phrases of two, and each of the ones with
each of the others. A run and a word make a row of a lexicon where neither goes as well with anything else. How well is
said by Dice: how often they stand together, for how often each stands at all.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import Final, NamedTuple, TypeAlias, TypeVar

from duizhao.align.lexicon import FUNCTION_WORDS, Lexicon, stem, words_en
from duizhao.align.passages import is_head, pair
from duizhao.align.vocabulary import Vocabulary, lexicon
from duizhao.model import Article
from duizhao.text import HAN_RANGES

T = TypeVar("T")

_GOOD: Final = 0.7
"""The score from which on a pair of sentences is counted."""
_LEAST_TOGETHER: Final = 4
_LEAST_DICE: Final = 0.6

_LENGTHS: Final = (2, 3, 4)
_RUN = re.compile(f"[{HAN_RANGES}]+")
# Numbers and dates are read by rule.
_NUMERALS: Final = str.maketrans(dict.fromkeys("〇零一二三四五六七八九十百千万亿两年月日号", " "))
_SHORTEST: Final = 3

Pair: TypeAlias = tuple[str, str]
"""A Chinese run and the name of an English word or phrase; or one of them and nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many pairs of sentences there were, and how many of them hold what."""

    sentences: int
    pairs: Mapping[Pair, int]
    forms: Mapping[Pair, int]
    """Stems with the words that they come from."""


class _Rest(NamedTuple):
    """What a pair of sentences does not owe to known words: runs, names of words and phrases; and all words' forms."""

    runs: frozenset[str]
    names: frozenset[str]
    forms: frozenset[Pair]


_NOTHING: Final = (0.0, 0, "")


def tally(articles: Iterable[Article], vocabulary: Vocabulary) -> Tally:
    """Count over the sentences of some articles. What is there once only is left out: there is no end of it."""
    known = lexicon(vocabulary)
    found = [_unexplained(zh, en, known) for article in articles for zh, en in _sentences(article, vocabulary)]
    runs = _repeated(Counter(chain.from_iterable(one.runs for one in found)))
    names = _repeated(Counter(chain.from_iterable(one.names for one in found)))
    together = Counter[Pair]()
    for one in found:
        together.update(product(one.runs & runs.keys(), one.names & names.keys()))
    forms = Counter(chain.from_iterable(one.forms for one in found))
    alone = {(run, ""): times for run, times in runs.items()} | {("", name): times for name, times in names.items()}
    return Tally(sentences=len(found), pairs=alone | _repeated(together), forms=_repeated(forms))


def learned(counted: Tally, vocabulary: Vocabulary) -> dict[str, str]:
    """Choose, of what was counted, the words that are not known yet, each with its rendering."""
    pairs, known = counted.pairs, lexicon(vocabulary).words
    by_run: dict[str, tuple[float, int, str]] = {}
    by_name: dict[str, tuple[float, int, str]] = {}
    for (run, name), together in pairs.items():
        if run and name and together >= _LEAST_TOGETHER and run not in known:
            dice = 2 * together / (pairs.get((run, ""), together) + pairs.get(("", name), together))
            if dice >= _LEAST_DICE:
                by_run[run] = max(by_run.get(run, _NOTHING), (dice, len(name.split()), name))
                by_name[name] = max(by_name.get(name, _NOTHING), (dice, len(run), run))
    mutual = {run: name for run, (_, _, name) in sorted(by_run.items()) if by_name[name][2] == run}
    written = _usual(counted.forms)
    return {run: " ".join(written.get(word, word) for word in name.split()) for run, name in _whole(mutual).items()}


def _whole(rows: Mapping[str, str]) -> dict[str, str]:
    """Leave out what is two words in a row on both sides, each of which has a row of its own."""
    runs = {name: run for run, name in rows.items()}
    return {
        run: name
        for run, name in rows.items()
        if " " not in name or not all(word in runs and runs[word] in run for word in name.split())
    }


def _sentences(article: Article, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """List the pairs of one sentence with one that are good enough to learn from; titles are translated freely."""
    for passage in pair(article, vocabulary):
        for bead in passage.beads if not is_head(passage) else ():
            if len(bead.zh) == len(bead.en) == 1 and bead.score >= _GOOD:
                zh, en = bead.zh[0], bead.en[0]
                yield passage.zh[zh.block].text[zh.start : zh.end], passage.en[en.block].text[en.start : en.end]


def _unexplained(zh: str, en: str, known: Lexicon) -> _Rest:
    """Take out of a pair of sentences what it owes to known words."""
    said = known.found_en(en)
    explained = {word for word in known.words_zh(zh) if not said.isdisjoint(known.words[word])}
    for word in sorted(explained, key=lambda word: (-len(word), word)):
        zh = zh.replace(word, " ")
    told = {part for word in explained for name in known.words[word] & said for part in name.split()} | FUNCTION_WORDS
    forms = [(stem(word), word) for word in words_en(en)]
    stems = ["" if one in told or len(one) < _SHORTEST else one for one, _ in forms]
    phrases = {f"{one} {other}" for one, other in pairwise(stems) if one and other}
    runs = frozenset(_runs(zh.translate(_NUMERALS)))
    return _Rest(runs=runs, names=frozenset({*stems, *phrases} - {""}), forms=frozenset(forms))


def _runs(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        for length in _LENGTHS:
            yield from (run[at : at + length] for at in range(len(run) - length + 1))


def _repeated(counts: Mapping[T, int]) -> dict[T, int]:
    return {counted: times for counted, times in counts.items() if times > 1}


def _usual(forms: Mapping[Pair, int]) -> dict[str, str]:
    """Find for each stem the word that it most often comes from."""
    best: dict[str, tuple[int, int, str]] = {}
    for (name, form), times in forms.items():
        best[name] = min(best.get(name, (0, 0, "")), (-times, len(form), form))
    return {name: form for name, (_, _, form) in best.items()}
