"""YAML as it is used here: keys, values and lines, or one problem with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.problems import Problem
from duizhao.yaml_text import Document, load, load_written


def read(text: str) -> Document:
    document = load(text, "a.yaml", "settings-yaml")
    assert isinstance(document, Document)
    return document


def test_every_key_has_its_line() -> None:
    document = read("title: x\n\nrights:\n  # a comment\n  name: y\nlist:\n- a: 1\n")
    assert document.values == {"title": "x", "rights": {"name": "y"}, "list": [{"a": 1}]}
    below = {("rights", "name"): 5, ("list", "0"): 7, ("list", "0", "a"): 7}
    assert document.lines == {("title",): 1, ("rights",): 3, ("list",): 6, **below}


def test_values_are_typed_but_for_dates_and_keys_are_words() -> None:
    assert read("a: 1\nb: true\non: 1953-02-30\n1953: x\n").values == {
        "a": 1,
        "b": True,
        "on": "1953-02-30",
        "1953": "x",
    }


def test_written_values_are_the_text_that_stands_there() -> None:
    document = load_written("id: 007\ntitle: No\npage: 010\nauthor:\ndate: ~\n", "a.md", "front-matter", first_line=5)
    assert isinstance(document, Document)
    assert document.values == {"id": "007", "title": "No", "page": "010", "author": None, "date": None}
    assert document.lines["page",] == 7


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"])
def test_nothing_is_a_document_without_keys(text: str) -> None:
    assert read(text) == Document()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: c: d", 11, "mapping values are not allowed here"),
        ("- a", 10, "no keys and values"),
        ("just text", 10, "no keys and values"),
        ("a: 1\na: 2", 11, "“a” stands twice"),
        ("a:\n  b: 1\n  b: 2", 12, "“b” stands twice"),
        ("a: &x [1]\nb: *x", 10, "aliases"),
        ("a: [", 10, "expected"),
        ("? [a]\n: 1", 10, "a key is no word"),
        ("a: 1\nb: \x07", 11, "U+0007"),
        ('a: 1\nb: "bell \\x07"', 11, "U+0007"),
        ('a:\n- "\\ud800"', 11, "U+D800"),
        ('a: {"\\uffff": 1}', 10, "U+FFFF"),
        ("a: !!int x", 10, "invalid literal"),
        ("a: !!python/object:os.system x", 10, "could not determine a constructor"),
        ("a: " + "[" * 30 + "]" * 30, 10, "nested too deeply"),
        ("a: " + "[" * 100_000, 10, "nested too deeply"),
        ("a: 1\n--- \nb: 2", 11, "but found another document"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, line: int, said: str) -> None:
    found = load(text, "a.yaml", "settings-yaml", first_line=10)
    assert isinstance(found, Problem)
    assert (found.path, found.line, found.code) == ("a.yaml", line, "settings-yaml")
    assert said in found.message


def test_escapes_write_no_character_that_a_page_may_not_hold() -> None:
    assert read(r'a: "\u6865 \U0001F600 \t\n"').values == {"a": "\u6865 \U0001f600 \t\n"}
    written = load_written('title: "\\ud800"\n', "a.md", "front-matter", first_line=2)
    assert isinstance(written, Problem)
    assert (written.line, written.code) == (2, "front-matter")


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:- \n[]{}\"'#&*!|>?%@`,\t\x00\ud800")))
def test_any_text_is_read_or_named(text: str) -> None:
    assert isinstance(load(text, "a.yaml", "settings-yaml"), Document | Problem)
