"""Real articles, paired by reading them.

The table names an article by its date and its number among the files of that date, and gives the right passages as
positions in the original and in the translation: `0-1=t,0` puts the first two Chinese blocks beside the title and the
first English block, `2..9=1..8` pairs eight and eight, `5=` and `=5` stand alone, `h` is a headline that the text does
not repeat.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from duizhao.align import pair
from duizhao.model import Article, Block, Source
from duizhao.parse import parse_article
from tests.corpus import CORPUS

SEED = Path(__file__).parents[2] / "content"

RIGHT = {
    "1946-05-15 1": "0=t,0 1..6=1..6",
    "1946-05-16 1": "0=t =0-5 =6 1..5=7..11",
    "1948-01-01 1": "0-1=t,0-1 2..9=2..9",
    "1949-10-01 1": "0=t,0 1=1-6 2=7",
    "1949-10-01 2": "0=t 1..27=0..26",
    "1951-02-02 1": "0-1=t,0 2..9=1..8",
    "1953-03-02 1": "0=t,0 1..3=1..3",
    "1954-12-01 1": "0-1=t 2..4=0..2 5= 6= 7= 8= 9= 10=",
    "1954-12-02 1": "h=t 0..7=0..7",
    "1954-12-02 2": "0=t,0-1 1..2=2..3",
    "1954-12-02 3": "0=t 1..2=0..1",
    "1954-12-02 4": "0-1=t 2=0",
    "1954-12-02 5": "0=t 1..5=0..4",
    "1954-12-02 6": "0=t 1..3=0..2",
    "1954-12-24 1": "0=t,0 1=1",
    "1957-01-01 1": "0=t,0 1..7=1..7",
    "1958-03-01 1": "0=t,0 1..13=1..13 14=14-21",
    "1960-03-01 1": "0=t,0 1..5=1..5",
    "1966-06-02 1": "0=t,0 1..6=1..6",
    "1966-06-02 2": "0=t,0 1..2=1..2",
    "1967-01-01 1": "0=t 1=0-9",
    "1967-01-02 1": "0=t,0 1..8=1..8 9-10=9 11=10 12-13=11 14=",
    "1989-05-31 1": "0=t,0 1-2=1 3..7=2..6",
    "1989-05-31 2": (
        "0-1=t 2= 3..16=0..13 17=14-15 18..24=16..22 25-28=23-25 29..32=26..29 "
        "33= 34..46=30..42 47-49=43-45 50..54=46..50 55-56=51 57..58=52..53 59-60=54"
    ),
}

# One of two poems in unrhymed lines of five to ten characters, its lines partly in another order, with few words twice:
# no word tells all of them apart.
HARDEST = "1989-05-31 2"
LEAST_RIGHT = 0.85


def expanded(right: str) -> Iterator[tuple[str, str]]:
    """Read a row of the table, as pairs of lists such as `3 4`."""
    for bead in right.split():
        zh, en = bead.split("=")
        runs = re.fullmatch(r"(\d+)\.\.(\d+)=(\d+)\.\.(\d+)", bead)
        if runs:
            first, last, other, _ = map(int, runs.groups())
            yield from ((str(at), str(at - first + other)) for at in range(first, last + 1))
        else:
            yield _listed(zh), _listed(en)


def _listed(positions: str) -> str:
    out: list[str] = []
    for part in filter(None, positions.split(",")):
        first, _, last = part.partition("-")
        out += map(str, range(int(first), int(last) + 1)) if last else [first]
    return " ".join(out)


def articles() -> Iterator[tuple[str, Article]]:
    assert CORPUS is not None
    seen: Counter[str] = Counter()
    for path in sorted(CORPUS.glob("*/*.md")):
        seen[path.name[:10]] += 1
        parsed = parse_article(Source(path=path.name, text=path.read_text(encoding="utf-8")))
        assert isinstance(parsed, Article)
        yield f"{path.name[:10]} {seen[path.name[:10]]}", parsed


def found(article: Article) -> list[tuple[str, str]]:
    def names(blocks: tuple[Block, ...], all_blocks: tuple[Block, ...], title: str) -> str:
        return " ".join(title if block.kind == "title" else str(all_blocks.index(block)) for block in blocks)

    return [(names(p.zh, article.zh, "h"), names(p.en, article.en, "t")) for p in pair(article)]


def agreement(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> float:
    """Say how many passages of two lists are the same in every block (F1)."""
    return 2 * len(set(one) & set(other)) / (len(one) + len(other))


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_real_articles_are_paired_as_a_reader_would() -> None:
    wrong = {}
    for name, article in articles():
        right = list(expanded(RIGHT[name]))
        got = found(article)
        if got != right and name != HARDEST:
            wrong[name] = (sorted(set(got) - set(right)), sorted(set(right) - set(got)))
        if name == HARDEST:
            assert agreement(got, right) >= LEAST_RIGHT
    assert wrong == {}


def test_the_archives_own_article_is_paired_paragraph_by_paragraph() -> None:
    path = next(iter(sorted(SEED.rglob("*6f2200606c4acbd2.txt"))), None)
    if path is None:
        pytest.skip("the article that ships with the project is not in content/")
    parsed = parse_article(Source(path=path.name, text=path.read_text(encoding="utf-8")))
    assert isinstance(parsed, Article)
    assert found(parsed) == list(expanded("0-1=t 2..6=0..4"))
    assert all(passage.score > 0.7 for passage in pair(parsed))
