"""A passage's number means the same text for good, whatever is put before it, taken out, or paired otherwise."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.model import Block, Notice, Passage
from duizhao.permalinks import numbered
from duizhao.permalinks.passages import END, Mark, fingerprint, is_marks, marks_text, read_marks, remarked

TEXTS = {name: f"{name * END}middle{name * END}" for name in "abcdefghijklmnopqrstuvwxyz"}


def prints(rows: str) -> list[list[str]]:
    """`a bc d`: three passages, the second of two paragraphs."""
    return [[fingerprint(TEXTS[name]) for name in row] for row in rows.split()]


def numbers(*versions: str) -> str:
    """Publish one version after the other, and number the last. `3+4`: 4 leads there, too; `-5`: it is gone."""
    marks: tuple[Mark, ...] = ()
    for rows in versions:
        marks = remarked(prints(rows), marks)
    return " ".join(f"{mark.state}{mark.number}" for mark in marks).replace(" +", "+")


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (["a b c"], "1 2 3"),
        (["a b c", "a b c"], "1 2 3"),
        (["a b c", "a x b c"], "1 4 2 3"),
        (["a b c", "x a b c y"], "4 1 2 3 5"),
        (["a b c", "a c"], "1 -2 3"),
        (["a b c", "b c"], "-1 2 3"),
        (["a b c", "a b", "a b x"], "1 2 -3 4"),
        (["a b c", "a c", "a b c"], "1 2 3"),
        (["a b c", "a x c"], "1 2 3"),
        (["a b c", "a x y c"], "1 -2 4 5 3"),
        (["a b c", "x y z"], "1 2 3"),
        (["a b c d", "a c b d"], "1 3 2 4"),
        (["a b c", "a bc"], "1 2+3"),
        (["a b c", "a bc", "a b c"], "1 2 3"),
        (["a bc d", "a b c d"], "1 2 4 3"),
        (["a b c", "ab c", "abc"], "1+2+3"),
        (["a b c", "a xb c"], "1 2 3"),
        (["a d d d b", "a d d d x b"], "1 2 3 4 6 5"),
        (["a d d b", "a d b"], "1 -2 -3 5 4"),
        (["a b", "a", "a c", "a b c"], "1 2 3"),
    ],
)
def test_a_number_stays_with_its_text(versions: list[str], expected: str) -> None:
    assert numbers(*versions) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The first words, some more, the last words of all", "The first words, a lot more, the last words of all"),
        (
            "白河大桥昨日下午三时通车，两千多人从四乡赶来观看，十分热闹。",
            "白河大桥昨日下午三时通车，三千多人从四乡赶来观看，十分热闹。",
        ),
        ("白河 大桥昨日通车", "白河大桥　昨日通车"),
        ("短", "短"),
    ],
)
def test_a_text_that_is_corrected_in_its_middle_is_the_same_text(old: str, new: str) -> None:
    assert fingerprint(old) == fingerprint(new)


@pytest.mark.parametrize("end", ["head", "tail"])
def test_a_passage_that_is_corrected_at_one_end_beside_a_new_one_keeps_its_number(end: str) -> None:
    corrected = "z" * END + "middle" + "b" * END if end == "head" else "b" * END + "middle" + "z" * END
    marks = remarked(prints("a b c"), ())
    rows = [*prints("a x"), [fingerprint(corrected)], *prints("c")]
    assert [mark.number for mark in remarked(rows, marks)] == [1, 4, 2, 3]


def passage(number: int, zh: str, en: str = "Text.") -> Passage:
    return Passage(number=number, zh=(Block(line=number, text=zh),), en=(Block(line=number, text=en),))


def test_notices_name_the_published_numbers_and_the_article_as_a_whole_stays_the_whole() -> None:
    before, _, marks = numbered([passage(1, TEXTS["a"]), passage(2, TEXTS["b"])], (), "")
    assert [one.number for one in before] == [1, 2]
    now = [passage(n, TEXTS[name]) for n, name in enumerate("axb", 1)]
    said = [Notice(code="text-number", passage=n) for n in (0, 2, 3)]
    passages, notices, _ = numbered(now, said, marks)
    assert [one.number for one in passages] == [1, 3, 2]
    assert [one.passage for one in notices] == [0, 3, 2]


def test_a_passage_without_original_is_known_by_its_translation() -> None:
    alone = replace(passage(1, ""), zh=())
    marks = numbered([alone], (), "")[2]
    passages, _, _ = numbered([passage(1, TEXTS["a"]), replace(alone, number=2)], (), marks)
    assert [one.number for one in passages] == [2, 1]


def test_an_article_that_never_changed_takes_four_bytes_a_passage() -> None:
    assert len(marks_text(remarked(prints("a b c d e"), ()))) == 20


@pytest.mark.parametrize("text", ["abcd", "", "abcd(9)efgh", "+abcd-(12)0000", "(7)1234(8)5678"])
def test_marks_are_read_as_they_are_written(text: str) -> None:
    assert is_marks(text)
    assert list(read_marks(marks_text(read_marks(text)))) == list(read_marks(text))


@pytest.mark.parametrize("text", ["abc", "abcde", "(x)abcd", "(12345678)abcd", "ABCD", "ab d", "abcd+", "9)abcd"])
def test_what_is_no_mark_is_refused(text: str) -> None:
    assert not is_marks(text)


ROWS = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=3), max_size=8).map(" ".join)


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_whatever_happens_every_passage_has_a_number_of_its_own_and_a_second_build_changes_nothing(
    versions: list[str],
) -> None:
    marks: tuple[Mark, ...] = ()
    for rows in versions:
        before = {mark.number for mark in marks}
        marks = remarked(prints(rows), marks)
        assert len({mark.number for mark in marks}) == len(marks)
        assert before <= {mark.number for mark in marks}
        assert len([mark for mark in marks if not mark.state]) == len(rows.split())
        assert remarked(prints(rows), marks) == marks
        assert tuple(read_marks(marks_text(marks))) == marks
