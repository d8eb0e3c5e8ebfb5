"""Chinese names in Latin letters: what spells them, what looks like one, where they stand in a text."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao import romanisation
from duizhao.assess.people.names import chinese_names, find, is_person, looks_chinese, people_in, stands_in
from duizhao.romanisation import plain, spellings, spells, syllable_counts

# A table of the test's own: characters of which each has one reading.
READINGS = {
    "王": "wang",
    "李": "li",
    "赵": "zhao",
    "吴": "wu",
    "周": "zhou",
    "徐": "xu",
    "郭": "guo",
    "马": "ma",
    "明": "ming",
    "国": "guo",
    "文": "wen",
    "英": "ying",
    "海": "hai",
    "春": "chun",
    "华": "hua",
    "玉": "yu",
    "芳": "fang",
    "志": "zhi",
}
FAMILIES = "王李赵吴周徐郭马"
NAMES = st.builds(str.__add__, st.sampled_from(FAMILIES), st.text("明国文英海春华玉芳志", min_size=1, max_size=2))


def romanised(name: str) -> tuple[str, str]:
    """Family and given name."""
    first, *rest = (READINGS[character] for character in name)
    return first.capitalize(), "".join(rest).capitalize()


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        # pinyin
        ("王小明", "Wang Xiaoming"),
        ("王小明", "Wang Xiao-ming"),
        ("王小明", "Wang Xiao Ming"),
        ("王小明", "WANG XIAOMING"),
        ("王小明", "Wangxiaoming"),
        ("王小明", "Wáng Xiǎomíng"),
        ("吕安", "Lü An"),
        ("吕安", "Lu An"),
        ("吕安", "Lyu An"),
        ("吕安", "Lv An"),
        ("李西安", "Li Xi'an"),
        ("李西安", "Li Xi’an"),
        # family last
        ("王小明", "Xiaoming Wang"),
        ("欧阳海", "Hai Ouyang"),
        ("王小明", "Wang, Xiaoming"),
        # nothing between two names
        ("李英", "Li Ying Wang Min"),
        ("李英", "Wang Min Li Ying"),
        # any reading of a character
        ("曾英", "Zeng Ying"),
        ("单国", "Shan Guo"),
        ("仇英", "Qiu Ying"),
        ("解文", "Xie Wen"),
        # Wade-Giles
        ("周国平", "Chou Kuo-p'ing"),
        ("张德", "Chang Te"),
        ("徐文", "Hsü Wen"),
        ("朱晓", "Chu Hsiao"),
    ],
)
def test_this_spells_the_name(name: str, latin: str) -> None:
    assert find(name, f"By our reporter {latin}.") is not None


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("王小明", "Wang Xiaomin"),
        ("王小明", "Wang Xiaoming's"[:8]),
        ("王小明", "Huang Xiaoming"),
        ("王小明", "wang xiaoming"),
        ("何满", "So he man the boats"),
        ("王小明", ""),
        ("", "Wang"),
        # a piece of another name
        ("郭华", "Wang Huaguo"),
        ("郭华", "Wang Hua Guo"),
        ("郭华", "Guo Hua Ming"),
        ("郭国英", "Guo Yingguo"),
    ],
)
def test_this_does_not(name: str, latin: str) -> None:
    assert find(name, latin) is None


@pytest.mark.parametrize(
    "latin", ["Li Ying", "Ying Li", "Wang Xiaoming", "Xiǎomíng Wáng", "Li Hai Bo", "Lǚ Ān", "Li, Ying"]
)
def test_this_looks_like_the_name_of_a_chinese_person(latin: str) -> None:
    assert looks_chinese(latin)


@pytest.mark.parametrize(
    "latin",
    ["", "Li", "Tanaka", "Hayashi Fusao", "Gorky", "Mao Tse-tung", "John Smith", "Kim Il Sung", "U Nu", "The Sea"],
)
def test_this_does_not_look_like_one(latin: str) -> None:
    assert not looks_chinese(latin)


def test_names_are_found_in_a_text() -> None:
    text = "(Xinhua reporters Wang Xiaoming and Li Ying, with John Smith) in Moscow"
    assert [text[place.start : place.end] for place in chinese_names(text)] == ["Wang Xiaoming", "Li Ying"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("王小明", ("王小明",)),
        ("王　明", ("王明",)),
        ("王小明、李英", ("王小明", "李英")),
        ("王小明　李　英", ("王小明", "李英")),
        ("王　明　李小英", ("王明", "李小英")),
        (" ，", ()),
    ],
)
def test_a_row_of_names_is_parted(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text) == people


@pytest.mark.parametrize(
    ("han", "yes"), [("王明", 1), ("王小明", 1), ("欧阳海", 1), ("欧阳小海", 1), ("王", 0), ("高尔基维奇", 0)]
)
def test_a_person_has_a_surname_and_one_or_two_characters(han: str, *, yes: int) -> None:
    assert is_person(han) == bool(yes)


@pytest.mark.parametrize(
    ("word", "counts"), [("xian", {1, 2}), ("li", {1}), ("tanaka", {3}), ("smith", set()), ("", set())]
)
def test_a_word_has_so_many_syllables(word: str, counts: set[int]) -> None:
    assert syllable_counts(word) == counts


@given(NAMES)
def test_a_name_never_disagrees_with_itself(name: str) -> None:
    family, given_name = romanised(name)
    for latin in (
        f"{family} {given_name}",
        f"{given_name} {family}",
        f"{family}{given_name}",
        f"{family.upper()} {given_name}",
    ):
        place = find(name, f"Text by {latin}, text.")
        assert place
        assert (place.start, place.end) == (8, 8 + len(latin))
    assert stands_in(f"{family} {given_name}", f"本报记者{name}报道")
    assert looks_chinese(f"{family} {given_name}")


@given(st.text(), st.text())
def test_nothing_raises(han: str, latin: str) -> None:
    find(han, latin)
    stands_in(latin, han)
    list(chinese_names(latin))
    looks_chinese(latin)
    is_person(han)
    people_in(han)
    spells(plain(latin), han)


def test_what_is_no_han_character_has_no_spelling() -> None:
    assert [spellings(sign) for sign in ("a", "，", "々", "")] == [frozenset()] * 4


def test_the_library_is_left_as_others_expect_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for before in ({}, {"PYPINYIN_NO_PHRASES": "no"}):
        monkeypatch.delenv("PYPINYIN_NO_PHRASES", raising=False)
        for name, value in before.items():
            monkeypatch.setenv(name, value)
        with romanisation._without_phrases():  # noqa: SLF001 - what is to be tested is that nothing is seen outside
            assert os.environ["PYPINYIN_NO_PHRASES"] == "1"
        assert os.environ.get("PYPINYIN_NO_PHRASES") == before.get("PYPINYIN_NO_PHRASES")
