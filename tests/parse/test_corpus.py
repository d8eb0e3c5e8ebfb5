"""Real articles: what each of them is, checked by eye. Their text is no part of the project."""

import re
from collections import Counter
from hashlib import blake2b
from pathlib import Path

import pytest

from duizhao.model import Article, Bilingual, Block
from duizhao.parse import parse_article
from duizhao.problems import Problem
from duizhao.sources import find_sources, read_source
from duizhao.text import fold
from tests.corpus import CORPUS

CONTENT = Path(__file__).parent.parent.parent / "content"
SEED = "000_6f2200606c4acbd2.txt"

# Date, and number among the files of that date; newspaper page; blocks, headline lines, sub-headings, signatures of
# original and translation; rows of the glossary; what `said` makes of author, section and column.
ARTICLES = """
1946-05-15 1   4   7  1  0  0    7  1  0  0   18   b3935944
1946-05-16 1   2   6  1  0  2   12  0  0  4    7   -
1948-01-01 1   2  10  2  0  0   10  2  0  0    0   -
1949-10-01 1   6   3  1  0  1    8  1  0  1    0   -
1949-10-01 2   7  28  1  3  0   27  0  3  0    0   -
1951-02-02 1   1  10  2  0  2    9  0  0  0    0   -
1953-03-02 1   1   4  1  0  0    4  1  0  0    0   27140876
1954-12-01 1   1  11  2  0  0    3  0  0  0    0   -
1954-12-02 1   4   8  0  0  0    8  0  0  0    0   -
1954-12-02 2   2   3  1  0  1    4  0  0  1    0   -
1954-12-02 3   1   3  1  0  0    2  0  0  0    0   -
1954-12-02 4   1   3  2  0  0    1  0  0  0    0   -
1954-12-02 5   4   6  1  0  0    5  0  0  0    0   -
1954-12-02 6   3   4  1  0  0    3  0  0  0    0   -
1954-12-24 1   1   2  1  0  0    2  1  0  0    0   -
1957-01-01 1   8   8  1  0  1    8  1  0  1    0   e1f73b6d
1958-03-01 1   8  15  1  0  0   22  1  0  0    0   a50f5101
1960-03-01 1   3   6  1  0  0    6  1  0  0    0   -
1966-06-02 1   4   7  1  0  0    7  1  0  0   13   2fead503
1966-06-02 2   1   3  1  0  1    3  1  0  1    7   -
1967-01-01 1   6   2  1  0  0   10  0  0  0    0   -
1967-01-02 1   4  15  1  0  1   12  1  0  0    0   c7f714b5
1989-05-31 1   4   8  1  0  0    7  1  0  0    0   1c9ff5da
1989-05-31 2   8  61  2  1  0   55  0  0  0    0   227afc30
"""
ROWS = [(row[:12], row.split()[2:-1], row.split()[-1]) for row in ARTICLES.strip().split("\n")]

needs_corpus = pytest.mark.skipif(CORPUS is None, reason="no real articles beside the project")


def read(content: Path, path: str) -> tuple[str, Article]:
    source = read_source(content, path, 10**7)
    assert not isinstance(source, Problem)
    parsed = parse_article(source)
    assert isinstance(parsed, Article), parsed
    return source.text, parsed


def counts(blocks: tuple[Block, ...]) -> tuple[int, int, int, int]:
    kinds = Counter(block.kind for block in blocks)
    return len(blocks), kinds["headline"], kinds["heading"], kinds["signature"]


def said(article: Article) -> str:
    """Hash who wrote an article and under which headings it stands; `-` where none of it is known."""
    known = (article.author.zh, article.author.en, article.section, article.column.zh)
    return blake2b(repr(known).encode(), digest_size=4).hexdigest() if any(known) else "-"


def corpus() -> dict[str, str]:
    """The paths of real articles by date and number."""
    days: dict[str, list[str]] = {}
    for path in sorted(find_sources(CORPUS)[0]) if CORPUS else ():
        days.setdefault(Path(path).name[:10], []).append(path)
    return {f"{day} {number}": path for day, paths in days.items() for number, path in enumerate(paths, 1)}


@needs_corpus
def test_the_table_names_every_real_article() -> None:
    assert sorted(corpus()) == sorted(name for name, *_ in ROWS)


@needs_corpus
@pytest.mark.parametrize(("name", "numbers", "known"), ROWS, ids=[name for name, *_ in ROWS])
def test_a_real_article_is_taken_apart_as_the_eye_does(name: str, numbers: list[str], known: str) -> None:
    assert CORPUS
    path = corpus()[name]
    _, parsed = read(CORPUS, path)
    terms = sum(len(part.terms) for part in parsed.apparatus)
    assert [parsed.page, *counts(parsed.zh), *counts(parsed.en), terms] == list(map(int, numbers))
    assert [part.heading for part in parsed.apparatus] == ["Named Entities"] * bool(terms)
    assert not any(part.blocks for part in parsed.apparatus)
    assert str(parsed.date) == name[:10]
    assert fold(parsed.headline.zh or "") == fold(Path(path).stem[11:])
    assert parsed.headline.en
    assert said(parsed) == known
    assert parsed.column.en is None
    # Two files of May stand in the folder of June.
    assert [found.code for found in parsed.problems] == ["folder-differs"] * name.startswith("1989")


@needs_corpus
@pytest.mark.parametrize("name", [name for name, *_ in ROWS])
def test_no_line_of_a_real_article_is_lost_or_moved(name: str) -> None:
    assert CORPUS
    text, parsed = read(CORPUS, corpus()[name])
    found = {block.line: block.text for block in (*parsed.zh, *parsed.en)}
    found |= {term.line: term.term + term.gloss for part in parsed.apparatus for term in part.terms}
    found |= {part.line: part.heading for part in parsed.apparatus}
    head = {parsed.headline.zh, parsed.author.zh}
    for number, line in enumerate(text.split("\n"), 1):
        plain = line.strip().removeprefix("### ")
        if number not in found:
            assert not plain or plain in head or re.match(r"[A-Z][a-z]+:|<hr />|\d{4}-|第\d版|专栏：", plain), line
        else:
            assert re.sub(r"\s", "", found[number]) == re.sub(r"\s|\*\*", "", line)


def test_the_projects_own_article_is_taken_apart_as_the_eye_does() -> None:
    _, parsed = read(CONTENT, SEED)
    assert (str(parsed.date), parsed.page, parsed.section) == ("1954-12-24", 1, None)
    assert (parsed.author, parsed.column, parsed.apparatus, parsed.problems) == (Bilingual(), Bilingual(), (), ())
    assert parsed.headline.zh == "各地密切结合生产积极创造办社条件  明春农业社将发展到六十万个"
    assert parsed.headline.en
    assert parsed.headline.en.startswith("Various Localities Closely Integrate")
    assert [(block.line, block.kind, block.indent, block.gap) for block in parsed.zh] == [
        (30, "headline", 4, False),
        (31, "headline", 4, False),
        *((line, "text", 4, False) for line in range(32, 37)),
    ]
    assert [(block.line, block.kind, block.indent, block.gap) for block in parsed.en] == [
        (line, "text", 0, line > 7) for line in range(7, 16, 2)
    ]
    assert parsed.zh[2].text.startswith("【新华社二十三日讯】今冬明春，")
    assert parsed.en[-1].text.endswith("step-by-step implementation.")
