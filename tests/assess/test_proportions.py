"""Translations as long as they should be, too long and too short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.assess.proportions import odd_length
from duizhao.model import Passage
from tests.assess.building import blocks, passages

HAN = 50


def pairs(*ratios: float) -> list[tuple[str, str]]:
    """Pair paragraphs of fifty Han characters with English ones so many times as long."""
    return [("农" * HAN, "x" * round(HAN * ratio - 1) + ".") for ratio in ratios]


@pytest.mark.parametrize("ratio", [2.4, 3.1, 3.7, 4.4, 4.8, 5.8])
def test_these_are_as_long_as_others(ratio: float) -> None:
    assert odd_length(passages(*pairs(*[ratio] * 6))) is None


@pytest.mark.parametrize("ratio", [0.5, 1.0, 2.3, 7.3, 10.0])
def test_these_are_not(ratio: float) -> None:
    found = odd_length(passages(*pairs(*[ratio] * 6)))
    assert found
    assert (found.han, found.english) == (6 * HAN, round(6 * HAN * ratio))
    assert found.ratio == pytest.approx(ratio)


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        ("a short article", pairs(1, 1, 1)),
        ("a short article full of long names", pairs(6.8, 6.8, 6.8, 6.8, 6.8)),
        ("what has no counterpart", [*pairs(3.7, 3.7, 3.7, 3.7), ("农" * 900, ""), ("", "x" * 900)]),
        ("verse", [("农" * 8, "x" * 60)] * 60),
        ("a table of numbers", [("一二三四五" * 10, "12345")] * 9),
        ("a translation that breaks off", [*pairs(3.7, 3.7, 3.7), ("农" * 900, "The peasants of the")]),
        ("nothing", []),
    ],
)
def test_this_tells_nothing(reason: str, rows: list[tuple[str, str]]) -> None:
    assert odd_length(passages(*rows)) is None, reason


def test_a_long_article_has_no_room_for_names() -> None:
    assert odd_length(passages(*pairs(*[6.8] * 20)))


def test_the_headline_is_not_counted() -> None:
    head = Passage(number=1, zh=blocks("农" * 300, kind="headline"), en=blocks("x.", kind="title"))
    assert odd_length([head]) is None


@given(st.lists(st.tuples(st.text(), st.text())))
def test_nothing_raises(rows: list[tuple[str, str]]) -> None:
    odd_length(passages(*rows))
