"""What one of the texts lacks is said, at its passage; what only looks so is not."""

import pytest

from duizhao.align import pair
from duizhao.assess import notices
from duizhao.assess.lacking import lacking
from duizhao.assess.quotes import LONGEST
from tests.assess.articles import EN, ZH, found, parsed, said, source
from tests.assess.building import article, passages


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


@pytest.mark.parametrize(("behind", "is_told"), [(EN[3:], False), ([], True), (["The End"], True)])
def test_a_translation_that_goes_on_does_not_break_off(behind: list[str], *, is_told: bool) -> None:
    paired = zip(ZH[:3], EN[:3], strict=True)
    rows = passages(*paired, *((zh, "") for zh in ZH[3:]), *(("", en) for en in behind))
    kinds = [notice.code for notice in lacking(article(zh=ZH[0], en=EN[0]), rows)]
    assert ("text-cut" in kinds) is is_told


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
    told = found(ZH, [*EN[:2], added.strip(), *EN[2:]])
    assert told
    assert max(len(notice.en) for notice in told) <= LONGEST


# Two sentences, the second of which has become two.
SPLIT = (
    "渡船从三月开到十月，现在已经开航。"
    "今年五月又添了汽船、木筏、浮桥三样，预计一天可过两千四百人，开三个月，现在已经开航。"
)
SPLIT_EN = (
    "The ferry runs from March to October. "
    "In May of this year three more crossings were added, a steamer, a raft and a floating bridge, "
    "which are expected to take 2,400 people across the river in a day. "
    "They run for three months, and the first boats have left."
)


def test_a_sentence_that_became_several_has_no_addition() -> None:
    assert said([*ZH[:2], SPLIT, *ZH[2:]], [*EN[:2], SPLIT_EN, *EN[2:]]) == []


@pytest.mark.parametrize(
    ("reason", "zh", "en"),
    [
        (
            "a salutation at the end of the paragraph before",
            [*ZH[:2], "信的全文如下：农具厂全体工人同志们：", *ZH[2:]],
            [*EN[:2], "The letter reads as follows:", "To all the workers of the tool factory:", *EN[2:]],
        ),
        ("the agency at the head instead of the foot", [*ZH, "（新华社、塔斯社）"], ["(Xinhua, TASS)", *EN]),
        ("the agency at the foot instead of the head", ["【新华社北京一日电】", *ZH], [*EN, "(Xinhua, Beijing, 1st)"]),
        ("the headline in a whole sentence", ZH, ["The harvest of wheat has begun in the north.", *EN]),
        ("the author's signature with a note on pictures", [*ZH, "（附图片）"], EN),
    ],
)  # fmt: skip
def test_what_may_belong_to_the_text_beside_it_is_not_told(reason: str, zh: list[str], en: list[str]) -> None:
    assert said(zh, en) == [], reason


@pytest.mark.parametrize(("words", "told"), [("was originally published", []), ("was drawn", [3])])
def test_where_a_picture_was_taken_from_may_be_said_elsewhere(words: str, told: list[int]) -> None:
    zh = ["“开门了！开……”　　李英　　原载《东山日报》"]
    added = f"The picture, which {words} in the Dongshan Daily, is a sign of a great many things that are to come."
    missed = said(zh, ["A description: the gate is open.", f"A peasant shows the gate that was opened. {added}"])
    assert [sentence for kind, _, sentence in missed if kind == "text-untranslated"] == told


def test_the_end_of_a_sentence_that_the_source_breaks_is_not_missing() -> None:
    line, end = (
        "县政府派出一百二十名干部到各村帮助农民，打谷晒场，又请城里的医生同带着",
        "“新药”的护士们一起到乡下去看病。",
    )
    whole = "The county government has sent 120 cadres to the villages, and doctors and nurses with “new medicine.”"
    assert said([ZH[0], line, end, *ZH[2:]], [EN[0], whole, *EN[2:]]) == []
    assert said([ZH[0], f"{line}家人。", end, *ZH[2:]], [EN[0], whole, *EN[2:]]) == [("text-untranslated", 4, 0)]


@pytest.mark.parametrize(("indent", "told"), [("  ", []), ("    ", [("text-untranslated", 4, 0)])])
def test_a_quote_that_is_set_like_no_paragraph_ends_the_line_above(
    indent: str, told: list[tuple[str, int, int]]
) -> None:
    en = [EN[0], "The county government has sent 120 cadres to the villages.", *EN[2:]]
    text = source([ZH[0], "县政府派出一百二十名干部到乡下和", "“新药”厂的工人们一道修理水车。", *ZH[2:]], en)
    read = parsed(text.replace("    “新药”", f"{indent}“新药”"))
    assert [(one.code, one.passage, one.sentence) for one in notices(read, pair(read))] == told


@pytest.mark.parametrize(("author", "kinds"), [("王小明", []), ("李英", ["text-untranslated"])])
def test_a_by_line_is_not_missing_where_the_head_names_its_writer(author: str, kinds: list[str]) -> None:
    text = source(["本报记者　王小明", *ZH], EN, head=f"{author}\n1954-06-03\n第2版()", header="Page: 2")
    read = parsed(text.replace("Author:", f"Author: {'Wang Xiaoming' if author == '王小明' else 'Li Ying'}"))
    assert [notice.code for notice in notices(read, pair(read)) if notice.code.startswith("text")] == kinds


@pytest.mark.parametrize("first", range(1, 5))
def test_sentences_in_another_order_are_neither_left_out_nor_added(first: int) -> None:
    kinds = {kind for kind, *_ in said(["".join(ZH)], [" ".join([*EN[first:], *EN[:first]])])}
    assert not kinds & {"text-untranslated", "text-added"}


def test_a_translation_that_summarises_has_all_its_paragraphs() -> None:
    terse = ["Wheat is cut.", "Cadres have come.", "Stations take grain.", "Pupils help.", "Railwaymen haul grain."]
    assert said(ZH, terse) == []


def test_what_is_far_too_long_for_its_sentence_is_added_all_the_same() -> None:
    added = (
        "All this was told to us by an old man with a white beard who has lived beside the mill for seventy years, "
        "who has seen three floods and two wars and does not believe everything that is told to him by strangers."
    )
    [notice] = found([*ZH[:2], SPLIT, *ZH[2:]], [*EN[:2], f"{SPLIT_EN} {added}", *EN[2:]])
    assert (notice.code, notice.passage, notice.en[:20]) == ("text-added", 4, added[:20])


def test_a_caption_that_says_the_headline_is_not_cut() -> None:
    assert said(["麦收开始　王"], ["Wheat Harvest Begins Wang"]) == []
