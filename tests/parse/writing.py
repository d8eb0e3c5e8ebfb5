"""Sources written for tests, of the archive's shape, and what the parser makes of them."""

from collections.abc import Iterable

from duizhao.model import Article, Block, Source
from duizhao.parse import parse_article
from duizhao.problems import Problem

HEADER = "Title: A New Bridge\nAuthor: Lin Mu\nDate: 1953-07-06\nPage: 3\n"
SEPARATOR = "\n\n\n<hr /> \n\nOriginal: \n\n\n"
HEAD = "### 一座新桥\n林木\n1953-07-06\n第3版()\n专栏：\n"
ENGLISH = "\nA bridge was built over the river.\n"
CHINESE = "\n    河上建了一座桥。\n"


def whole(
    *,
    header: str = HEADER,
    english: str = ENGLISH,
    separator: str = SEPARATOR,
    head: str = HEAD,
    chinese: str = CHINESE,
) -> str:
    """An article in which nothing is wrong but what a test puts there."""
    return header + english + separator + head + chinese


def parse(text: str, path: str = "a.md") -> Article | tuple[Problem, ...]:
    return parse_article(Source(path=path, text=text))


def article(text: str, path: str = "a.md") -> Article:
    parsed = parse(text, path)
    assert isinstance(parsed, Article), parsed
    return parsed


def refused(text: str, path: str = "a.md") -> tuple[Problem, ...]:
    parsed = parse(text, path)
    assert not isinstance(parsed, Article), parsed
    return parsed


def said(problems: Iterable[Problem]) -> list[tuple[str, int]]:
    """Code and line of each problem."""
    return [(found.code, found.line) for found in problems]


def kinds(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def texts(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks]
