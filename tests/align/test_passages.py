"""An article's blocks become passages: all of them, in order, each with what says the same."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align import pair
from duizhao.align.lexicon import stem
from duizhao.align.vocabulary import lexicon
from duizhao.model import Article, Bilingual, Block, BlockKind, Passage

LOREM = "The peasants of the whole county brought in the harvest early and sold their grain to the state. "


def article(zh: list[Block], en: list[Block], title: str | None = None, headline: str | None = None) -> Article:
    return Article(
        source="a.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(zh=headline, en=title),
        author=Bilingual(),
        column=Bilingual(),
        zh=tuple(zh),
        en=tuple(en),
    )


def blocks(*texts: str, kind: BlockKind = "text") -> list[Block]:
    return [Block(line=line, text=text, kind=kind) for line, text in enumerate(texts, 1)]


def rows(passages: tuple[Passage, ...]) -> list[tuple[list[str], list[str]]]:
    return [([block.text for block in p.zh], [block.text for block in p.en]) for p in passages]


def han(length: int) -> str:
    return ("全县农民早已把粮食收好卖给国家" * 40)[:length]


def english(length: int) -> str:
    return (LOREM * 40)[: length - 1] + "."


def test_the_title_goes_with_the_lines_of_the_headline() -> None:
    zh = [*blocks("各地创造办社条件", "明春发展到六十万", kind="headline"), *blocks(han(50), han(80))]
    en = blocks(english(190), english(310))
    found = pair(article(zh, en, title="Cooperatives", headline="各地创造办社条件　明春发展到六十万"))
    assert rows(found)[0] == (["各地创造办社条件", "明春发展到六十万"], ["Cooperatives"])
    assert [(len(p.zh), len(p.en)) for p in found] == [(2, 1), (1, 1), (1, 1)]
    assert [p.number for p in found] == [1, 2, 3]
    assert found[0].score == 1


def test_a_headline_that_the_text_does_not_repeat_stands_first_all_the_same() -> None:
    found = pair(article(blocks(han(50)), blocks(english(190)), title="Pictures", headline="图片"))
    assert rows(found) == [(["图片"], ["Pictures"]), ([han(50)], [english(190)])]
    assert found[0].zh[0].kind == found[0].en[0].kind == "title"


def test_a_title_repeated_below_the_agency_belongs_to_the_head() -> None:
    zh = [*blocks("大量水果运到首都", kind="headline"), *blocks(han(60))]
    en = blocks("Xinhua News Agency", "Fruit Arrives in the Capital", english(230))
    found = pair(article(zh, en, title="Much Fruit Arrives in the Capital"))
    assert [(len(p.zh), len(p.en)) for p in found] == [(1, 3), (1, 1)]


def test_a_line_that_shares_two_words_with_the_title_is_no_repetition() -> None:
    zh = [*blocks("割麦歌（三首）", kind="headline"), *blocks("割麦，割麦，", han(20))]
    en = blocks("Cutting wheat, cutting wheat,", english(75))
    found = pair(article(zh, en, title="Songs of Cutting Wheat (Three Poems)"))
    assert [(len(p.zh), len(p.en)) for p in found] == [(1, 1)] * 3


def test_a_repeated_original_stands_alone_in_its_place() -> None:
    zh = blocks(han(60), han(90))
    en = blocks(han(60), english(225), han(90), english(335), han(10))
    found = pair(article(zh, en))
    assert rows(found) == [
        ([], [han(60)]),
        ([han(60)], [english(225)]),
        ([], [han(90)]),
        ([han(90)], [english(335)]),
        ([], [han(10)]),
    ]
    assert all(p.score == 1 for p in found if not p.zh)


def test_a_translation_that_breaks_off_leaves_the_rest_alone() -> None:
    zh = blocks(*(han(length) for length in (60, 90, 75, 80, 120, 60)))
    found = pair(article(zh, blocks(english(225), LOREM[:40].strip())))
    assert [(len(p.zh), len(p.en)) for p in found] == [(1, 1), (1, 1), (1, 0), (1, 0), (1, 0), (1, 0)]
    assert all(p.score == 1 for p in found[2:])


def test_a_block_without_counterpart_is_a_guess() -> None:
    zh = blocks(han(60), han(200), han(60), han(120))
    found = pair(article(zh, blocks(english(225), english(225), english(440))))
    assert [(len(p.zh), len(p.en)) for p in found] == [(1, 1), (1, 0), (1, 1), (1, 1)]
    assert found[1].score == 0.5


def test_a_block_that_lost_most_of_its_translation_keeps_the_rest() -> None:
    zh = blocks(han(60), han(240) + "。农民高兴。", han(90))
    found = pair(article(zh, blocks(english(225), "Peasants are glad.", english(335))))
    assert [(len(p.zh), len(p.en)) for p in found] == [(1, 1)] * 3
    assert [(len(bead.zh), len(bead.en)) for bead in found[1].beads] == [(1, 0), (1, 1)]


def test_a_list_run_together_goes_with_its_lines() -> None:
    zh = [*blocks("名单", kind="headline"), *blocks(han(140)), *blocks("筹委会", kind="signature")]
    en = [*blocks("Head", *(english(75) for _ in range(7))), *blocks("The Committee", kind="signature")]
    found = pair(article(zh, en, title="Head"))
    assert [(len(p.zh), len(p.en)) for p in found] == [(1, 2), (1, 7), (1, 1)]


def test_numbers_and_marks_hold_short_lines_in_place() -> None:
    zh = blocks("产量一千二百七十九斤", "还要办社吗？", "增加百分之八点四")
    en = blocks("The output was 1,279 jin.", "Output rose by 8.4 percent.")
    assert [(len(p.zh), len(p.en)) for p in pair(article(zh, en))] == [(1, 1), (1, 0), (1, 1)]


@pytest.mark.parametrize("is_chinese", [True, False])
def test_one_language_alone_is_a_passage_a_block(is_chinese: bool) -> None:  # noqa: FBT001 - pytest fills it
    texts = blocks("一", "二") if is_chinese else blocks("One.", "Two.")
    found = pair(article(texts, []) if is_chinese else article([], texts))
    assert [p.zh + p.en for p in found] == [(block,) for block in texts]
    assert all(p.score == 1 for p in found)


def test_an_article_of_nothing_has_no_passages() -> None:
    assert pair(article([], [])) == ()


texts = st.one_of(
    st.text(alphabet="人民日报一二三十百五，。 \n", min_size=1, max_size=60),
    st.text(alphabet="abc de 1,2.?!", min_size=1, max_size=200),
    st.sampled_from([LOREM, "二十三日", "December 23rd", "……", "Title", "标题"]),
)
kinds = st.sampled_from(["headline", "text", "text", "text", "heading", "signature"])
sides = st.lists(st.builds(Block, line=st.integers(1, 99), text=texts, kind=kinds, gap=st.booleans()), max_size=12)
heads = st.sampled_from([None, "Title", "标题"])


@given(sides, sides, heads, heads)
@settings(deadline=None, max_examples=200)
def test_every_block_is_in_one_passage_and_in_order(
    zh: list[Block], en: list[Block], title: str | None, headline: str | None
) -> None:
    whole = article(zh, en, title, headline)
    found = pair(whole)
    assert [block for p in found for block in p.zh if block.kind != "title"] == zh
    assert [block for p in found for block in p.en if block.kind != "title"] == en
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    assert all((p.zh or p.en) and 0 <= p.score <= 1 for p in found)
    assert pair(whole) == found


archives = st.lists(st.builds(article, sides, sides, heads, heads), min_size=2, max_size=4)


@given(archives, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=20)
def test_articles_are_paired_the_same_in_whatever_order(archive: list[Article], chance: Random) -> None:
    alone = [pair_afresh(one) for one in archive]
    order = chance.sample(range(len(archive)), len(archive))
    assert {at: pair(archive[at]) for at in order} == dict(enumerate(alone))


def pair_afresh(one: Article) -> tuple[Passage, ...]:
    """Pair an article as if it were the first."""
    lexicon.cache_clear()
    stem.cache_clear()
    return pair(one)
