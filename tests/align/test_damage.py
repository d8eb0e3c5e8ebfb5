"""What a translation leaves out or adds is found, whatever else was done to it.

Each article is put together anew many times, verse as well as prose, and each time other sentences lose their other
side. Found is a sentence that the aligner leaves alone and that is alone; called is all that it leaves alone.

In verse a line may be sung twice, word for word. Where one of both has lost its other side, no reader could tell which:
the texts of the lines are the same, and so is that of the one translation that is left. So sentences that stand alone
are compared by their texts: either copy counts, but one only once. Agreement on beads is strict, copies or not.
"""

import sys

import pytest

from tests.align import gold
from tests.align.damage import Paragraph, measure, paragraphs
from tests.align.test_corpus_pairs import articles
from tests.corpus import CORPUS

ROUNDS = 50
SEED = 1954

LEAST_PRECISION = 0.95
LEAST_RECALL = 0.9
LEAST_AGREEMENT = 0.98


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_what_has_no_counterpart_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    figures = measure(read_articles(), SEED, ROUNDS)
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")
    assert figures.precision >= LEAST_PRECISION
    assert figures.recall >= LEAST_RECALL
    assert figures.agreement >= LEAST_AGREEMENT


def read_articles() -> list[list[Paragraph]]:
    return [paragraphs(whole, gold.read(name.replace(" ", "-"))) for name, whole in articles()]
