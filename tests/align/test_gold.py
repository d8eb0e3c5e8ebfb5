"""The reader's sentences are well formed, and the aligner finds them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from duizhao.align import pair
from duizhao.model import Article, Source
from duizhao.parse import parse_article
from tests.align import gold
from tests.align.gold import Row, Score, Tally
from tests.align.test_corpus_pairs import RIGHT, expanded
from tests.corpus import CORPUS

LEAST_PASSAGES: Final = 0.97
LEAST_SENTENCES: Final = 0.95

HEADER: Final = "zh\ten\tbeads"
A: Final = ("0", 0)
B: Final = ("0", 9)
C: Final = ("1", 0)


def rows(*lines: str) -> list[Row]:
    return list(gold.rows([HEADER, *lines], "here"))


def score(name: str, article: Article) -> Score:
    right = gold.read(name)
    gold.check_cuts(right, article, name)
    return gold.compare(gold.found_by(pair(article)), right, name)


@pytest.mark.parametrize("name", gold.names())
def test_each_sentence_is_in_one_bead_and_in_order(name: str) -> None:
    right = gold.read(name)
    for blocks in (
        [block for row in right for block in row.zh if block != "h"],
        [block for row in right for block in row.en if block != "t"],
    ):
        assert blocks == [str(at) for at in range(len(blocks))]
    assert all(row.beads for row in right)


@pytest.mark.parametrize("name", sorted({*gold.names()} - {gold.SEED}))
def test_the_passages_are_those_of_the_table_of_paragraphs(name: str) -> None:
    day, _, number = name.rpartition("-")
    passages = [(" ".join(row.zh), " ".join(row.en)) for row in gold.read(name)]
    assert passages == list(expanded(RIGHT[f"{day} {number}"]))


def test_every_article_of_the_corpus_was_read() -> None:
    assert gold.names() == sorted([*(name.replace(" ", "-") for name in RIGHT), gold.SEED])


def test_the_files_hold_positions_alone() -> None:
    for name in gold.names():
        head, *lines = (gold.DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        assert head == HEADER
        assert set("".join(lines)) <= set("0123456789,:=-th \t")


def test_a_line_is_read_as_a_passage() -> None:
    assert rows("0:0,9\tt:0 0:0,9 1:0\t0=0-1 =2 1=3") == [
        Row(("0",), ("t", "0", "1"), (((A,), (("t", 0), A)), ((), (B,)), ((B,), (C,))))
    ]
    assert rows("0:0\t-\t0=") == [Row(("0",), (), (((A,), ()),))]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("0:0\t0:0", "three cells"),
        ("0:0\t\t0=", "no positions"),
        ("0\t0:0\t0=0", "no positions"),
        ("0:0 \t0:0\t0=0", "no positions"),
        ("0:5,0\t0:0\t0-1=0", "have to rise"),
        ("1:0 0:0\t0:0\t0-1=0", "have to rise"),
        ("0:0,0\t0:0\t0-1=0", "have to rise"),
        ("0:0\t0:0\t=", "no bead"),
        ("0:0\t0:0\t", "no bead"),
        ("0:0\t0:0\t0=0  ", "no bead"),
        ("0:0\t0:0\t0=1", "no sentence 1"),
        ("0:0,9\t0:0\t0=0", "one bead, in order"),
        ("0:0,9\t0:0\t0-1=0 1=", "one bead, in order"),
        ("0:0,9\t0:0,9\t1=0 0=1", "one bead, in order"),
        ("0:0,9\t0:0\t1-0=0", "one bead, in order"),
    ],
)
def test_a_line_that_is_not_well_formed_is_named(line: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^here, line 3: .*{says}"):
        rows("0:0\t0:0\t0=0", line)


def test_a_file_without_its_header_is_no_gold() -> None:
    with pytest.raises(ValueError, match="header"):
        list(gold.rows(["0:0\t0:0\t0=0"], "here"))


@pytest.fixture
def article() -> Article:
    text = (Path(__file__).parents[1] / "good_article.txt").read_text(encoding="utf-8")
    parsed = parse_article(Source(path="good_article.txt", text=text))
    assert isinstance(parsed, Article)
    return parsed


def test_what_the_aligner_found_is_named_as_the_reader_names_it(article: Article) -> None:
    found = gold.found_by(pair(article))
    gold.check_cuts(found, article, "here")
    perfect = gold.compare(found, found, "here")
    assert perfect.passages.f1 == perfect.beads.f1 == 1
    assert perfect.beads.right > 1
    assert perfect.confusions == ()


def moved(row: Row) -> Row:
    return Row(row.zh, row.en, tuple((zh, tuple((block, at + 1) for block, at in en)) for zh, en in row.beads))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda found: [*found[:-1], moved(found[-1])], r"here, en: the sentences of block \d+ start at"),
        (lambda found: found[:-1], r"here, zh: \d+ blocks, but the reader saw \d+"),
    ],
)
def test_sentences_that_are_cut_elsewhere_are_named(
    article: Article, change: Callable[[list[Row]], list[Row]], says: str
) -> None:
    found = [row for row in gold.found_by(pair(article)) if row.zh and row.en]
    with pytest.raises(ValueError, match=says):
        gold.check_cuts(change(found), article, "here")


def test_a_bead_counts_if_it_is_right_to_the_last_sentence() -> None:
    right = rows("0:0,9\t0:0,9\t0=0 1=1", "1:0\t1:0\t0=0", "2:0\t-\t0=")
    found = rows("0:0,9\t0:0,9\t0=0-1 1=", "1:0\t1:0\t0=0", "2:0\t-\t0=")
    got = gold.compare(found, right, "here")
    assert got.passages == Tally(2, 2, 2)
    assert got.beads == Tally(1, 2, 3)
    assert got.beads.f1 == pytest.approx(0.4)
    assert got.confusions == ("here + 0:0 = 0:0 0:9", "here - 0:0 = 0:0", "here - 0:9 = 0:9")


def test_what_stands_alone_earns_nothing_but_must_not_be_paired() -> None:
    alone, paired = rows("0:0\t-\t0=", "-\t0:0\t=0"), rows("0:0\t0:0\t0=0")
    assert gold.compare(alone, alone, "here") == Score()
    assert gold.compare(paired, alone, "here").beads == Tally(0, 1, 0)
    assert gold.compare(alone, paired, "here").passages == Tally(0, 0, 1)
    assert Tally().f1 == 1


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_real_sentences_are_paired_as_a_reader_would() -> None:
    articles = ((name, gold.article(name)) for name in gold.names())
    scores = [score(name, article) for name, article in articles if article]
    total = sum(scores, Score())
    assert total.passages.f1 >= LEAST_PASSAGES, total.passages
    assert total.beads.f1 >= LEAST_SENTENCES, "\n".join(total.confusions)


def test_the_archives_own_article_is_paired_sentence_by_sentence() -> None:
    article = gold.article(gold.SEED)
    if article is None:
        pytest.skip("the article that ships with the project is not in content/")
    got = score(gold.SEED, article)
    assert got.confusions == ()
    assert got.passages.f1 == 1
    assert got.beads.right == 19
