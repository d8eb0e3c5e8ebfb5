"""Author lines that agree, that disagree, and those that nobody can judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.assess.people.authors import author_differs
from tests.assess.building import article

AGREEING = {
    "pinyin": [
        ("王小明", "Wang Xiaoming"),
        ("王小明", "Xiaoming Wang"),
        ("王小明", "WANG Xiaoming"),
        ("王小明", "Wangxiaoming"),
        ("王小明", "wang xiaoming"),
        ("王小明、李英", "wang xiaoming, li ying"),
    ],
    "tone marks and glosses": [("李英", "Lǐ Yīng"), ("李英", "Li Ying (Lǐ Yīng)"), ("李英", "Li Ying (李英)")],
    "other spellings": [("周国平", "Chou Kuo-p'ing"), ("宋小明", "Soong Siao-ming"), ("孙平", "Sun Yat-sen")],
    "set wide": [("王　明", "Wang Ming"), ("王　明　李小英", "Wang Ming, Li Xiaoying")],
    "several": [
        ("王小明、李英", "Wang Xiaoming, Li Ying"),
        ("王小明  李英", "Li Ying and Wang Xiaoming"),
        ("王小明和李小英", "Wang Xiaoming & Li Xiaoying"),
        ("王小明，李英", "Wang Xiaoming Li Ying"),
        ("王小明李英", "Wang Xiaoming, Li Ying"),
        ("王小明李英", "Wang Xiaoming"),
        ("王小明等", "Wang Xiaoming, Li Ying"),
        ("王小明、李英", "Wang Xiaoming et al."),
    ],
    "posts": [
        ("本报记者　李英", "Li Ying"),
        ("李英", "Our Reporter Li Ying"),
        ("李英摄", "Photo by Li Ying"),
        ("文：王小明　图：李英", "Text: Wang Xiaoming, Photos: Li Ying"),
        ("李英（上海）", "Li Ying (Shanghai)"),
        ("王小明作　李英译", "Wang Xiaoming, translated by Li Ying"),
    ],
    "foreign authors": [
        ("玛丽·约翰逊", "Mary Johnson"),
        ("玛丽·约翰逊", "Ma Li"),
        ("高尔基维奇", "Gao Erji"),
        ("黎文", "Le Duan"),
        ("林房", "Hayashi Fusao"),
        ("田中", "Tanaka"),
    ],
    "groups": [
        ("本报评论员", "Commentator"),
        ("新华社记者", "Xinhua Reporter"),
        ("编辑部", "Editorial Department"),
        ("某部队学习小组", "Wang Ming"),
    ],
    "pen names that are none": [("新兵", "A Soldier"), ("东风", "East Wind"), ("红旗手", "Li Ying")],
    "a title instead of the name": [("毛小明", "Chairman Mao"), ("毛小明", "Mao")],
    "nobody": [("", ""), ("", "None"), ("", "Unknown"), ("", "N/A"), ("", "(No author listed)"), ("", "Not specified")],
}

DIFFERING = {
    "another": [
        ("王小明", "Li Ying"),
        ("王小明", "Wang Xiaomin"),
        ("王小明", "li ying"),
        ("王小明", "Wang Da (Wáng Dá)"),
        ("王小明、李英", "Wang Xiaoming, Li Hai"),
        ("本报记者　李英", "By our reporter Wang Ming"),
    ],
    "number": [
        ("王小明、李英", "Wang Xiaoming"),
        ("王小明", "Wang Xiaoming and Li Ying"),
        ("王小明  李英  周平", "Wang Xiaoming, Li Ying"),
        ("李英", "Our Reporter"),
    ],
    "missing": [("王小明", ""), ("王小明", "Unknown"), ("玛丽·约翰逊", ""), ("本报评论员", "")],
    "added": [("", "Wang Xiaoming"), ("", "Xinhua News Agency"), ("", "Mary Johnson")],
}


def cases(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(reason, zh, en) for reason, pairs in table.items() for zh, en in pairs]


@pytest.mark.parametrize(("reason", "zh", "en"), cases(AGREEING))
def test_these_agree_or_cannot_be_judged(reason: str, zh: str, en: str) -> None:
    assert author_differs(article(author=(zh, en))) is None, reason


@pytest.mark.parametrize(("fault", "zh", "en"), cases(DIFFERING))
def test_these_differ(fault: str, zh: str, en: str) -> None:
    found = author_differs(article(author=(zh, en), zh="正文。", en="Text."))
    assert found
    assert (found.fault, found.zh, found.en) == (fault, zh, en if fault != "missing" else found.en)


@pytest.mark.parametrize(
    ("author", "zh", "en"),
    [
        # The header leaves out what the text has.
        (("王小明", ""), "正文。", "By Wang Xiaoming\nText."),
        (("玛丽·约翰逊", ""), "玛丽·约翰逊\n正文。", "Mary Johnson\nText."),
        # The translation's header has whom the Chinese head leaves out.
        (("", "Wang Xiaoming"), "本报记者　王小明\n正文。", "Text."),
        (("", "Xinhua News Agency"), "【新华社北京一日电】正文。", "Text."),
        (("", "Reporter of this newspaper"), "【本报讯】正文。", "Text."),
        (("", "Mary Johnson"), "玛丽·约翰逊\n正文。", "Mary Johnson\nText."),
        (("王小明", "Wang Xiaoming, Li Ying"), "王小明　李英\n正文。", "Text."),
    ],
)
def test_who_stands_in_the_text_is_neither_missing_nor_added(author: tuple[str, str], zh: str, en: str) -> None:
    assert author_differs(article(author=author, zh=zh, en=en)) is None


@given(st.text(max_size=30), st.text(max_size=30), st.text(), st.text())
def test_nothing_raises(zh_author: str, en_author: str, zh: str, en: str) -> None:
    author_differs(article(author=(zh_author, en_author), zh=zh, en=en))
