"""Inside a passage each sentence is in one bead, in order, beside what says the same."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align import explain, pair, sentences
from duizhao.model import Block, Passage, Span
from tests.align.test_passages import article, blocks


def texts_of(passage: Passage) -> list[tuple[str, str]]:
    return [
        (
            "".join(passage.zh[span.block].text[span.start : span.end] for span in bead.zh),
            " ".join(passage.en[span.block].text[span.start : span.end] for span in bead.en),
        )
        for bead in passage.beads
    ]


def beads(zh: str, en: str) -> list[tuple[str, str]]:
    (passage,) = pair(article(blocks(zh), blocks(en)))
    return texts_of(passage)


def test_sentences_go_side_by_side() -> None:
    assert beads("工人修好了水库。农民种了小麦。", "Workers repaired the reservoir. Peasants planted wheat.") == [
        ("工人修好了水库。", "Workers repaired the reservoir."),
        ("农民种了小麦。", "Peasants planted wheat."),
    ]


def test_one_sentence_may_become_two() -> None:
    zh = "县里的工人用了三个月修好了水库，并且开了一条四十里长的渠道，受到农民的欢迎。"
    en = "Workers in the county took three months to repair the reservoir. A canal 40 li long was welcomed by peasants."
    assert beads(f"{zh}代表们讨论了教育。", f"{en} The representatives discussed education.") == [
        (zh, en),
        ("代表们讨论了教育。", "The representatives discussed education."),
    ]


def test_a_sentence_without_counterpart_stands_alone() -> None:
    found = beads(
        "工人修好了水库和工厂。代表们在会议上讨论了教育和卫生工作。农民种了小麦和棉花。",
        "Workers repaired the reservoir and the factory. Peasants planted wheat and cotton.",
    )
    assert [(bool(zh), bool(en)) for zh, en in found] == [(True, True), (True, False), (True, True)]


def test_the_headline_is_one_bead_with_its_title() -> None:
    zh = [*blocks("水库修好了", "小麦丰收", kind="headline"), *blocks("农民高兴。")]
    (head, body) = pair(article(zh, blocks("Peasants are glad."), title="The Reservoir Is Repaired! Wheat Harvested"))
    assert [(len(bead.zh), len(bead.en), bead.score) for bead in head.beads] == [(2, 2, 1.0)]
    assert len(body.beads) == 1


def test_spans_name_the_block_of_the_passage() -> None:
    zh = [*blocks("水库", kind="headline"), *blocks("农民高兴。", "工人高兴。")]
    passages = pair(article(zh, blocks("Peasants are glad.", "Workers are glad."), title="Reservoir"))
    assert [bead.zh for passage in passages for bead in passage.beads] == [
        (Span(block=0, start=0, end=2),),
        (Span(block=0, start=0, end=5),),
        (Span(block=0, start=0, end=5),),
    ]


def test_a_repeated_original_is_cut_as_well_and_stands_alone() -> None:
    zh = blocks("农民高兴。工人高兴。")
    en = blocks("农民高兴。工人高兴。", "Peasants are glad. Workers are glad.")
    assert [(len(bead.zh), len(bead.en)) for passage in pair(article(zh, en)) for bead in passage.beads] == [
        *[(0, 1), (0, 1)],
        *[(1, 1), (1, 1)],
    ]


def test_an_explanation_names_what_both_sides_share() -> None:
    zh = [*blocks("水库", kind="headline"), *blocks("一九五四年农民种了小麦！")]
    head, body = explain(article(zh, blocks("In 1954 peasants planted wheat!"), title="Reservoir"))
    assert (head.passage, head.zh, head.en, head.score) == (1, "水库", "Reservoir", 1.0)
    assert (body.passage, body.found, body.expected) == (2, 31, 44)
    assert body.shared[:2] == ("!", "1954")
    assert {"农民", "小麦"} <= set(body.shared)
    assert body.score == body.passage_score


texts = st.one_of(
    st.text(alphabet="人民日报一二三十百五，。！ \n", min_size=1, max_size=60),
    st.text(alphabet="abc de 1,2.?! A", min_size=1, max_size=200),
    st.sampled_from(
        ["农民种了小麦。", "Peasants planted wheat.", "二十三日", "December 23rd. Xinhua", "……", "Title", "标题"]
    ),
)
kinds = st.sampled_from(["headline", "text", "text", "text", "heading", "signature"])
sides = st.lists(st.builds(Block, line=st.integers(1, 99), text=texts, kind=kinds), max_size=7)
heads = st.sampled_from([None, "Title. One", "标题"])


@given(sides, sides, heads, heads)
@settings(deadline=None, max_examples=200)
def test_every_sentence_is_in_one_bead_and_in_order(
    zh: list[Block], en: list[Block], title: str | None, headline: str | None
) -> None:
    whole = article(zh, en, title, headline)
    for passage in pair(whole):
        assert [span for bead in passage.beads for span in bead.zh] == [
            Span(block=at, start=start, end=end)
            for at, block in enumerate(passage.zh)
            for start, end in sentences(block.text, "zh")
        ]
        assert [span for bead in passage.beads for span in bead.en] == [
            Span(block=at, start=start, end=end)
            for at, block in enumerate(passage.en)
            for start, end in sentences(block.text, "en")
        ]
        assert all((bead.zh or bead.en) and 0 <= bead.score <= 1 for bead in passage.beads)
    assert len(explain(whole)) == sum(len(passage.beads) for passage in pair(whole))


PLAIN = article(
    blocks("工人修好了水库。农民种了小麦。", "代表们讨论了教育。", "学校开学了。"),
    blocks("Workers repaired the reservoir. Peasants planted wheat.", "The representatives discussed education. So."),
)


@pytest.mark.parametrize("is_first", [True, False])
def test_an_equal_paragraph_on_both_sides_changes_nothing_else(is_first: bool) -> None:  # noqa: FBT001 - pytest fills it
    zh, en = blocks("一九五四年十二月二十三日于北京。"), blocks("Beijing, December 23, 1954.")
    longer = replace(
        PLAIN,
        zh=(*zh, *PLAIN.zh) if is_first else (*PLAIN.zh, *zh),
        en=(*en, *PLAIN.en) if is_first else (*PLAIN.en, *en),
    )
    found = [texts_of(passage) for passage in pair(longer)]
    added = found.pop(0 if is_first else -1)
    assert added == [(zh[0].text, en[0].text)]
    assert found == [texts_of(passage) for passage in pair(PLAIN)]


def test_the_result_is_the_same_in_every_process() -> None:
    script = (
        "from tests.align.test_inside import PLAIN; from duizhao.align import explain, pair; "
        "print(pair(PLAIN), explain(PLAIN))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
