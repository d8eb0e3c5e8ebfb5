"""English titles: translations of the headline, free ones, and those that come from the text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.assess.titles import title_of_text
from duizhao.model import Passage
from tests.assess.building import article, blocks, passages

EN = "The picture shows old peasants of Red Star Village bringing in the early rice on a sunny autumn morning. Li Ying"

TRANSLATED = {
    "of a kind of item": [
        ("图片", "Pictures"),
        ("图片", "Photograph: Peasants of Red Star Village"),
        ("体育简讯", "Sports News"),
        ("文化简讯", "Culture in Brief"),
        ("读者来信", "Letters of Peasants"),
        ("语录", "Quotations"),
        ("诗二首", "Two Poems"),
        ("更正", "Correction"),
        ("漫画", "Cartoon"),
    ],
    "freely, but not from the text": [
        ("图片", "Bumper Harvest"),
        ("文化简讯", "Cultural Life"),
        ("信箱", "Between Us"),
    ],
    "freely, in words of the text": [
        ("秋收", "Peasants of Red Star Village Bringing in Rice"),
        ("秋天的早晨", "The Old Peasants of Red Star Village on a Sunny Autumn Morning"),
        ("红星村的老农民在一个晴朗的秋天早晨收割早稻", EN),
    ],
    "without one": [("", EN), ("图片", ""), ("", "")],
}
MADE_OF_TEXT = {
    "of a kind of item": [
        ("图片", "Red Star Village"),
        ("图片", "Li Ying"),
        ("新闻图片", "Peasants Bringing in the Early Rice"),
        ("农业简讯", "Red Star Village"),
        ("信箱", "Old Peasants"),
        ("诗二首", "On a Sunny Autumn Morning"),
    ],
    "of a short headline": [
        ("秋收", "Old Peasants of Red Star Village Bringing in the Early Rice"),
        (
            "秋收（图片）",
            "Picture Shows Old Peasants of Red Star Village Bringing in the Early Rice on a Sunny Autumn Morning",
        ),
    ],
}


def beside(headline: tuple[str, str], *texts: tuple[str, str]) -> list[Passage]:
    head = Passage(number=1, zh=blocks(headline[0], kind="headline"), en=blocks(headline[1], kind="title"))
    rest = passages(("", ""), *texts)[1:]
    return [head, *rest] if all(headline) else rest


@pytest.mark.parametrize(("reason", "zh", "en"), [(r, *row) for r, rows in TRANSLATED.items() for row in rows])
def test_these_titles_translate_their_headline(reason: str, zh: str, en: str) -> None:
    assert title_of_text(article(headline=(zh, en)), beside((zh, en), ("正文。", EN))) is None, reason


@pytest.mark.parametrize(("reason", "zh", "en"), [(r, *row) for r, rows in MADE_OF_TEXT.items() for row in rows])
def test_these_were_made_of_the_text(reason: str, zh: str, en: str) -> None:
    found = title_of_text(article(headline=(zh, en)), beside((zh, en), ("正文。", "Text."), ("正文。", EN)))
    assert found, reason
    assert (found.passage, found.zh, found.en) == (3, zh, en)


def test_a_title_that_is_repeated_at_the_head_of_the_text_was_not_made_of_it() -> None:
    headline = ("图片", "Red Star Village")
    head, text = beside(headline, ("正文。", "Text."))
    repeated = replace(head, en=(*head.en, *blocks("Red Star Village")))
    assert title_of_text(article(headline=headline), [repeated, text]) is None


def test_only_the_first_paragraphs_are_looked_at() -> None:
    headline = ("图片", "Red Star Village")
    assert (
        title_of_text(article(headline=headline), beside(headline, *[("正文。", "Text.")] * 3, ("正文。", EN))) is None
    )


@given(st.text(), st.text(), st.text(), st.text())
def test_nothing_raises(zh: str, en: str, original: str, translation: str) -> None:
    title_of_text(article(headline=(zh, en)), beside((zh, en), (original, translation)))
