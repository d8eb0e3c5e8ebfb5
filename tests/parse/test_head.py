"""The head of the original, date and page from several places, headlines from wherever there is one."""

import pytest

from duizhao.model import Bilingual
from duizhao.parse.claims import read_date, read_page
from tests.parse.writing import CHINESE, HEADER, article, kinds, refused, said, texts, whole


@pytest.mark.parametrize(
    ("head", "headline", "author", "section", "column"),
    [
        ("### 一座新桥\n林木\n1953-07-06\n第3版()\n专栏：\n", "一座新桥", "林木", None, None),
        ("### 一座新桥\n\n1953-07-06\n第3版()\n专栏：\n\n", "一座新桥", None, None, None),
        (
            "### 一座新桥\n\n\n林木  方舟\n\n1953-07-06\n\n第3版(副刊)\n\n专栏：短论\n",
            "一座新桥",
            "林木  方舟",
            "副刊",
            "短论",
        ),
        (
            "###一座新桥\n林木\n１９５３年７月６日\n第３版（国内·交通）\n专栏: 短论",
            "一座新桥",
            "林木",
            "国内·交通",
            "短论",
        ),
        ("### 一座新桥\n林木\n专栏：短论\n第三版(副刊（下）)\n1953.7.6", "一座新桥", "林木", "副刊（下）", "短论"),
        ("### 一座新桥\n1953-07-06", "一座新桥", None, None, None),
        ("### 一座新桥\n林木\n第3版", "一座新桥", "林木", None, None),
        ("### 一座新桥\n专栏：", "一座新桥", None, None, None),
        ("一座新桥通过白河两岸记\n林木\n1953-07-06\n第3版(副刊)", "一座新桥通过白河两岸记", "林木", "副刊", None),
        ("林木\n1953-07-06\n第3版()\n专栏：", "a", "林木", None, None),
        ("白河两岸的人民庆祝一座新桥通车\n1953-07-06", "白河两岸的人民庆祝一座新桥通车", None, None, None),
    ],
)
def test_each_part_of_the_head_may_be_there_or_not(
    head: str, headline: str, author: str | None, section: str | None, column: str | None
) -> None:
    parsed = article(whole(head=head + "\n"), "1953-07-06_a.md")
    assert parsed.headline.zh == (headline if headline != "a" else None)
    assert (parsed.author.zh, parsed.section, parsed.column.zh) == (author, section, column)
    assert texts(parsed.zh) == ["河上建了一座桥。"]
    assert parsed.problems == ()


def test_what_is_not_of_the_head_is_text() -> None:
    parsed = article(whole(head="### 一座新桥\n白河专区\n林木\n1953-07-06\n第3版()\n1953-07-07\n专栏：\n"))
    assert texts(parsed.zh) == ["白河专区", "1953-07-07", "专栏：", "河上建了一座桥。"]
    assert (parsed.author.zh, parsed.column.zh) == ("林木", None)


def test_a_long_line_above_the_date_is_no_author() -> None:
    parsed = article(whole(head=f"### 一座新桥\n{'桥' * 41}\n1953-07-06\n"))
    assert (parsed.author.zh, texts(parsed.zh)[0]) == (None, "桥" * 41)


@pytest.mark.parametrize(
    ("path", "chinese", "headline", "lines"),
    [
        ("a.md", "\n    一座新桥\n    河上建了一座桥。\n", "一座新桥", 1),
        ("1953-07-06_河上_新桥.md", "\n    河上\n    新桥\n    建了一座桥。\n", "河上\u3000新桥", 2),
        ("x/1953-07-06_河上_新桥.md", "\n    【本报讯】河上建了一座桥。\n", "河上\u3000新桥", 0),
        ("1953-07-06_河上_新桥.md", "\n    河上\n    建了一座桥。\n", "河上\u3000新桥", 1),
        ("新桥.txt", "\n    河上建了一座桥。\n", "新桥", 0),
        ("1953-07-06_河上.md", "\n    一座新桥\n    河上建了一座桥。\n", "一座新桥", 1),
        ("a.md", "\n    河上建了一座桥。\n", None, 0),
    ],
)
def test_without_a_marked_headline_the_first_lines_or_the_files_name_give_it(
    path: str, chinese: str, headline: str | None, lines: int
) -> None:
    parsed = article(whole(head="1953-07-06\n", chinese=chinese), path)
    assert parsed.headline == Bilingual(zh=headline, en="A New Bridge")
    assert [block.kind for block in parsed.zh].count("headline") == lines


def test_without_any_headline_the_first_words_stand_in() -> None:
    text = whole(
        header="Date: 1953-07-06\nPage: 3\n",
        english="\nOne two three four five six seven eight nine ten eleven twelve thirteen.\n",
        head="",
        chinese=f"    {'桥' * 39}。{'河' * 9}。\n",
    )
    parsed = article(text)
    assert parsed.headline == Bilingual(
        zh="桥" * 39 + "。…", en="One two three four five six seven eight nine ten eleven twelve…"
    )
    assert said(parsed.problems) == [("headline-missing", 0)]
    short = article("Date: 1953-07-06\nPage: 3\n\nOne two.\n")
    assert short.headline == Bilingual(en="One two.")


@pytest.mark.parametrize(
    "text",
    [
        "1954-12-24",
        "1954/12/24",
        "1954.12.24",
        "1954年12月24日",
        "１９５４年１２月２４日",
        "1954 - 12 - 24",
        "１９５４－１２－２４",
    ],
)
def test_a_date_is_read(text: str) -> None:
    assert str(read_date(text)) == "1954-12-24"


@pytest.mark.parametrize(
    "text", ["", "1954", "1954-12", "24.12.1954", "1954-02-29", "1954-13-01", "0999-01-01", "54-12-24"]
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("1", 1),
        ("01", 1),
        ("999", 999),
        ("１２", 12),
        ("第3版", 3),
        ("3版(副刊)", 3),
        ("一", 1),
        ("十", 10),
        ("二十三", 23),
        ("一二", 12),
    ],
)
def test_a_page_is_read(text: str, page: int) -> None:
    assert read_page(text) == page


@pytest.mark.parametrize("text", ["", "0", "1000", "abc", "-1", "1.5", "1-2", "1, 4", "十二十", "一百", "99999999"])
def test_what_is_no_page_is_not_read(text: str) -> None:
    assert read_page(text) is None


@pytest.mark.parametrize(
    ("header", "head", "path", "date", "problems"),
    [
        ("1953-07-06", "1953-07-06", "1953-07-06_桥.md", "1953-07-06", []),
        ("1953/7/6", "1953年7月6日", "x.md", "1953-07-06", []),
        ("1953-07-06", "1953-07-07", "x.md", "1953-07-06", [("date-differs", 11)]),
        ("1953-07-06", "1953-07-06", "1953-07-08_桥.md", "1953-07-06", [("date-differs", 0)]),
        ("", "1953-07-07", "1953-07-08_桥.md", "1953-07-07", [("date-differs", 0)]),
        ("", None, "1953-07-08_桥.md", "1953-07-08", []),
        ("", None, "1953-07-08.md", "1953-07-08", []),
        ("1953-02-30", "1953-07-07", "x.md", "1953-07-07", [("value-impossible", 2)]),
        ("July 6", None, "1953-07-08_桥.md", "1953-07-08", [("value-impossible", 2)]),
        (
            "1953-07-06",
            "1953-02-30",
            "1953-13-01_桥.md",
            "1953-07-06",
            [("value-impossible", 11), ("value-impossible", 0)],
        ),
        ("1953-07-06", None, "1953.07/x.md", "1953-07-06", []),
        ("1953-07-06", None, "1953/07/06/x.md", "1953-07-06", []),
        ("1953-07-06", None, "1953.08/x.md", "1953-07-06", [("folder-differs", 0)]),
        ("1953-07-06", None, "1953.07/1954/08/x.md", "1953-07-06", [("folder-differs", 0)]),
        ("1953-07-06", None, "1953.13/x.md", "1953-07-06", []),
    ],
)
def test_the_weightiest_date_that_can_be_wins(
    header: str, head: str | None, path: str, date: str, problems: list[tuple[str, int]]
) -> None:
    text = (
        f"Title: T\nDate: {header}\nPage: 3\n\nText.\n<hr />\nOriginal:\n\n### 桥\n\n{head or '专栏：'}\n    正文。\n"
    )
    parsed = article(text, path)
    assert (str(parsed.date), said(parsed.problems)) == (date, problems)


@pytest.mark.parametrize(
    ("header", "head", "page", "problems"),
    [
        ("Page: 3", "第3版()", 3, []),
        ("Page: 3", "第4版()", 3, [("page-differs", 9)]),
        ("Page:", "第4版()", 4, []),
        ("Page: abc", "第4版()", 4, [("value-impossible", 3)]),
        ("Page: 3", "第0版()", 3, [("value-impossible", 9)]),
        ("Page: 3", "第X版()", 3, [("value-impossible", 9)]),
        ("Page: 3\nEdition: 4", "", 3, [("page-differs", 4)]),
        ("", "", None, [("page-missing", 0)]),
    ],
)
def test_the_weightiest_page_that_can_be_wins(
    header: str, head: str, page: int | None, problems: list[tuple[str, int]]
) -> None:
    text = f"Title: T\nDate: 1953-07-06\n{header}\n\nText.\n<hr />\nOriginal:\n### 桥\n{head}\n专栏：\n    正文。\n"
    parsed = article(text)
    assert (parsed.page, said(parsed.problems)) == (page, problems)


def test_without_a_date_the_file_is_refused() -> None:
    assert said(refused("Title: T\nPage: 1\n\nText.\n\n<hr />\nOriginal:\n正文。", "桥.md")) == [("date-missing", 0)]
    assert said(refused("Page: 1\nDate: x\n\nText.\n\n<hr />\nOriginal:\n正文。", "桥.md")) == [("date-impossible", 2)]


def test_an_impossible_page_refuses_the_file_where_no_other_is_given() -> None:
    assert said(refused(HEADER.replace("3\n", "1-2\n") + "\nText.\n<hr />\nOriginal:\n正文。")) == [
        ("page-impossible", 4)
    ]


def test_all_that_refuses_a_file_is_named_at_once() -> None:
    problems = refused("---\nid: /\n---\nDate: x\nPage: y\n" + CHINESE)
    assert {code for code, _ in said(problems)} == {
        "date-impossible",
        "page-impossible",
        "id-impossible",
        "translation-missing",
        "headline-missing",
    }


def test_a_headline_repeated_in_part_is_known_by_its_parts() -> None:
    head = "### 河上新桥（外一首）——给少时的朋友\n"
    parsed = article(whole(head=head, chinese="    河上新桥(外一首)\n    ——给少时的朋友\n    河上\n"))
    assert kinds(parsed.zh) == [("headline", "河上新桥(外一首)"), ("headline", "——给少时的朋友"), ("text", "河上")]


@pytest.mark.parametrize(
    ("headline", "lines", "count"),
    [
        ("河上新桥", ["河上新桥", "河上新桥"], 1),
        ("河上新桥", ["河上", "新桥"], 2),
        ("河上新桥", ["河上", "造了桥"], 0),
        ("河上\u3000新桥", ["河上", "造了桥"], 1),
        ("一 二 三 四", ["一", "二", "三", "四"], 3),
        ("河上新桥", ["　　河 上 新 桥　", "正文"], 1),
        ("“河上”新桥", ["河上新桥"], 1),
        ("河上新桥", ["新桥", "正文"], 0),
        ("河上新桥", ["——", "河上新桥"], 0),
        ("一支歌", ["一", "河上有桥"], 0),
    ],
)
def test_leading_lines_that_repeat_the_headline_are_counted(headline: str, lines: list[str], count: int) -> None:
    parsed = article(whole(head=f"### {headline}\n专栏：\n", chinese="\n".join(f"    {line}" for line in lines)))
    assert [block.kind for block in parsed.zh] == ["headline"] * count + ["text"] * (len(lines) - count)


@pytest.mark.parametrize(
    ("title", "lines", "count"),
    [
        ("A New Bridge", ["A NEW BRIDGE", "Text."], 1),
        ("Bridge Opens: Many Attend!", ["Bridge Opens", "Many attend", "Text."], 2),
        ("Bridge Opens: Many Attend", ["Bridge Opens", "Text."], 1),
        ("Our River (Picture)", ["Our River", "Text."], 1),
        ("The Bridge Opens", ["The", "bridge is old."], 0),
        ("The Long New Bridge Opens", ["The Long New", "Bridge Opens"], 2),
        ("A New Bridge", ["Text.", "A New Bridge"], 0),
    ],
)
def test_leading_lines_that_repeat_the_title_are_counted(title: str, lines: list[str], count: int) -> None:
    parsed = article(whole(header=f"Title: {title}\nDate: 1953-07-06\nPage: 3\n\n", english="\n".join(lines)))
    assert [block.kind for block in parsed.en] == ["headline"] * count + ["text"] * (len(lines) - count)
