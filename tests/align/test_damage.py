"""What a translation leaves out or adds is found, whatever else was done to it."""

import random
import sys

import pytest

from duizhao.align import sentences
from duizhao.model import Article
from tests.align import gold
from tests.align.damage import Bead, Paragraph, article, found_beads, paragraphs, right_beads, spoilt
from tests.align.test_corpus_pairs import articles
from tests.corpus import CORPUS

ROUNDS = 20
SEED = 1954

# In verse, lines are of one length, and some are sung again: one that is missing leaves no trace but its words.
VERSE = {"1949-10-01 2", "1958-03-01 1", "1967-01-01 1", "1989-05-31 2"}

# Of ten sentences that stand alone, words, numbers and lengths find eight, and of ten that are found nine are.
LEAST_PRECISION = 0.9
LEAST_RECALL = 0.8
LEAST_AGREEMENT = 0.95


def is_cut_as_meant(spoilt_article: Article, whole: list[Paragraph]) -> bool:
    """Tell whether the sentences are those that the parts have: a merged one may read as two, or the reverse."""
    meant = [sum(len(part.zh) for parts in whole for part in parts), sum(len(part.en) for p in whole for part in p)]
    cut = [
        sum(len(sentences(block.text, "zh")) for block in spoilt_article.zh),
        sum(len(sentences(block.text, "en")) for block in spoilt_article.en),
    ]
    return meant == cut


def is_alone(bead: Bead) -> bool:
    return not bead[0] or not bead[1]


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_what_has_no_counterpart_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(SEED)  # noqa: S311 - to be the same at every run
    meant: list[tuple[int, Bead]] = []
    found: list[tuple[int, Bead]] = []
    for name, whole in [(name, paragraphs(whole, gold.read(name.replace(" ", "-")))) for name, whole in articles()]:
        for _ in range(ROUNDS if name not in VERSE else 0):
            parts = spoilt(whole, chance)
            spoilt_article = article(parts)
            if spoilt_article.zh and spoilt_article.en and is_cut_as_meant(spoilt_article, parts):
                number = len(meant)
                meant += ((number, bead) for bead in right_beads(parts))
                found += ((number, bead) for bead in found_beads(spoilt_article))
    lost, called_lost = {b for b in meant if is_alone(b[1])}, {b for b in found if is_alone(b[1])}
    precision, recall = len(lost & called_lost) / len(called_lost), len(lost & called_lost) / len(lost)
    agreement = 2 * len(set(meant) & set(found)) / (len(meant) + len(found))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(lost)} of {len(meant)} lack a side: {precision=:.3f} {recall=:.3f} {agreement=:.3f}\n"
        )
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL
    assert agreement >= LEAST_AGREEMENT
