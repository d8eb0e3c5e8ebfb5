"""The interface's words: both languages complete, composed alike by the builder and by the script."""

import gc
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duizhao.model import Bilingual
from duizhao.problems import Halt
from duizhao.settings import Site
from duizhao.strings import Interface, UnknownString, Words, forget, interface, strings_json

ROOT = Path(__file__).parent.parent
SITE = Site(title=Bilingual(en="Archive", zh="档案"), templates=ROOT / "templates")
OWN = interface(SITE)

TABLE: dict[str, Any] = json.loads((ROOT / "tests/js/words.json").read_text(encoding="utf-8"))
WORDS = Words(tag="en", values={key: tuple(v) if isinstance(v, list) else v for key, v in TABLE["words"].items()})
T = Interface(en=WORDS, zh=WORDS, language="en")

FIELD = re.compile(r"\{(\w+)\}")


def fields(value: str | Mapping[str, str] | tuple[str, ...]) -> set[str]:
    forms = [value] if isinstance(value, str) else value.values() if isinstance(value, Mapping) else value
    return {name for form in forms for name in FIELD.findall(form)}


def own_site(folder: Path, **files: str) -> Site:
    (folder / "templates/strings").mkdir(parents=True)
    for language, text in files.items():
        (folder / f"templates/strings/{language}.yaml").write_text(text, encoding="utf-8")
    return Site(title=Bilingual(en="A", zh="甲"), templates=folder / "templates")


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(OWN.en.values) == list(OWN.zh.values)


def test_both_languages_have_values_of_the_same_kind_and_length() -> None:
    for key, value in OWN.en.values.items():
        other = OWN.zh.values[key]
        assert isinstance(other, type(value)), key
        if isinstance(value, tuple):
            assert len(value) == len(other), key


def test_both_languages_name_the_same_fields_but_in_dates() -> None:
    names = {key: (fields(value), fields(OWN.zh.values[key])) for key, value in OWN.en.values.items()}
    calendar = {"year", "month", "day", "weekday", "weekday_short"}
    assert not {key: both for key, both in names.items() if both[0] - calendar != both[1] - calendar}


def test_every_key_that_templates_and_scripts_name_is_there() -> None:
    calls = re.compile(
        r"""\bt(?:\.text|\.mark|\.en\.text|\.zh\.text)?\(\s*"([\w.]+)"[,)]|\battribute\("[\w-]+", "([\w.]+)\""""
    )
    said = re.compile(r"""words, "([\w.]+)\"""")
    named = {
        next(filter(None, found.groups()))
        for folder, pattern in (("templates", calls), ("static/js", said))
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".html", ".js"}
        for found in pattern.finditer(path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert not named - set(OWN.en.values)


UNUSED: set[str] = set()


def test_every_key_is_named_by_a_template_a_script_or_the_builder() -> None:
    """A name may be put together: `"turn." ~ name`, `name ~ ".text"`."""
    files = [path for folder in ("templates", "static/js") for path in (ROOT / folder).rglob("*.[hjx]*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*files, ROOT / "duizhao/strings.py"])
    names = set(re.findall(r"""["']([\w.]+)["']""", text))
    begin = tuple(re.findall(r"""["']([\w.]+\.)["'] ~""", text))
    end = tuple(re.findall(r"""~ ["'](\.[\w.]+)["']""", text))
    unnamed = {key for key in OWN.en.values if key not in names and not key.startswith(begin) and not key.endswith(end)}
    assert unnamed <= UNUSED


def test_attributes_of_templates_are_those_that_the_script_exchanges() -> None:
    script = (ROOT / "static/js/interface.js").read_text(encoding="utf-8")
    listed = re.search(r"ATTRIBUTES = (\[.*\]);", script)
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html"))
    assert listed
    assert set(json.loads(listed[1])) == set(re.findall(r"""t\.attribute\("([\w-]+)\"""", templates))


@pytest.mark.parametrize(("key", "given", "expected"), TABLE["composed"])
def test_words_are_composed_as_the_table_says(key: str, given: dict[str, int], expected: str) -> None:
    assert WORDS.text(key, **given) == expected


@pytest.mark.parametrize(("key", "exact", "expected"), TABLE["dates"])
def test_dates_are_composed_as_the_table_says(key: str, exact: str, expected: str) -> None:
    day = date.fromisoformat(
        exact + "-01-01"[: len("1954-12-24") - len(exact)] if len(exact) == 4 else f"{exact}-01"[:10]
    )
    assert WORDS.date(day, key) == expected
    assert f"datetime={exact} " in T.date(day, key)


def test_marked_words_name_their_key_and_fields() -> None:
    assert T("count", n=1234) == "<span data-t=count data-n=1234>1,234 articles</span>"
    assert T.mark("list", i=0) == " data-t=list data-i=0"
    assert T.attribute("aria-label", "plain") == " aria-label=Home data-t-aria-label=plain"
    assert T.date(date(1954, 12, 24), "day") == ("<time datetime=1954-12-24 data-t=day>Friday, 24 December 1954</time>")


def test_what_stands_in_a_field_is_no_html() -> None:
    assert T("one field", page="<b>") == '<span data-t="one field" data-page="&lt;b&gt;">Page &lt;b&gt;</span>'
    assert T.attribute("title", "one field", page='"x"') == (
        ' title="Page &#34;x&#34;" data-t-title="one field" data-page="&#34;x&#34;"'
    )


@pytest.mark.parametrize(("key", "named"), [("serach", "search"), ("page.numbers", "page.number")])
def test_an_unknown_key_is_told_with_the_near_one(key: str, named: str) -> None:
    with pytest.raises(UnknownString, match=f"did you mean “{named}”"):
        OWN.text(key)


def test_a_missing_field_is_told() -> None:
    with pytest.raises(UnknownString, match="needs the field 'page'"):
        OWN.text("page.number")


def test_the_script_gets_all_words_of_both_languages() -> None:
    both = json.loads(strings_json(SITE))
    assert set(both) == {"en", "zh"}
    assert set(both["en"]) == set(OWN.en.values)
    assert both["zh"]["tag"] == "zh-Hans"
    assert "版次" in strings_json(SITE).decode()


def test_a_site_may_change_single_words_and_keeps_the_rest(tmp_path: Path) -> None:
    site = own_site(tmp_path, en="home: Front page\n", zh="home: 头版\n")
    assert interface(site).text("home") == "Front page"
    assert interface(site).zh.text("home") == "头版"
    assert interface(site).text("skip") == OWN.text("skip")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("home: [a, [b]]\n", 1),
        ("skip: x\nhome: {one: a}\n", 2),
        ("home:\n", 1),
        ("home: {other: x, few: y}\n", 1),
        ("- a\n", 1),
    ],
)
def test_a_value_of_another_kind_stops_the_build_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(Halt) as halted:
        interface(own_site(tmp_path, en=text))
    assert [(found.code, found.line) for found in halted.value.problems] == [("template", line)]
    assert halted.value.problems[0].path.endswith("en.yaml")


def test_forgotten_words_are_read_anew_and_not_kept(tmp_path: Path) -> None:
    site = own_site(tmp_path, en="home: Only here\n")
    words = interface(site)
    words.attribute("aria-label", "home")
    words.date(date(1954, 12, 24))
    assert str(words("home")) == "<span data-t=home>Only here</span>"
    del words
    (tmp_path / "templates/strings/en.yaml").write_text("home: Changed\n", encoding="utf-8")
    forget()
    gc.collect()
    assert not [kept for kept in gc.get_objects() if type(kept) is Words and kept.values.get("home") == "Only here"]
    assert interface(site).text("home") == "Changed"
