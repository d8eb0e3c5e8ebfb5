"""What an entry takes from its article, and what a text's digest is blind to."""

from datetime import date
from typing import Any

import pytest

from duizhao.assess import assess
from duizhao.assess.oddities import SHOWN
from duizhao.model import Article, Bilingual, Block
from duizhao.tasks import digest, entry_of


def article(**given: Any) -> Article:  # noqa: ANN401 - any field
    fields: dict[str, Any] = {
        "source": "a.md",
        "date": date(1954, 12, 24),
        "page": 1,
        "section": None,
        "headline": Bilingual(zh="标题", en="Headline"),
        "author": Bilingual(),
        "column": Bilingual(),
        "zh": (Block(line=9, text="标题", kind="headline"), Block(line=10, text="正文。")),
        "en": (Block(line=5, text="Text."),),
    }
    return Article(**(fields | given))


def test_an_entry_is_the_article_without_its_text() -> None:
    entry = entry_of(article())
    assert (entry.source, entry.date, entry.page, entry.headline.zh) == ("a.md", date(1954, 12, 24), 1, "标题")
    assert entry.permalink == ""


@pytest.mark.parametrize(
    "change",
    [
        {"en": (Block(line=5, text="Another translation."),)},
        {
            "headline": Bilingual(zh="新", en="New"),
            "zh": (Block(line=9, text="新", kind="headline"), Block(line=3, text="正文。")),
        },
        {"zh": (Block(line=1, text="正　文。", indent=4, gap=True),)},
        {"page": 4, "date": date(1960, 1, 1)},
    ],
    ids=["translation", "headline", "layout", "date and page"],
)
def test_a_digest_stays_when_this_changes(change: dict[str, object]) -> None:
    assert entry_of(article(**change)).digest == entry_of(article()).digest


def test_a_digest_changes_with_the_text() -> None:
    assert digest((Block(line=1, text="正文！"),)) != digest((Block(line=1, text="正文。"),))


def test_a_text_that_is_all_headline_or_all_english_has_a_digest_of_its_own() -> None:
    headline = digest((Block(line=1, text="标题", kind="headline"),))
    english = entry_of(article(zh=())).digest
    assert len({headline, english, digest(())}) == 3


def test_odd_marks_are_noted_once_a_line_with_a_few_examples() -> None:
    tags = "".join(f"<b{n}>" for n in range(9))
    [found] = assess(article(en=(Block(line=5, text=tags),)))
    assert (found.line, found.code) == (5, "html-escaped")
    assert found.message.count("<b") == SHOWN
    assert "…" in found.message


def test_a_link_of_the_original_is_text_and_no_mistake() -> None:
    assert assess(article(zh=(Block(line=5, text="[x](javascript:alert(1))"),))) == ()
