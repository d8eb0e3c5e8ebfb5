"""What a translation leaves out or adds is found, whatever else was done to it.

Each article is put together anew many times, verse as well as prose, and each time other sentences lose their other
side. Found is a sentence that the aligner leaves alone and that is alone; called is all that it leaves alone.

In verse a line may be sung twice, word for word. Where one of both has lost its other side, no reader could tell which:
the texts of the lines are the same, and so is that of the one translation that is left. So sentences that stand alone
are compared by their texts: either copy counts, but one only once. Agreement on beads is strict, copies or not.
"""

import random
import sys
from collections import Counter

import pytest

from duizhao.align import sentences
from duizhao.model import Article
from tests.align import gold
from tests.align.damage import Bead, Paragraph, alone, article, found_beads, paragraphs, right_beads, spoilt
from tests.align.test_corpus_pairs import articles
from tests.corpus import CORPUS

ROUNDS = 50
SEED = 1954

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.9
LEAST_AGREEMENT = 0.98


def is_cut_as_meant(spoilt_article: Article, whole: list[Paragraph]) -> bool:
    """Tell whether the sentences are those that the parts have: a merged one may read as two, or the reverse."""
    meant = [sum(len(part.zh) for parts in whole for part in parts), sum(len(part.en) for p in whole for part in p)]
    cut = [
        sum(len(sentences(block.text, "zh")) for block in spoilt_article.zh),
        sum(len(sentences(block.text, "en")) for block in spoilt_article.en),
    ]
    return meant == cut


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_what_has_no_counterpart_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(SEED)  # noqa: S311 - to be the same at every run
    meant: list[tuple[int, Bead]] = []
    found: list[tuple[int, Bead]] = []
    lost, called = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    for parts in (parts for whole in read_articles() for parts in (spoilt(whole, chance) for _ in range(ROUNDS))):
        spoilt_article = article(parts)
        if spoilt_article.zh and spoilt_article.en and is_cut_as_meant(spoilt_article, parts):
            number, right, got = len(meant), list(right_beads(parts)), list(found_beads(spoilt_article))
            meant += ((number, bead) for bead in right)
            found += ((number, bead) for bead in got)
            lost.update({(number, text): n for text, n in alone(right, parts).items()})
            called.update({(number, text): n for text, n in alone(got, parts).items()})
    hits = (lost & called).total()
    precision, recall = hits / called.total(), hits / lost.total()
    agreement = 2 * len(set(meant) & set(found)) / (len(meant) + len(found))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{lost.total()} of {len(meant)} lack a side: {precision=:.3f} {recall=:.3f} {agreement=:.3f}\n"
        )
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL
    assert agreement >= LEAST_AGREEMENT


def read_articles() -> list[list[Paragraph]]:
    return [paragraphs(whole, gold.read(name.replace(" ", "-"))) for name, whole in articles()]
