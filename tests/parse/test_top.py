"""The top of a file: the archive's header, and front matter before it or in its place."""

import pytest

from duizhao.model import Bilingual
from duizhao.parse import split_front_matter
from duizhao.problems import Problem
from duizhao.yaml_text import Document
from tests.parse.writing import CHINESE, HEAD, SEPARATOR, article, parse, refused, said, texts, whole

BELOW = "\nA bridge was built.\n" + SEPARATOR + HEAD + CHINESE


@pytest.mark.parametrize(
    "header",
    [
        "Title: T\nAuthor: A\nDate: 1953-07-06\nPage: 3\nColumn: C\n",
        "Column: C\nEdition: 3\nDate: 1953-07-06\nAuthor: A\nTitle: T\n",
        "\n\nTITLE:T\n\nauthor :  A \n\nDate：1953-07-06\n\u3000\nEDITION： 3\n column: C\n",
        "Title: T\nAuthor: A\nDate: 1953-07-06\nPage: 3\n\n\n    Column: C",
        "Title: T\nAuthor: A\nDate: 1953-07-06\nDate: 1953.7.6\nPage: 3\nEdition: 3\nColumn: C\n",
    ],
)
def test_keys_stand_in_any_order_case_and_spacing(header: str) -> None:
    parsed = article(header + BELOW)
    assert (parsed.headline.en, parsed.author.en, parsed.column.en, parsed.page) == ("T", "A", "C", 3)
    assert str(parsed.date) == "1953-07-06"
    assert texts(parsed.en) == ["A bridge was built."]
    assert parsed.problems == ()


@pytest.mark.parametrize("author", ["Author:", "Author: ", "Author:\u3000", ""])
def test_an_author_of_white_space_is_none(author: str) -> None:
    assert article(whole(header=f"Title: T\n{author}\nDate: 1953-07-06\nPage: 3\n")).author.en is None


def test_a_key_below_the_first_line_of_the_text_is_text() -> None:
    parsed = article(whole(english="The bridge.\nPage: 9\nColumn: none\nDate: today\n"))
    assert texts(parsed.en) == ["The bridge.", "Page: 9", "Column: none", "Date: today"]
    assert (parsed.page, parsed.column, parsed.problems) == (3, Bilingual(), ())


def test_a_second_title_is_text() -> None:
    parsed = article(whole(english="Title: Another\nText.\n"))
    assert parsed.headline.en == "A New Bridge"
    assert texts(parsed.en) == ["Title: Another", "Text."]


def test_a_header_in_chinese_is_no_translation() -> None:
    parsed = article(whole(header="Title: 一座新桥\nAuthor: 林木\nDate: 1953-07-06\nPage: 3\nColumn: 交通\n"))
    assert parsed.headline == Bilingual(zh="一座新桥")
    assert parsed.author == Bilingual(zh="林木")
    assert parsed.column == Bilingual(zh="交通")


FRONT_MATTER = """---
title: "A: B"
title_zh: 标题
author: Lin Mu
author_zh: 林木
date: 1953-07-06
page: 03
section: 副刊
column: Notes
column_zh: 札记
order: 12
id: "007"
---
"""


def test_front_matter_says_everything_that_a_header_says_and_more() -> None:
    parsed = article(FRONT_MATTER + "\nText.\n\n<hr />\n\nOriginal:\n\n正文。\n")
    assert parsed.headline == Bilingual(zh="标题", en="A: B")
    assert parsed.author == Bilingual(zh="林木", en="Lin Mu")
    assert parsed.column == Bilingual(zh="札记", en="Notes")
    assert (str(parsed.date), parsed.page, parsed.section) == ("1953-07-06", 3, "副刊")
    assert (parsed.order, parsed.pinned) == (12, "007")
    assert [(block.line, block.text) for block in (*parsed.en, *parsed.zh)] == [(15, "Text."), (21, "正文。")]
    assert parsed.problems == ()


def test_front_matter_wins_over_header_and_head_and_loses_no_line_of_the_text() -> None:
    parsed = article("---\ntitle_zh: 新桥落成\nauthor_zh: 林木木\npage: 4\n---\n" + whole())
    assert parsed.headline == Bilingual(zh="新桥落成", en="A New Bridge")
    assert parsed.author == Bilingual(zh="林木木", en="Lin Mu")
    assert texts(parsed.zh) == ["一座新桥", "林木", "河上建了一座桥。"]
    assert (parsed.page, said(parsed.problems)) == (4, [("page-differs", 9), ("page-differs", 23)])


@pytest.mark.parametrize("yaml", ["", "# nothing\n", "author:\ndate: ~\n", "Title: Bridge\n"])
def test_front_matter_may_say_little(yaml: str) -> None:
    parsed = article(f"---\n{yaml}---\n{whole()}")
    assert (parsed.headline.en in {"A New Bridge", "Bridge"}, parsed.author.en) == (True, "Lin Mu")
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("yaml", "line", "code", "words"),
    [
        ("titel: x", 2, "key-unknown", "did you mean “title”?"),
        ("title: x\nfoo: y", 3, "key-unknown", "“foo” is no key"),
        ("title: [a, b]", 2, "key-value", "“title” is a list"),
        ("date:\n  year: 1953", 2, "key-value", "“date” is a mapping"),
        ("\norder: first", 3, "key-value", "“order” is “first”"),
        ("order: -1", 2, "key-value", "“-1”"),
        ("order: 1.5", 2, "key-value", "“1.5”"),
        ("date: 1953-02-30", 2, "value-impossible", "“1953-02-30” in the front matter is no date"),
        ("page: 1000", 2, "value-impossible", "the header gives 3"),
    ],
)
def test_what_front_matter_cannot_say_is_named_and_passed_over(yaml: str, line: int, code: str, words: str) -> None:
    parsed = article(f"---\n{yaml}\n---\n{whole()}")
    [found] = parsed.problems
    assert (found.code, found.line) == (code, line)
    assert words in found.message
    assert (str(parsed.date), parsed.page, parsed.order) == ("1953-07-06", 3, None)


@pytest.mark.parametrize(
    ("yaml", "line", "code"),
    [
        ("id: a", 2, "id-impossible"),
        ("id: ../x", 2, "id-impossible"),
        ("id: Abc", 2, "id-impossible"),
        (f"id: {'a' * 33}", 2, "id-impossible"),
        ("id: bridge\nid: river", 3, "front-matter"),
        ("title: a: b", 2, "front-matter"),
        ("title: x\n- y", 3, "front-matter"),
        ("- x", 2, "front-matter"),
    ],
)
def test_front_matter_that_would_mislead_refuses_the_file(yaml: str, line: int, code: str) -> None:
    assert said(refused(f"---\n{yaml}\n---\n{whole()}")) == [(code, line)]


def test_front_matter_that_is_not_closed_refuses_the_file() -> None:
    assert said(refused("---\ntitle: x\n" + whole())) == [("front-matter", 1)]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    parsed = article("---\nA bridge was built.\n" + SEPARATOR + HEAD + CHINESE)
    assert texts(parsed.en) == ["---", "A bridge was built."]


def test_editorial_pages_read_their_front_matter_the_same_way() -> None:
    assert split_front_matter(["---", "title: About", "order: 2", "---", "Text."], "about.md") == (
        Document(values={"title": "About", "order": "2"}, lines={("title",): 2, ("order",): 3}),
        4,
    )
    assert split_front_matter(["Text."], "about.md") == (Document(), 0)
    assert split_front_matter([], "about.md") == (Document(), 0)
    assert isinstance(split_front_matter(["---", "x", "---"], "about.md"), Problem)


def test_a_header_alone_is_refused() -> None:
    assert ("text-missing", 0) in said(refused("Title: T\nDate: 1953-07-06\n"))
    assert not isinstance(parse("x\n\n桥。", "1953-07-06.md"), tuple)


def test_what_front_matter_overrules_stays_in_the_text() -> None:
    matter = "---\ntitle: A\ntitle_zh: 甲\nauthor: B\nauthor_zh: 乙\nsection: 丙\ncolumn: C\ncolumn_zh: 丁\n---\n"
    header = "Title: Bridge Opens\nAuthor: Lin Mu\nDate: 1953-07-06\nPage: 3\nColumn: Letters\n\nText.\n"
    original = "\n<hr />\nOriginal:\n\n### 新桥通车\n林木\n1953-07-06\n第3版(国内新闻)\n专栏：社论\n\n    正文。\n"
    overruled = article(matter + header + original)
    assert [block.text for block in overruled.zh] == ["新桥通车", "林木", "国内新闻", "社论", "正文。"]
    assert [block.text for block in overruled.en] == ["Bridge Opens", "Lin Mu", "Letters", "Text."]
    assert (overruled.headline.zh, overruled.section, overruled.column.en) == ("甲", "丙", "C")
    plain = article(header + original)
    assert [block.text for block in (*plain.zh, *plain.en)] == ["正文。", "Text."]
