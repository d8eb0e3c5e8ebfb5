"""What a Chinese paragraph credits, and what only looks as if it did."""

from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.assess.people.credit_lines import Credit, agency_of, credits_of, dateline_of
from duizhao.model import Block

TEXT = "全县农民早已把粮食收好卖给国家。"

Read: TypeAlias = tuple[str, str, tuple[str, ...], str]

# A paragraph, and what is read of it: verbatim, agency, people, work.
CREDITS: dict[str, list[tuple[str, Read]]] = {
    "datelines": [
        ("【新华社北京一日电】全县", ("【新华社北京一日电】", "新华社", (), "text")),
        ("【本报讯】全县", ("【本报讯】", "本报", (), "text")),
        ("新华社哈尔滨５月３１日电  全县", ("新华社哈尔滨５月３１日电", "新华社", (), "text")),
        ("据路透社伦敦三日电：全县", ("据路透社伦敦三日电", "路透社", (), "text")),
        ("本报讯　全县", ("本报讯", "本报", (), "text")),
        ("新华社上海５月３日电（记者李英）全县", ("新华社上海５月３日电", "新华社", (), "text")),
    ],
    "agencies behind the text": [
        (f"{TEXT}（新华社）", ("（新华社）", "新华社", (), "text")),
        (f"{TEXT}　　　（据新华社讯）", ("（据新华社讯）", "新华社", (), "text")),
        (f"{TEXT}【新华社】", ("【新华社】", "新华社", (), "text")),
        ("（据新华社北京一日电）", ("（据新华社北京一日电）", "新华社", (), "text")),
    ],
    "photographs": [
        ("新华社记者　王小明摄", ("新华社记者　王小明摄", "新华社", ("王小明",), "photograph")),
        ("新华社记者王小明、李英摄", ("新华社记者王小明、李英摄", "新华社", ("王小明", "李英"), "photograph")),
        ("本报记者  李　英摄", ("本报记者  李　英摄", "本报", ("李英",), "photograph")),
        ("李英摄", ("李英摄", "", ("李英",), "photograph")),
        ("王小明　摄影", ("王小明　摄影", "", ("王小明",), "photograph")),
        (f"{TEXT}　（李英摄）", ("（李英摄）", "", ("李英",), "photograph")),
        (f"{TEXT}　李英　摄（南方报社稿）", ("李英　摄（南方报社稿）", "", ("李英",), "photograph")),
        ("全县农民收好粮食　（李英摄）", ("（李英摄）", "", ("李英",), "photograph")),
    ],
    "drawings and translations": [
        (f"{TEXT}（李英画）", ("（李英画）", "", ("李英",), "drawing")),
        ("王小明　插图", ("王小明　插图", "", ("王小明",), "drawing")),
        (f"{TEXT}（王小明译）", ("（王小明译）", "", ("王小明",), "translation")),
        ("王小明、李英 译辑", ("王小明、李英 译辑", "", ("王小明", "李英"), "translation")),
        ("（本报特约稿　王明译）", ("（本报特约稿　王明译）", "本报", ("王明",), "translation")),
    ],
    "writers": [
        (f"{TEXT}　　　　（李英）", ("（李英）", "", ("李英",), "text")),
        (f"{TEXT}（王小明　李英）", ("（王小明　李英）", "", ("王小明", "李英"), "text")),
        ("本报记者　李英", ("本报记者　李英", "本报", ("李英",), "text")),
        ("本报驻北京记者　李英", ("本报驻北京记者　李英", "本报", ("李英",), "text")),
        (f"{TEXT}（新华社记者李英）", ("（新华社记者李英）", "新华社", ("李英",), "text")),
    ],
}
NONE = {
    "what is only spoken of": ["新华社记者来电说，全县", "这是新华社的电报。", "本报社论说", "本报收到来信。"],
    "remarks in brackets": [
        "（完）",
        "（待续）",
        "（热烈鼓掌）",
        "（附图片）",
        "（下转第四版）",
        "（全文完）",
        "（天津年画）",
        "（沈）",
    ],
    "kinds of pictures": ["（国画）", "（版画）", "新年画"],
    "verse": ["江山如画", "高山如画", "统摄"],
    "nobody": ["本报记者摄", "本社资料摄", "集体摄"],
    "a name that is part of the sentence": ["作者是谁（李英）全县", "全县农民（李英）"],
    "nothing": ["", " ", "。", "（）", "【】"],
}


@pytest.mark.parametrize(("reason", "text", "read"), [(r, *case) for r, rows in CREDITS.items() for case in rows])
def test_this_is_a_credit(reason: str, text: str, read: Read) -> None:
    [found] = credits_of(text)
    assert (found.text, found.agency, found.people, found.work) == read, reason
    assert found.is_whole == (found.text == text.strip())
    assert found.is_opening == (text.startswith(found.text) and not found.is_whole)


@pytest.mark.parametrize(("reason", "text"), [(r, text) for r, rows in NONE.items() for text in rows])
def test_this_is_none(reason: str, text: str) -> None:
    ends = f"{TEXT}{text}" if text.startswith("（") else text
    assert list(credits_of(ends)) == [], reason


def test_an_agency_may_quote_another_and_a_writer_close_the_paragraph() -> None:
    text = f"【新华社三十日讯】塔斯社莫斯科二十六日讯：{TEXT}（李英）"
    assert [(found.text, found.is_opening) for found in credits_of(text)] == [
        ("【新华社三十日讯】", True),
        ("塔斯社莫斯科二十六日讯", True),
        ("（李英）", False),
    ]


@pytest.mark.parametrize(
    ("first", "dateline", "agency"),
    [
        (f"【新华社北京一日电】{TEXT}", "新华社北京一日电", "新华社"),
        (f"新华社哈尔滨５月３１日电　{TEXT}", "新华社哈尔滨５月３１日电", "新华社"),
        (f"【新华社三十日讯】塔斯社莫斯科二十六日讯：{TEXT}", "新华社三十日讯", "新华社"),
        (f"【本报讯】{TEXT}", "本报讯", ""),
        (f"新华书店{TEXT}", "", ""),
        (f"{TEXT}（新华社）", "", ""),
        ("", "", ""),
    ],
)
def test_the_dateline_of_an_original_opens_its_first_paragraph(first: str, dateline: str, agency: str) -> None:
    headline = Block(line=1, kind="headline", text="【新华社北京二日电】秋收")
    original = (headline, Block(line=2, text=first), Block(line=3, text=f"【新华社北京三日电】{TEXT}"))
    assert (dateline_of(original), agency_of(original)) == (dateline, agency)
    assert dateline_of((headline,)) == ""


PIECES = [
    "新华社",
    "本报",
    "记者",
    "李英",
    "摄",
    "画",
    "译",
    "（",
    "）",
    "【",
    "】",
    "电",
    "讯",
    "。",
    "　",
    " ",
    "据",
    "、",
]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_credit_stands_in_its_paragraph(text: str) -> None:
    for found in credits_of(text):
        assert isinstance(found, Credit)
        assert found.text in text
        assert found.agency in found.text
        assert found.agency or found.people
