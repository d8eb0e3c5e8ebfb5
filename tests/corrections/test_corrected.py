"""An article with its corrections: what they name, what contradicts, and that they outlast changes elsewhere."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align import pair
from duizhao.articles import read_article
from duizhao.corrections import corrected
from duizhao.model import Article, Bilingual, Correction, CorrectionKind, Passage, Place
from tests.align.test_passages import article, blocks, rows

ZH = ["柳村办了夜校。学员四十六人。", "教员很年轻。她也教儿童。", "村里还要办图书室。"]
EN = ["Willow Village has a night school. It has 46 pupils.", "The teacher is young.", "A reading room is planned."]


def row(kind: CorrectionKind, zh: Sequence[str] = (), en: Sequence[str] = (), line: int = 1) -> Correction:
    return Correction(kind=kind, path="a.md.corrections.yaml", line=line, zh=tuple(zh), en=tuple(en))


def read(*written: Correction, zh: Sequence[str] = ZH, en: Sequence[str] = EN) -> Article:
    return corrected(article(blocks(*zh), blocks(*en)), written)


def messages(found: Article) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in found.problems if problem.code == "corrections-clash"]


def test_quotes_that_begin_paragraphs_name_paragraphs() -> None:
    [pin] = read(row("pair", ["教员", "柳村"], ["The teacher"])).corrections.pairs
    assert (pin.zh, pin.en) == ((Place(block=0), Place(block=1)), (Place(block=1),))
    assert not pin.is_of_sentences


def test_beside_a_sentence_a_paragraph_means_its_first_sentence() -> None:
    [pin] = read(row("pair", ["她也教"], ["The teacher"])).corrections.pairs
    assert (pin.zh, pin.en) == ((Place(block=1, start=6),), (Place(block=1, start=0),))
    assert pin.is_of_sentences


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (row("pair", ["教员"], ["Willow"], 2), "this contradicts line 1"),
        (row("pair", ["柳村", "教员"], ["The teacher"], 2), "this contradicts line 1"),
        (row("part", ["柳村"], ["A reading", "The teacher"], 2), "this contradicts line 1"),
        (row("alone", ["柳村"], [], 2), "this contradicts line 1"),
        (row("pair", ["学员"], ["It has"], 2), "this contradicts line 1"),
        (row("pair", ["教员", "村里", "柳村"], ["A reading", "Willow"], 2), "do not follow each other"),
    ],
    ids=["crossing", "in two pins", "pinned and parted", "pinned and alone", "sentences elsewhere", "scattered"],
)
def test_what_contradicts_is_told_and_passed_over(second: Correction, said: str) -> None:
    first, last = row("pair", ["柳村"], ["The teacher"]), row("pair", ["村里"], ["A reading"], 3)
    found = read(first, second, last)
    assert [(line, said in message) for line, message in messages(found)] == [(2, True)]
    assert [pin.line for pin in found.corrections.pairs] == [1, 3]
    assert (found.corrections.parted, found.corrections.alone) == ((), ())


def test_what_several_corrections_contradict_together_is_told() -> None:
    links = [
        row("pair", ["柳村办了夜校"], ["Willow Village has a night school"]),
        row("pair", ["学员"], ["A reading"], 2),
    ]
    found = read(*links, row("alone", [], ["The teacher"], 3))
    assert messages(found) == [(3, "this and the corrections above it contradict each other")]


def test_a_repeated_original_cannot_be_paired() -> None:
    found = read(row("pair", ["教员"], ["教员很年轻"]), row("alone", [], ["教员"], 2), en=[EN[0], ZH[1], *EN[1:]])
    assert messages(found) == [(1, "the translation repeats the original here; such lines stand alone")]


def test_the_same_twice_and_sentences_within_a_pin_are_no_contradiction() -> None:
    pin = row("pair", ["柳村"], ["Willow"])
    found = read(
        pin, pin, row("pair", ["学员"], ["It has"]), row("part", ["学员"], ["Willow Village has a night school"])
    )
    assert found.problems == ()
    assert len(found.corrections.pairs) == 3


BOTH = """\
---
title: Night School
date: 1953-07-06
page: 2
corrections:
  pair:
    - zh: 柳村
      en: The teacher
    - zh: 村里
      en: nothing of this
---
{}

<hr />

Original:

{}
"""


def test_front_matter_and_the_file_beside_it_both_count(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BOTH.format("\n\n".join(EN), "\n".join(ZH)), encoding="utf-8")
    beside = "part:\n- {zh: 村里, en: A reading}\npair:\n- {zh: 柳村, en: Willow}\naccept:\n- notice: text-cut\n"
    (tmp_path / "a.md.corrections.yaml").write_text(beside, encoding="utf-8")
    found = read_article(tmp_path, "a.md", 9_999)
    assert isinstance(found, Article)
    assert (found.headline, found.page) == (Bilingual(en="Night School"), 2)
    assert [(one.path, one.line, one.code) for one in found.problems] == [
        ("a.md", 9, "corrections-quote"),
        ("a.md.corrections.yaml", 4, "corrections-clash"),
    ]
    assert found.problems[1].message == "this contradicts line 7 of a.md"
    [accepted] = found.corrections.accepted
    assert (accepted.notice, accepted.path, accepted.line) == ("text-cut", "a.md.corrections.yaml", 6)
    assert found.corrections.parted[0].line == 2


def test_an_article_without_corrections_is_left_as_it_is() -> None:
    plain = article(blocks(*ZH), blocks(*EN))
    assert corrected(plain, ()) is plain


NUMBERS = "零一二三四五六七八九"
names = st.lists(st.integers(0, 9), min_size=2, max_size=6, unique=True)


def chinese(name: int) -> str:
    return f"第{NUMBERS[name]}队收了小麦。大家很高兴。"


def english(name: int) -> str:
    return f"Team No. {name} brought in its wheat. All were glad."


def held(passages: tuple[Passage, ...], pinned: int) -> list[tuple[list[str], list[str]]]:
    return [one for one in rows(passages) if chinese(pinned) in one[0]]


@given(names, names, names, names, st.sampled_from(["pair", "alone"]))
@settings(deadline=None)
def test_a_correction_outlasts_changes_of_other_paragraphs(
    zh: list[int], en: list[int], new_zh: list[int], new_en: list[int], kind: CorrectionKind
) -> None:
    pinned, partner = zh[0], en[-1]
    written = row(kind, [chinese(pinned)[:4]], [english(partner)[:10]] if kind == "pair" else [])
    expected = [([chinese(pinned)], [english(partner)] if kind == "pair" else [])]
    for left, right in ((zh, en), (new_zh, en), (zh, new_en), (new_zh, new_en)):
        left_texts = [chinese(name) for name in dict.fromkeys([*left[1:], pinned, *left[:1]])]
        right_texts = [english(name) for name in dict.fromkeys([partner, *right])]
        found = read(written, zh=left_texts, en=right_texts)
        assert found.problems == ()
        assert held(pair(found), pinned) == expected
