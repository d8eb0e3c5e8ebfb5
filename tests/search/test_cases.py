"""What texts, queries and postings mean: the table that holds Python and the scripts to one another."""

import json
from pathlib import Path
from typing import Any

import pytest

from duizhao.search.folding import fold, fold_sign
from duizhao.search.query import Wanted, holds, parse
from duizhao.search.ranking import rarity
from duizhao.search.signs import postings, written
from duizhao.search.snippets import marks, placed
from duizhao.search.terms import canonical, stem

CASES: dict[str, list[list[Any]]] = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def shown(wanted: Wanted) -> str:
    """A word that is found in all its forms is its stem behind a tilde."""
    return wanted.text if wanted.stem is None else f"~{wanted.stem}"


@pytest.mark.parametrize(("text", "folded"), CASES["folded"])
def test_a_text_folds_as_a_whole_and_sign_by_sign(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert "".join(map(fold_sign, text)) == folded


@pytest.mark.parametrize(("text", "units"), CASES["canonical"])
def test_a_text_is_written_as_its_units(text: str, units: str) -> None:
    assert canonical(text) == units
    assert placed(text)[0] == units


@pytest.mark.parametrize(("word", "stemmed"), CASES["stems"])
def test_a_word_has_a_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@pytest.mark.parametrize(("text", "all_of", "without"), CASES["queries"])
def test_a_query_is_read(text: str, all_of: list[list[str]], without: list[str]) -> None:
    query = parse(text)
    assert [[shown(wanted) for wanted in group] for group in query.all_of] == all_of
    assert [shown(wanted) for wanted in query.without] == without


@pytest.mark.parametrize(("text", "terms"), CASES["terms"])
def test_a_query_is_looked_up_by_its_terms(text: str, terms: list[str]) -> None:
    [[wanted]] = parse(text).all_of
    assert list(wanted.terms) == terms


@pytest.mark.parametrize(("text", "texts", "expected"), CASES["holds"])
def test_an_article_holds_a_query_or_not(text: str, texts: list[str], expected: bool) -> None:  # noqa: FBT001
    assert holds([canonical(one) for one in texts], parse(text)) is expected


@pytest.mark.parametrize(("text", "block", "marked"), CASES["marks"])
def test_what_was_found_is_marked(text: str, block: str, marked: list[str]) -> None:
    assert [block[start:end] for start, end in marks(block, parse(text).wanted)] == marked


@pytest.mark.parametrize(("text", "first", "read"), CASES["postings"])
def test_postings_are_read_and_written(text: str, first: int, read: list[list[int]]) -> None:
    listed = [article << 2 | level for article, level in read]
    assert postings(text, first) == listed
    assert written(listed, first) == text


@pytest.mark.parametrize(("articles", "holding", "weight"), CASES["rarity"])
def test_a_rare_term_weighs_more(articles: int, holding: int, weight: int) -> None:
    assert rarity(articles, holding) == weight
