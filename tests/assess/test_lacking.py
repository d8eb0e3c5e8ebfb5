"""What one of the texts lacks is said, at its passage; what only looks so is not."""

import pytest

from duizhao.assess.quotes import LONGEST
from tests.assess.articles import EN, ZH, found, said


def test_of_a_faithful_translation_nothing_is_said() -> None:
    assert said(ZH, EN) == []


@pytest.mark.parametrize("number", range(1, 4))
def test_a_paragraph_without_translation_is_named(number: int) -> None:
    assert said(ZH, EN[:number] + EN[number + 1 :]) == [("text-untranslated", number + 2, 0)]


@pytest.mark.parametrize("number", range(1, 5))
def test_a_paragraph_that_the_original_lacks_is_named(number: int) -> None:
    added = "The band of the railwaymen's club played until late at night in the park beside the river."
    assert said(ZH, [*EN[:number], added, *EN[number:]]) == [("text-added", number + 2, 0)]


def test_a_sentence_without_translation_is_named_with_its_number() -> None:
    zh, en = ["".join(ZH[:3]), *ZH[3:]], [" ".join([EN[0], EN[2]]), *EN[3:]]
    [notice] = found(zh, en)
    assert (notice.code, notice.passage, notice.sentence) == ("text-untranslated", 2, 2)
    assert (notice.zh, notice.en, notice.line) == (ZH[1], "", 22)


def test_a_sentence_that_the_original_lacks_is_named_with_its_number() -> None:
    added = "The band of the railwaymen's club played until late at night."
    [notice] = found(["".join(ZH[:3]), *ZH[3:]], [" ".join([EN[0], EN[1], added, EN[2]]), *EN[3:]])
    assert (notice.code, notice.passage, notice.sentence) == ("text-added", 2, 3)
    assert (notice.zh, notice.en, notice.line) == ("", added, 6)


@pytest.mark.parametrize(
    ("en", "end"),
    [
        ([*EN[:2], "The grain stations have"], "The grain stations have"),
        (EN[:3], EN[2]),
        ([EN[0], EN[1].removesuffix("peasants.") + "very"], EN[1].removesuffix("peasants.") + "very"),
    ],
    ids=["in the middle of a paragraph", "between paragraphs", "in the middle of a sentence"],
)  # fmt: skip
def test_where_the_translation_breaks_off_is_said_once(en: list[str], end: str) -> None:
    [notice] = found(ZH, en)
    assert (notice.code, notice.passage, notice.en) == ("text-cut", len(en) + 1, end)


def test_a_last_sentence_without_its_full_stop_does_not_break_off() -> None:
    assert said(ZH, [*EN[:-1], EN[-1].removesuffix(".")]) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ([*ZH, "一九五四年六月二日"], [*EN, "June 2, 1954"]),
        ([*ZH, "（完）"], EN),
        ([*ZH, "……"], EN),
    ],
    ids=["a date line", "a mark of the end", "dots"],
)
def test_what_ends_a_text_without_a_full_stop_is_not_missing(zh: list[str], en: list[str]) -> None:
    assert said(zh, en) == []


def test_the_title_said_again_is_no_addition() -> None:
    assert said(ZH, [*EN[:2], "Wheat Harvest Begins", *EN[2:]]) == []


def test_the_original_repeated_in_the_translation_is_one_notice() -> None:
    assert said(ZH, [*ZH, *EN]) == [("text-repeated", 2, 0)]


def test_where_one_text_is_missing_altogether_the_translation_is_not_blamed() -> None:
    assert said(ZH, []) == []
    assert said([], EN) == []


def test_a_notice_quotes_no_more_than_a_line() -> None:
    added = "The band played on and on and on until late at night. " * 20
    notices = found(ZH, [*EN[:2], added.strip(), *EN[2:]])
    assert notices
    assert max(len(notice.en) for notice in notices) <= LONGEST
