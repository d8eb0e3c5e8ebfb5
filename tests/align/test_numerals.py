"""Chinese and English numbers get the same names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align.numerals import english_numbers, han_numbers, weight

BOTH = [
    ("一九五四年十二月二十三日", "December 23, 1954", ["1954", "month 12", "23"]),
    ("二十三日", "the 23rd", ["23"]),
    ("五十万到六十万", "500,000 to 600,000", ["500000", "600000"]),
    ("三万九千个", "39,000", ["39000"]),
    ("一千二百七十九", "1,279", ["1279"]),
    ("两万五千", "twenty-five thousand", ["25000"]),
    ("一百零五", "one hundred and five", ["105"]),
    ("二千三百", "two thousand three hundred", ["2300"]),
    ("十五", "fifteen", ["15"]),
    ("二千万斤", "20 million jin", ["20000000"]),
    ("三万亿", "3,000 billion", ["3000000000000"]),
    ("六亿五千万", "650 million", ["650000000"]),
    ("一点五亿", "150 million", ["150000000"]),
    ("50万", "500,000", ["500000"]),
    ("５０万", "500,000", ["500000"]),
    ("1,279", "1,279", ["1279"]),
    ("第三十一届", "the 31st", ["31"]),
    ("第三十一届", "the thirty-first", ["31"]),
    ("百分之三十多", "more than 30 percent", ["30%"]),
    ("百分之六点七", "6.7%", ["6.7%"]),
    ("百分之百", "100 per cent", ["100%"]),
    ("百分之一百点一", "100.1 percent", ["100.1%"]),
    ("３０％", "thirty percent", ["30%"]),
    ("八分之一", "one-eighth", ["1/8"]),
    ("三分之二", "two thirds", ["2/3"]),
    ("八·七五盎司", "8.75 ounces", ["8.75"]),
    ("二〇〇〇年", "2000", ["2000"]),
    ("一九五○年", "1950", ["1950"]),
    ("廿五日", "25", ["25"]),
    ("五月", "in May", ["month 5"]),
    ("零陆（０６）", "06", ["6"]),
    ("三∶零", "3-0", ["3"]),
]


@pytest.mark.parametrize(("chinese", "english", "names"), BOTH)
def test_both_languages_name_a_number_alike(chinese: str, english: str, names: list[str]) -> None:
    assert sorted(han_numbers(chinese)) == sorted(names)
    assert sorted(english_numbers(english)) == sorted(names)


SILENT = ["一个", "两国", "第一", "千百万人民", "五六十人", "万分", "百分之几", "人民", "", "０"]
MUTE = ["one of the first", "two", "second", "may be", "half a mile", "0", "percent", ""]


@pytest.mark.parametrize("text", SILENT)
def test_chinese_that_tells_nothing_is_silent(text: str) -> None:
    assert list(han_numbers(text)) == []


@pytest.mark.parametrize("text", MUTE)
def test_english_that_tells_nothing_is_silent(text: str) -> None:
    assert list(english_numbers(text)) == []


def test_what_is_rare_weighs_more() -> None:
    assert weight("7") < weight("month 12") < weight("1279")


@given(st.text(alphabet="零一二三四五六七八九十百千万亿两廿卅点·分之月%０9,. 中", max_size=80))
@settings(deadline=None)
def test_no_chinese_text_is_too_odd(text: str) -> None:
    assert all(isinstance(name, str) and name for name in han_numbers(text))


@given(
    st.lists(
        st.sampled_from(["nine", "billion", "and", "ninety", "-", "tenth", "9,", "1.5", "%", "percent", "x"]),
        max_size=40,
    )
)
@settings(deadline=None)
def test_no_english_text_is_too_odd(words: list[str]) -> None:
    assert all(isinstance(name, str) and name for name in english_numbers(" ".join(words)))


@given(st.integers(3, 99_999_999))
def test_every_number_is_read_in_digits(number: int) -> None:
    assert list(han_numbers(f"共{number}个")) == list(english_numbers(f"{number:,} in all")) == [str(number)]


@given(st.integers(3, 9_999))
def test_every_number_is_read_in_chinese_numerals(number: int) -> None:
    assert list(han_numbers(_spelt(number))) == [str(number)]


def _spelt(number: int) -> str:
    """Write a number below ten thousand as a newspaper does."""
    out, is_gap = "", False
    for step, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // step % 10
        if digit:
            out += ("零" if is_gap and out else "") + "零一二三四五六七八九"[digit] + unit
        is_gap = not digit
    return out


def test_endless_digits_stay_cheap() -> None:
    assert len(list(han_numbers("九" * 100_000))) < 10_000
    assert len(list(english_numbers("9" * 100_000))) < 10_000
    assert list(english_numbers("nine " + "billion " * 1_000))
