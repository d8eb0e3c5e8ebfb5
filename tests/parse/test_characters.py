"""Characters that no page may hold, and sizes that no article has: named, published, read in good time."""

import pytest

from duizhao.model import Article
from tests.parse.writing import ENGLISH, HEAD, HEADER, SEPARATOR, article, parse, said, texts, whole


def test_forbidden_characters_are_shown_as_signs_and_named_once() -> None:
    parsed = article(whole(english="\nA\x07B\x0b.\n", chinese="    桥\x7f\ufffe。\n"))
    assert texts(parsed.en) == ["A␇B␋."]
    assert texts(parsed.zh) == ["桥␡\ufffd。"]
    assert said(parsed.problems) == [("character-control", 6)]
    assert "4 in the file" in parsed.problems[0].message


def test_a_line_longer_than_any_paragraph_is_named_and_published() -> None:
    parsed = article(whole(english="\n" + "a" * 100_000 + "\n" + "b" * 100_001 + "\n"))
    assert [len(block.text) for block in parsed.en] == [100_000, 100_001]
    assert said(parsed.problems) == [("line-long", 7)]


LONG = 300_000

HOSTILE = {
    "rules": "<hr />\n" * 50_000,
    "rules on a line": "<hr />" * LONG,
    "rules and blanks": "<hr />\n\n\n\n" * 20_000,
    "words": "word " * LONG,
    "white space inside": "a" + " " * LONG + "b",
    "white space before": " \t\u3000\\t" * LONG + "b",
    "white space behind": "b" + "\\t" * LONG,
    "hyphens": "-" * LONG + "x",
    "spaced hyphens": "- " * LONG + "x",
    "hashes": "#" * LONG + "x",
    "headings": "### 桥\nword word\n" * 20_000,
    "words for the original": "Original:\n" * 50_000,
    "items": "1. a\n" * 50_000,
    "bullets": "- a\n* b\n" * 30_000,
    "tables": "|a|\n|-|\n" * 30_000,
    "fences": "```\n" * 50_001,
    "fences and blanks": "```" + " " * LONG + "!\n",
    "rules of tables and blanks": "a|b\n-" + " " * LONG + "|x\n",
    "even lines": ("word " * 14 + "\n") * 20_000,
    "sections": "**Glossary**\n" * 30_000,
    "rows": "**Glossary**\n\n" + "桥  bridge\n" * 30_000,
    "breaks": "**Glossary**\n\n桥" + "<br>" * LONG,
    "open breaks": "**Glossary**\n\n桥<br" + " " * LONG,
    "gaps": "**Glossary**\n\n" + "桥  " * LONG,
    "page": "<hr />\nOriginal:\n### 桥\n第1版(" + " " * LONG + ")" * LONG + "x",
    "date": "<hr />\nOriginal:\n### 桥\n1953" + " " * LONG + "x",
    "headline": "<hr />\nOriginal:\n### " + "桥 " * LONG + "\n" + "桥 " * LONG,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_keeps_the_parser_for_long(text: str) -> None:
    assert isinstance(parse(f"{HEADER}\n{text}{SEPARATOR}{HEAD}桥。\n"), Article)


@pytest.mark.parametrize(
    "text",
    [
        "---\na: " + "[" * LONG + "\n---\n",
        "---\n" + "a b\n" * 50_000,
        "Title: " + "a-" * LONG + "\nDate: 1953-07-06\n" + ENGLISH,
        "Date: " + "1" * LONG + "\nDate: 1953-07-06\n" + ENGLISH,
        "Page: 第" + " " * LONG + "x\nDate: 1953-07-06\n" + ENGLISH,
    ],
    ids=["nested", "open", "title", "date", "page"],
)
def test_no_header_keeps_the_parser_for_long(text: str) -> None:
    assert parse(text) is not None
