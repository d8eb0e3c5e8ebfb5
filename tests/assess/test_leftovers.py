"""Chinese in a translation: left over, or there for a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.assess.leftovers import chinese_left
from duizhao.text import HAN
from tests.assess.building import passages

MEANT = {
    "a gloss in brackets": [
        "Comrade Wang (王) spoke.",
        "The Red Star (红星人民公社) commune, the mutual aid team（互助组） and [社] others.",
        "They said: (大家说：好！)",
    ],
    "Chinese that is translated behind it": [
        "The 互助组 (mutual aid team) met.",
        "“红星” (Red Star) is its name.",
        "《红星》 (Red Star) is a magazine.",
        "红星 — Red Star",
        "红星 - Red Star",
    ],
    "the title of a work behind its translation": ["He read Red Star 《红星》 and “The Sea” 《海》 aloud."],
    "characters that are spoken of": [
        "The character 人 has two strokes.",
        "He wrote the word “好” on the wall.",
        "人 is a character that children learn first.",
    ],
    "rows of a list": ["红星    Red Star\n公社：commune", "互助组\tmutual aid team"],
    "no Han characters": [
        "△ News",
        "×××",
        "＊ A hungry dog",
        "《On Practice》 says",
        "“Two, four”，and 〇 or 1954一1955",
        "Déjà vu — Lǐ Yīng",
    ],
    "a paragraph that repeats the original": ["全县农民早已把粮食收好卖给国家。", "全县农民早已把粮食收好 (Xinhua)"],
    "nothing": ["", " "],
}
LEFT = {
    "a word": [
        ("The peasants of the 公社 met.", ["公社"]),
        ("They met in 1954年.", ["年"]),
        ("The article has no 专栏: section.", ["专栏"]),
        ("A 公社-run factory.", ["公社"]),
    ],
    "several": [("The 公社 and the 互助组 of the county met.", ["公社", "互助组"])],
    "a sentence": [
        ("Everybody agreed. 大家说：好，我们去！ Then they went to the fields of the village.", ["大家说：好，我们去"])
    ],
    "a title that nothing translates": [("He read the magazine 《红星》 aloud.", ["红星"])],
    "beside a gloss": [("The 公社 of Wang (王) met.", ["公社"])],
}


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in MEANT.items() for text in texts])
def test_this_is_meant(reason: str, text: str) -> None:
    assert [found.en for found in chinese_left(passages(("正文。", text)))] == [], reason


@pytest.mark.parametrize(("reason", "text", "runs"), [(reason, *row) for reason, rows in LEFT.items() for row in rows])
def test_this_is_left(reason: str, text: str, runs: list[str]) -> None:
    found = list(chinese_left(passages(("正文。", "Text."), ("正文。", text))))
    assert [one.en for one in found] == runs, reason
    assert {(one.passage, one.line) for one in found} == {(2, 1)}


@given(st.text() | st.lists(st.sampled_from("公社人《》()（）“”—: \nab一")).map("".join))
def test_what_is_left_stands_there_and_begins_and_ends_with_han(text: str) -> None:
    for found in chinese_left(passages(("", text))):
        assert found.en in text
        assert HAN.match(found.en)
        assert HAN.match(found.en[-1])
