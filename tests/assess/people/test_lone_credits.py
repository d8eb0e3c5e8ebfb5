"""Lines that are nothing but a credit, which the other text has in another place or not at all."""

import pytest

from duizhao.assess.people.lone_credits import is_credited, is_kept_somewhere

ORIGINAL = "粮站今天开门收粮。（新华社记者　王小明）"
TRANSLATION = "The grain stations open today. (Xinhua reporter Wang Xiaoming)"


@pytest.mark.parametrize(
    ("english", "is_there"),
    [
        ("Xinhua News Agency", True),
        ("By Wang Xiaoming", True),
        ("Xinhua reporter: Wang Xiaoming", True),
        ("TASS", False),
        ("By Li Ying", False),
        ("(Xinhua, TASS)", False),
        ("The grain stations are open.", False),
        (f"Xinhua News Agency: {'the stations are open and ' * 4}", False),
    ],
)
def test_a_line_of_the_translation_credits_whom_the_original_credits(english: str, *, is_there: bool) -> None:
    assert is_credited(english, ORIGINAL) is is_there


@pytest.mark.parametrize(
    ("original", "is_there"),
    [
        ("（新华社）", True),
        ("【新华社北京一日电】", True),
        ("王小明摄", True),
        ("（新华社、塔斯社）", False),
        ("李英摄", False),
        ("粮站今天开门收粮。", False),
        (f"新华社说，{'粮站今天开门收粮，' * 4}", False),
    ],
)
def test_a_line_of_the_original_credits_whom_the_translation_credits(original: str, *, is_there: bool) -> None:
    assert is_kept_somewhere(original, TRANSLATION) is is_there


@pytest.mark.parametrize("line", ["李英　原载《东山日报》", "（原载《东山日报》）", "转载自东山日报"])
def test_a_line_that_names_where_a_text_was_taken_from_is_there_if_the_translation_says_so(line: str) -> None:
    assert is_kept_somewhere(line, "The drawing was originally published in the Dongshan Daily.")
    assert not is_kept_somewhere(line, TRANSLATION)
