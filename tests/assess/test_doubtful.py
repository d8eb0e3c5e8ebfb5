"""What stands alone is doubtful where there is room for it beside what stands next to it."""

import pytest

from duizhao.assess.doubtful import doubtful
from duizhao.model import Bead, Block, Passage, Span

# Letters of a translation to a Han character, as in most articles.
RATIO = 3.7


def passage(number: int, *beads: tuple[int, int], is_pinned: bool = False) -> Passage:
    """Make a passage of one paragraph of sentences, so many Han characters and so many letters long; 0 is none."""
    sides = []
    for side, letter in enumerate("农x"):
        text = "".join(letter * bead[side] for bead in beads)
        sides.append((Block(line=number, text=text),) if text else ())
    ends, spans = [0, 0], []
    for bead in beads:
        starts, ends = ends, [end + length for end, length in zip(ends, bead, strict=True)]
        spans.append([(Span(block=0, start=s, end=e),) if e > s else () for s, e in zip(starts, ends, strict=True)])
    zh, en = sides
    return Passage(number=number, zh=zh, en=en, beads=tuple(Bead(zh=z, en=e) for z, e in spans), is_pinned=is_pinned)


def sentences(*beads: tuple[int, int]) -> set[int]:
    """Say which sentences of a passage between two plain ones are doubtful."""
    rows = [passage(1, (100, 370)), passage(2, *beads), passage(3, (100, 370))]
    return {number for at, number in doubtful(rows).sentences if at == 2}


@pytest.mark.parametrize(
    ("reason", "beads", "which"),
    [
        ("the rest of a long sentence", [(60, 150), (0, 60)], {2}),
        ("the beginning of the next", [(30, 111), (0, 50), (60, 160)], {2}),
        ("two in a row have to fit together", [(60, 150), (0, 60), (0, 60)], {2, 3}),
        ("of a sentence that says the next as well", [(30, 200), (20, 0)], {2}),
        ("what is nearest of a row that is too long", [(60, 150), (0, 60), (0, 200)], {2}),
        ("both alone beside each other", [(30, 111), (20, 0), (0, 80), (30, 111)], {2, 3}),
        ("both alone, not beside each other", [(60, 222), (40, 0), (60, 222), (0, 150)], {2, 4}),
        ("in another order, in a wordy passage", [(0, 99), (25, 120), (20, 90), (25, 120), (21, 0)], {1, 5}),
        (
            "many paired badly",
            [(40, 80), (50, 0), (40, 200), (60, 0), (20, 30), (0, 150), (0, 100), (0, 240)],
            {2, 4, 6, 7, 8},
        ),
        ("too little to be what stands beside it", [(30, 111), (20, 0), (0, 300), (30, 111)], {2}),
        ("a little alone beside what is left out", [(30, 111), (60, 0), (30, 111), (0, 60)], {4}),
        ("telegrams become long", [(60, 333), (30, 120), (0, 60)], {3}),
        ("a terse translation", [(60, 180), (60, 180), (12, 0)], {3}),
    ],
)
def test_this_may_belong_beside(reason: str, beads: list[tuple[int, int]], which: set[int]) -> None:
    assert sentences(*beads) == which, reason


@pytest.mark.parametrize(
    ("reason", "beads"),
    [
        ("an addition as long as its neighbours", [(30, 111), (0, 100), (30, 111)]),
        ("a row that is too long together", [(60, 220), (0, 120), (0, 120)]),
        ("a sentence left out", [(30, 111), (30, 0), (30, 111)]),
        ("nothing alone", [(30, 111), (30, 140)]),
    ],
)
def test_this_stands_alone_for_sure(reason: str, beads: list[tuple[int, int]]) -> None:
    assert sentences(*beads) == set(), reason


def test_a_paragraph_that_runs_on_from_the_one_before_is_doubtful() -> None:
    rows = [passage(1, (40, 100), (0, 90)), passage(2, (25, 0)), passage(3, (100, 370))]
    assert doubtful(rows).passages == {2}


@pytest.mark.parametrize(
    ("reason", "rows", "which"),
    [
        ("a salutation", [passage(1, (60, 150)), passage(2, (0, 60))], {2}),
        ("long, and the paragraph before is short of as much", [passage(1, (100, 200)), passage(2, (0, 170))], {2}),
        ("the paragraph before has as much too much", [passage(1, (60, 330)), passage(2, (30, 0))], {2}),
        ("a long addition", [passage(1, (100, 370)), passage(2, (0, 370)), passage(3, (100, 370))], set()),
        ("a paragraph left out", [passage(1, (100, 370)), passage(2, (30, 0)), passage(3, (100, 370))], set()),
        ("pinned by an editor", [passage(1, (60, 150)), passage(2, (0, 60), is_pinned=True)], set()),
    ],
)
def test_paragraphs_are_asked_the_same(reason: str, rows: list[Passage], which: set[int]) -> None:
    assert doubtful([*rows, passage(9, (200, round(200 * RATIO)))]).passages == which, reason


@pytest.mark.parametrize(("number", "is_doubtful"), [(2, False), (3, True)])
def test_several_paragraphs_alone_on_both_sides_are_paired_badly(number: int, *, is_doubtful: bool) -> None:
    lone = [(40, 0)] * number + [(0, 150)] * number
    rows = [passage(at, bead) for at, bead in enumerate(bead for one in lone for bead in ((100, 370), one))]
    assert bool(doubtful(rows).passages) is is_doubtful


def test_the_original_repeated_is_never_doubtful() -> None:
    repeated = Passage(number=2, zh=(), en=(Block(line=2, text="农" * 40),))
    assert doubtful([passage(1, (60, 150)), repeated]).passages == frozenset()


def test_of_nothing_nothing_is_doubtful() -> None:
    found = doubtful([])
    assert not found.passages
    assert not found.sentences
