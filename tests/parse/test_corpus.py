"""Real articles: what each of them is, checked by eye. Their text is no part of the project."""

import re
from collections import Counter
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

# File; newspaper page; blocks, headline lines, sub-headings, signatures of original and translation; glossary rows.
ARTICLES = """
1946-05-15_五月杂感                                                   4   7 1 0 0    7 1 0 0   18
1946-05-16_致本报贺电一束                                             2   6 1 0 2   12 0 0 4    7
1948-01-01_军区政治部颁发_新年誓词                                    2  10 2 0 0   10 2 0 0    0
1949-10-01_庆祝大会指挥部名单                                         6   3 1 0 1    8 1 0 1    0
1949-10-01_新华颂                                                     7  28 1 3 0   27 0 3 0    0
1951-02-02_中央人民政府财政部公告_第一期胜利折实公债还本中签号码      1  10 2 0 2    9 0 0 0    0
1953-03-02_中央人民政府命令                                           1   4 1 0 0    4 1 0 0    0
1954-12-01_欧洲会议发表第一次会议公报_第二次会议在十一月三十日继续举行 1 11 2 0 0    3 0 0 0    0
1954-12-02_图片                                                       4   8 0 0 0    8 0 0 0    0
1954-12-02_大量水果运到首都                                           2   3 1 0 1    4 0 0 1    0
1954-12-02_我国新任驻捷大使曹瑛到达布拉格                             1   3 1 0 0    2 0 0 0    0
1954-12-02_挪威王国驻我国临时代办_季茂登拜会周外长                    1   3 2 0 0    1 0 0 0    0
1954-12-02_锡兰总理批评东南亚条约                                     4   6 1 0 0    5 0 0 0    0
1954-12-02_高滩乡人民代表大会忠实地履行它的职能                       3   4 1 0 0    3 0 0 0    0
1954-12-24_我们伟大的祖国（图片）                                     1   2 1 0 0    2 1 0 0    0
1957-01-01_打听海应该问渔人（日本谚语）                               8   8 1 0 1    8 1 0 1    0
1958-03-01_挑土谣（外一首）                                           8  15 1 0 0   22 1 0 0    0
1960-03-01_捷报四方来                                                 3   6 1 0 0    6 1 0 0    0
1966-06-02_三言两语                                                   4   7 1 0 0    7 1 0 0   13
1966-06-02_毛主席语录                                                 1   3 1 0 1    3 1 0 1    7
1967-01-01_红太阳照雪山（藏族民歌二首）                               6   2 1 0 0   10 0 0 0    0
1967-01-02_简明新闻                                                   4  15 1 0 1   12 1 0 0    0
1989-05-31_体育简讯                                                   4   8 1 0 0    7 1 0 0    0
1989-05-31_思念（外一首）_给少时的朋友                                8  61 2 1 0   55 0 0 0    0
"""
SECTIONS = {"1989-05-31_体育简讯": "文化生活·体育", "1989-05-31_思念（外一首）_给少时的朋友": "副刊"}
COLUMNS = {"1966-06-02_三言两语": "三言两语", "1967-01-02_简明新闻": "简明新闻", "1989-05-31_体育简讯": "体育简讯"}
AUTHORS = {
    "1946-05-15_五月杂感": ("张香山", "Zhang Xiangshan"),
    "1953-03-02_中央人民政府命令": ("毛泽东", "Mao Zedong"),
    "1957-01-01_打听海应该问渔人（日本谚语）": ("赵志强  王僧道", "Zhao Zhiqiang, Wang Sengdao"),
    "1958-03-01_挑土谣（外一首）": ("李瑛", "Li Ying"),
    "1989-05-31_思念（外一首）_给少时的朋友": ("李春华", "Lǐ Chūnhuá"),
}
ROWS = [(row.split()[0], tuple(map(int, row.split()[1:]))) for row in ARTICLES.strip().split("\n")]

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


def corpus() -> dict[str, str]:
    return {Path(path).stem: path for path in find_sources(CORPUS)[0]} if CORPUS else {}


@needs_corpus
def test_the_table_names_every_real_article() -> None:
    assert sorted(corpus()) == sorted(name for name, _ in ROWS)


@needs_corpus
@pytest.mark.parametrize(("name", "numbers"), ROWS, ids=[name for name, _ in ROWS])
def test_a_real_article_is_taken_apart_as_the_eye_does(name: str, numbers: tuple[int, ...]) -> None:
    assert CORPUS
    _, parsed = read(CORPUS, corpus()[name])
    assert (parsed.page, *counts(parsed.zh), *counts(parsed.en)) == numbers[:9]
    assert sum(len(part.terms) for part in parsed.apparatus) == numbers[9]
    assert [part.heading for part in parsed.apparatus] == ["Named Entities"] * bool(numbers[9])
    assert not any(part.blocks for part in parsed.apparatus)
    assert str(parsed.date) == name[:10]
    assert fold(parsed.headline.zh or "") == fold(name[11:])
    assert parsed.headline.en
    assert parsed.author == Bilingual(**dict(zip(("zh", "en"), AUTHORS.get(name, ()), strict=False)))
    assert (parsed.section, parsed.column) == (SECTIONS.get(name), Bilingual(zh=COLUMNS.get(name)))
    # Two files of May stand in the folder of June.
    assert [found.code for found in parsed.problems] == ["folder-differs"] * name.startswith("1989")


@needs_corpus
@pytest.mark.parametrize("name", [name for name, _ in ROWS])
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
