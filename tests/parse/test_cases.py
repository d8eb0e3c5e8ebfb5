"""The shapes that real files have, case by case as docs describe them, with invented text."""

import pytest

from duizhao.model import Bilingual
from tests.parse.writing import HEADER, article, kinds, said, texts, whole


def test_case_1_an_edition_and_no_blank_line_above_the_text() -> None:
    parsed = article(
        "Title: T\n\nAuthor: \n\nDate: 1966-06-02\nEdition: 4\n\u3000\u3000\nText.\n<hr /> \nOriginal: \n桥。"
    )
    assert (parsed.page, parsed.author, texts(parsed.en)) == (4, Bilingual(), ["Text."])
    assert texts(article(HEADER + "Text.\n\n<hr />\n\nOriginal:\n桥。").en) == ["Text."]


@pytest.mark.parametrize("blank", [1, 2, 3])
def test_case_2_one_to_three_blank_lines_above_the_rule(blank: int) -> None:
    parsed = article(whole(separator="\n" * blank + "<hr /> \n\nOriginal: \n\n\n"))
    assert (len(parsed.en), len(parsed.zh), parsed.problems) == (1, 1, ())


@pytest.mark.parametrize("joint", ["\u3000", "  ", "——", ""])
def test_case_3_a_headline_of_two_parts_is_two_lines_of_the_text(joint: str) -> None:
    head = f"### 白河两岸庆祝{joint}一座新桥通车\n\n1953-07-06\n\n第3版()\n\n专栏：\n"
    parsed = article(whole(head=head, chinese="\u3000\u3000白河两岸庆祝\n  \u3000一座新桥通车\n    桥有三孔。\n"))
    assert parsed.headline.zh == f"白河两岸庆祝{joint}一座新桥通车"
    assert [block.kind for block in parsed.zh] == ["headline", "headline", "text"]


@pytest.mark.parametrize("author", ["Lin Mu (Lín Mù)", "Lín Mù", "Lin Mu Fang Zhou", "Our Correspondents, Lin Mu"])
def test_case_4_authors_stay_as_they_are_written(author: str) -> None:
    parsed = article(whole(header=HEADER.replace("Lin Mu", author)))
    assert parsed.author == Bilingual(zh="林木", en=author)


def test_case_5_indents_of_every_kind() -> None:
    chinese = "    一。\n\u3000\u3000二。\u3000\n\t三。\n\\t四。\n        小标题\n \u3000 五。\n"
    parsed = article(whole(chinese=chinese))
    assert kinds(parsed.zh) == [
        ("text", "一。"),
        ("text", "二。"),
        ("text", "三。"),
        ("text", "四。"),
        ("heading", "小标题"),
        ("text", "五。"),
    ]


def test_case_6_paragraphs_end_with_the_line_or_with_a_blank_one() -> None:
    parsed = article(whole(english="\n    One.\n    Two.\n\nThree.\n\n\nFour.\n"))
    assert texts(parsed.en) == ["One.", "Two.", "Three.", "Four."]


def test_case_7_verse_by_lines_and_stanzas() -> None:
    verse = "\u3000\u3000\u3000\u3000\u3000{}\n\u3000\n    {}\n    {}\n\u3000\n"
    parsed = article(
        whole(
            english="\n"
            + verse.format("I", "Over the river,", "A bridge.")
            + verse.format("II", "Over us,", "The sky."),
            chinese=verse.format("一", "河上", "有桥") + verse.format("二", "头上", "有天"),
        )
    )
    for blocks in (parsed.zh, parsed.en):
        assert [block.kind for block in blocks] == ["heading", "text", "text"] * 2
        assert [block.gap for block in blocks] == [False, True, False, True, True, False]


def test_case_8_lists_by_line_keep_their_marks_and_odd_digits() -> None:
    lines = ["（一）桥。", "(2)桥。", "3.桥。", "＊桥。", "▲３∶０", "○五、〇六", "＠桥"]
    assert texts(article(whole(chinese="\n".join(f"    {line}" for line in lines))).zh) == lines


def test_case_9_named_entities_grouped_with_pinyin_and_breaks() -> None:
    parsed = article(
        whole(
            english="\nText.\n\n**Named Entities**\n\nOrganizations<br>\n\n"
            "桥梁处    Qiáoliáng Chù (Bridge Office)<br>\n\nPeople\n林木 Lín Mù (Lin Mu)<br>\n方舟  Fāng Zhōu<br>\n"
        )
    )
    [part] = parsed.apparatus
    assert [(term.group, term.term, term.gloss) for term in part.terms] == [
        ("Organizations", "桥梁处", "Qiáoliáng Chù (Bridge Office)"),
        ("People", "林木", "Lín Mù (Lin Mu)"),
        ("People", "方舟", "Fāng Zhōu"),
    ]
    assert texts(parsed.en) == ["Text."]


def test_case_10_a_translation_that_holds_the_original_and_breaks_off() -> None:
    english = "\n\u3000\u3000一座新桥\n    河上建了一座桥。\n\nA New Bridge\n    Over the river a bridge was\n"
    parsed = article(whole(english=english))
    assert texts(parsed.en) == ["一座新桥", "河上建了一座桥。", "A New Bridge", "Over the river a bridge was"]
    assert parsed.problems == ()


def test_case_11_pictures_and_digests() -> None:
    parsed = article(
        whole(head="### 图片\n\n1953-07-06\n第3版()\n专栏：图片\n", chinese="\n    新桥。\n    本报记者\u3000林木摄\n"),
        "图片.md",
    )
    assert (parsed.headline.zh, parsed.column.zh) == ("图片", "图片")
    assert kinds(parsed.zh) == [("text", "新桥。"), ("text", "本报记者\u3000林木摄")]


def test_case_12_dates_inside_win_over_names_of_files_and_folders() -> None:
    parsed = article(whole(), f"1953.08/1953-07-05_{'桥' * 60}.md")
    assert str(parsed.date) == "1953-07-06"
    assert said(parsed.problems) == [("date-differs", 0), ("folder-differs", 0)]


def test_case_13_an_editorial_of_forty_thousand_characters() -> None:
    parsed = article(whole(english="\n" + "Word. " * 6_000, chinese="桥。\n" * 10_000))
    assert (len(parsed.en), len(parsed.zh), parsed.problems) == (1, 10_000, ())
