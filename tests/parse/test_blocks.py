"""Lines to blocks: one each, but for what only makes sense together; kinds by indent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.markup.paragraphs import is_block
from duizhao.model import Block
from duizhao.parse.lines import filled
from duizhao.parse.paragraphs import paragraphs
from tests.parse.writing import article, kinds, texts, whole


def english(text: str) -> tuple[Block, ...]:
    return article(whole(english="\n" + text)).en


def chinese(text: str) -> tuple[Block, ...]:
    return article(whole(chinese="\n" + text)).zh


def test_every_line_of_the_original_is_a_block_without_the_white_space_around_it() -> None:
    blocks = chinese(
        "    一\u3000二  三。\u3000\u3000\n\u3000\u3000四。\n\t五。\\t\n\\t六\\t七。\n八。\n  \u3000九。\n"
    )
    assert [(block.indent, block.text) for block in blocks] == [
        (4, "一\u3000二  三。"),
        (4, "四。"),
        (4, "五。"),
        (4, "六\\t七。"),
        (0, "八。"),
        (4, "九。"),
    ]
    assert not any(block.gap for block in blocks)


def test_a_gap_stands_where_a_line_is_blank_or_holds_white_space() -> None:
    blocks = chinese("\u3000\n    一。\n\u3000\n    二。\n\n\n    三。\n    四。\n \\t \n    五。\n")
    assert [block.gap for block in blocks] == [False, True, True, False, True]


def test_the_original_is_never_joined_nor_read_as_markdown() -> None:
    lines = ["- 一", "- 二", "1. 三", "2. 四", "# 五", "| 六 |", "|---|", "```", "七", "```", "**八**"]
    assert kinds(chinese("\n".join(lines))) == [("text", line) for line in lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("    一。\n    二。\n" + " " * 16 + "林木", ["text", "text", "signature"]),
        ("    一。\n" + " " * 42 + "林木  五月九日\n    二。\n" + "\u3000" * 9 + "方舟", ["text", "signature"] * 2),
        (
            "\u3000" * 5 + "一\n    甲，\n    乙。\n" + "\u3000" * 6 + "二\n    丙。",
            ["heading", "text", "text", "heading", "text"],
        ),
        ("      题\n    一。\n      题\n    二。", ["text"] * 4),
        ("        题\n    一。\n    二。", ["heading", "text", "text"]),
        ("    一。\n    二。\n        林木 译", ["text", "text", "signature"]),
        ("  一。\n  二。\n      （谚语）没有桥，过不了河。\n  三。", ["text"] * 4),
        (f"    一。\n        {'桥' * 31}\n    二。", ["text"] * 3),
        (f"    一。\n    二。\n{' ' * 20}{'桥' * 121}", ["text"] * 3),
        (" " * 20 + "一\n" + " " * 20 + "二\n" + " " * 30 + "林木", ["text", "text", "signature"]),
        (" " * 34 + "（新华社）", ["text"]),
    ],
)
def test_the_indent_tells_headings_and_signatures(text: str, expected: list[str]) -> None:
    assert [block.kind for block in chinese(text)] == expected


def test_the_translation_is_a_block_a_line_too() -> None:
    blocks = english("    First paragraph.\n    Second paragraph.\n\n\tThird.\n\n\n" + " " * 34 + "(Xinhua)\n")
    assert [(block.kind, block.indent, block.gap, block.text) for block in blocks] == [
        ("text", 4, False, "First paragraph."),
        ("text", 4, False, "Second paragraph."),
        ("text", 4, True, "Third."),
        ("signature", 34, True, "(Xinhua)"),
    ]


WRAPPED = (
    "The bridge over the White River, which had been built in the winter by\n"
    "more than two thousand people from eleven villages, was opened on Sunday\n"
    "morning. Children walked over it first; then the mayor of the county, Mr.\n"
    "Lin, made a speech."
)

VERSES = [
    """When the rain came down upon the bridge that we had built that winter,
And the river rose among the stones and took away the lower footway,
Then we stood upon the bank and sang together until the morning came,""",
    "carrying soil,\ncarrying stone,\nwe build the bridge,\nwe cross alone",
    "The bridge is long, the river is wide, and all of us are on this side;\nBut soon we go.",
]


def test_a_paragraph_broken_into_even_lines_is_joined() -> None:
    [block] = english(WRAPPED)
    assert block == Block(line=6, text=WRAPPED)


def test_joined_paragraphs_keep_their_lines_and_gaps() -> None:
    blocks = english(WRAPPED + "\n\n" + WRAPPED + "\n\nEnd.\n")
    assert [(block.line, block.gap) for block in blocks] == [(6, False), (11, True), (16, True)]


@pytest.mark.parametrize("verse", VERSES)
def test_verse_is_never_joined(verse: str) -> None:
    assert texts(english(verse)) == verse.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        ["The first paragraph is one line, and it ends with a full stop here.", "The second begins anew."],
        ["A " + "very " * 30 + "long line of the archive is a paragraph", "and so is what follows it."],
        ["(1) that the bridge be built before the winter, by all the villages;", "(2) that it be of stone."],
        ["Xinhua News Agency, White River, in the county of the White River", "Lin Mu reports."],
        ["a) that the bridge be built before the winter, by all the villages;", "b) that it be of stone."],
        ["Deputies: Lin Mu, Fang Zhou, Chen Shan, He An, Wang Qiao and Li Shui", "Workers: Lin An"],
    ],
)
def test_paragraphs_on_lines_of_their_own_are_not_joined(lines: list[str]) -> None:
    assert texts(english("\n".join(lines))) == lines


@pytest.mark.parametrize(
    "block",
    [
        "- one\n- two\n- three",
        "* one\n  * inner\n* two",
        "1. one\n2. two\n3. three",
        "| a | b |\n|---|:-:|\n| c | d |",
        "a | b\n--|--\nc | d",
        "```\ncode\n\n    more\n```",
        "~~~ text\n\n- no list\n~~~",
    ],
)
def test_lists_tables_and_code_stay_whole(block: str) -> None:
    blocks = english(f"Before.\n\n{block}\n\nAfter.\n")
    assert [(found.line, found.text) for found in blocks] == [
        (6, "Before."),
        (8, block),
        (9 + block.count("\n") + 1, "After."),
    ]


@pytest.mark.parametrize("code", ["~~~\n```\n~~~", "````\n```\nx\n```\n````", "``` py\n``` js\n```", "```\n  ```\n```"])
def test_code_ends_with_a_line_of_its_own_sign_as_long_bare_and_no_deeper(code: str) -> None:
    assert texts(english(f"Before.\n{code}\nAfter.\n")) == ["Before.", code, "After."]


LINES = st.lists(
    st.builds(
        lambda indent, mark, text: " " * indent + mark + text,
        st.integers(0, 5),
        st.sampled_from(["- ", "-\u00a0", "+ ", "1. ", "2. ", "3. ", "```", "````", "~~~", "~~~~", "|", ":-", ""]),
        st.sampled_from(["a", "a|b", "-|-", "-", ":-|", "- a", "1. a", " py", "{.py}", " ", "", "`", "\\t"]),
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=500)
@given(LINES)
def test_what_is_kept_whole_is_shown_as_a_list_a_table_or_code(lines: list[str]) -> None:
    kept = [line.text for line in paragraphs(filled(lines)) if "\n" in line.text]
    assert [text for text in kept if not is_block(text)] == []


def test_a_list_may_follow_its_paragraph_at_once() -> None:
    assert texts(english("They need:\n- stone\n- wood\nThat is all.\n")) == [
        "They need:",
        "- stone\n- wood",
        "That is all.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["- one"],
        ["- one", "* two"],
        ["1. one", "3. three"],
        ["    - one", "    - two"],
        ["1. " + "word " * 50 + "end.", "2. Short."],
        ["＊one", "＊two"],
        ["a | b", "c | d"],
        ["-five degrees", "-six degrees"],
        ["```", "code without an end"],
        ["-\u00a0one", "-\u00a0two"],
        ["- 1. one", "- 2. two"],
        ["``` {.py}", "no code", "```"],
        ["```", "no code", "~~~"],
        ["````", "no code", "```"],
        ["a | b", "|:-|-:-|", "c | d"],
    ],
)
def test_what_only_looks_like_a_list_or_code_is_lines(lines: list[str]) -> None:
    assert texts(english("\n".join(lines))) == [line.strip() for line in lines]


def test_a_markdown_heading_is_a_heading_without_its_marks() -> None:
    assert kinds(english("Before.\n\n## The River\n\n# 3 was closed.\n\n#1 too.\n")) == [
        ("text", "Before."),
        ("heading", "The River"),
        ("text", "# 3 was closed."),
        ("text", "#1 too."),
    ]
