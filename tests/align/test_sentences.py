"""Paragraphs are cut where a sentence ends, and nowhere else.

In the tables a bar stands wherever one sentence ends and the next begins.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align.sentences import Side, sentences


def cut(text: str, side: Side) -> list[str]:
    return [text[start:end] for start, end in sentences(text, side)]


def parts(marked: str) -> list[str]:
    return [part.strip() for part in marked.split("|") if part]


CHINESE = {
    "stops and questions": "社员都来了。|还缺谁呢？|一个也不缺！",
    "half-width marks": "好!|真的?|是。",
    "several marks in a row": "什么？！|不行！！！|走吧",
    "closing quotes go along": "他说：“春耕要早。|种子要好。”|大家都同意。",
    "corner brackets, too": "他问：『谁去？』|『我去。』",
    "brackets close behind the stop": "（见第二版。）|全文如下。",
    "a stop behind a quote": "他说这是“好事”。|大家笑了。",
    "semicolons part nothing": "第一，要早；第二，要快；第三，要好。",
    "a colon parts nothing": "会议决定：立即春耕。",
    "dots end a sentence": "春天……|夏天来了…|秋天",
    "a sentence goes on behind an exclamation": "会场上响起“万岁！”的欢呼声。|散会。",
    "and behind dots": "小麦、玉米……等作物丰收。",
    "and to a comma": "“来吧！”，他说。",
    "a word that begins as a particle does": "土改开始了。|地主逃了。|得到土地的农民很高兴。|等到秋天再算。",
    "what stands behind the last stop": "丰收了。|　（新华社）",
    "a dateline": "【新华社三日讯】今冬全县办社。|明春再办。",
    "dots in a name": "维．米．莫洛托夫到会。|安·伊·米高扬也到会。",
    "a typed stop": "丰收了． |社员高兴. |真的",
    "numbers of a list": "一．春耕。|２．秋收。|三. 冬藏。",
    "a decimal": "增产7.5％和８．４％。|完成。",
    "typed quotes": '他说"好。"|"行。"|散会',
    "a typed quote that opens": '好。|"行"。',
    "stanza gaps part nothing": "人民　光荣",
    "only marks": "……",
    "nothing": "",
}

ENGLISH = {
    "stops and questions": "They all came. |Who is missing? |Nobody!",
    "titles": "Mr. Li met Dr. Wang and Gen. Zhu. |They talked.",
    "initials": "Mr. J.A. Motzfeldt called. |V. M. Molotov spoke.",
    "states": "The U.S. Senate met. |He left the U.S. |The talks failed.",
    "a possessive": "The U.S.'s plan failed. |It ended.",
    "hours": "At 3 p.m. Beijing time it began. |It ended at 5 p.m. |The hall emptied.",
    "numbers": "Decree No. 88 came. |See vol. 3 and p. 12. |Done.",
    "a plain no": "Is it so? |No. |They went.",
    "companies": "Jinghua Co., Ltd. paid. |It was the Steel Co. |The plant opened.",
    "months": "On Dec. 23 it rained. |It rained in Dec. |Then it snowed.",
    "latin": "Crops, e.g. wheat, i.e. grain, etc. grew. |Corn, beans, etc. |All was sold.",
    "works of art are no article": "They saw works of art. |Art. 5 holds.",
    "decimals": "It rose by 8.4 percent. |It cost $7.50. |Fine.",
    "a year": "It was built in 1954. |A school followed.",
    "closing quotes go along": 'He said, "Come early." |Then he left. |“Good.” |They agreed.',
    "a quote that goes on": '"Who goes?" he asked. |"I!" she cried.',
    "quotes in a row": "“Long live peace!” |“Long live labor!”",
    "brackets": "(See page 2.) |The text follows. |(Xinhua)",
    "a dateline": "Xinhua News Agency, Beijing, December 1st: The sowing began.",
    "a dateline with a shortened month": "Xinhua, Beijing, Dec. 1st: It began. |It ended.",
    "dots": "Spring... |Summer came… |Autumn",
    "dots that go on": "Spring... and summer … came.",
    "spaced dots": "A pause . . . |Then he spoke.",
    "two marks": "Really?! |Yes.",
    "numbered sentences": "1. Sow early. |2. Reap early. |IV. Rest.",
    "numbers inside": "Do this: 1. Sow; 2. Reap. |Rest.",
    "letters of a list": "(a) Sow early. |(b) Reap early.",
    "list lines": "- Sow|\n- Reap\nand store",
    "numbered lines": "1. Sow|\n2. Reap",
    "broken lines": "They sowed\nearly. |They reaped\nlate.",
    "an empty line": "Sow|\n\nReap",
    "emphasis": "**Sow early.** |_Reap late._",
    "an attribution": '"Sow early." |— Lenin',
    "semicolons and colons part nothing": "He said: sow; reap; rest.",
    "chinese left inside": "He said 春耕。|Then he left.",
    "small letters go on": "The plan. and so on",
    "nothing": "",
}


@pytest.mark.parametrize("marked", CHINESE.values(), ids=CHINESE)
def test_chinese_sentences_end_at_the_bar(marked: str) -> None:
    assert cut(marked.replace("|", ""), "zh") == parts(marked)


@pytest.mark.parametrize("marked", ENGLISH.values(), ids=ENGLISH)
def test_english_sentences_end_at_the_bar(marked: str) -> None:
    assert cut(marked.replace("|", ""), "en") == parts(marked)


def test_a_table_is_cut_into_its_rows() -> None:
    assert cut("| a | b |\n|---|---|\n| c | d |", "en") == ["| a | b |\n|---|---|", "| c | d |"]


texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="春耕。！？…．.!?”’』）\"'（“，的；１2一 　\n", max_size=60),
    st.lists(
        st.sampled_from(
            ["Mr", "No", "U.S", "p.m", "The", "sow", "1", "IV", ".", "...", "!", '"', "”", "(", " ", "\n", "|"]
        )
    ).map("".join),
)


@given(texts, st.sampled_from(["zh", "en"]))
@settings(deadline=None, max_examples=400)
def test_sentences_stand_in_order_and_leave_out_white_space_alone(text: str, side: Side) -> None:
    spans = sentences(text, side)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in spans)
    assert not "".join(text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)).strip()


@pytest.mark.parametrize("text", ["." * 50_000 + "x", "。" * 50_000, '好。"的' * 9_000, "a. " * 20_000, "\n" * 50_000])
def test_odd_texts_stay_cheap(text: str) -> None:
    assert len(sentences(text, "zh")) + len(sentences(text, "en")) <= len(text)
