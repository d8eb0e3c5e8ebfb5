"""Whatever two texts hold, what is said of them is said, and stands where it is said to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align import pair
from duizhao.assess import assess, notices
from tests.assess.building import article

CHINESE = (
    [*"一二三十百千万亿零两廿半几数多余第", "几十", "数百", "几", "第", "百分之", "１９", "1.5", "1954"],
    [*"年月日号时点分%倍旬成元个人吨岁届次团师斤天比至到—、", "年代", "月份", "世纪", "公里"],
    [
        *"，。：（）“”《》·",
        "新华社",
        "本报讯",
        "记者",
        "王小明",
        "周恩来",
        "摄",
        "译",
        "据",
        "农历",
        "上午",
        "同志",
        "图片",
    ],
)
ENGLISH = (
    ["one", "three", "several", "dozens", "hundreds of", "half", "first", "twenty-third", "10", "1,200", "3.5", "1954"],
    ["thousand", "million", "percent", "January 3", "Dec. 24", "30th", "o'clock", "years", "yuan", "times", "-", "—"],
    [*',.()“”*_[]`<"', "1.", "中文", "Xinhua", "reporter", "Photo by", "Wang Xiaoming", "Zhou Enlai", "Comrade", "the"],
)
"""Numbers, what stands behind them, and other things that checks look for: each third of a text."""


def texts(kinds: tuple[list[str], ...], space: str) -> st.SearchStrategy[str]:
    """Texts of a few paragraphs, of which none is empty."""
    pieces = st.one_of(*map(st.sampled_from, kinds))
    paragraphs = st.lists(pieces, min_size=10, max_size=60).map(space.join)
    return st.lists(paragraphs, min_size=1, max_size=4).map("\n".join)


originals, translations = texts(CHINESE, ""), texts(ENGLISH, " ")
names = st.tuples(st.sampled_from(["", *CHINESE[2]]), st.sampled_from(["", *ENGLISH[2]]))


@settings(deadline=None, max_examples=1_000)
@given(originals, translations, names, names)
def test_no_article_is_too_odd(zh: str, en: str, headline: tuple[str, str], author: tuple[str, str]) -> None:
    of = article(headline=headline, author=author, zh=zh, en=en)
    passages = pair(of)
    assert all(found.code for found in assess(of))
    for found in notices(of, passages):
        assert 0 <= found.passage <= len(passages)
