"""Whatever stands in a source: it is read without a fault, nothing of it is lost, every line number is right."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.codes import Severity
from duizhao.model import Article
from duizhao.text import columns, printable
from tests.parse.writing import HEAD, HEADER, SEPARATOR, article, parse, texts

PIECES = [
    *("Title:", "Author: A", "Date: 1953-07-06", "Page: 3", "Edition: x", "Column:", "title: x", "id: y"),
    *("---", "***", "<hr />", "<hr>", "Original:", "原文：", "### 桥", "### Part", "#", "新桥", "A New Bridge"),
    *("第3版(副刊)", "第X版(", "专栏：桥", "1953-02-30", "**Named Entities**", "**Summary**", "Glossary:", "Places:"),
    *(
        "白河    White River",
        "白河：White",
        "- 白河 White<br>",
        "<br>",
        "- a",
        "1. b",
        "| a | b |",
        "|---|---|",
        "```",
        "~~~",
    ),
    *("桥。", "word " * 12 + "word", "and so on it goes.", "〇", "“", "\x00", "\ufffe", "\u2028"),
    *("\u3000", "\\t", "\t", "    ", "", ""),
]
LINE = st.builds(
    lambda indent, text, end: indent + text + end,
    st.sampled_from(["", "    ", "\u3000\u3000", "\t", "\\t", " " * 20]),
    st.one_of(st.sampled_from(PIECES), st.text(alphabet=st.characters(exclude_characters="\n"), max_size=12)),
    st.sampled_from(["", " ", "\u3000", "\\t"]),
)
SOURCE = st.lists(LINE, max_size=15).map("\n".join)
PRINTABLE = SOURCE.map(printable)
TOP = HEADER + "\nThe text.\n"
BETWEEN = SEPARATOR + HEAD + "    桥。\n"

WHITE = re.compile(r"\s|\\t")
WORD = re.compile(r"[^\W\d_][\w，。：“”（）]*")
# Marks between the texts, and keys of the Chinese head.
MARK = re.compile(r"[\W_]*(hr|original|原文|第.*版|专栏|\d{4}-\d\d-\d\d)", re.IGNORECASE)


def everything(found: Article) -> str:
    """All text that an article holds, without white space."""
    parts: list[str | None] = [found.section]
    for pair in (found.headline, found.author, found.column):
        parts += [pair.zh, pair.en]
    parts += [block.text for block in (*found.zh, *found.en)]
    for part in found.apparatus:
        parts += [part.heading, *(block.text for block in part.blocks)]
        for term in part.terms:
            parts += [term.group, term.term + term.mark + term.gloss]
    return "\n".join(WHITE.sub("", part or "") for part in parts)


@settings(deadline=None)
@given(SOURCE, st.sampled_from(["a.md", "1953-07-06_新桥.md", "1953.08/x.txt", "/", ""]))
def test_any_text_is_read_or_refused_with_a_reason(text: str, path: str) -> None:
    parsed = parse(text, path)
    if isinstance(parsed, Article):
        assert parsed.zh or parsed.en
        assert not any(found.severity is Severity.REFUSES for found in parsed.problems)
    else:
        assert any(found.severity is Severity.REFUSES for found in parsed)


@settings(deadline=None)
@given(SOURCE)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse(text) == parse(text)


@settings(deadline=None)
@given(PRINTABLE, PRINTABLE)
def test_every_word_of_both_texts_is_in_the_article(english: str, chinese: str) -> None:
    kept = everything(article(TOP + english + BETWEEN + chinese))
    for line in (english + "\n" + chinese).split("\n"):
        if not MARK.match(line.replace("\\t", "")):
            lost = [word for word in WORD.findall(re.sub(r"\\t|<br>", " ", line)) if word not in kept]
            assert not lost, line


@settings(deadline=None)
@given(PRINTABLE, PRINTABLE)
def test_a_block_stands_on_the_line_that_it_names(english: str, chinese: str) -> None:
    text = TOP + english + BETWEEN + chinese
    parsed = article(text)
    lines = text.split("\n")
    for block in (*parsed.zh, *parsed.en, *(block for part in parsed.apparatus for block in part.blocks)):
        first = block.text.split("\n")[0]
        leading, found, _ = lines[block.line - 1].partition(first)
        assert found
        assert block.indent == columns(re.sub(r"#{1,6}\s+$", "", leading))
    for part in parsed.apparatus:
        assert all(WHITE.sub("", term.gloss) in WHITE.sub("", lines[term.line - 1]) for term in part.terms)
    for side in (parsed.zh, parsed.en):
        numbers = [block.line for block in side]
        assert numbers == sorted(set(numbers))


@settings(deadline=None)
@given(PRINTABLE)
def test_the_original_is_verbatim(chinese: str) -> None:
    parsed = article(TOP + BETWEEN + chinese)
    inner = [re.sub(r"^(\s|\\t)+|(\s|\\t)+$", "", line) for line in chinese.split("\n")]
    assert texts(parsed.zh) == ["桥。", *filter(None, inner)]
