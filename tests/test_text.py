"""Han and Latin text: what is told apart, measured, cut and compared."""

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.text import (
    Side,
    columns,
    fold,
    has_han,
    is_han,
    is_mainly_han,
    is_unmixed,
    printable,
    runs,
    squeeze,
    trimmed,
)

MIXED = st.text(alphabet=st.sampled_from("中文〇々《》，。“”— \u3000\tabcÉǐ1(.'\n-"))


@pytest.mark.parametrize("text", ["中", "a中", "〇", "々", "㐀", "\U00020000", "⺀"])
def test_han_characters_are_known(text: str) -> None:
    assert has_han(text)


@pytest.mark.parametrize("text", ["", "abc", "○", "，。《》", "１９", "ひらがな", "한글", "\u3000"])
def test_what_is_no_han_character_is_known(text: str) -> None:
    assert not has_han(text)


@pytest.mark.parametrize(
    ("text", "wholly", "mainly"),
    [
        ("图片", True, True),
        ("图片 (Pictures)", False, False),
        ("ＤＤＴ农药", True, True),
        ("T恤衫", False, True),
        ("", False, False),
    ],
)
def test_text_is_chinese_wholly_or_mainly(text: str, wholly: bool, mainly: bool) -> None:  # noqa: FBT001 - a table
    assert (is_han(text), is_mainly_han(text)) == (wholly, mainly)


@pytest.mark.parametrize(
    ("white", "width"),
    [
        ("", 0),
        ("    ", 4),
        ("\u3000\u3000", 4),
        ("  \u3000", 4),
        ("\t", 4),
        ("  \t", 4),
        ("    \t", 8),
        ("\t\t", 8),
        ("\u3000\t\u3000", 6),
        ("\\t", 4),
        ("\\t \\t", 8),
        ("中文", 4),
    ],
)
def test_white_space_is_measured_in_columns(white: str, width: int) -> None:
    assert columns(white) == width


@pytest.mark.parametrize(
    ("line", "leading", "text"),
    [
        ("  a b  ", "  ", "a b"),
        ("\u3000\u3000中\u3000文\u3000", "\u3000\u3000", "中\u3000文"),
        ("\t \\t a\\tb \\t ", "\t \\t ", "a\\tb"),
        (" \\t\u3000", " \\t\u3000", ""),
        ("", "", ""),
        (" \t ", " \t ", ""),
        ("a\\t", "", "a"),
    ],
)
def test_a_line_is_parted_from_its_white_space(line: str, leading: str, text: str) -> None:
    assert trimmed(line) == (leading, text)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("a\\t \u3000\t")))
def test_trimming_takes_nothing_but_white_space(line: str) -> None:
    leading, text = trimmed(line)
    assert line.startswith(leading + text)
    assert not re.sub(r"\s|\\t", "", leading + line[len(leading + text) :])
    assert text == text.strip()


@pytest.mark.parametrize(
    ("base", "text", "cut"),
    [
        ("en", "plain words", [(None, "plain words")]),
        ("en", "the word 桥 here", [(None, "the word "), ("zh", "桥"), (None, " here")]),
        ("en", "in 《河上，桥》.", [(None, "in "), ("zh", "《河上，桥》"), (None, ".")]),
        ("en", "a “桥”—b", [(None, "a “"), ("zh", "桥"), (None, "”—b")]),
        ("en", "河\u3000桥", [("zh", "河\u3000桥")]),
        ("en", "…，。 —", [(None, "…，。 —")]),
        ("zh", "他说 good", [(None, "他说 good")]),
        ("zh", "他说：How are you? 好", [(None, "他说："), ("en", "How are you?"), (None, " 好")]),
        ("zh", "ABC 公司", [(None, "ABC 公司")]),
        ("zh", "A B C", [("en", "A B C")]),
        ("zh", "a-b c's d", [("en", "a-b c's d")]),
        ("zh", "한글 one two three", [(None, "한글 "), ("en", "one two three")]),
    ],
)
def test_text_is_cut_where_its_language_changes(base: Side, text: str, cut: list[tuple[Side | None, str]]) -> None:
    assert list(runs(text, base)) == cut


@settings(deadline=None)
@given(MIXED, st.sampled_from(get_args(Side)))
def test_runs_joined_are_the_text_and_none_is_empty(text: str, base: Side) -> None:
    pieces = list(runs(text, base))
    assert "".join(piece for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)
    if base == "en":
        assert all(has_han(piece) == (language == "zh") for language, piece in pieces)


@settings(deadline=None)
@given(MIXED, st.sampled_from(get_args(Side)))
def test_text_that_is_surely_unmixed_is_one_run(text: str, base: Side) -> None:
    if is_unmixed(text, base):
        assert list(runs(text, base)) == ([(None, text)] if text else [])
    else:
        assert any(has_han(character) if base == "en" else character.isalpha() for character in text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("\x00\x1f\x0b\r", "␀␟␋␍"),
        ("\x7f", "␡"),
        ("\x80\x9f\ufdd0\uffff\U0001fffe\U0010ffff", "\ufffd" * 6),
        ("\ud800", "\ufffd"),
        ("\ue000\ufffd\U0001f600\ufeff中", "\ue000\ufffd\U0001f600\ufeff中"),
    ],
)
def test_what_no_page_may_hold_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert printable(text) == shown


@settings(deadline=None)
@given(st.text(alphabet=st.characters()))
def test_printable_text_is_utf_8_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert shown.encode().decode() == shown
    assert printable(shown) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(("text", "squeezed"), [(" a\u3000b\tc\n", "abc"), ("\u3000", ""), ("中 文", "中文")])
def test_squeezing_takes_all_white_space_out(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河上\u3000新桥（外一首）", "河上——新桥(外一首)"),
        ("The  Bridge: News!", "the bridge news"),
        ("１９５３", "1953"),
    ],
)
def test_what_reads_the_same_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)
