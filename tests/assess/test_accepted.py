"""What an editor has accepted is said no more: there, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from duizhao.align import pair
from duizhao.assess import notices, open_problems
from duizhao.corrections import corrected
from duizhao.model import Correction
from duizhao.problems import problem
from tests.assess.articles import EN, ZH, parsed, source

JOINED = ["".join(ZH[:3]), *ZH[3:]]
LACKING = [" ".join([EN[0], EN[2]]), EN[4]]
"""Of the joined article, the second sentence and the second paragraph are not translated."""


def left(*accepted: Correction) -> list[tuple[str, int, int]]:
    article = corrected(parsed(source(JOINED, LACKING)), accepted)
    assert article.problems == ()
    return [(one.code, one.passage, one.sentence) for one in notices(article, pair(article))]


def accept(notice: str, zh: Sequence[str] = (), en: Sequence[str] = ()) -> Correction:
    return Correction(kind="accept", path="a.md.corrections.yaml", line=2, zh=tuple(zh), en=tuple(en), notice=notice)


SENTENCE, PARAGRAPH = ("text-untranslated", 2, 2), ("text-untranslated", 3, 0)


@pytest.mark.parametrize(
    ("accepted", "open_ones"),
    [
        ([], [SENTENCE, PARAGRAPH]),
        ([accept("text-untranslated")], []),
        ([accept("text-added")], [SENTENCE, PARAGRAPH]),
        ([accept("text-untranslated", [ZH[1][:6]])], [PARAGRAPH]),
        ([accept("text-untranslated", [ZH[0][:6]])], [PARAGRAPH]),
        ([accept("text-untranslated", [ZH[0]])], [SENTENCE, PARAGRAPH]),
        ([accept("text-untranslated", [ZH[3][:6]])], [SENTENCE]),
        ([accept("text-untranslated", [], [EN[0][:20]])], [SENTENCE, PARAGRAPH]),
        ([accept("text-untranslated", [ZH[1][:6], ZH[3][:6]])], []),
    ],
    ids=["none", "everywhere", "another", "sentence", "its block", "next to it", "paragraph", "other side", "both"],
)
def test_a_notice_is_accepted_where_its_text_is_named(
    accepted: list[Correction], open_ones: list[tuple[str, int, int]]
) -> None:
    assert left(*accepted) == open_ones


def test_a_notice_of_the_whole_article_is_accepted_without_a_place_only() -> None:
    article = parsed(source(ZH, EN, head="1954-06-04\n第2版()"))
    found = problem("a.md", 3, "date-differs", "the Chinese head gives another")
    for rows, is_open in ((accept("date-differs", [ZH[0][:6]]), True), (accept("date-differs"), False)):
        after = corrected(article, [rows])
        assert [one.code for one in notices(after, pair(after))] == ["date-differs"] * is_open
        assert list(open_problems(after, [found])) == [found] * is_open
    assert list(open_problems(replace(article, notices=()), [found])) == [found]
