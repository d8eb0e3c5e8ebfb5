"""Articles to be checked: what stands in each, and what is said of it."""

from collections.abc import Sequence

from duizhao.align import pair
from duizhao.assess import notices
from duizhao.model import Article, Notice, Source
from duizhao.parse import parse_article

ZH = [
    "北方各县开始收割小麦，今年雨水充足，收成比去年好。",
    "县政府派出一百二十名干部到各村帮助农民。",
    "粮站已经准备好仓库，农民可以随时送粮。",
    "学校放假七天，学生们也下地劳动。",
    "铁路工人组织了运输队，日夜把粮食运往城市。",
]
EN = [
    "The northern counties have begun to harvest wheat; rain was plentiful, and the harvest is better than last year.",
    "The county government has sent 120 cadres to the villages to help the peasants.",
    "The grain stations have prepared their warehouses, and the peasants can deliver grain at any time.",
    "The schools are closed for seven days, and the students work in the fields, too.",
    "The railway workers have organized transport teams and carry the grain to the cities day and night.",
]
"""Its paragraphs in both languages: each says what the one of the same number says."""


def source(zh: Sequence[str], en: Sequence[str], *, head: str = "1954-06-03\n第2版()", header: str = "Page: 2") -> str:
    """Write the source of an article."""
    chinese = "\n".join(f"    {line}" for line in zh)
    return (
        f"Title: Wheat Harvest Begins\nAuthor:\nDate: 1954-06-03\n{header}\n\n"
        + "\n\n".join(en)
        + f"\n\n<hr />\n\nOriginal:\n\n### 麦收开始\n\n{head}\n专栏：\n\n{chinese}\n"
    )


def parsed(text: str) -> Article:
    """Read an article that can be published."""
    article = parse_article(Source(path="a.md", text=text))
    assert isinstance(article, Article)
    return article


def found(zh: Sequence[str], en: Sequence[str]) -> tuple[Notice, ...]:
    """Check an article of these paragraphs."""
    article = parsed(source(zh, en))
    return notices(article, pair(article))


def said(zh: Sequence[str], en: Sequence[str]) -> list[tuple[str, int, int]]:
    """Check an article of these paragraphs: kind, passage and sentence of each notice."""
    return [(notice.code, notice.passage, notice.sentence) for notice in found(zh, en)]
