"""Real articles: everything that is found in them, each finding judged right by reading both texts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from duizhao.align import pair
from duizhao.assess.authors import author_differs
from duizhao.assess.credits import credits_differ
from duizhao.assess.leftovers import chinese_left
from duizhao.assess.proportions import odd_length
from duizhao.assess.titles import title_of_text
from duizhao.model import Article
from duizhao.parse import parse_article
from duizhao.problems import Problem
from duizhao.sources import find_sources, read_source
from tests.corpus import CORPUS

CONTENT = Path(__file__).parents[2] / "content"

# What is wrong with the credits of an article's passages; nothing is, where it is not named.
RIGHT = {
    # Four captions: photographers become reporters.
    "1954-12-02_图片": {3: "work", 5: "work", 7: "work", 9: "work"},
    # The agency below the last item is gone.
    "1967-01-02_简明新闻": {13: "lost"},
    # So is the writer behind the last item.
    "1989-05-31_体育简讯": {7: "lost"},
}


def articles(content: Path) -> Iterator[tuple[str, Article]]:
    for path in find_sources(content)[0]:
        source = read_source(content, path, 10**7)
        assert not isinstance(source, Problem)
        parsed = parse_article(source)
        assert isinstance(parsed, Article)
        yield Path(path).stem, parsed


def check(article: Article, credit_faults: dict[int, str]) -> None:
    passages = pair(article)
    assert {found.passage: found.fault for found in credits_differ(article, passages)} == credit_faults
    assert author_differs(article) is None
    assert title_of_text(article, passages) is None
    assert list(chinese_left(passages)) == []
    assert odd_length(passages) is None


@pytest.mark.skipif(CORPUS is None, reason="no real articles beside the project")
def test_nothing_is_found_but_what_a_reader_finds() -> None:
    assert CORPUS
    seen = dict(articles(CORPUS))
    assert seen.keys() >= RIGHT.keys()
    for name, article in seen.items():
        check(article, RIGHT.get(name, {}))


def test_the_projects_own_article_has_no_finding() -> None:
    for _, article in articles(CONTENT):
        check(article, {})
