"""Templates become pages, and a faulty template becomes a problem with its file and line."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from duizhao.model import Bilingual
from duizhao.problems import Halt
from duizhao.render import render
from duizhao.render.quick import MOST_KEPT, shown
from duizhao.settings import Site

ROOT = Path(__file__).parent.parent


def site_with(folder: Path, base_url: str = "", **templates: str) -> Site:
    (folder / "templates/pages").mkdir(parents=True)
    for name, text in templates.items():
        (folder / f"templates/pages/{name}.html").write_text(text, encoding="utf-8")
    return Site(
        title=Bilingual(en="Archive", zh="档案"),
        templates=folder / "templates",
        content=folder / "content",
        base_url=base_url,
    )


def filled(site: Site, path: str = "a.html", **context: object) -> str:
    return render(site, "pages/own.html", path, **context).decode()


def test_a_page_has_site_words_root_and_its_own_context(tmp_path: Path) -> None:
    site = site_with(tmp_path, own="{{ site.title.en }} {{ t.text('search') }} {{ root }} {{ own }}")
    assert filled(site, "1954/a.html", own=7) == "Archive Search ../ 7"


def test_text_is_escaped_and_words_of_the_other_language_are_marked(tmp_path: Path) -> None:
    site = site_with(tmp_path, own="{{ a }}|{{ b|en }}|{{ c|zh }}|{{ b|plain('en') }}")
    page = filled(site, a="<i>", b="<b> 对照", c="<i>对照 one two three")
    assert page == (
        "&lt;i&gt;|&lt;b&gt; <span lang=zh-Hans>对照</span>"
        "|&lt;i&gt;对照 <span lang=en>one two three</span>"
        "|&lt;b&gt; <span lang=zh-Hans>对照</span>"
    )


def test_the_indent_of_templates_is_left_out_and_that_of_text_kept(tmp_path: Path) -> None:
    site = site_with(tmp_path, own="<ul>\n  {% if a %}\n    <li>{{ a }}</li>\n  {% endif %}\n</ul>\n")
    assert filled(site, a="x\n    y") == "<ul>\n<li>x\n    y</li></ul>"


@pytest.mark.parametrize("address", ["", "https://licences.example/free?version=4&in=zh"])
def test_the_foot_of_a_page_links_to_the_licence_where_there_is_one(tmp_path: Path, address: str) -> None:
    site = replace(site_with(tmp_path), license=address)
    page = render(site, "pages/not_found.html", "404.html").decode()
    link = f'<a rel=license href="{escape(address)}" data-t=license>Licence</a>'
    assert (link in page, "rel=license" in page) == (bool(address), bool(address))


def test_a_template_of_the_site_stands_for_the_packages(tmp_path: Path) -> None:
    site = site_with(
        tmp_path, not_found="gone fishing", own="{% extends 'base.html' %}{% block main %}mine{% endblock %}"
    )
    assert render(site, "pages/not_found.html", "404.html") == b"gone fishing"
    assert "<main id=main>\nmine</main>" in filled(site)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\nb\n{{ nobody }}", 3, "'nobody' is undefined"),
        ("{{ site.titel }}", 1, "no attribute 'titel'"),
        ("\n{{ t('serach') }}", 2, "did you mean “search”"),
        ("\n\n{{ 1 + 'a' }}", 3, "unsupported operand"),
        ("{% include 'nowhere.html' %}", 1, "nowhere.html"),
        ("{{ 'x'|unknown }}", 1, "No filter named 'unknown'"),
    ],
)
def test_a_faulty_template_stops_the_build_with_its_file_and_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    with pytest.raises(Halt) as halted:
        filled(site_with(tmp_path, own=text))
    [found] = halted.value.problems
    assert (found.path, found.line, found.code) == (str(tmp_path / "templates/pages/own.html"), line, "template")
    assert message in found.message


def test_a_fault_is_told_where_it_stands_and_not_where_it_was_called(tmp_path: Path) -> None:
    site = site_with(
        tmp_path,
        own="\n{% from 'pages/part.html' import part %}\n{{ part() }}",
        part="{% macro part() %}\n{{ no }}{% endmacro %}",
    )
    with pytest.raises(Halt) as halted:
        filled(site)
    [found] = halted.value.problems
    assert (Path(found.path).name, found.line) == ("part.html", 2)


def test_a_template_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(Halt, match=r"pages/none\.html"):
        render(site_with(tmp_path), "pages/none.html", "a.html")


def test_what_stands_in_once_is_rendered_once_for_the_same_keys(tmp_path: Path) -> None:
    site = site_with(tmp_path, own="{% for n in ns %}{% once root, n %}{{ counted() }}{% endonce %} {% endfor %}")
    count = iter(range(9))
    said = [
        filled(site, path, ns=[1, 2, 1], counted=lambda: next(count)) for path in ("a.html", "b.html", "1954/a.html")
    ]
    assert said == ["0 1 0 ", "0 1 0 ", "2 3 2 "]


def test_once_without_keys_is_for_all_pages_and_each_place_for_itself(tmp_path: Path) -> None:
    own = (
        "{% once %}{{ a }}{% endonce %}\n{% once %}{% if a %}{% endif %}{% endonce %}\n{% once %}<{{ a }}>{% endonce %}"
    )
    site = site_with(tmp_path, own=own)
    assert [filled(site, a=a) for a in ("&", 2)] == ["&amp;<&amp;>", "&amp;<&amp;>"]


def test_a_fault_in_once_is_told_where_it_stands(tmp_path: Path) -> None:
    with pytest.raises(Halt) as halted:
        filled(site_with(tmp_path, own="\n{% once 1 %}\n{{ no }}{% endonce %}"))
    assert halted.value.problems[0].line == 3


def test_all_that_is_kept_is_forgotten_when_it_is_much(tmp_path: Path) -> None:
    site = site_with(tmp_path, own="{% once n %}{{ a }}{% endonce %}")
    assert filled(site, n=-1, a="first") == "first"
    for n in range(MOST_KEPT):
        filled(site, n=n, a="")
    assert filled(site, n=-1, a="second") == "second"


@given(st.one_of(st.text(), st.integers(), st.booleans(), st.floats(), st.none(), st.text().map(escape)))
def test_values_are_escaped_as_jinja_escapes_them(value: object) -> None:
    assert shown(value) == escape(value)
