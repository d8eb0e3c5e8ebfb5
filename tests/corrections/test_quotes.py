"""A quote names the text that begins so."""

import pytest

from duizhao.corrections.quotes import Texts
from duizhao.model import Place
from tests.align.test_passages import blocks

ZH = Texts(
    [
        *blocks("渡口新船", kind="headline"),
        *blocks(
            "渡口新船下水。船工们很高兴！",
            "“老船”留给博物馆。它有五十年了。",
            "每天开１２班。好！每天都满。",
            "好！",
            "……",
            "风",
            "风",
        ),
    ],
    "zh",
)
EN = Texts(
    [
        *blocks("New Ferry", kind="title"),
        *blocks("New Ferry", kind="headline"),
        *blocks(
            "The **new ferry** was launched. The boatmen were glad!",
            "The old boat goes to the museum. It is 50 years old.",
            "* * *",
            "Wind",
            "Wind",
        ),
    ],
    "en",
)


@pytest.mark.parametrize(
    ("texts", "quote", "block", "start"),
    [
        (ZH, "渡口新船下", 1, None),
        (ZH, "渡口新船", 0, None),
        (ZH, "渡口新船下水", 1, 0),
        (ZH, "渡口新船下水。船工", 1, None),
        (ZH, "船工", 1, 7),
        (ZH, " 老船 留给", 2, None),
        (ZH, "每天开12班。", 3, 0),
        (ZH, "好", 4, None),
        (ZH, "…", 5, None),
        (ZH, "风 [2]", 7, None),
        (EN, "the new FERRY was", 2, None),
        (EN, "The new ferry was launched", 2, 0),
        (EN, "The boatmen", 2, 32),
        (EN, "***", 4, None),
        (EN, "Wind[1]", 5, None),
        (EN, "The [2]", 3, None),
    ],
)
def test_a_text_is_named_by_its_first_words(texts: Texts, quote: str, block: int, start: int | None) -> None:
    assert texts.named([quote]) == ([Place(block=block, start=start)], [])


def test_a_title_and_the_line_that_says_it_again_are_named_together() -> None:
    assert EN.named(["New Ferry", "It is"]) == ([Place(block=0), Place(block=1), Place(block=3, start=33)], [])


@pytest.mark.parametrize(
    ("texts", "quote", "said"),
    [
        (ZH, "渡口旧船", "“渡口旧船” begins no paragraph and no sentence of the original (did you mean “渡口新船”?)"),
        (ZH, "风", "“风” begins 2 texts of the original, in the lines 6, 7"),
        (ZH, "风 [3]", "“风” begins 2 texts"),
        (EN, "The old boats go", "(did you mean “The old boat goes”?)"),
        (EN, "boatmen were", "no sentence of the translation"),
        (EN, "The", "“The” begins 2 texts of the translation, in the lines 1, 2"),
        (EN, "quite other words", "“quite other words” begins no paragraph and no sentence of the translation"),
    ],
)
def test_what_names_no_text_or_several_is_told(texts: Texts, quote: str, said: str) -> None:
    places, [fault] = texts.named([quote])
    assert places == []
    assert said in fault


def test_texts_follow_each_other_across_paragraphs_only_as_sentences() -> None:
    assert ZH.follow([Place(block=1), Place(block=2)])
    assert not ZH.follow([Place(block=1), Place(block=3)])
    assert ZH.follow([Place(block=1, start=7), Place(block=2, start=0)])
    assert not ZH.follow([Place(block=1, start=0), Place(block=2, start=0)])
