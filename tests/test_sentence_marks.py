"""What the script is told of a row's sentences: exact, short, and nothing where it could be wrong."""

import re
from html import unescape
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao import markup
from duizhao.model import Bead, Block, Passage, Span
from duizhao.sentence_marks import sentence_marks
from duizhao.settings import Languages

LANGUAGES = Languages()

Cut: TypeAlias = tuple[str, ...]
"""The sentences of a side as its beads have them, `""` for none, `|` where a block ends."""


def spans(bead: str, blocks: list[str], done: list[int]) -> tuple[Span, ...]:
    """Find the sentences of a bead, each behind the one before; `done`: the block and the place reached so far."""
    found = []
    for sentence in filter(None, bead.split("|")):
        while sentence not in blocks[done[0]][done[1] :]:
            done[:] = [done[0] + 1, 0]
        start = blocks[done[0]].index(sentence, done[1])
        done[1] = start + len(sentence)
        found.append(Span(block=done[0], start=start, end=done[1]))
    return tuple(found)


def marks(zh: Cut, en: Cut, zh_blocks: list[str], en_blocks: list[str]) -> str:
    at_zh, at_en = [0, 0], [0, 0]
    passage = Passage(
        number=1,
        zh=tuple(Block(line=1, text=text) for text in zh_blocks),
        en=tuple(Block(line=1, text=text) for text in en_blocks),
        beads=tuple(
            Bead(zh=spans(one, zh_blocks, at_zh), en=spans(other, en_blocks, at_en))
            for one, other in zip(zh, en, strict=True)
        ),
    )
    return sentence_marks(
        passage,
        [markup.original(text, LANGUAGES).html for text in zh_blocks],
        [markup.translation(text, LANGUAGES).html for text in en_blocks],
    )


ZH = ["丰收。喜报。"]


@pytest.mark.parametrize(
    ("en", "blocks", "expected"),
    [
        # plain, and what HTML escapes or puts a language to
        (("One.", "Two."), ["One. Two."], "DF"),
        (("R & D.", "“A” < B."), ["R & D. “A” < B."], "DH"),
        (("Han 丰收 here.", "Two."), ["Han 丰收 here. Two."], "DN"),
        # several blocks
        (("One.", "Two."), ["One.", "Two."], "DE"),
        (("One.|Two.", "Three."), ["One. Two.", "Three."], "DJ"),
        (("One.|Two.", "Three."), ["One.", "Two. Three."], "DJ"),
        # one side only
        (("One.", ""), ["One."], "DED-."),
        (("", "One."), ["One."], "D-"),
        # a browser counts a character beyond the first plane as two
        (("𠮷 One.", "𠮷."), ["𠮷 One. 𠮷."], "DI"),
        # text that is no sentence's
        (("One.", "Two."), ["(a) One. Two."], "DE+F"),
        (("One.", "Two."), ["One. *** 5 Two. 6"], "DEDH+E."),
        (("One.", "Two."), ["𠮷 One.", "x", "Two."], "DD+EDB+E."),
        # marks of Markdown are gone
        (("*One.*", "Two."), ["*One.* Two."], "DF"),
        (("One.", "**Two** words."), ["One. **Two** words."], "DF"),
        (("*One.*", "*Two.*"), ["*One.* *Two.*"], "DF"),
        (("*One.", "Two.*"), ["*One. Two.*"], "DF"),
        ((r"2 \* 3.", "`a<b`."), [r"2 \* 3. `a<b`."], "DH"),
        (("[Words](https://a.example/).", "Two."), ["[Words](https://a.example/). Two."], "DH"),
        (("- One.", "- Two."), ["- One.\n- Two."], "DE"),
        # uncertain: the full stop could be the address's
        (("[Words](https://a.example/)", ". Two."), ["[Words](https://a.example/). Two."], ""),
        # no order
        (("Two.", ""), ["One. Two."], "DF+ED-."),
    ],
)
def test_pieces_are_counted_in_the_text_as_shown(en: Cut, blocks: list[str], expected: str) -> None:
    assert marks(("丰收。", "喜报。"), en, ZH, blocks) == expected


def test_a_passage_of_one_bead_has_no_marks() -> None:
    assert not marks(("丰收。喜报。",), ("One. Two.",), ZH, ["One. Two."])
    assert not marks((), (), ZH, ["One. Two."])


def test_beads_that_cross_have_no_marks() -> None:
    first, second = Span(block=0, start=0, end=3), Span(block=0, start=3, end=6)
    passage = Passage(
        number=1,
        zh=(Block(line=1, text="丰收。喜报。"),),
        en=(Block(line=1, text="abcdef"),),
        beads=(Bead(zh=(first,), en=(second,)), Bead(zh=(second,), en=(first,))),
    )
    assert not sentence_marks(passage, ["丰收。喜报。"], ["abcdef"])


def test_a_sentence_costs_six_bytes_at_most() -> None:
    zh, en = ("丰" * 80 + "。",) * 20, ("harvest " * 30 + "end.",) * 20
    assert len(marks(zh, en, ["".join(zh)], [" ".join(en)])) / 20 < 6


SENTENCE = st.text(st.sampled_from("ab*_`[](\\ &<𠮷丰"), max_size=9).map(lambda text: f"x{text}.")


def number(digits: str) -> int:
    value = 0
    for digit in digits.lower():
        value = 26 * value + ord(digit) - ord("a")
    return value


@settings(deadline=None)
@given(st.lists(SENTENCE, min_size=2, max_size=4))
def test_pieces_are_found_in_what_is_shown_whatever_markdown_takes_away(en: list[str]) -> None:
    block = " ".join(en)
    written = marks(("丰。",) * len(en), tuple(en), ["丰。" * len(en)], [block])
    shown = unescape(re.sub("<[^>]*>", "", markup.translation(block, LANGUAGES).html))
    if not written:
        assert shown != block
        return
    units = shown.encode("utf-16-le")
    done = 0
    pieces = re.findall(r"(?:([a-z]*[A-Z])\+)?([a-z]*[A-Z])", written)
    for skipped, length in pieces[1::2]:
        start = done + number(skipped or "A")
        done = start + number(length)
        assert units[2 * start : 2 * done].decode("utf-16-le")[0] == "x"
    if written.endswith("."):
        assert 2 * done == len(units)
    else:
        assert units[2 * done :].decode("utf-16-le")[0] == "x"
