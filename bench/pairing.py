"""Measures the pairing: how far it agrees with a reader, and what it costs beside parsing and rendering.

`make bench` runs it, beside whole builds. Agreement is strict: a pair counts if it is right to the last paragraph or
sentence (F1 of the pairs that the aligner and the reader found, as in `tests/align/gold.py`). Time is that of the
processor, the best of several rounds with the garbage collector off, as `timeit` measures it; ratios are taken within
one run, so that they can be compared between machines.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median_low
from time import process_time
from timeit import Timer
from typing import Final

from duizhao.align import Vocabulary, pair, vocabulary_of
from duizhao.article_page import ArticleWork, article_page
from duizhao.model import Article, Bilingual, Source
from duizhao.parse import parse_article
from duizhao.settings import Pairing, Site
from duizhao.tasks import entry_of
from tests.align import gold
from tests.align.damage import Figures, measure, paragraphs
from tests.align.gold import Score

ROUNDS: Final = 7
SPOILT: Final = 50
"""How often each article is spoilt."""
SEEDS: Final = (1954, 7, 8, 9)
"""The first is that of the test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far aligner and reader agree on an article, or on all: F1, and how many pairs the reader found."""

    name: str
    paragraphs: float
    sentences: float
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """How well sentences without their other side are found in articles that were spoilt by chance."""

    seed: int
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Milliseconds that an article takes. `pairing` is that of paragraphs and of the sentences in them."""

    name: str
    parsing: float
    pairing: float
    rendering: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that was measured. `missing`: how many articles of the gold set are not here."""

    missing: int
    agreement: tuple[Agreement, ...]
    speed: tuple[Speed, ...]
    damage: tuple[Damage, ...]


def main() -> None:
    """Measure, and say it as text or as JSON."""
    parser = ArgumentParser(description="Measure the pairing: how right it is, and how fast.")
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    parser.add_argument("--dictionary", choices=("none", "cedict"), default="none", help="as pairing.dictionary")
    parser.add_argument("--lexicon", type=Path, metavar="FILE", help="as pairing.lexicon")
    asked = parser.parse_args()
    figures = measured(vocabulary_of(Pairing(dictionary=asked.dictionary, lexicon=asked.lexicon)))
    if asked.json:
        sys.stdout.write(json.dumps(asdict(figures), indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines(figures))


def measured(vocabulary: Vocabulary) -> Measured:
    """Measure the articles of the gold set that are here. Ends the program where none is."""
    sources = list(_sources())
    if not sources:
        sys.exit("no article of the gold set is here")
    return Measured(
        missing=len(gold.names()) - len(sources),
        agreement=tuple(_agreements(sources, vocabulary)),
        speed=tuple(_speeds(sources, vocabulary)),
        damage=tuple(_damages(sources, vocabulary)),
    )


def _sources() -> Iterator[tuple[str, Source]]:
    """Read the articles of the gold set that are here."""
    for name in gold.names():
        if path := gold.source_path(name):
            yield name, Source(path=path.name, text=path.read_text(encoding="utf-8"))


def _parsed(source: Source) -> Article:
    parsed = parse_article(source)
    if not isinstance(parsed, Article):
        raise TypeError(f"{source.path} cannot be read: {parsed}")
    return parsed


def _agreements(sources: Sequence[tuple[str, Source]], vocabulary: Vocabulary) -> list[Agreement]:
    """Compare each article with what the reader found; the last row is all of them together."""
    scores = [(name, _score(name, _parsed(source), vocabulary)) for name, source in sources]
    return [_agreement(name, score) for name, score in (*scores, ("all", sum((one for _, one in scores), Score())))]


def _score(name: str, article: Article, vocabulary: Vocabulary) -> Score:
    right = gold.read(name)
    gold.check_cuts(right, article, name)
    return gold.compare(gold.found_by(pair(article, vocabulary)), right, name)


def _agreement(name: str, score: Score) -> Agreement:
    return Agreement(name=name, paragraphs=score.passages.f1, sentences=score.beads.f1, pairs=score.beads.right)


def _damages(sources: Sequence[tuple[str, Source]], vocabulary: Vocabulary) -> list[Damage]:
    """Spoil all articles, with the chances of the test and with others, and see how much of it is found."""
    wholes = [paragraphs(_parsed(source), gold.read(name)) for name, source in sources]
    return [Damage(seed=seed, figures=measure(wholes, seed, SPOILT, vocabulary)) for seed in SEEDS]


def _speeds(sources: Sequence[tuple[str, Source]], vocabulary: Vocabulary) -> list[Speed]:
    """Time the article of middle length, and all together."""
    site = Site(title=Bilingual(zh="档案", en="Archive"), base_url="https://archive.example/")
    speeds = [_speed(site, name, source, vocabulary) for name, source in sources]
    middle = median_low(len(source.text) for _, source in sources)
    median = next(speed for speed, (_, source) in zip(speeds, sources, strict=True) if len(source.text) == middle)
    whole = Speed(
        name="all",
        parsing=sum(speed.parsing for speed in speeds),
        pairing=sum(speed.pairing for speed in speeds),
        rendering=sum(speed.rendering for speed in speeds),
    )
    return [median, whole]


def _speed(site: Site, name: str, source: Source, vocabulary: Vocabulary) -> Speed:
    article = _parsed(source)
    passages = pair(article, vocabulary)
    work = ArticleWork(article=article, passages=passages, entry=entry_of(article))
    return Speed(
        name=name,
        parsing=_milliseconds(lambda: parse_article(source)),
        pairing=_milliseconds(lambda: pair(article, vocabulary)),
        rendering=_milliseconds(lambda: article_page(site, work)),
    )


def _milliseconds(work: Callable[[], object]) -> float:
    return 1000 * min(Timer(work, timer=process_time).repeat(ROUNDS, 1))


def lines(figures: Measured) -> Iterator[str]:
    """Say it as tables."""
    if figures.missing:
        yield f"{figures.missing} articles of the gold set are not here; what is here is measured."
        yield ""
    yield "Agreement with the reader: F1 of pairs that are right to the last paragraph or sentence"
    yield f"{'article':<16}{'paragraphs':>12}{'sentences':>12}{'pairs':>12}"
    for one in figures.agreement:
        yield f"{one.name:<16}{one.paragraphs:>12.3f}{one.sentences:>12.3f}{one.pairs:>12,}"
    yield ""
    yield f"Processor time in milliseconds, best of {ROUNDS}: of the article of middle length, and of all"
    yield f"{'article':<16}{'parsing':>12}{'pairing':>12}{'rendering':>12}{'pairing to rendering':>24}"
    for speed in figures.speed:
        ratio = speed.pairing / speed.rendering
        yield f"{speed.name:<16}{speed.parsing:>12.2f}{speed.pairing:>12.2f}{speed.rendering:>12.2f}{ratio:>24.2f}"
    yield from _damage_lines(figures.damage)


def _damage_lines(damages: Sequence[Damage]) -> Iterator[str]:
    yield ""
    yield f"Articles spoilt {SPOILT} times each: sentences that lack their other side, and F1 of all pairs"
    yield f"{'seed':<16}{'lacking':>12}{'precision':>12}{'recall':>12}{'agreement':>12}"
    for one in damages:
        said = one.figures
        yield f"{one.seed:<16}{said.lost:>12,}{said.precision:>12.3f}{said.recall:>12.3f}{said.agreement:>12.3f}"


if __name__ == "__main__":
    main()
