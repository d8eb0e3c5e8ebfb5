"""Credits that the translation keeps, loses and changes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from duizhao.assess.people.credits import credits_differ
from tests.assess.building import article, passages
from tests.assess.people.test_names import NAMES, romanised

ZH = "全县农民早已把粮食收好卖给国家。"
EN = "The peasants of the whole county have sold their grain to the state."

KEPT = {
    "photographs": [
        ("新华社记者　王小明摄", "Photo by Xinhua News Agency reporter Wang Xiaoming"),
        ("新华社记者　王小明摄", "(Photographed by NCNA reporter Xiaoming Wang)"),
        ("李英摄", "Li Ying, photographer"),
        ("李英摄", "Picture by Lǐ Yīng"),
        ("李英摄", "Photo by Hsueh"),
        (f"{ZH}（李英摄）", f"{EN} (Photo: Li Ying)"),
        (f"李英下乡。{ZH}（李英摄）", f"Li Ying went there. {EN} (Photo: Li Ying)"),
    ],
    "translations": [(f"{ZH}（李英译）", f"{EN} (Translated by Li Ying)"), ("李英译", "Li Ying (trans.)")],
    "drawings": [(f"{ZH}（李英画）", f"{EN} (Li Ying)"), ("李英　插图", "Illustration by Li Ying")],
    "writers": [
        (f"{ZH}（李英）", f"{EN} (Li Ying)"),
        (f"{ZH}（李英）", f"{EN} — Li Ying"),
        (f"{ZH}（李英）", f"{EN} (Applause)"),
        ("本报驻北京记者　李英", "By our correspondent in Beijing, Li Ying"),
    ],
    "agencies": [
        (f"【新华社北京一日电】{ZH}", f"Xinhua News Agency, Beijing, 1st: {EN}"),
        (f"【新华社北京一日电】{ZH}", f"BEIJING, December 1 (NCNA) -- {EN}"),
        (f"【新华社北京一日电】{ZH}", f"{EN} The New China News Agency reported this."),
        (f"【本报讯】{ZH}", f"[Reported by this newspaper] {EN}"),
        (f"【本报讯】{ZH}", f"(Our dispatch) {EN}"),
        (f"【本报东山二日电】{ZH}", f"【Reported from Dongshan on the 2nd of this month】 {EN}"),
        (f"【本报东山二日电】{ZH}", f"[Telegram, Dongshan, 2nd] {EN}"),
        (f"【本报讯】{ZH}", f"People's Daily: {EN}"),
        (f"本报北京５月３日讯  {ZH}", f"Beijing, May 3 -- {EN}"),
        (f"据美联社纽约三日电：{ZH}", f"According to the AP, New York, 3rd: {EN}"),
        (f"捷通社布拉格三日电：{ZH}", f"The Czech news agency, Prague, 3rd: {EN}"),
        (f"【新华社三十日讯】塔斯社莫斯科二十六日讯：{ZH}", f"Xinhua, 30th: TASS, Moscow, 29th: {EN}"),
        (f"{ZH}（新华社）", f"{EN} (Xinhua)"),
    ],
    "no credit": [(ZH, EN), ("新华社记者来电说", EN), ("", EN), (ZH, "")],
    "a paragraph without a translation": [(f"【新华社北京一日电】{ZH}", ""), (f"{ZH}（李英）", "")],
}

CHANGED = {
    "work": [
        (
            "新华社记者　王小明摄",
            "(Xinhua News Agency reporter Wang Xiaoming)",
            "(Xinhua News Agency reporter Wang Xiaoming)",
        ),
        (f"{ZH}　王小明　摄", f"The picture shows peasants. {EN} Wang Xiaoming (Xinhua)", "Wang Xiaoming (Xinhua)"),
        (f"{ZH}（李英译）", f"{EN} (Li Ying)", "(Li Ying)"),
    ],
    "name": [
        ("新华社记者　王小明摄", "Photo by Xinhua News Agency reporter Li Ying", "Li Ying"),
        ("新华社记者　王小明摄", "Photo by Xinhua reporter Wang Xiaoning", "Wang Xiaoning"),
        ("王小明、李英摄", "Photo by Wang Xiaoming and Li Hai", "Li Hai"),
        (f"{ZH}（李英）", f"{EN} (Li Ding)", "Li Ding"),
        (f"{ZH}（李英译）", f"{EN} (Translated by Wang Ming)", "Wang Ming"),
    ],
    "agency": [
        (f"【新华社北京一日电】{ZH}", f"TASS, Beijing, 1st: {EN}", "TASS"),
        (f"本报北京５月３日电  {ZH}", f"BEIJING, May 3 (Xinhua) -- {EN}", "Xinhua"),
        (f"{ZH}（新华社）", f"{EN} (Reuters)", "Reuter"),
        ("新华社记者　王小明摄", "Photo by Wang Xiaoming", ""),
    ],
    "lost": [
        (f"【新华社北京一日电】{ZH}", EN, ""),
        (f"【本报讯】{ZH}", EN, ""),
        (f"【本报讯】{ZH}", f"(Applause) {EN}", ""),
        (f"本报北京５月３日讯  {ZH}", f"On May 3 it was said: {EN}", ""),
        (f"{ZH}（新华社）", EN, ""),
        (f"{ZH}（李英）", EN, ""),
        (f"{ZH}　李英摄", EN, ""),
        (f"{ZH}\n新华社记者　王小明摄", EN, ""),
    ],
}


def faults(*pairs: tuple[str, str], author: str = "") -> list[tuple[str, int, str, str]]:
    found = credits_differ(article(author=("", author)), passages(*pairs))
    return [(one.fault, one.passage, one.zh, one.en) for one in found]


@pytest.mark.parametrize(("reason", "zh", "en"), [(reason, *case) for reason, rows in KEPT.items() for case in rows])
def test_these_credits_are_kept(reason: str, zh: str, en: str) -> None:
    assert faults((zh, en)) == [], reason


@pytest.mark.parametrize(
    ("fault", "zh", "en", "piece"), [(fault, *case) for fault, rows in CHANGED.items() for case in rows]
)
def test_these_are_not(fault: str, zh: str, en: str, piece: str) -> None:
    [(found, number, credit, instead)] = faults((zh, en))
    assert (found, number, instead) == (fault, 1, piece)
    assert credit in zh


def test_a_credit_may_stand_in_the_paragraph_beside() -> None:
    assert faults((f"【新华社北京一日电】{ZH}", EN), (ZH, f"Xinhua reported on the 1st. {EN}")) == []
    assert faults((ZH, "Transmitted by Xinhua"), (f"【新华社北京一日电】{ZH}", EN)) == []
    assert faults((f"{ZH}李英摄", EN), (ZH, EN), (ZH, EN), (ZH, f"{EN} Photos by Li Ying.")) == []


@pytest.mark.parametrize(("line", "fault"), [("Photo by Wang Ming", "name"), ("Wang Ming laughs.", "lost")])
def test_a_credit_beside_may_name_somebody_else(line: str, fault: str) -> None:
    [found] = faults((f"{ZH}　李英摄", EN), ("", line), (ZH, EN))
    assert found[0] == fault


def test_a_credit_beside_may_be_that_of_the_next_picture() -> None:
    rows = [(f"{ZH}　李英摄", EN), ("", "Photo by Wang Ming"), (ZH, EN)]
    assert faults(rows[0], rows[1], (f"{ZH}　王明摄", EN))[0][0] == "lost"


def test_a_dateline_may_stand_above_a_headline_of_several_lines() -> None:
    head = ("粮站开门", "The Stations Open\nPeople's Daily, Beijing, May 3")
    assert faults(head, ("", "Everybody Brings Grain"), (f"本报北京５月３日电  {ZH}", EN)) == []


def test_the_header_may_name_a_writer_but_not_a_photographer() -> None:
    assert faults((f"{ZH}（李英）", EN), author="Li Ying") == []
    assert faults((f"{ZH}李英摄", EN), author="Li Ying") == [("lost", 1, "李英摄", "")]


def test_a_line_that_is_nothing_but_a_credit_is_missed() -> None:
    assert faults((ZH, EN), ("（据新华社讯）", "")) == [("lost", 2, "（据新华社讯）", "")]


def test_but_not_where_the_translation_breaks_off_before_it() -> None:
    assert faults((ZH, "The peasants of the"), ("（据新华社讯）", "")) == []
    assert faults((ZH, ""), ("（据新华社讯）", "")) == []


def test_a_photographer_of_two_pictures_is_no_change_of_order() -> None:
    en = "Photo by Wang Xiaoming\nPhoto by Li Ying\nPhoto by Wang Xiaoming"
    assert faults(("王小明摄\n李英摄\n王小明摄", en)) == []


def test_the_writer_may_be_named_before_the_photographer() -> None:
    assert faults(("李英摄\n本报记者　王小明", "By our reporter Wang Xiaoming\nPhoto by Li Ying")) == []


@given(one=NAMES, other=NAMES, work=st.sampled_from(["摄", "译"]), apart=st.booleans())
def test_two_credits_that_change_places_are_always_found(one: str, other: str, work: str, *, apart: bool) -> None:
    names = [" ".join(romanised(name)) for name in (one, other)]
    # 王华 is found in what 王华玉 may be spelled as: Wang Hua Yu.
    assume(not one.startswith(other) and not other.startswith(one) and names[0].casefold() != names[1].casefold())
    made = {"摄": "Photo by", "译": "Translated by"}[work]
    zh = [f"{ZH}（{name}{work}）" for name in (one, other)]
    en = [f"{EN} ({made} {name})" for name in names]
    right, wrong = zip(zh, en, strict=True), zip(zh, reversed(en), strict=True)
    if apart:
        assert faults(*right) == []
        assert [fault for fault, *_ in faults(*wrong)] == ["name", "name"]
    else:
        assert faults(("\n".join(zh), "\n".join(en))) == []
        assert [fault for fault, *_ in faults(("\n".join(zh), "\n".join(reversed(en))))] == ["name"]


PIECES = [
    "新华社",
    "记者",
    "李英",
    "王小明",
    "摄",
    "（",
    "）",
    "。",
    "\n",
    "北京一日电",
    "Photo by",
    " ",
    "Li Ying",
    "(",
    ")",
    ". ",
]


@given(st.lists(st.tuples(*[st.text() | st.lists(st.sampled_from(PIECES)).map("".join)] * 2), max_size=4))
def test_nothing_raises_and_every_piece_is_verbatim(pairs: list[tuple[str, str]]) -> None:
    for _, number, zh, en in faults(*pairs):
        assert zh in pairs[number - 1][0]
        assert any(en in translation for _, translation in pairs)
