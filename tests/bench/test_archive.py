"""The invented archive: the same bytes each time, readable, and as hard for the aligner as real articles are."""

from collections import Counter
from hashlib import blake2b
from itertools import islice
from math import log
from pathlib import Path
from statistics import median

import pytest

from bench.archive import SEED, articles, write_archive
from bench.invented.articles import Invented
from bench.invented.dice import Dice
from bench.invented.issues import places
from bench.invented.numerals import han
from duizhao.align.lexicon import words_en
from duizhao.model import Article, Source
from duizhao.parse import parse_article
from tests.archive import files
from tests.bench.truth import f1, found, totals, written

MANY = 600
SAMPLE = 200


@pytest.fixture(scope="module")
def invented() -> list[Invented]:
    return list(articles(MANY))


@pytest.fixture(scope="module")
def parsed(invented: list[Invented]) -> list[Article]:
    read = [parse_article(Source(path=one.path, text=one.text)) for one in invented]
    assert all(isinstance(article, Article) for article in read)
    return [article for article in read if isinstance(article, Article)]


def test_the_same_number_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    sizes = [write_archive(tmp_path / name, 60) for name in ("one", "other")]
    one, other = files(tmp_path / "one"), files(tmp_path / "other")
    assert one == other
    assert sizes == [sum(map(len, one.values()))] * 2
    assert len(one) == 60


def test_another_seed_gives_other_articles() -> None:
    assert not {one.text for one in articles(20, SEED)} & {one.text for one in articles(20, SEED + 1)}


def test_a_larger_archive_holds_all_that_a_smaller_one_does() -> None:
    assert list(islice(articles(50), 20)) == list(articles(20))


def test_chance_is_the_same_on_every_machine() -> None:
    dice = Dice("a", 1)
    assert [dice.between(1, 1000) for _ in range(6)] == [162, 117, 248, 174, 938, 844]
    assert f"{Dice('b').spread(300):.6f}" == "678.945097"


def test_places_are_the_same_on_every_machine() -> None:
    told = "\n".join(f"{one.day} {one.page} {one.number}" for one in islice(places(SEED), 20_000))
    assert blake2b(told.encode(), digest_size=8).hexdigest() == "91ee95e01a521436"


def test_articles_are_spread_over_days_pages_and_years() -> None:
    where = list(islice(places(SEED), 30_000))
    issues = Counter(one.day for one in where[:20_000])
    assert 25 <= min(list(issues.values())[:-1]) <= max(issues.values()) <= 60
    assert {one.page for one in where} == set(range(1, 9))
    assert len({one.day.year for one in where}) > 20


def test_every_file_is_read_without_a_problem_and_under_its_own_path(
    invented: list[Invented], parsed: list[Article]
) -> None:
    assert [found for article in parsed for found in article.problems] == []
    assert len({one.path for one in invented}) == MANY
    assert all(len(Path(one.path).name.encode()) <= 212 for one in invented)


def test_files_are_as_long_as_those_of_real_archives(invented: list[Invented]) -> None:
    lengths = sorted(len(one.text) for one in invented)
    assert lengths[0] >= 480
    assert 1500 <= median(lengths) <= 2200
    assert 4000 <= lengths[MANY * 95 // 100] <= 8000
    assert lengths[-1] <= 42_000


def test_there_is_some_of_everything_that_real_archives_have(invented: list[Invented], parsed: list[Article]) -> None:
    with_entities = sum(bool(article.apparatus) for article in parsed)
    untranslated = sum(any(not line.en for line in one.pairs) for one in invented)
    assert MANY * 0.1 < with_entities < MANY * 0.3
    assert MANY * 0.02 < untranslated < MANY * 0.2
    assert {article.column.zh is None for article in parsed} == {True, False}
    assert {article.author.zh is None for article in parsed} == {True, False}
    assert {article.section is None for article in parsed} == {True, False}
    assert {article.zh[0].kind for article in parsed} == {"headline", "text"}


def test_frequent_words_are_frequent_and_rare_ones_rare_as_zipf_found(invented: list[Invented]) -> None:
    counts = Counter(word for one in invented for line in one.pairs for text in line.en for word in words_en(text))
    ranked = [count for _, count in counts.most_common()]
    slope = log(ranked[1999] / ranked[19]) / log(2000 / 20)
    assert -1.2 < slope < -0.7
    assert len(ranked) > 10_000
    assert max(Counter(text for one in invented for line in one.pairs for text in line.zh).values()) < 5


def test_paragraphs_and_sentences_are_paired_as_they_were_written(
    invented: list[Invented], parsed: list[Article]
) -> None:
    both = list(zip(invented[:SAMPLE], parsed[:SAMPLE], strict=True))
    cases = [(written(one), found(article)) for one, article in both]
    assert all(totals(one.lines) == totals(other.lines) for one, other in cases)
    assert f1((one.lines, other.lines) for one, other in cases) > 0.9
    cut_alike = [(one, other) for one, other in cases if totals(one.sentences) == totals(other.sentences)]
    assert len(cut_alike) > 0.9 * SAMPLE
    assert f1((one.sentences, other.sentences) for one, other in cut_alike) > 0.9


def test_agreement_counts_pairs_that_both_have_and_nothing_that_stands_alone() -> None:
    assert f1([(((1, 1), (2, 1), (1, 0)), ((1, 1), (2, 1), (1, 0)))]) == 1.0
    assert f1([(((1, 1), (1, 1), (1, 1)), ((1, 1), (2, 1), (0, 1)))]) == pytest.approx(2 / 5)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "二"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1_002, "一千零二"),
        (2_340, "二千三百四十"),
        (10_000, "一万"),
        (10_500, "一万零五百"),
        (12_340, "一万二千三百四十"),
        (250_000, "二十五万"),
    ],
)
def test_a_number_is_written_as_chinese_readers_do(number: int, said: str) -> None:
    assert han(number) == said
