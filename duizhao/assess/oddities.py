"""What an editor should look at in an article that is published all the same."""

from collections.abc import Iterator
from typing import Final

from duizhao.markup import Reading, oddities
from duizhao.model import Article
from duizhao.problems import Problem, problem

SHOWN: Final = 3
"""Examples that a note gives."""


def assess(article: Article) -> tuple[Problem, ...]:
    """Name what in an article is not shown as its writer may have meant it: one note for each line and kind."""
    return tuple(
        problem(article.source, line, code, f"{found} in the text")
        for line, text, reading in _texts(article)
        for code, found in odd_marks(text, reading)
    )


def odd_marks(text: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each kind of odd mark in a text with its examples."""
    found: dict[str, list[str]] = {}
    for code, mark in oddities(text, reading):
        found.setdefault(code, []).append(f"“{mark}”")
    for code, marks in found.items():
        yield code, ", ".join(marks[:SHOWN]) + (", …" if len(marks) > SHOWN else "")


def _texts(article: Article) -> Iterator[tuple[int, str, Reading]]:
    """Yield every text that a reader sees, with its line (0: not known), and how it is read."""
    for said in (article.headline, article.author, article.column):
        yield from ((0, text, "plain") for text in (said.en, said.zh) if text)
    yield from ((block.line, block.text, "translation") for block in article.en)
    yield from ((block.line, block.text, "plain") for block in article.zh)
    for part in article.apparatus:
        yield from ((block.line, block.text, "translation") for block in part.blocks)
        yield from ((term.line, f"{term.term} {term.gloss}", "plain") for term in part.terms)
