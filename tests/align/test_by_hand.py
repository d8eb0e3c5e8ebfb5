"""What an editor corrects holds, for passages and for sentences, and changes nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align import explain, pair, sentences, sides
from duizhao.model import Article, Block, Corrections, Passage, Place, Placed
from duizhao.text import Side
from tests.align.test_inside import texts_of
from tests.align.test_passages import article, blocks, rows

Named: TypeAlias = int | tuple[int, int]
"""A block by its number; or a sentence by that of its block and its first character."""

FIRST, SECOND = "工人修好了水库。", "农民种了小麦。"
WORKERS, PEASANTS = "Workers repaired the reservoir.", "Peasants planted wheat."
EDUCATION, SCHOOL = "Education was discussed.", "The school opened."

ZH = blocks(FIRST + SECOND, "代表们讨论了教育。", "学校开学了。")
EN = blocks(f"{WORKERS} {PEASANTS}", EDUCATION, SCHOOL)


def said(zh: Iterable[Named] = (), en: Iterable[Named] = ()) -> Placed:
    return Placed(path="a.md", line=1, zh=tuple(map(place, zh)), en=tuple(map(place, en)))


def place(named: Named) -> Place:
    return Place(block=named) if isinstance(named, int) else Place(block=named[0], start=named[1])


def corrected(
    corrections: Corrections, zh: list[Block] = ZH, en: list[Block] = EN, title: str | None = None
) -> tuple[Passage, ...]:
    return pair(replace(article(zh, en, title=title), corrections=corrections))


def shapes(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    return [(len(passage.zh), len(passage.en)) for passage in passages]


@pytest.mark.parametrize(
    ("corrections", "found", "pinned"),
    [
        (Corrections(), [(1, 1), (1, 1), (1, 1)], []),
        (Corrections(pairs=(said([0], [1]),)), [(0, 1), (1, 1), (1, 0), (1, 1)], [2]),
        (Corrections(pairs=(said([0, 1], [0]),)), [(2, 1), (0, 1), (1, 1)], [1]),
        (Corrections(pairs=(said([0, 1, 2], [1]),)), [(0, 1), (3, 1), (0, 1)], [2]),
        (Corrections(pairs=(said([0], [0]), said([2], [2]))), [(1, 1), (1, 1), (1, 1)], [1, 3]),
        (Corrections(parted=(said([1], [1]),)), [(1, 1), (0, 1), (1, 0), (1, 1)], []),
        (Corrections(alone=(said([2]),)), [(1, 1), (1, 1), (0, 1), (1, 0)], [4]),
        (Corrections(alone=(said([2]), said([], [2]))), [(1, 1), (1, 1), (0, 1), (1, 0)], [3, 4]),
    ],
    ids=["none", "another partner", "two to one", "three to one", "two pins", "parted", "not translated", "added"],
)
def test_paragraphs_stand_as_the_editor_says(
    corrections: Corrections, found: list[tuple[int, int]], pinned: list[int]
) -> None:
    passages = corrected(corrections)
    assert shapes(passages) == found
    assert [passage.number for passage in passages if passage.is_pinned] == pinned
    assert all(passage.score == 1 for passage in passages if passage.is_pinned)


@pytest.mark.parametrize(
    ("corrections", "found", "pinned"),
    [
        (Corrections(), [(FIRST, WORKERS), (SECOND, PEASANTS)], []),
        (Corrections(pairs=(said([(0, 8)], [(0, 0)]),)), [(FIRST, ""), (SECOND, WORKERS), ("", PEASANTS)], [1]),
        (Corrections(pairs=(said([(0, 0), (0, 8)], [(0, 0)]),)), [(FIRST + SECOND, WORKERS), ("", PEASANTS)], [0]),
        (Corrections(parted=(said([(0, 0)], [(0, 0)]),)), [("", WORKERS), (FIRST, ""), (SECOND, PEASANTS)], []),
        (Corrections(alone=(said([(0, 0)]),)), [("", WORKERS), (FIRST, ""), (SECOND, PEASANTS)], [1]),
    ],
    ids=["none", "another partner", "two to one", "parted", "not translated"],
)
def test_sentences_stand_as_the_editor_says(
    corrections: Corrections, found: list[tuple[str, str]], pinned: list[int]
) -> None:
    passage = corrected(corrections)[0]
    assert texts_of(passage) == found
    assert [at for at, bead in enumerate(passage.beads) if bead.is_pinned] == pinned
    assert all(passage.beads[at].score == 1 for at in pinned)
    assert not passage.is_pinned


def test_paragraphs_whose_sentences_are_paired_are_one_passage() -> None:
    passages = corrected(Corrections(pairs=(said([(0, 8)], [(1, 0)]),)))
    assert shapes(passages) == [(2, 2), (1, 1)]
    assert (SECOND, EDUCATION) in texts_of(passages[0])


def test_the_only_sentences_of_two_paragraphs_can_be_parted() -> None:
    passages = corrected(Corrections(parted=(said([(1, 0)], [(1, 0)]),)))
    assert all(not (bead.zh and bead.en) for bead in passages[1].beads)


HEAD = [*blocks("水库修好了", "小麦丰收", kind="headline"), *ZH]
TITLED = [*blocks("Xinhua News Agency", "The Reservoir Is Repaired"), *EN]
TITLE = "The Reservoir Is Repaired"


@pytest.mark.parametrize(
    ("corrections", "head"),
    [
        (Corrections(), [(2, 3), (1, 1)]),
        (Corrections(pairs=(said([0, 1], [0, 1, 2]),)), [(2, 3), (1, 1)]),
        (Corrections(alone=(said([], [1]),)), [(1, 1), (0, 1), (1, 1), (1, 1)]),
        (Corrections(parted=(said([1], [0, 1, 2]),)), [(0, 1), (0, 1), (1, 1), (1, 0), (1, 1)]),
        (Corrections(pairs=(said([0, 1], [0]),)), [(2, 1), (0, 1), (0, 1), (1, 1)]),
        (Corrections(parted=(said([3], [1]),)), [(2, 3), (1, 1)]),
    ],
    ids=["none", "as it is", "agency added", "a line parted", "title alone", "nothing of the head"],
)
def test_a_head_is_one_passage_unless_a_correction_forbids_it(
    corrections: Corrections, head: list[tuple[int, int]]
) -> None:
    passages = corrected(corrections, HEAD, TITLED, TITLE)
    assert shapes(passages)[: len(head)] == head
    assert passages[0].is_pinned == bool(corrections.pairs)


def test_sentences_of_a_head_can_be_paired() -> None:
    title = "The Reservoir Is Repaired! Wheat Harvested"
    [head, *_] = corrected(Corrections(pairs=(said([(0, 0)], [(0, 0)]),)), HEAD, EN, title)
    assert texts_of(head) == [("水库修好了", "The Reservoir Is Repaired!"), ("小麦丰收", "Wheat Harvested")]


def test_an_original_that_is_repeated_stays_where_it_stands() -> None:
    en = [EN[0], *blocks(FIRST), *EN[1:]]
    passages = corrected(Corrections(pairs=(said([0, 1], [2]),)), ZH, en)
    assert shapes(passages) == [(0, 1), (0, 1), (2, 1), (1, 1)]
    assert rows(passages)[1] == ([], [FIRST])


def test_what_is_pinned_is_told() -> None:
    told = explain(replace(article(ZH, EN), corrections=Corrections(pairs=(said([1], [1]), said([(0, 8)], [(0, 32)])))))
    assert [(one.passage_is_pinned, one.is_pinned) for one in told] == [
        *[(False, False), (False, True)],
        *[(True, False), (False, False)],
    ]


originals = st.lists(st.text(alphabet="人民日报一二三五，。！", min_size=1, max_size=30), max_size=9)
translations = st.lists(st.text(alphabet="abc de 1,2.?! A", min_size=1, max_size=90), max_size=9)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    zh, en = blocks(*draw(originals)), blocks(*filter(str.strip, draw(translations)))
    title, headline = draw(st.sampled_from([None, "Title. One"])), draw(st.sampled_from([None, "标题"]))
    return article(zh, en, title, headline)


@st.composite
def in_order(draw: st.DrawFn, left: Sequence[Place], right: Sequence[Place]) -> tuple[Placed, ...]:
    """Pairs of places that follow each other, in order on both sides."""
    found: list[Placed] = []
    i = j = 0
    while True:
        i, j = i + draw(st.integers(0, 3)), j + draw(st.integers(0, 3))
        a, b = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        if i + a > len(left) or j + b > len(right):
            return tuple(found)
        found.append(Placed(path="a.md", line=1, zh=tuple(left[i : i + a]), en=tuple(right[j : j + b])))
        i, j = i + a, j + b


def sentences_of(side: Sequence[Block], language: Side) -> list[Place]:
    spans = ((at, start) for at, block in enumerate(side) for start, _ in sentences(block.text, language))
    return [Place(block=at, start=start) for at, start in spans]


def named_of(passages: Sequence[Passage]) -> tuple[list[Placed], list[Placed]]:
    """Passages, and all their beads, as corrections name them."""
    whole, beads = [], []
    zh = en = 0
    for passage in passages:
        whole.append(said(range(zh, zh + len(passage.zh)), range(en, en + len(passage.en))))
        for bead in passage.beads:
            left, right = [(zh + span.block, span.start) for span in bead.zh], list(bead.en)
            beads.append(said(left, [(en + span.block, span.start) for span in right]))
        zh, en = zh + len(passage.zh), en + len(passage.en)
    return whole, beads


@given(articles(), st.data())
@settings(deadline=None, max_examples=200)
def test_pins_that_are_in_order_hold_and_nothing_is_lost(whole: Article, data: st.DataObject) -> None:
    zh, en = sides(whole)
    pins = data.draw(in_order(list(map(place, range(len(zh)))), list(map(place, range(len(en))))))
    passages = pair(replace(whole, corrections=Corrections(pairs=pins)))
    assert set(pins) <= set(named_of(passages)[0])
    assert tuple(block for passage in passages for block in passage.zh) == zh
    assert tuple(block for passage in passages for block in passage.en) == en


@given(articles(), st.data())
@settings(deadline=None, max_examples=200)
def test_pins_of_sentences_that_are_in_order_hold_and_nothing_is_lost(whole: Article, data: st.DataObject) -> None:
    zh, en = sides(whole)
    pins = data.draw(in_order(sentences_of(zh, "zh"), sentences_of(en, "en")))
    _, found = named_of(pair(replace(whole, corrections=Corrections(pairs=pins))))
    assert set(pins) <= set(found)
    assert [one for bead in found for one in bead.zh] == sentences_of(zh, "zh")
    assert [one for bead in found for one in bead.en] == sentences_of(en, "en")


def uncertain(passages: Sequence[Passage]) -> list[Passage]:
    """Passages without what pins change: scores, and the mark that they are pinned."""
    unscored = ([replace(bead, score=0.0, is_pinned=False) for bead in passage.beads] for passage in passages)
    return [
        replace(passage, score=0.0, is_pinned=False, beads=tuple(beads))
        for passage, beads in zip(passages, unscored, strict=True)
    ]


@given(articles(), st.data())
@settings(deadline=None, max_examples=300)
def test_a_correction_of_what_is_so_anyway_changes_nothing(whole: Article, data: st.DataObject) -> None:
    passages = pair(whole)
    found, beads = named_of(passages)
    kept = [row for row in (*found, *beads) if data.draw(st.booleans())]
    corrections = Corrections(
        pairs=tuple(row for row in kept if row.zh and row.en),
        alone=tuple(row for row in kept if not (row.zh and row.en)),
        parted=tuple(replace(one, en=other.en) for one, other in pairwise(found) if data.draw(st.booleans())),
    )
    assert uncertain(pair(replace(whole, corrections=corrections))) == uncertain(passages)
