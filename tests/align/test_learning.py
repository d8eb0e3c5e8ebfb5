"""Words that nobody told the aligner are learned from what stands together, and then help to pair."""

import random
from collections.abc import Sequence

import pytest

from duizhao.align import BUILT_IN, Vocabulary, pair
from duizhao.align.learning import learned, tally
from duizhao.model import Article
from tests.align import invented
from tests.align.invented import Sentence
from tests.align.test_passages import article, blocks

WORDS = 60
ARTICLES = 60


@pytest.fixture(scope="module")
def truth() -> dict[str, str]:
    return invented.words(chance(0), WORDS)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - to be the same at every run


def corpus(truth: dict[str, str], seed: int) -> list[Article]:
    """Articles in which nothing is left out."""
    one = chance(seed)
    return [invented.article([invented.sentences(truth, one, 3) for _ in range(3)]) for _ in range(ARTICLES)]


def taught(articles: Sequence[Article]) -> dict[str, str]:
    return learned(tally(articles, BUILT_IN), BUILT_IN)


def repeated(zh: str, en: str, times: int = 6) -> list[Article]:
    """So many articles of one sentence, each with a word of its own before it on both sides."""
    own = sorted(invented.words(chance(7), times).items())
    return [article(blocks(f"{word}，{zh}。"), blocks(f"{name.capitalize()} {en}.")) for word, name in own]


def test_what_is_learned_is_right_and_nearly_all(truth: dict[str, str]) -> None:
    rows = taught(corpus(truth, 1))
    assert rows.items() <= truth.items()
    assert len(rows) > 0.9 * len(truth)


def test_the_order_of_the_articles_does_not_matter(truth: dict[str, str]) -> None:
    articles = corpus(truth, 2)
    rows = taught(articles)
    chance(3).shuffle(articles)
    assert list(taught(articles).items()) == list(rows.items())
    assert list(rows) == sorted(rows)


def left_out(whole: Sequence[Sentence], one: random.Random) -> list[Sentence]:
    """Leave out a sentence on one side."""
    at = one.randrange(len(whole))
    lost = Sentence("", whole[at].en) if one.random() < 0.5 else Sentence(whole[at].zh, "")
    return [*whole[:at], lost, *whole[at + 1 :]]


def agreement(truth: dict[str, str], vocabulary: Vocabulary) -> float:
    """Say how many sentences of unseen articles are paired as they were written (F1)."""
    one = chance(4)
    hits = found = right = 0
    for _ in range(40):
        whole = left_out(invented.sentences(truth, one, 5), one)
        meant = {(s.zh, s.en) for s in whole if s.zh and s.en}
        got = set()
        for passage in pair(invented.article([whole]), vocabulary):
            for bead in passage.beads:
                zh = "".join(passage.zh[span.block].text[span.start : span.end] for span in bead.zh)
                en = " ".join(passage.en[span.block].text[span.start : span.end] for span in bead.en)
                got |= {(zh, en)} if zh and en else set()
        hits, found, right = hits + len(got & meant), found + len(got), right + len(meant)
    return 2 * hits / (found + right)


def test_articles_that_were_not_seen_are_paired_better(truth: dict[str, str]) -> None:
    rows = taught(corpus(truth, 1))
    own = Vocabulary(own="".join(f"{word}\t{rendering}\n" for word, rendering in rows.items()))
    without, with_ = agreement(truth, BUILT_IN), agreement(truth, own)
    assert with_ > 0.95
    assert with_ > without + 0.1


LESSONS = [
    ("a word", "鼋鼍", "frobnak", {"鼋鼍": "frobnak"}),
    ("a phrase, whole", "鼋鼍", "frobnak zumtig", {"鼋鼍": "frobnak zumtig"}),
    ("the longest run", "鼋鼍鼗", "frobnak", {"鼋鼍鼗": "frobnak"}),
    ("the usual form", "鼋鼍", "frobnaks", {"鼋鼍": "frobnaks"}),
    ("nothing of what is known", "农民", "peasants", {}),
    ("what is left beside it", "农民鼋鼍", "the peasants' frobnak", {"鼋鼍": "frobnak"}),
    ("no numbers", "三百六十", "six hundred frobnaks", {}),
    ("no function words", "鼋鼍", "of the", {}),
    ("no single characters", "鼋", "frobnak", {}),
]


@pytest.mark.parametrize(("kind", "zh", "en", "rows"), LESSONS)
def test_taught_is(kind: str, zh: str, en: str, rows: dict[str, str]) -> None:
    assert taught(repeated(zh, en)) == rows, kind


def test_what_is_together_less_than_four_times_is_not_learned() -> None:
    assert taught(repeated("鼋鼍", "frobnak", 3)) == {}
    assert taught(repeated("鼋鼍", "frobnak", 4)) == {"鼋鼍": "frobnak"}


def test_what_is_as_often_apart_is_not_learned() -> None:
    apart = [article(blocks("鼋鼍鼋。"), blocks("Kavlom.")), article(blocks("鼙鼗鼙。"), blocks("Frobnak."))]
    assert "鼋鼍" not in taught([*repeated("鼋鼍", "frobnak"), *(apart * 6)])


def test_nothing_is_learned_from_headlines_and_from_what_has_no_counterpart() -> None:
    heads = [article(blocks("雨。"), blocks("Rain."), title="Frobnak", headline="鼋鼍") for _ in range(6)]
    alone = [article(blocks("鼋鼍。"), []) for _ in range(6)]
    assert taught([*heads, *alone]) == {}


def test_two_words_in_a_row_are_two_rows(truth: dict[str, str]) -> None:
    one, other = sorted(truth)[:2]
    together = repeated(one + other, f"{truth[one]} {truth[other]}", 20)
    assert taught(together) == {one + other: f"{truth[one]} {truth[other]}"}
    assert taught([*corpus(truth, 1), *together]).items() <= truth.items()
