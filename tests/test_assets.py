"""What pages load: one small style sheet, small scripts, and the files that a site brings itself."""

import fnmatch
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from duizhao.assets import LAYERS, STYLESHEET, asset_files, stylesheet
from duizhao.markup.documents import ALIGNED
from duizhao.model import Bilingual, BlockKind
from duizhao.problems import Halt
from duizhao.settings import Colours, Site

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "static"
SHEETS = [*sorted((STATIC / "css").glob("*.css")), STATIC / "passage.css", STATIC / "search.css"]
SCRIPTS = sorted(path for path in (STATIC / "js").rglob("*.js") if path.parent.name != "snowball")
SITE = Site(title=Bilingual(en="Archive"), static=STATIC, content=ROOT / "content")

PHYSICAL = re.compile(
    r"(?:(?:margin|padding|border|inset)-(?:top|right|bottom|left)|(?<![-\w])(?:min-|max-)?(?:width|height)"
    r"|(?<![-\w])(?:top|right|bottom|left))\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)


def rules(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)


def site_with(folder: Path, **files: str) -> Site:
    for path, text in files.items():
        (folder / "static" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "static" / path).write_text(text, encoding="utf-8")
    return Site(title=Bilingual(en="Archive"), static=folder / "static", content=folder / "content")


def test_the_layers_stand_in_their_order_each_at_most_once() -> None:
    text = stylesheet(SITE).decode()
    opened = re.findall(r"^@layer (\w+) \{$", text, flags=re.MULTILINE)
    assert text.startswith(f"@layer {', '.join(LAYERS)};\n")
    assert opened == ["tokens", *(layer for layer in LAYERS if (STATIC / f"css/{layer}.css").exists())]
    assert text.count("{") == text.count("}")


def test_every_file_of_styles_is_a_layer() -> None:
    assert {sheet.stem for sheet in SHEETS if sheet.parent.name == "css"} <= set(LAYERS)


def test_the_colours_of_the_site_are_in_the_style_sheet() -> None:
    site = Site(title=Bilingual(en="A"), static=STATIC, colours=Colours(accent="#123456", accent_dark="#abcdef"))
    assert "--accent-light: #123456;\n--accent-dark: #abcdef;" in stylesheet(site).decode()


def test_the_style_sheet_is_small_and_holds_no_comment() -> None:
    assert len(stylesheet(SITE)) < 23_700
    assert b"/*" not in stylesheet(SITE)


def test_scripts_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (STATIC / "js").glob("*.js")}
    assert sum(size for name, size in sizes.items() if name not in CITING) < 32_700
    assert sum(sizes[name] for name in CITING) < 19_700
    assert sum(path.stat().st_size for path in (STATIC / "js/search").glob("*.js")) < 57_000
    assert sum(path.stat().st_size for path in (STATIC / "js/passage").glob("*.js")) < 23_400
    assert (STATIC / "js/passage/start.js").stat().st_size < 3_150


CITING = {
    *("cite.js", "citation.js", "cited.js", "punctuation.js"),
    *("entries.js", "reference_files.js", "save.js"),
}
"""Scripts for citations and for files of entries, of which a page of an article loads none before they are wanted."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_styles_know_no_left_and_right_no_ids_and_no_other_host(sheet: Path) -> None:
    text = rules(sheet)
    selectors = re.sub(r"\{[^{}]*\}|@[^{]*", "{}", text)
    assert not PHYSICAL.findall(re.sub(r"@[^{]*", "", text))
    assert not re.findall(r"#[A-Za-z_][\w-]*", selectors)
    assert not re.findall(r"url\(|@import|@font-face|https?:", text)
    assert "!important" not in text or sheet.stem in {"reset", "print"}


def written_classes() -> set[str]:
    """Every class that a page may carry; what a template fills in is `*`."""
    attribute = re.compile(r"""\bclass=(?:"([^"]*)"|((?:[\w-]|\{\{.*?\}\})+))""")
    pages = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "tests/golden/after").rglob("*.html")]
    found = {"line", "gap", *get_args(BlockKind), *ALIGNED.values()} - {"text"}
    for page in pages:
        for quoted, bare in attribute.findall(page.read_text(encoding="utf-8")):
            found |= {*re.sub(r"\{\{.*?\}\}", "*", quoted or bare).split()} - {"*"}
    return found


def test_every_class_is_styled_or_looked_for_by_a_script() -> None:
    known = set(re.findall(r"\.([a-z][\w-]*)", "".join(map(rules, SHEETS))))
    for script in SCRIPTS:
        known |= set(re.findall(r"""querySelector(?:All)?\("\.([\w-]+)""", script.read_text(encoding="utf-8")))
    assert {"align-end", "shade-*", "signature", "offline"} <= written_classes()
    for_others = {"unapi-id", "Z3988"}  # what Zotero looks for
    assert [name for name in written_classes() - for_others if not fnmatch.filter(known, name)] == []


def test_every_custom_property_is_set_and_used() -> None:
    text = stylesheet(SITE).decode()
    assert set(re.findall(r"(--[\w-]+)\s*:", text)) == set(re.findall(r"var\((--[\w-]+)", text))


def test_scripts_write_no_html_and_ask_no_other_host() -> None:
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        assert not re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|https?:", text), script


def test_static_files_are_published_below_static_and_styles_only_joined() -> None:
    paths = [path for path, _ in asset_files(SITE)]
    assert {STYLESHEET, "static/strings.json", "static/site.json", "static/icon.svg", "static/js/main.js"} <= set(paths)
    assert not [path for path in paths if path.startswith("static/css/")]
    assert len(paths) == len(set(paths))


def test_a_site_replaces_and_adds_files(tmp_path: Path) -> None:
    files = {
        "icon.svg": "<svg/>",
        "photo.txt": "x",
        "css/tokens.css": ":root { --own: 1 }",
        "root/CNAME": "example.org",
    }
    made = dict(asset_files(site_with(tmp_path, **files)))
    assert made["static/icon.svg"] == b"<svg/>"
    assert made["static/photo.txt"] == b"x"
    assert made["CNAME"] == b"example.org"
    assert b"--own: 1" in made[STYLESHEET]
    assert b"--measure:" not in made[STYLESHEET]
    assert "static/js/main.js" in made


def test_hidden_files_stay_behind(tmp_path: Path) -> None:
    made = dict(asset_files(site_with(tmp_path, **{".DS_Store": "x", "root/.gitkeep": ""})))
    assert not [path for path in made if Path(path).name.startswith(".")]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("site.css", "static/site.css"),
        ("strings.json", "static/strings.json"),
        ("site.json", "static/site.json"),
        ("root/index.html", "index.html"),
        ("root/404.html", "404.html"),
        ("root/about.html", "about.html"),
        ("root/search.json", "search.json"),
        ("root/sitemap-2.xml", "sitemap-2.xml"),
        ("root/robots.txt", "robots.txt"),
        ("root/1954/12/24/index.html", "1954/12/24/index.html"),
        ("root/pages/1/index.html", "pages/1/index.html"),
    ],
)
def test_a_file_in_the_place_of_one_that_the_build_makes_stops_it(tmp_path: Path, path: str, address: str) -> None:
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/about.md").write_text("# About\n", encoding="utf-8")
    with pytest.raises(Halt) as halted:
        list(asset_files(site_with(tmp_path, **{path: "x"})))
    assert [(found.code, address in found.message) for found in halted.value.problems] == [("static-reserved", True)]


@pytest.mark.parametrize("path", ["root/CNAME", "root/google1234.html", "root/humans.txt", "root/19540/a.txt"])
def test_other_files_may_stand_at_the_root(tmp_path: Path, path: str) -> None:
    assert path.removeprefix("root/") in dict(asset_files(site_with(tmp_path, **{path: "x"})))


def halted(site: Site) -> list[tuple[str, str, int]]:
    """Stop, and say code, file and line of each problem."""
    with pytest.raises(Halt) as stopped:
        list(asset_files(site))
    return [(found.code, Path(found.path).name, found.line) for found in stopped.value.problems]


def test_style_sheets_that_are_no_layer_are_published_as_they_are(tmp_path: Path) -> None:
    files = {"css/mine.css": "a{}", "css/fonts/b.css": "b{}", "css/parts.css": "p{}", "css/c.woff2": "c"}
    made = dict(asset_files(site_with(tmp_path, **files)))
    own = {path: data for path, data in made.items() if path.startswith("static/css/")}
    assert own == {"static/css/mine.css": b"a{}", "static/css/fonts/b.css": b"b{}", "static/css/c.woff2": b"c"}
    assert b"p{}" in made[STYLESHEET]


def test_a_layer_that_is_not_utf_8_stops_the_build(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"css/parts.css": ""})
    (site.static / "css/parts.css").write_bytes(b"a {\n  content: '\xd6\xd0' }\n")
    assert halted(site) == [("file-encoding", "parts.css", 2)]
    (site.static / "css/parts.css").write_bytes(b"\xef\xbb\xbfa{}")
    assert b"parts {\na{}\n}" in stylesheet(site)


def test_a_link_counts_below_the_static_folder_only(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"a.txt": "a", "folder/b.txt": "b"})
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/s.css").write_text("s", encoding="utf-8")
    (site.static / "in.txt").symlink_to(site.static / "a.txt")
    (site.static / "again").symlink_to(site.static / "folder")
    made = dict(asset_files(site))
    assert made["static/in.txt"] == b"a"
    assert "static/again/b.txt" not in made
    (site.static / "root").symlink_to(tmp_path / "secret")
    (site.static / "css").mkdir()
    (site.static / "css/parts.css").symlink_to(tmp_path / "secret/s.css")
    (site.static / "out.txt").symlink_to(tmp_path / "secret/s.css")
    assert halted(site) == [("file-outside", name, 0) for name in ("parts.css", "out.txt", "root")]


def test_a_static_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"a.txt": "a"})
    (site.static / "b.txt").symlink_to(site.static / "a.txt")
    (tmp_path / "linked").symlink_to(site.static)
    assert dict(asset_files(replace(site, static=tmp_path / "linked")))["static/b.txt"] == b"a"


def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    site = site_with(tmp_path, **{"a.txt": "a"})
    (site.static / "dead.txt").symlink_to(site.static / "none.txt")
    assert halted(site) == [("file-unreadable", "dead.txt", 0)]


@pytest.mark.parametrize("name", [b"a\nb.txt", b"\xd6\xd0.txt", b"root/a\n"])
def test_a_name_that_no_list_of_files_can_hold_stops_the_build(tmp_path: Path, name: bytes) -> None:
    site = site_with(tmp_path, **{"root/a.txt": "a"})
    with open(os.fsencode(site.static) + b"/" + name, "wb"):  # noqa: PTH123 - no Path of this name
        pass
    assert [code for code, _, _ in halted(site)] == ["file-name"]
