"""A search as somebody makes one: what is found, in which order, and what is shown of it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.problems import Halt
from duizhao.search import Index, Limits, find, open_index
from duizhao.search.index import POINTER
from duizhao.search.page_text import PageText
from duizhao.search.query import parse
from duizhao.search.snippets import snippets
from tests.archive import GOOD, site_in

ARTICLES = {
    "head.txt": GOOD.replace("白河", "青河").replace("新桥通车", "粮食丰收").replace("1953-07-06", "1953-07-07"),
    "often.txt": GOOD.replace("白河", "粮食粮食粮食粮食粮食粮食"),
    "once.txt": GOOD.replace("白河", "黑河粮食")
    .replace("1953-07-06", "1953-07-08")
    .replace("Page: 3", "Page: 2")
    .replace("专栏：", "专栏：建设"),
    "none.txt": GOOD.replace("白河", "粮，食").replace("1953-07-06", "1953-07-09"),
}

HOSTILE = [
    "粮" * 1_000_000,
    "\ud800\udfff\ud83d",
    "<img src=x onerror=alert(1)>",
    ".*+?^${}()|[]\\",
    "，。！？——……",
    '"""""',
    "-" * 300,
    "OR OR OR",
    "\0\x1c\x85\u2028",
    "a" * 5_000,
    "’’’",
    "../../../etc/passwd",
    "__proto__ constructor toString",
    "的",
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    content = site_in(tmp_path).content
    for name, text in ARTICLES.items():
        (content / name).write_text(text, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: Archive\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["--jobs", "1", "--quiet"]) == 0
    return lambda *arguments: main(["search", *arguments])


@pytest.fixture
def index(run: Callable[..., int]) -> Index:  # noqa: ARG001 - it builds the site
    return open_index(Path("public"))


def titles(index: Index, asked: str, limits: Limits | None = None) -> list[str]:
    return [hit.article["date"] for hit in find(index, asked, limits or Limits()).hits]


def test_a_headline_comes_before_many_mentions_and_these_before_one(index: Index) -> None:
    assert titles(index, "粮食") == ["1953-07-07", "1953-07-06", "1953-07-08"]
    assert titles(index, "糧食") == titles(index, "粮食")


def test_hits_can_be_sorted_by_date(index: Index) -> None:
    newest = [hit.number for hit in find(index, "粮食", Limits(), "newest").hits]
    assert newest == [2, 1, 0]
    assert [hit.number for hit in find(index, "粮食", Limits(), "oldest").hits] == newest[::-1]


def test_a_count_is_exact_once_all_candidates_were_looked_at(index: Index) -> None:
    found = find(index, "粮食", Limits(), limit=1)
    assert (found.candidates, found.is_exact, len(found.hits)) == (3, True, 1)
    longer = find(index, "粮食粮食粮食", Limits())
    assert (longer.candidates, longer.is_exact) == (1, True)
    first = find(index, '"bridge over the"', Limits(), limit=1)
    assert (first.candidates, first.is_exact) == (4, False)


def test_limits_are_heeded_and_days_may_be_open(index: Index) -> None:
    assert titles(index, "粮食", Limits(first=date(1953, 7, 7))) == ["1953-07-07", "1953-07-08"]
    assert titles(index, "粮食", Limits(last=date(1953, 7, 6))) == ["1953-07-06"]
    assert titles(index, "粮食", Limits(first=date(1953, 7, 8), last=date(1953, 7, 6))) == []
    assert titles(index, "粮食", Limits(page=2)) == ["1953-07-08"]
    assert titles(index, "粮食", Limits(author="lin  MU", page=3)) == ["1953-07-07", "1953-07-06"]
    assert titles(index, "", Limits(column="建设", page=2)) == ["1953-07-08"]
    assert titles(index, "粮食", Limits(author="Nobody")) == []


def test_a_snippet_shows_both_languages_and_marks_what_was_found(index: Index) -> None:
    [hit] = find(index, "bridges 黑河", Limits()).hits
    assert [one.side for one in hit.snippets] == ["zh", "en"]
    marked = [piece for one in hit.snippets for piece, is_hit in one.pieces if is_hit]
    assert marked == ["黑河", "bridge"]


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ("word " * 60, "word", "word " * 35 + "word…"),
        (f"{'before ' * 30}here {'after ' * 40}", "here", f"…{'before ' * 6}here {'after ' * 21}after…"),
        ("x" * 300, "x*", "x" * 180 + "…"),
        ("Short, and whole.", "short", "Short, and whole."),
    ],
)
def test_an_english_snippet_begins_and_ends_with_a_word(text: str, asked: str, shown: str) -> None:
    page = PageText(headline=(), blocks=((1, text),))
    [made] = snippets(page, parse(asked).wanted)
    assert "".join(piece for piece, _ in made.pieces) == shown


@pytest.mark.parametrize("asked", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_does_harm(index: Index, asked: str) -> None:
    found = find(index, asked, Limits())
    assert len(found.hits) <= found.candidates <= len(ARTICLES)


def test_signs_that_are_no_words_find_nothing_and_no_signs_find_all(index: Index) -> None:
    assert not find(index, "，。", Limits()).hits
    assert find(index, "  ", Limits()).candidates == len(ARTICLES)


def test_the_command_shows_articles_with_their_addresses(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("粮食", "--from", "1953-07-07", "--page", "3", "--sort", "newest") == 0
    said = capsys.readouterr().out
    assert said.startswith("1 article\n\n1953-07-07 · page 3 · 1953/07/07/3-")
    assert "粮食丰收" in said
    assert run('"of the train OR bridge over"') == 0
    assert capsys.readouterr().out == "0 articles\n"


@pytest.mark.parametrize("arguments", [["a", "--from", "1953"], ["a", "--page", "0"], ["a", "--sort", "best"]])
def test_limits_that_cannot_be_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["search", *arguments])
    assert stopped.value.code == 2


def test_a_site_without_an_index_is_told_so(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    Path("site.yaml").write_text("title: Archive\nsearch: {full_text: false}\n", encoding="utf-8")
    assert main(["--jobs", "1", "--quiet"]) == 0
    assert not Path("public/search").exists()
    assert run("粮食") == 2
    assert ": search-missing: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "pointer", ["", "[]", "{}", '{"version": 2, "folder": "x"}', '{"version": 1, "folder": "none/"}']
)
def test_an_index_that_cannot_be_read_is_told(tmp_path: Path, pointer: str) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / POINTER).write_text(pointer, encoding="utf-8")
    with pytest.raises(Halt):
        open_index(tmp_path)


def test_an_empty_archive_has_an_index_in_which_nothing_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_in(tmp_path)
    (tmp_path / "site.yaml").write_text("title: Archive\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["--jobs", "1", "--quiet"]) == 0
    index = open_index(Path("public"))
    assert json.loads(Path("public", POINTER).read_bytes())["articles"] == 0
    for asked in ("", "粮食", "-grain", '"a b"'):
        assert not find(index, asked, Limits(page=1)).hits
        assert not find(index, asked, Limits(first=date(1953, 1, 1))).hits
