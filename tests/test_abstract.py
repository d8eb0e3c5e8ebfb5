"""What those see of an article who see no more of it: its first paragraph, in whole words."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.abstract import LENGTH, abstract
from duizhao.model import Article, Bilingual, Block, BlockKind
from duizhao.settings import Languages

FIRST = "This year’s harvest is good in all parts of the valley, and the grain is in the barns."
MARKED = "The **new** bridge & its\n[keeper](https://a.example/) are here, says the mayor."
SENTENCE = "The new bridge was opened to traffic yesterday. "


def article(en: Sequence[tuple[BlockKind, str]], zh: str = "今年丰收。") -> Article:
    return Article(
        source="1.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(zh="丰收", en="A Good Harvest"),
        author=Bilingual(),
        column=Bilingual(),
        zh=(Block(line=9, text="丰收", kind="headline"), *([Block(line=10, text=zh)] if zh else [])),
        en=tuple(Block(line=1, text=text, kind=kind) for kind, text in en),
    )


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ([("text", FIRST), ("text", "More.")], FIRST),
        ([("headline", "A Good Harvest"), ("heading", "Reports"), ("text", FIRST)], FIRST),
        ([("text", "By our own correspondent"), ("text", FIRST)], FIRST),
        ([("text", "Grain,"), ("text", "and more grain.")], "Grain,"),
        ([("text", "今年丰收，粮食满仓，农民喜气洋洋，家家户户准备过年，都说明年更好。"), ("text", FIRST)], FIRST),
        ([("text", MARKED)], "The new bridge & its keeper are here, says the mayor."),
        ([("text", "今年丰收。")], "今年丰收。"),
        ([], "今年丰收。"),
    ],
)
def test_the_first_paragraph_of_the_translation_is_the_abstract_or_else_of_the_original(
    en: list[tuple[BlockKind, str]], expected: str
) -> None:
    assert abstract(article(en), Languages()) == expected


def test_an_article_of_headlines_alone_has_no_abstract() -> None:
    assert abstract(article([], zh=""), Languages()) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SENTENCE * 3 + "This is the end of the text.", (SENTENCE * 3).strip()),
        ("harvest " * 40, " ".join(["harvest"] * 20) + "…"),
        ("Harvest; " * 40, "Harvest; " * 16 + "Harvest…"),
        ("今年丰收，粮食满仓。" * 20, "今年丰收，粮食满仓。" * 8),
        ("丰" * 200, "丰" * 79 + "…"),
        (
            f"“{SENTENCE * 2}It is very long.” And so on and so on and so on and so on and so on.",
            f"“{SENTENCE * 2}It is very long.”",
        ),
    ],
)
def test_a_long_paragraph_ends_behind_a_sentence_or_a_word(text: str, expected: str) -> None:
    assert abstract(article([("text", text)], zh=text), Languages()) == expected


@given(st.text(st.sampled_from("ab .,’丰。\n"), max_size=2_000))
def test_it_is_not_longer_than_said_and_begins_as_the_text(text: str) -> None:
    cut = abstract(article([("text", text)], zh=""), Languages())
    assert len(cut) <= LENGTH[1]
    assert " ".join(text.split()).startswith(cut.removesuffix("…")) or not cut
