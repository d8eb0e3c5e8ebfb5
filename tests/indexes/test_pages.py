"""Index pages as HTML: what a reader finds on them, and what a checker would."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from duizhao import cite
from duizhao.days import read_days
from duizhao.entries import carded
from duizhao.indexes import render_index
from duizhao.model import Bilingual, Entry
from duizhao.problems import Halt
from duizhao.settings import Site
from tests.indexes.archive import new_entry, new_site, planned
from tests.site.page_reader import Page, read_page

HAN = re.compile(r"[㐀-䶿一-鿿]")
ENGLISH = re.compile(r"(?:[A-Za-z][a-z']+[ ,]+){3}[A-Za-z][a-z']+")
ORIGIN = "https://site.invalid/"
STANDING = {"data/datapackage.json", "search.html", "static/site.css", "static/icon.svg", "static/js/main.js"}
"""Files that the skeleton of every page leads to and other parts of the build make."""

SIGNED = new_entry(
    "1.txt",
    headline=Bilingual(zh="第一个标题", en="A first headline of several words"),
    author=Bilingual(zh="王小明", en="Wang Xiaoming"),
    column=Bilingual(zh="社论"),
    section="国内新闻",
)
ARCHIVE = [
    SIGNED,
    new_entry("2.txt", page=2, headline=Bilingual(zh="只有中文的标题")),
    new_entry("3.txt", page=None, headline=Bilingual(en="Only in English, this headline")),
    new_entry("4.txt", page=2, headline=Bilingual(zh="NATO 与 Organization of American States 会议", en="北约 meets")),
    *(new_entry(f"1955/{number}.txt", day=date(1955, 1 + number % 2, 1 + number % 3)) for number in range(25)),
    new_entry("moved.txt", day=date(1955, 3, 1), permalink="1955/03/02/1-7q3fk.html"),
]


def made(entries: list[Entry], site: Site) -> dict[str, str]:
    return {path: render_index(site, page).decode() for path, page in planned(entries, site).items()}


@pytest.fixture(scope="module", params=["en", "zh"])
def pages(request: pytest.FixtureRequest) -> dict[str, str]:
    return made(ARCHIVE, new_site(longest_list=10, interface=request.param))


@pytest.fixture(scope="module")
def read(pages: dict[str, str]) -> dict[str, Page]:
    return {path: read_page(text) for path, text in pages.items()}


def test_every_link_leads_to_a_page_and_a_place_on_it(read: dict[str, Page]) -> None:
    articles = {path for entry in ARCHIVE for path in (entry.permalink, cite.record_path(new_site(), entry))}
    articles |= {path for path, _ in cite.files(new_site(), carded(ARCHIVE))}
    dead = []
    for path, page in read.items():
        for address in page.addresses:
            parts = urlsplit(urljoin(ORIGIN + path, address))
            target = unquote(parts.path[1:])
            is_there = target in articles | STANDING or target in read
            if not is_there or (parts.fragment not in {"", "main"} and parts.fragment not in read[target].ids):
                dead.append((path, address))
    assert not dead


def test_every_article_is_linked(read: dict[str, Page]) -> None:
    linked = {
        urlsplit(urljoin(ORIGIN + path, address)).path[1:] for path, page in read.items() for address in page.addresses
    }
    assert {entry.permalink for entry in ARCHIVE} <= linked


def test_links_are_relative_so_that_the_site_works_from_a_folder(read: dict[str, Page]) -> None:
    assert not [address for page in read.values() for address in page.addresses if re.match(r"/|\w+:|.*/$", address)]


def test_every_text_stands_in_its_language(read: dict[str, Page]) -> None:
    wrong = [
        (path, said.language, said.text)
        for path, page in read.items()
        for said in page.said
        if (HAN.search(said.text) and not said.language.startswith("zh"))
        or (ENGLISH.search(said.text) and said.language.startswith("zh"))
    ]
    assert not wrong


def test_ids_are_unique_and_every_page_has_one_heading_and_a_title(
    pages: dict[str, str], read: dict[str, Page]
) -> None:
    for path, text in pages.items():
        assert len(set(read[path].ids)) == len(read[path].ids)
        assert len(re.findall(r"<h1[ >]", text)) == 1
        assert re.search(r"<title>\S[^<]*</title>", text)


def test_nothing_breaks_the_content_security_policy(pages: dict[str, str]) -> None:
    for text in pages.values():
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]* src=)", text)


def test_headings_go_down_one_level_at_a_time(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
        assert levels[0] == 1, path
        assert all(below - above <= 1 for above, below in pairwise(levels)), path


def row_of(text: str, entry: Entry) -> str:
    name = Path(entry.permalink).name
    rows: list[str] = re.findall(r"<li>[^\n]*", text)
    return next(row for row in rows if name in row)


def test_both_headlines_stand_in_one_link_with_authors_and_column_below() -> None:
    text = made(ARCHIVE, new_site())["1954/12/24/index.html"]
    assert row_of(text, SIGNED) == (
        "<li><a href=1-1txt0.html><span lang=zh-Hans>第一个标题</span> "
        "A first headline of several words</a><p><span lang=zh-Hans>王小明 · 专栏：社论</span> Wang Xiaoming"
    ).replace("1-1txt0.html", Path(SIGNED.permalink).name)


@pytest.mark.parametrize(("source", "elements"), [("2.txt", 1), ("3.txt", 0)])
def test_a_headline_in_one_language_only_leaves_no_empty_element(source: str, elements: int) -> None:
    entry = next(entry for entry in ARCHIVE if entry.source == source)
    text = made(ARCHIVE, new_site())["1954/12/24/index.html"]
    assert row_of(text, entry).count("<span") == elements
    assert "<p" not in row_of(text, entry)


def test_an_issue_has_a_section_for_each_newspaper_page_and_a_way_to_it() -> None:
    text = made(ARCHIVE, new_site())["1954/12/24/index.html"]
    assert re.findall(r"<section class=sheet id=([^>]+)>", text) == ["page-1", "page-2", "page-0"]
    assert re.findall(r"<a href=#(page-\d+)>", text) == ["page-1", "page-2", "page-0"]
    assert "国内新闻" in text
    assert "Page unknown" in text


def test_a_year_has_twelve_calendars_whose_days_say_how_many_articles_they_have() -> None:
    text = made(ARCHIVE, new_site())["1955/index.html"]
    calendars = re.findall(r"<table class=calendar>.*?</table>", text, re.DOTALL)
    assert len(calendars) == 12
    assert all(len(re.findall(r"<th scope=col", calendar)) == 7 for calendar in calendars)
    days = re.findall(r"<a href=(\d\d/\d\d)/index.html>(\d+)<span[^>]*>([^<]*)</span>", text)
    assert [(path, number, said) for path, number, said in days if path.startswith("01")] == [
        ("01/01", "1", ", 5 articles"),
        ("01/02", "2", ", 4 articles"),
        ("01/03", "3", ", 4 articles"),
    ]
    assert ("03/01", "1", ", 1 article") in days


def lists_no_issues(site: Site, *no_issue: str) -> Site:
    return replace(site, publication=replace(site.publication, no_issue=tuple(map(read_days, no_issue))))


@pytest.mark.parametrize("path", ["1955/index.html", "1955/01/index.html"])
@pytest.mark.parametrize(("interface", "missing", "none"), [("en", "missing", "no issue"), ("zh", "缺报", "未出报")])
def test_a_calendar_says_which_days_are_missing_and_which_had_no_issue(
    path: str, interface: str, missing: str, none: str
) -> None:
    site = lists_no_issues(new_site(interface=interface), "1955-01-08")
    text = made([new_entry("1", day=date(1955, 1, 3)), new_entry("2", day=date(1955, 1, 9))], site)[path]
    first_week, second_week, *_ = re.findall(r"<tr>(<td.*?)</tr>", text, re.DOTALL)
    assert re.findall(r"<td>(\d+)</td>", first_week) == ["1", "2"]
    assert re.findall(r"<td class=(\w+)>(\d+) <span data-t=([\w.]+)>(.*?)</span></td>", second_week) == [
        *(("missing", str(day), "index.day.missing", missing) for day in range(4, 8)),
        ("none", "8", "index.day.none", none),
    ]


def said_in(text: str, begin: str, end: str) -> str:
    """What a reader sees of the page from one of its tags to another."""
    part = text.partition(begin)[2].partition(end)[0]
    return " ".join(re.sub(r"<[^>]*>", " ", f"<{part}").split())


MISSING = "7 missing: an issue may have appeared"
NONE = "7 no issue is known to have appeared"


@pytest.mark.parametrize("path", ["1955/index.html", "1955/01/index.html"])
@pytest.mark.parametrize(
    ("days", "no_issue", "line", "legend"),
    [
        ((3, 4), (), "", ""),
        ((3, 5), (), " 1 day missing", f" Days without articles {MISSING}"),
        ((3, 5), ("1955-01-04",), " 1 day without an issue", f" Days without articles {NONE}"),
        (
            (3, 9),
            ("Saturday", "Friday"),
            " 3 days missing 2 days without an issue",
            f" Days without articles {MISSING} {NONE}",
        ),
    ],
)
def test_days_without_articles_are_counted_and_explained_only_where_there_are_any(
    path: str, days: tuple[int, ...], no_issue: tuple[str, ...], line: str, legend: str
) -> None:
    entries = [new_entry(f"{day}", day=date(1955, 1, day)) for day in days]
    text = made(entries, lists_no_issues(new_site(), *no_issue))[path]
    assert said_in(text, "<p class=count", "</p>") == f"2 articles 2 issues{line}"
    assert said_in(text, "<dl class=legend", "</dl>") == f"Articles per day 1{legend}"
    assert ("missing" in text) == ("missing" in line)
    assert ("no issue" in text) == ("without" in line)


def test_the_front_page_has_a_row_for_years_without_articles_and_lines_for_what_is_here() -> None:
    days = [date(1946, 12, 30), date(1946, 12, 31), date(1989, 1, 1), date(1989, 1, 4)]
    text = made([new_entry(f"{day}", day=day) for day in days], new_site())["index.html"]
    assert said_in(text, "<div class=decades", "</div>").replace(" Year Articles", ":") == (
        "1940s: 1946 2 , 100% of days 1947–1949 missing"
        " 1950s–1970s: 1950–1979 missing"
        " 1980s: 1980–1988 missing 1989 2 , 50% of days"
    )
    assert re.findall(r'<rect y=12 width="(\d+)%"', text) == ["100", "100", "100", "50"]
    assert "15,343 days missing" in text


def test_the_front_page_of_a_whole_archive_has_no_word_of_what_is_missing() -> None:
    text = made([new_entry(f"{day}", day=date(1955, 1, day)) for day in (1, 2)], new_site())["index.html"]
    assert "missing" not in text
    assert "%" not in re.sub(r'"[\d.]+%"', "", text)
    assert "<rect y=" not in text


def test_what_a_source_says_is_never_taken_for_html() -> None:
    evil = '<img src=x onerror=alert(1)> & "'
    entry = new_entry(
        headline=Bilingual(zh=evil, en=evil),
        author=Bilingual(zh=evil, en=evil),
        column=Bilingual(zh=f"{evil} 2"),
        section=evil,
    )
    for text in made([entry], new_site()).values():
        assert "<img" not in text
    assert made([entry], new_site())["1954/12/24/index.html"].count("&lt;") == 8


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.html", ""), ("1954/12/24/index.html", "1954/12/24/"), ("pages/0/index.html", "pages/0/")],
)
def test_a_page_names_its_one_address(path: str, address: str) -> None:
    base = "https://example.org/archive/"
    assert f'<link rel=canonical href="{base}{address}">' in made(ARCHIVE, new_site(base_url=base))[path]
    assert "rel=canonical" not in made(ARCHIVE, new_site())[path]


def test_an_empty_archive_says_so() -> None:
    for text in made([], new_site()).values():
        assert "No articles yet." in text


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert made(ARCHIVE, new_site()) == made(ARCHIVE[::-1], new_site())


def test_a_fault_in_a_site_s_own_template_is_named(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "issue.html").write_text("{{ view.no_such_thing }}")
    site = replace(new_site(), templates=tmp_path)
    with pytest.raises(Halt, match=r"issue\.html"):
        made(ARCHIVE, site)
