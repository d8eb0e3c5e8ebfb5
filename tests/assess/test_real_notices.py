"""Real articles have just the notices that a careful reader of both texts agrees with.

`real_notices.tsv` lists them all, with what the reader saw, in words of its own: the texts are no part of the project.
An article is named by its date and its number among the corpus's files of that date.
"""

from pathlib import Path

import pytest

from duizhao.align import pair
from duizhao.assess import notices
from duizhao.codes import NOTICES
from duizhao.model import Article
from tests.align import gold
from tests.align.test_corpus_pairs import articles
from tests.corpus import CORPUS

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "real_notices.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def told(article: Article) -> list[tuple[str, int, int]]:
    return [(notice.code, notice.passage, notice.sentence) for notice in notices(article, pair(article))]


def test_every_row_names_a_kind_a_place_and_a_reason() -> None:
    assert all(len(row) == 5 and row[1] in NOTICES and row[4] for row in ROWS)
    assert len({tuple(row[:4]) for row in ROWS}) == len(ROWS)


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_real_articles_have_the_notices_that_a_reader_agrees_with() -> None:
    right = {(row[0], row[1], int(row[2]), int(row[3])) for row in ROWS}
    found = {(name, *place) for name, article in articles() for place in told(article)}
    assert found == right


def test_of_the_archives_own_article_nothing_is_said() -> None:
    article = gold.article(gold.SEED)
    if article is None:
        pytest.skip("the article that ships with the project is not in content/")
    assert told(article) == []
