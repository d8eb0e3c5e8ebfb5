"""Archives of unusual shapes are what their names say, and growth tells linear from quadratic."""

from collections.abc import Callable, Iterator

import pytest

from bench.invented.articles import Invented
from bench.shapes import SHAPES, Growth, one_author, one_day, one_paragraph, paragraphs, short_lines
from duizhao.model import Article, Source
from duizhao.parse import parse_article

SIZE = 20_000


def read(text: str) -> Article:
    parsed = parse_article(Source(path="a.md", text=text))
    assert isinstance(parsed, Article)
    return parsed


@pytest.mark.parametrize(
    ("seconds", "ratio"), [((3.0, 4.0, 6.0), 1.0), ((1.0, 4.0, 16.0), 2.0), ((9.0, 10.0, 11.0), 0.5)]
)
def test_growth_is_1_where_time_is_linear_whatever_the_start_takes(
    seconds: tuple[float, float, float], ratio: float
) -> None:
    assert Growth(name="", sizes=(1, 2, 4), seconds=seconds).ratio == ratio


def test_all_articles_stand_in_one_day_and_differ() -> None:
    articles = [read(one.text) for one in one_day(20)]
    assert len({article.date for article in articles}) == 1
    assert len({article.zh for article in articles}) == 20
    assert {article.page for article in articles} == set(range(1, 9))


def test_one_person_wrote_all_articles() -> None:
    authors = {read(one.text).author for one in one_author(20)}
    assert len(authors) == 1
    (author,) = authors
    assert author.zh
    assert author.en


@pytest.mark.parametrize("shape", [paragraphs, one_paragraph, short_lines])
def test_one_article_has_about_so_many_bytes(shape: Callable[[int], Iterator[Invented]]) -> None:
    (one,) = shape(SIZE)
    assert SIZE * 0.8 < len(one.text.encode()) < SIZE * 1.4


def test_the_paragraphs_are_as_many_as_the_names_say() -> None:
    many, single, short = (read(next(shape(SIZE)).text) for shape in (paragraphs, one_paragraph, short_lines))
    assert len(single.zh) == len(single.en) == 1
    assert len(many.zh) > 20
    assert len(short.zh) == len(short.en) == SIZE // 24


def test_every_shape_can_be_written_in_any_size() -> None:
    assert all(list(shape.files(3)) for shape in SHAPES)
