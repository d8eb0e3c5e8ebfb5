"""Which files are articles, and how they are read."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.model import Source
from duizhao.problems import Problem
from duizhao.sources import find_sources, read_corrections, read_source

LARGEST = 1_000


def write(content: Path, *paths: str) -> None:
    for path in paths:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text("text", encoding="utf-8")


def read(folder: Path, data: bytes) -> Source | Problem:
    (folder / "a.md").write_bytes(data)
    return read_source(folder, "a.md", LARGEST)


def found(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    paths, problems = find_sources(folder)
    return paths, [(problem.code, problem.path) for problem in problems]


def test_articles_are_found_at_any_depth_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "1954.12/二.txt", "1954.12/一.md", "a/b/c/d.MD", "1954.12/x/pages/e.md")
    assert found(tmp_path) == (["1954.12/x/pages/e.md", "1954.12/一.md", "1954.12/二.txt", "a/b/c/d.MD", "b.md"], [])


def test_what_is_no_article_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "a/README.md", ".hidden.md", ".git/a.md", "a/.b/c.md", "pages/about.md")
    write(tmp_path, "permalinks.csv", "picture.png", "md", "note.md.bak", "folder.md/kept.txt")
    assert found(tmp_path) == (["folder.md/kept.txt"], [])


@pytest.mark.parametrize("name", ["two words.md", "50%.md", "no#1.md", "why?.md", "\"'`.md", "汉" * 81 + "abcd.md"])
def test_any_name_that_is_utf_8_is_good(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert found(tmp_path) == ([name], [])
    assert read_source(tmp_path, name, LARGEST) == Source(path=name, text="text")


def test_editorial_pages_are_listed_apart(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "pages/about.md", "pages/more/b.Md", "pages/README.md", "pages/c.txt", "x/pages/d.md")
    assert find_sources(tmp_path, below="pages") == (["pages/about.md", "pages/more/b.Md"], [])
    assert find_sources(tmp_path / "x", below="pages") == (["pages/d.md"], [])
    assert find_sources(tmp_path / "none", below="pages") == ([], [])


def test_a_name_that_is_not_utf_8_is_named_readably(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in (b"/\xb0.md", b"/\xb0.png", b"/a/\xb1.txt"):
        with open(os.fsencode(tmp_path) + name, "wb"):  # noqa: PTH123 - no Path of this name
            pass
    assert found(tmp_path) == ([], [("file-name", "\\xb0.md"), ("file-name", "a/\\xb1.txt")])


def test_a_linked_file_counts_below_the_folder_only(tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "content2"
    write(content, "a.md")
    write(outside, "b.md", "c.png")
    (content / "in.md").symlink_to(content / "a.md")
    (content / "out.md").symlink_to(outside / "b.md")
    (content / "out.png").symlink_to(outside / "c.png")
    (content / "dead.md").symlink_to(tmp_path / "none.md")
    assert found(content) == (["a.md", "in.md"], [("file-outside", "dead.md"), ("file-outside", "out.md")])


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "other"
    write(content, "a/b.md")
    write(outside, "c.md")
    (content / "again").symlink_to(content / "a")
    (content / "round.md").symlink_to(content)
    (content / "out").symlink_to(outside)
    assert found(content) == (["a/b.md"], [("file-outside", "out")])


def test_a_content_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", "a.md")
    (tmp_path / "real" / "b.md").symlink_to(tmp_path / "real" / "a.md")
    (tmp_path / "content").symlink_to(tmp_path / "real")
    assert found(tmp_path / "content") == (["a.md", "b.md"], [])


def test_a_link_to_itself_is_found_and_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    paths, problems = find_sources(tmp_path)
    assert (paths, problems) == (["loop.md"], [])
    unread = read_source(tmp_path, "loop.md", LARGEST)
    assert isinstance(unread, Problem)
    assert unread.code == "file-unreadable"


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.md", "secret/b.md")
    scan = os.scandir

    def guarded(path: Path) -> object:
        if path.name == "secret":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert found(tmp_path) == (["a.md"], [("file-unreadable", "secret/")])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("中文\n".encode(), "中文\n"),
        ("\ufeff中文".encode(), "中文"),
        (b"a\r\nb\rc\n\r\n", "a\nb\nc\n\n"),
        ("\ufeff\ufeffa".encode(), "\ufeffa"),
    ],
)
def test_utf_8_is_read_with_bare_line_feeds(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == Source(path="a.md", text=text)


@pytest.mark.parametrize(
    ("data", "code", "line", "said"),
    [
        (b"", "file-empty", 0, "empty"),
        ("\ufeff \n\u3000\t".encode(), "file-empty", 0, "white space"),
        (b"a\r\nb\0c", "file-binary", 2, "NUL"),
        ("a\r\n中".encode("gb18030"), "file-encoding", 2, "0xD6"),
        (b"\xef\xbb\xbfa\rb\n\xff", "file-encoding", 3, "0xFF"),
        (b"a\xed\xa0\x80", "file-encoding", 1, "0xED"),
        ("中".encode("utf-16"), "file-encoding", 1, "UTF-16"),
        ("中".encode("utf-32"), "file-encoding", 1, "UTF-32"),
        (b"\xfe\xff4-", "file-encoding", 1, "FE FF"),
        (b"a" * (LARGEST + 1), "file-large", 0, "1,001"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, code: str, line: int, said: str) -> None:
    problem = read(tmp_path, data)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path, problem.line) == (code, "a.md", line)
    assert said in problem.message


def test_the_largest_article_is_still_read(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, b"a" * LARGEST), Source)


@pytest.mark.parametrize("path", ["none.md", "folder.md", "none/a.md"])
def test_what_is_no_file_is_named(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder.md").mkdir()
    problem = read_source(tmp_path, path, LARGEST)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("file-unreadable", path)


@settings(deadline=None)
@given(st.text(max_size=100))
def test_text_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    source = read(folder, f"x{text}".replace("\0", "").replace("\r", "\n").encode("utf-8"))
    assert source == Source(path="a.md", text=f"x{text}".replace("\0", "").replace("\r", "\n"))


def test_files_of_corrections_are_no_articles_and_named_where_their_article_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b/c.txt", "a.md.corrections.yaml", "b/c.txt.corrections.yaml", ".d.md.corrections.yaml")
    assert found(tmp_path) == (["a.md", "b/c.txt"], [])
    write(
        tmp_path,
        "c.txt.corrections.yaml",
        "a.corrections.yaml",
        "b/c.txt.Corrections.YML",
        "pages/e.md.corrections.yaml",
    )
    paths, problems = find_sources(tmp_path)
    assert paths == ["a.md", "b/c.txt"]
    assert {problem.path: problem.message.partition("did you mean ")[2] for problem in problems} == {
        "a.corrections.yaml": "“a.md.corrections.yaml”?)",
        "b/c.txt.Corrections.YML": "“b/c.txt.corrections.yaml”?)",
        "c.txt.corrections.yaml": "",
    }
    assert [problem.path for problem in find_sources(tmp_path, below="pages")[1]] == ["pages/e.md.corrections.yaml"]


def test_corrections_are_read_as_sources_are(tmp_path: Path) -> None:
    assert read_corrections(tmp_path, "a.md", LARGEST) is None
    (tmp_path / "a.md.corrections.yaml").write_bytes("\ufeffpair:\r\n".encode())
    assert read_corrections(tmp_path, "a.md", LARGEST) == Source(path="a.md.corrections.yaml", text="pair:\n")
    (tmp_path / "a.md.corrections.yaml").write_bytes(b"\n")
    assert read_corrections(tmp_path, "a.md", LARGEST) is None


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [(b"pair:\n\xff", 2, "0xFF"), (b"a\0", 1, "NUL"), (b"#" * (LARGEST + 1), 0, "1,001"), (None, 0, "no regular file")],
)
def test_corrections_that_are_no_text_are_named_and_cost_nothing(
    tmp_path: Path, data: bytes | None, line: int, said: str
) -> None:
    beside = tmp_path / "a.md.corrections.yaml"
    beside.mkdir() if data is None else beside.write_bytes(data)
    problem = read_corrections(tmp_path, "a.md", LARGEST)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path, problem.line) == ("corrections-unreadable", beside.name, line)
    assert said in problem.message


def test_linked_corrections_count_below_the_folder_only(tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "other"
    write(content, "a.md", "real.txt")
    write(outside, "secret")
    (content / "a.md.corrections.yaml").symlink_to(outside / "secret")
    problem = read_corrections(content, "a.md", LARGEST)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("corrections-unreadable", f"it leads to {outside / 'secret'}")
    (content / "a.md.corrections.yaml").unlink()
    (content / "a.md.corrections.yaml").symlink_to(content / "real.txt")
    assert isinstance(read_corrections(content, "a.md", LARGEST), Source)
