"""What holds for every number and date, however it is written."""

from datetime import date

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from duizhao.assess.numbers.disagreements import MOST
from tests.assess.numbers import formats
from tests.assess.numbers.two_texts import disagreements

numbers = st.one_of(
    st.integers(10, 200),
    st.integers(1000, 10**6),
    st.integers(10**6, 10**11),
    st.builds(lambda head, zeros: head * 10**zeros, st.integers(11, 999), st.integers(0, 8)),
)
days = st.dates(date(1900, 1, 1), date(1999, 12, 31))
tenths = st.integers(31, 1999).filter(lambda number: number % 10)


@st.composite
def in_chinese(draw: st.DrawFn, number: int) -> str:
    forms = [formats.han(number), formats.full_width(number), str(number)]
    if number % 10_000 == 0:
        forms += [f"{formats.full_width(number // 10_000)}万", f"{number // 10_000}万"]
    return draw(st.sampled_from(forms))


@st.composite
def in_english(draw: st.DrawFn, number: int) -> str:
    forms = [f"{number:,}", formats.english(number), formats.english(number).capitalize()]
    if number >= 10**6 and number % 10**4 == 0:
        forms.append(f"{number / 10**6:.2f} million")
    return draw(st.sampled_from(forms))


@given(st.data(), numbers)
@settings(deadline=None)
def test_a_number_agrees_with_itself_in_every_form(data: st.DataObject, number: int) -> None:
    zh, en = data.draw(in_chinese(number)), data.draw(in_english(number))
    assert disagreements(f"到会的有{zh}人。", f"There were {en} people.") == ()


@given(st.data(), numbers, numbers)
@settings(deadline=None)
def test_another_number_is_told_with_both_sides(data: st.DataObject, number: int, other: int) -> None:
    assume(number != other)
    assume(not 1800 <= number <= 2100)  # 1954 may be a year
    zh, en = data.draw(in_chinese(number)), data.draw(in_english(other))
    [found] = disagreements(f"到会的有{zh}人。", f"There were {en} people.")
    assert (found.kind, found.zh) == ("number", zh)
    assert en.startswith(found.en)


@given(st.data(), days)
@settings(deadline=None)
def test_a_date_agrees_with_itself_in_every_form(data: st.DataObject, day: date) -> None:
    zh, en = (data.draw(st.sampled_from(forms(day))) for forms in (formats.han_dates, formats.english_dates))
    assert disagreements(f"会议在{zh}举行。", f"The meeting was held on {en}.") == ()


@given(st.data(), days, days)
@settings(deadline=None)
def test_another_date_is_told(data: st.DataObject, day: date, other: date) -> None:
    assume(day != other)
    zh, en = (
        data.draw(st.sampled_from(formats.han_dates(day))),
        data.draw(st.sampled_from(formats.english_dates(other))),
    )
    found = disagreements(f"会议在{zh}举行。", f"The meeting was held on {en}.")
    assert {one.kind for one in found} == {"date"}
    assert all(one.zh and one.en and one.zh in zh for one in found)


@given(tenths, tenths)
@settings(deadline=None)
def test_percentages_are_compared_to_the_tenth(number: int, other: int) -> None:
    zh = f"增长百分之{formats.han(number // 10)}点{formats.DIGITS[number % 10]}。"
    found = disagreements(zh, f"It grew by {other / 10} percent.")
    assert bool(found) == (number != other)


@given(
    st.lists(
        st.sampled_from(
            [
                *"零〇一二三五十百千万亿两廿几多余第分之点·、至年月日时%∶比倍成半（）１２９.，0 9人\n",
                *("几百", "数十", "第几", "百分之", "十二月", "三日"),
            ]
        ),
        max_size=60,
    ).map("".join),
    st.lists(
        st.sampled_from(
            [
                "nine",
                "billion",
                "and a half",
                "ninety",
                "-",
                "tenth",
                "9,",
                "1.5",
                "%",
                "May",
                "3",
                "of",
                "dozens",
                "12:30 PM",
                "\n",
            ]
        ),
        max_size=30,
    ),
)
@settings(deadline=None, max_examples=300)
@example(zh="几百月三日，三月四日。", words=["May", "3"])
@example(zh="第几十届，五月三日。", words=["May", "ninth"])
def test_no_text_is_too_odd_and_every_piece_stands_where_it_is_said_to(zh: str, words: list[str]) -> None:
    en = " ".join(words)
    for found in disagreements(zh, en):
        assert found.zh or found.en
        assert found.zh_start is None or zh[found.zh_start :].startswith(found.zh)
        assert found.en_start is None or en[found.en_start :].startswith(found.en)


@pytest.mark.parametrize("zh", ["三", "１，", "三、", "百分之", "三十多万", "十二月三日", "三∶", "几十", "百分之三十"])
@pytest.mark.parametrize("en", ["1,", "hundred ", "May 3 ", "dozens of ", "3-"])
def test_long_texts_of_nothing_but_numbers_are_read_to_their_end(zh: str, en: str) -> None:
    assert len(disagreements(zh * 5_000, en * 5_000)) <= MOST + MOST
