"""Files in content/pages/ become pages of the site, in one or both languages, and are linked from every page."""

from pathlib import Path

import pytest

from duizhao.editorial import EditorialPage, editorial_pages
from duizhao.model import Bilingual
from duizhao.settings import Site


def read(folder: Path, files: dict[str, str]) -> tuple[tuple[EditorialPage, ...], list[tuple[str, int, str]]]:
    for name, text in files.items():
        path = folder / "content" / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    editorial_pages.cache_clear()
    pages, problems = editorial_pages(Site(title=Bilingual(en="x"), content=folder / "content"))
    return pages, [(found.path, found.line, found.code) for found in problems]


def test_an_archive_without_pages_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, {}) == ((), [])


def test_a_page_has_an_address_of_its_name_and_titles_in_both_languages(tmp_path: Path) -> None:
    pages, problems = read(tmp_path, {"about-us.md": "---\ntitle: About\ntitle_zh: 关于\n---\n\nText.\n"})
    [page] = pages
    assert (page.permalink, page.title) == ("about-us.html", Bilingual(en="About", zh="关于"))
    assert page.text.strip() == "Text."
    assert problems == []


def test_one_title_is_enough(tmp_path: Path) -> None:
    pages, problems = read(tmp_path, {"a.md": "---\ntitle_zh: 关于\n---\n文\n"})
    assert pages[0].title == Bilingual(zh="关于")
    assert problems == []


def test_pages_stand_by_their_order_and_then_by_name(tmp_path: Path) -> None:
    files = {
        f"{name}.md": f"---\ntitle: x\n{order}\n---\n"
        for name, order in (("a", ""), ("b", "order: 2"), ("c", "order: 1"))
    }
    pages, _ = read(tmp_path, files)
    assert [page.permalink for page in pages] == ["c.html", "b.html", "a.html"]


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("a.md", "Text without front matter.\n", 1, "page-title"),
        ("a.md", "---\ntitle: x\ntitel: y\n---\n", 3, "key-unknown"),
        ("a.md", "---\ntitle: x\norder: first\n---\n", 3, "key-value"),
        ("a.md", "---\ntitle: [\n---\n", 2, "front-matter"),
        ("a.md", "---\ntitle: x\n---\n<script>alert(1)</script>\n", 4, "html-escaped"),
        ("a.md", "---\ntitle: x\n---\n[x](javascript:alert(1))\n", 4, "link-unsafe"),
        ("A.md", "---\ntitle: x\n---\n", 0, "page-file-name"),
        ("404.md", "---\ntitle: x\n---\n", 0, "page-file-name"),
        ("more/a.md", "---\ntitle: x\n---\n", 0, "page-file-name"),
        ("a.md", "", 0, "file-empty"),
        ("a.md", "---\ntitle: x\n---\na\x07b\n", 4, "character-control"),
        ("a.md", '---\ntitle: x\ntitle_zh: "\\ud800"\n---\n', 3, "front-matter"),
    ],
)
def test_what_is_wrong_with_a_page_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, line: int, code: str
) -> None:
    _, problems = read(tmp_path, {name: text})
    assert problems == [(f"pages/{name}", line, code)]


def test_no_page_holds_a_character_that_none_may_hold(tmp_path: Path) -> None:
    pages, _ = read(tmp_path, {"a.md": "---\ntitle: x\x07\n---\ny\x0b\n"})
    assert (pages[0].title.en, pages[0].text) == ("x␇", "y␋\n")


def test_links_within_the_site_are_not_noted(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"a.md": "---\ntitle: x\n---\n[b](b.html), [c](1954/#p3), [d](?q=x)\n"})
    assert problems == []


def test_pages_are_found_by_the_rules_of_articles(tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\n"
    names = ["a.MD", "README.md", ".hidden.md", ".b/c.md", "notes.txt", "picture.png"]
    (tmp_path / "secret.md").write_text(text, encoding="utf-8")
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/out.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "content/pages/in.md").symlink_to(tmp_path / "content/pages/a.MD")
    pages, problems = read(tmp_path, dict.fromkeys(names, text))
    assert [page.permalink for page in pages] == ["a.html", "in.html"]
    assert problems == [("pages/out.md", 0, "file-outside")]


def test_a_linked_folder_of_pages_is_not_followed(tmp_path: Path) -> None:
    for folder in ("content/more", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    (tmp_path / "content/pages").symlink_to(tmp_path / "elsewhere")
    assert read(tmp_path, {}) == ((), [("pages", 0, "file-outside")])
    (tmp_path / "content/pages").unlink()
    (tmp_path / "content/pages").symlink_to(tmp_path / "content/more")
    assert read(tmp_path, {}) == ((), [])


def test_two_files_cannot_be_one_page(tmp_path: Path) -> None:
    pages, problems = read(tmp_path, dict.fromkeys(["a.MD", "a.md"], "---\ntitle: x\n---\n"))
    assert [page.source for page in pages] == ["pages/a.MD"]
    assert problems == [("pages/a.md", 0, "page-file-name")]
