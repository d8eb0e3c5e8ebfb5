"""The page of an article: its head, its rows, its ways on; and that nothing of the source is lost on it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align import pair
from duizhao.article_page import (
    ArticleWork,
    Heading,
    Neighbour,
    article_page,
    heading,
)
from duizhao.article_rows import rows
from duizhao.markup import Writing
from duizhao.model import Apparatus, Article, Bead, Bilingual, Block, BlockKind, Entry, Passage, Span, Term
from duizhao.parse import parse_article
from duizhao.settings import Languages, Publication, Site, Translation
from duizhao.sources import read_source
from duizhao.text import squeeze
from tests.corpus import CORPUS
from tests.site.page_reader import read_page

ROOT = Path(__file__).parent.parent
HERE = "1954/12/24/1-7q3fk.html"
SITE = Site(
    title=Bilingual(en="The Sample Archive", zh="样报档案"),
    publication=Publication(name=Bilingual(en="Sample Daily", zh="样报")),
    translation=Translation(machine=True, by=Bilingual(en="a program", zh="某程序"), date="2024"),
    base_url="https://archive.example/",
    templates=ROOT / "templates",
    content=ROOT / "tests/no-content",
)


def block(text: str, kind: BlockKind = "text", *, gap: bool = False) -> Block:
    return Block(line=1, text=text, kind=kind, gap=gap)


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(map(block, texts))


def article(**changes: object) -> Article:
    plain = Article(
        source="1954.12/24.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(zh="丰收　各地喜报", en="A Good Harvest"),
        author=Bilingual(),
        column=Bilingual(),
        zh=blocks("今年丰收。", "明年更好。"),
        en=blocks("This year’s harvest is good.", "Next year’s will be better."),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def passages(*pairs: tuple[Sequence[Block], Sequence[Block]]) -> tuple[Passage, ...]:
    return tuple(Passage(number=n, zh=tuple(zh), en=tuple(en)) for n, (zh, en) in enumerate(pairs, 1))


TITLE = block("A Good Harvest", "title")
HEAD = ((block("丰收", "headline"), block("各地喜报", "headline")), (TITLE,))


def page(of: Article | None = None, rows: tuple[Passage, ...] | None = None, site: Site = SITE, **work: object) -> str:
    of = of or article()
    known = ("source", "date", "page", "section", "headline", "author", "column", "order")
    entry = Entry(**{name: getattr(of, name) for name in known}, digest="", permalink=HERE)
    body = pair(of) if rows is None else rows
    return article_page(site, ArticleWork(article=of, passages=body, entry=entry, **work)).decode()  # type: ignore[arg-type]


def words(html: str) -> str:
    """All text of a page, without white space."""
    return squeeze("".join(said.text for said in read_page(html).said))


class Attributes(HTMLParser):
    """The names of all attributes on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(html)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.update(name for name, _ in attrs)


# --- head


@pytest.mark.parametrize(
    ("headline", "lines", "shown", "left_over"),
    [
        ("丰收　各地喜报", ("丰收", "各地喜报"), ("丰收", "各地喜报"), ()),
        ("丰收  各地喜报", ("丰收各地喜报",), ("丰收各地喜报",), ()),
        ("丰收　各地喜报", ("丰收",), ("丰收　各地喜报",), ()),
        ("丰收", ("丰收", "各地喜报"), ("丰收",), ("各地喜报",)),
        ("丰收", ("歉收",), ("丰收",), ("歉收",)),
        ("丰收", (), ("丰收",), ()),
        (None, ("丰收", "喜报"), ("丰收", "喜报"), ()),
    ],
)
def test_the_headline_breaks_where_the_paper_broke_it_and_no_line_is_lost(
    headline: str | None, lines: tuple[str, ...], shown: tuple[str, ...], left_over: tuple[str, ...]
) -> None:
    of = article(headline=Bilingual(zh=headline, en="A Good Harvest"))
    head = heading(of, passages(([block(line, "headline") for line in lines], [TITLE])))
    assert head == Heading(zh=shown, en=("A Good Harvest",), deck=Bilingual(zh=left_over, en=()), number=1)


def test_english_headline_lines_that_repeat_the_title_are_shown_once_and_others_below_it() -> None:
    repeated, other = block("A  Good Harvest", "headline"), block("Reports From All Places", "headline")
    head = heading(article(), passages((HEAD[0], (TITLE, repeated, other))))
    assert (head.en, head.deck.en) == (("A Good Harvest",), ("Reports From All Places",))


@pytest.mark.parametrize(
    ("zh", "en", "number"),
    [
        ([block("丰收", "headline")], [TITLE], 1),
        ([], [TITLE], 1),
        ([block("丰收", "headline")], [TITLE, block("Sample News Agency")], 1),
        ([block("丰收", "headline"), block("今年丰收。")], [TITLE], None),
        ([block("丰收", "headline")], [TITLE, block("A whole paragraph. " * 6)], None),
        ([block("今年丰收。")], [block("The harvest is good.")], None),
        ([], [block("The harvest is good.")], None),
    ],
)
def test_only_a_passage_of_headlines_becomes_the_head(zh: list[Block], en: list[Block], number: int | None) -> None:
    assert heading(article(), passages((zh, en))).number == number


def test_the_head_of_an_odd_article_is_plain_and_its_first_passage_a_row() -> None:
    html = page(rows=passages(([block("丰收", "headline"), block("今年丰收。")], [TITLE])))
    assert html.count("id=p1>") == 1
    assert re.search(r"<h1><span", html)
    assert "丰收　各地喜报" in html


def test_what_is_known_of_an_article_stands_in_both_languages_and_what_is_not_is_left_out() -> None:
    known = article(
        section="国内新闻",
        author=Bilingual(zh="王小明", en="Wang Xiaoming"),
        column=Bilingual(zh="社论", en="Editorial"),
    )
    dateline = {
        " lang=zh-Hans": "王小明样报 · 1954年12月24日 星期五 · 第1版（国内新闻） · 专栏：社论",
        "": "Wang XiaomingSample Daily · Friday, 24 December 1954 · Page 1 · Column: Editorial",
    }
    for lang, text in dateline.items():
        assert squeeze(text) in words(page(known))
        assert f"<p{lang}><b>" in page(known)
    bare = page(site=replace(SITE, publication=Publication()))
    assert "</p><p>Friday, 24 December 1954 · Page 1</div>" in bare


def test_an_unknown_page_is_called_so_and_leads_to_its_place_in_the_issue() -> None:
    html = page(article(page=None))
    assert html.count("<a href=index.html#page-0>") == 1
    assert "版次不明" in html
    assert "Page unknown" in html


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        (Translation(machine=True), ["Machine translation</b> · not checked by a person", "机器翻译"]),
        (
            Translation(by=Bilingual(en="A. B."), checked=True),
            ["Translated by A. B. · checked against", "译文 · 经人工"],
        ),
        (Translation(machine=True, note=Bilingual(en="Quote <it>.")), ["<br>Quote &lt;it&gt;."]),
    ],
)
def test_the_notice_says_who_translated_and_whether_anyone_checked_it(
    translation: Translation, said: list[str]
) -> None:
    html = page(site=replace(SITE, translation=translation))
    assert not [text for text in said if text not in html]


def test_there_is_no_notice_without_anything_to_say_or_without_a_translation() -> None:
    assert "class=notice" not in page(site=replace(SITE, translation=Translation()))
    assert "Machine translation" not in page(article(en=(), headline=Bilingual(zh="丰收")))


# --- rows


def test_each_passage_is_a_row_with_its_number_and_both_languages() -> None:
    html = page(rows=passages(HEAD, (blocks("今年丰收。"), blocks("The *harvest* is good."))))
    assert "<div class=rows lang=zh-Hans>" in html
    assert ("<div id=p2><a href=#p2>2</a><p>今年丰收。<p lang=en>The <em>harvest</em> is good.</div>") in html


def test_a_page_in_chinese_names_the_language_of_the_translation_alone() -> None:
    site = replace(SITE, interface="zh")
    html = page(site=site, rows=passages(HEAD, (blocks("今年丰收。"), blocks("Good.")), ((), blocks("Better."))))
    assert "<div class=rows>" in html
    assert "<p>今年丰收。<p lang=en>Good.</div>" in html
    assert "</a><p class=missing data-t=missing.passage.original>原文无此段</p><p lang=en>Better.</div>" in html


def test_a_text_alone_names_its_language_once() -> None:
    html = page(article(zh=(), headline=Bilingual(en="A Good Harvest")))
    assert "<div class=rows><div id=p2><a href=#p2>2</a><p>" in html
    html = page(article(en=(), headline=Bilingual(zh="丰收")))
    assert "<div class=rows lang=zh-Hans><div id=p2><a href=#p2>2</a><p>" in html


def test_a_row_says_where_its_sentences_stand() -> None:
    beads = tuple(
        Bead(zh=(Span(block=0, start=zh, end=zh + 3),), en=(Span(block=0, start=en, end=en + 4),))
        for zh, en in ((0, 0), (3, 5))
    )
    whole = passages(HEAD, (blocks("丰收。喜报。"), blocks("One. Two.")))
    html = page(rows=(whole[0], replace(whole[1], beads=beads)))
    assert "<div id=p2 data-s=DF><a href=#p2>2</a><p>丰收。喜报。<p lang=en>" in html


def test_several_blocks_of_a_side_stand_in_one_cell() -> None:
    html = page(
        rows=passages(HEAD, (blocks("今年丰收，远远超过往年的收成，农民喜气洋洋。", "明年更好。"), blocks("Both.")))
    )
    assert ("</a><div><p>今年丰收，远远超过往年的收成，农民喜气洋洋。<p>明年更好。</div><p lang=en>Both.</div>") in html


def test_a_passage_without_partner_stands_beside_a_quiet_note() -> None:
    html = page(rows=passages(HEAD, (blocks("今年丰收。"), ()), ((), blocks("Better."))))
    assert "<p class=missing lang=en data-t=missing.passage.translation>no translation</p></div>" in html
    assert "</a><p class=missing lang=en data-t=missing.passage.original>not in the original</p><p lang=en>" in html


@pytest.mark.parametrize(
    ("of", "note"),
    [
        (article(en=(), headline=Bilingual(zh="丰收")), "The source has no translation"),
        (article(zh=(), headline=Bilingual(en="A Good Harvest")), "The source has no original"),
    ],
)
def test_an_article_in_one_language_says_so_once_and_offers_no_choice(of: Article, note: str) -> None:
    html = page(of)
    assert html.count(note) == 1
    assert "<article class=single>" in html
    assert "missing.passage" not in html
    assert "<select" not in html


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("heading", "heading"), "<h2 class=heading>丰收</h2><h2 lang=en class=heading>Harvest</h2>"),
        (("heading", "text"), "<p class=heading>丰收<p lang=en>Harvest</div>"),
        (
            ("signature", "signature"),
            "<p class=signature>丰收<p lang=en class=signature>Harvest</div>",
        ),
    ],
)
def test_headings_and_signatures_are_marked_as_such(kinds: tuple[BlockKind, BlockKind], expected: str) -> None:
    row = ([block("丰收", kinds[0])], [block("Harvest", kinds[1])])
    assert expected in page(rows=passages(HEAD, row))


PROSE = (blocks("今年的收成远远超过往年，农民喜气洋洋，家家户户准备过年。"), blocks("The harvest is far better. " * 4))
VERSE = (blocks("五谷丰登"), blocks("A rich harvest of grain"))
STANZA = ((block("喜气洋洋", gap=True),), blocks("Full of joy"))
SPACED = (blocks("五谷丰登"), (block("A rich harvest of grain", gap=True),))


@pytest.mark.parametrize(
    ("body", "classes"),
    [
        ([VERSE, VERSE, VERSE], ["line", "line", "line"]),
        ([VERSE, VERSE, STANZA, VERSE], ["line", "line", "line gap", "line"]),
        ([SPACED, SPACED, SPACED], ["line", "line", "line"]),
        ([VERSE, VERSE], ["", ""]),
        ([PROSE, VERSE, PROSE, VERSE, VERSE], ["", "", "", "", ""]),
        ([PROSE, VERSE, VERSE, VERSE, PROSE], ["", "line", "line", "line", ""]),
    ],
)
def test_runs_of_short_lines_are_set_as_verse(
    body: list[tuple[tuple[Block, ...], tuple[Block, ...]]], classes: list[str]
) -> None:
    openings = [
        re.search('class=(?:"(.*?)"|([^>]*))', row.opening)
        for row in rows(passages(*body), Writing(languages=Languages()))
    ]
    assert [(found[1] or found[2]) if found else "" for found in openings] == classes


def test_the_lines_of_a_poem_in_one_cell_are_set_tight_with_its_stanzas_apart() -> None:
    poem = (*blocks("五谷丰登", "喜气洋洋"), block("明年更好", gap=True))
    html = page(rows=passages(HEAD, (poem, blocks("A poem."))))
    assert "<div class=tight><p>五谷丰登<p>喜气洋洋<p class=gap>明年更好</div>" in html


# --- what the translator added, and the ways on


def test_a_term_and_its_gloss_stand_side_by_side_under_their_rubric() -> None:
    terms = (Term(line=1, term="北京", gloss="Beijing", group="Places"), Term(line=2, term="黄河", gloss="a river"))
    html = page(article(apparatus=(Apparatus(kind="entities", line=1, heading="Named Entities", terms=terms),)))
    assert "<h2>Named Entities</h2>" in html
    assert html.index("scope=rowgroup>Places</th>") < html.index("北京") < html.index("黄河")
    assert "<tr><th lang=zh-Hans>北京</th><td>Beijing</td>" in html


def test_a_summary_is_running_text() -> None:
    html = page(
        article(apparatus=(Apparatus(kind="summary", line=1, heading="Summary", blocks=blocks("In *short*.")),))
    )
    assert "<h2>Summary</h2>\n<p>In <em>short</em>.\n</section>" in html


def test_neighbours_are_named_in_both_languages_and_dated_where_the_day_differs() -> None:
    same = Neighbour(
        permalink="1954/12/24/1-aaaaa.html", headline=Bilingual(zh="前", en="Before"), date=date(1954, 12, 24), page=1
    )
    later = Neighbour(permalink="1954/12/25/1-bbbbb.html", headline=Bilingual(zh="后"), date=date(1954, 12, 25), page=1)
    turn = page(previous=same, next=later).partition("</dl><p>")[2]
    assert "<a rel=prev href=1-aaaaa.html><small>Previous</small> <span" in turn
    assert "<a rel=next href=../25/1-bbbbb.html>" in turn
    assert "<small>Next</small> <small>25 December 1954</small> <span" in turn
    assert turn.count("<small") == 3


def test_a_neighbour_whose_address_has_another_day_tells_its_own() -> None:
    other = Neighbour(permalink="1954/12/23/1-aaaaa.html", headline=Bilingual(en="A"), date=date(1954, 12, 22), page=1)
    assert "<small data-exact=1954-12-22>22 December 1954</small> A</a>" in page(previous=other)


def test_an_article_that_bears_another_date_than_its_address_leads_to_its_own_day() -> None:
    html = page(article(date=date(1955, 1, 2)))
    assert "<a href=../../../1955/01/02/index.html>2</a>" in html
    assert "<a href=../../../1955/index.html>1955</a>" in html


def test_the_address_is_whole_where_the_site_knows_its_own() -> None:
    assert f'<link rel=canonical href="https://archive.example/{HERE}">' in page()
    assert f"<dd>https://archive.example/{HERE}<dt>" in page()
    nowhere = page(site=replace(SITE, base_url=""))
    assert "canonical" not in nowhere
    assert f"<dd>{HERE}<dt>" in nowhere


def test_the_source_file_is_named_and_linked_where_it_is_public() -> None:
    of = article(source="1954.12/丰收 #1.md")
    assert "<dd lang=zh-Hans>1954.12/丰收 #1.md<" in page(of)
    public = page(of, site=replace(SITE, source_url="https://code.example/{path}?raw"))
    assert '<a href="https://code.example/1954.12/%E4%B8%B0%E6%94%B6%20%231.md?raw">' in public


# --- the whole page


def test_text_of_the_source_never_becomes_html() -> None:
    evil = '<script>alert(1)</script>"onload="'
    html = page(
        article(
            source=f"{evil}.md",
            section=evil,
            headline=Bilingual(zh=evil, en=evil),
            author=Bilingual(zh=evil, en=evil),
            column=Bilingual(zh=evil, en=evil),
            zh=blocks(evil),
            en=blocks(evil),
            apparatus=(
                Apparatus(
                    kind="glossary",
                    line=1,
                    heading=evil,
                    terms=(Term(line=1, term=evil, gloss=evil, group=evil),),
                    blocks=blocks(evil),
                ),
            ),
        ),
        next=Neighbour(
            permalink="1954/12/24/1-aaaaa.html", headline=Bilingual(zh=evil), date=date(1954, 12, 24), page=1
        ),
    )
    assert "<script>" not in html
    assert not {name for name in Attributes(html).names if name.startswith("on")}
    assert html.count("<script ") == 1


@pytest.mark.parametrize("interface", ["en", "zh"])
def test_every_text_is_marked_with_its_language(interface: str) -> None:
    site = replace(SITE, interface=interface)  # type: ignore[arg-type]
    html = page(article(headline=Bilingual(zh="丰收 in the good old days of harvest", en="Harvest 丰收")), site=site)
    body = html.partition("</head>")[2]
    wrong = [
        said
        for said in read_page(f'<html lang="{"zh-Hans" if interface == "zh" else "en"}">{body}').said
        if (re.search("[\u4e00-\u9fff]", said.text) and not said.language.startswith("zh"))
        or (re.search(r"(?:[A-Za-z]{3,} ){3}", said.text) and said.language.startswith("zh"))
    ]
    assert not wrong


LINES = st.lists(
    st.text(st.sampled_from("丰收年 aB1*_#<&>\"'，。—"), min_size=1, max_size=12).filter(str.strip), max_size=4
)


@settings(deadline=None, max_examples=40)
@given(
    LINES, LINES, LINES, st.lists(st.sampled_from(["headline", "text", "heading", "signature"]), min_size=4, max_size=4)
)
def test_no_line_of_the_original_and_no_headline_is_lost(
    headline: list[str], zh: list[str], en: list[str], kinds: list[BlockKind]
) -> None:
    original = tuple(block(text.strip(), kind) for text, kind in zip(zh, kinds, strict=False))
    of = article(
        headline=Bilingual(zh="　".join(headline) or None, en="A Good Harvest"),
        zh=original,
        en=blocks(*map(str.strip, en)),
    )
    together = zip_longest(((one,) for one in of.zh), ((one,) for one in of.en), fillvalue=())
    shown = words(page(of, passages(*together)))
    for text in (*(block.text for block in original), *headline):
        assert squeeze(text) in shown


@pytest.mark.skipif(not CORPUS, reason="no real articles beside the project")
def test_real_articles_keep_every_line_and_little_weight() -> None:
    assert CORPUS
    for path in sorted(CORPUS.rglob("????-*.md")):
        source = read_source(CORPUS, path.relative_to(CORPUS).as_posix(), 10**6)
        of = parse_article(source)  # type: ignore[arg-type]
        assert isinstance(of, Article)
        html = page(of)
        shown = words(html)
        assert not [text.text for text in of.zh if squeeze(text.text) not in shown], path
        rest = len(html.encode()) - sum(len(said.text.encode()) for said in read_page(html).said)
        cells = 45 * (len(of.zh) + len(of.en)) + 34 * sum(len(part.terms) for part in of.apparatus)
        told = len(html[html.index("<meta name=description") : html.index("</head>")].encode())
        assert told < 800, path
        assert rest - told < 1_800 + cells, path


# --- what was published before


def test_numbers_of_passages_that_became_part_of_others_lead_to_these() -> None:
    head, row = pair(article())[:2]
    html = page(rows=(replace(head, also=(7,)), replace(row, also=(4, 9))))
    assert "<a href=#p1>1<span id=p7></span></a>" in html
    assert "<a href=#p2>2<span id=p4></span><span id=p9></span></a>" in html


def test_former_headlines_stand_at_the_foot_and_nothing_where_there_are_none() -> None:
    html = page(former=("旧题 <b>",))
    assert "旧题" in html[html.index("</article>") :]
    assert "<b>" not in html[html.index("</article>") :]
    assert words(html).count("Earlierheadline") == 1
    assert "Earlierheadline" not in words(page())
