"""Where the original begins, and what is said of the mark that parts the texts."""

import pytest

from tests.parse.writing import CHINESE, ENGLISH, HEAD, HEADER, article, kinds, refused, said, texts, whole

OWN = [
    "\n<hr />\nOriginal:\n",
    "\n\n\n<hr /> \n\n\nOriginal: \n\n",
    "\n<hr/>\n\u3000\nOriginal:\u3000\n",
    "\n<hr>\nOriginal:\n",
]

ODD = [
    "\n<HR>\nOriginal:\n",
    "\n<hr class='x'>\n\nORIGINAL:\n",
    "\n<hr />\noriginal：\n",
    "\n<hr />\nOriginal\n",
    "\n<hr />\n原文：\n",
    "\n<hr />\n**Original:**\n",
    "\n<hr />\n**Original**:\n",
    "\n<hr />\n## Original text:\n",
    "\n<hr />\n\nOriginal Text\n",
    "\n---\nOriginal:\n",
    "\n***\n\nOriginal:\n",
    "\n_ _ _\n原文\n",
    "\n----------\n\nChinese original:\n",
    "\nOriginal:\n",
    "\n\n原文：\n\n",
    "\n<hr />\n",
    "\n\n",
]


@pytest.mark.parametrize("separator", OWN)
def test_the_archives_own_mark_is_taken_silently(separator: str) -> None:
    parsed = article(whole(separator=separator))
    assert parsed.problems == ()
    assert (texts(parsed.en), texts(parsed.zh)) == (["A bridge was built over the river."], ["河上建了一座桥。"])
    assert (parsed.headline.zh, parsed.author.zh) == ("一座新桥", "林木")


@pytest.mark.parametrize("separator", ODD)
def test_another_mark_is_taken_and_named(separator: str) -> None:
    parsed = article(whole(separator=separator))
    line = (HEADER + ENGLISH).count("\n") + 1 + len(separator) - len(separator.lstrip())
    assert said(parsed.problems) == [("separator-odd", line)]
    assert (texts(parsed.en), texts(parsed.zh)) == (["A bridge was built over the river."], ["河上建了一座桥。"])
    assert (parsed.headline.zh, parsed.author.zh) == ("一座新桥", "林木")


def test_a_headline_alone_parts_the_texts_where_nothing_else_does() -> None:
    parsed = article(whole(separator="\n", head="### 一座新桥\n"))
    assert said(parsed.problems) == [("separator-odd", 8)]
    assert (texts(parsed.en), texts(parsed.zh)) == (["A bridge was built over the river."], ["河上建了一座桥。"])


def test_a_rule_may_stand_above_an_original_without_a_marked_headline() -> None:
    parsed = article(whole(separator="\n<hr />\n", head="一座新桥\n林木\n1953-07-06\n第3版()\n专栏：\n"))
    assert said(parsed.problems) == [("separator-odd", 8)]
    assert (parsed.headline.zh, parsed.author.zh, texts(parsed.zh)) == ("一座新桥", "林木", ["河上建了一座桥。"])


@pytest.mark.parametrize("between", [0, 3])
@pytest.mark.parametrize("rule", ["<hr />\n", ""])
def test_a_head_without_a_word_above_it_may_be_as_long_as_any_head(rule: str, between: int) -> None:
    head = "### 一座新桥\n" + "(White River)\n" * between + "1953-07-06\n"
    parsed = article(whole(separator=f"\n{rule}", head=head))
    assert parsed.headline.zh == "一座新桥"
    assert (texts(parsed.en), texts(parsed.zh)[-1]) == (["A bridge was built over the river."], "河上建了一座桥。")
    assert "1953-07-06" not in texts(parsed.zh)


def test_a_head_whose_date_stands_too_far_below_is_none() -> None:
    parsed = article(whole(separator="\n<hr />\n", head="### 一座新桥\n" + "(White River)\n" * 4 + "1953-07-06\n"))
    assert "<hr />" in texts(parsed.en)


def test_a_rule_may_stand_above_date_and_page_alone() -> None:
    parsed = article(whole(separator="\n<hr />\n", head="1953年7月6日\n第3版()\n"))
    assert (texts(parsed.en), texts(parsed.zh)) == (["A bridge was built over the river."], ["河上建了一座桥。"])


def test_the_original_may_begin_behind_the_word() -> None:
    parsed = article(whole(separator="\n<hr />\nOriginal: 桥有三孔。\n", head=""))
    assert texts(parsed.zh) == ["桥有三孔。", "河上建了一座桥。"]
    assert said(parsed.problems) == [("separator-odd", 8)]


def test_the_first_mark_counts_and_what_follows_is_the_original() -> None:
    parsed = article(whole(chinese=CHINESE + "\n<hr />\n\nOriginal:\n\n    English at last.\n"))
    assert texts(parsed.zh) == ["河上建了一座桥。", "<hr />", "Original:", "English at last."]
    assert texts(parsed.en) == ["A bridge was built over the river."]


@pytest.mark.parametrize(
    "rule", ["<hr />", "---", "* * *", "Original:", "The original:", "Original: see below", "### Part"]
)
def test_what_only_looks_like_a_mark_is_text(rule: str) -> None:
    parsed = article(whole(english=f"\nFirst.\n\n{rule}\n\nSecond.\n"))
    assert [text.removeprefix("### ") for text in texts(parsed.en)] == ["First.", rule.removeprefix("### "), "Second."]
    assert parsed.problems == ()


def test_a_chinese_heading_in_the_translation_is_no_separator_where_there_is_a_true_one() -> None:
    parsed = article(whole(english="\nText.\n\n### 人名\n\n林木    Lin Mu\n"))
    assert kinds(parsed.en) == [("text", "Text."), ("heading", "人名"), ("text", "林木    Lin Mu")]
    assert parsed.problems == ()


@pytest.mark.parametrize("below", ["", "\n\n<hr />\n\nOriginal:\n\n\n"])
def test_without_an_original_the_translation_is_published(below: str) -> None:
    parsed = article(HEADER + ENGLISH + below)
    assert said(parsed.problems) == [("original-missing", 9 if below else 0)]
    assert (texts(parsed.en), parsed.zh) == (["A bridge was built over the river."], ())


@pytest.mark.parametrize("above", ["\n\n<hr />\n\nOriginal:\n\n" + HEAD, "\n"])
def test_without_a_translation_the_original_is_published(above: str) -> None:
    parsed = article(HEADER + above + CHINESE)
    assert said(parsed.problems) == [("translation-missing", 7 if "hr" in above else 0)]
    assert (parsed.en, texts(parsed.zh)) == ((), ["河上建了一座桥。"])


@pytest.mark.parametrize("below", ["", "\n<hr />\n\nOriginal:\n", "\n<hr />\n\nOriginal:\n\n" + HEAD])
def test_without_any_text_the_file_is_refused(below: str) -> None:
    assert [found.code for found in refused(HEADER + below)] == ["text-missing"]
