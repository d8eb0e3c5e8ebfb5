"""Source text becomes HTML that says the same and can do no harm."""

import re
import time
from html import unescape
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from duizhao.markup import Reading, document, oddities, original, plain, translation
from duizhao.markup.paragraphs import MARKS, inline_tags, read_inline_tags
from duizhao.markup.readers import LONGEST_PARAGRAPH, MOST_LINES
from duizhao.markup.tags import ATTRIBUTES, EMPTY, EVERYWHERE, TAGS
from duizhao.settings import Languages
from duizhao.text import is_mainly_han
from tests.corpus import CORPUS

LANGUAGES = Languages()
ALLOWED_TAGS = TAGS | {"span"}
SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\\]+", re.IGNORECASE)


class Page(HTMLParser):
    """Reads HTML as a browser does: its text, what it links to, and whatever should not be there."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.links: list[str] = []
        self.faults: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> left open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = ATTRIBUTES.get(tag, frozenset()) | EVERYWHERE
        self.faults += [] if tag in ALLOWED_TAGS else [f"<{tag}>"]
        self.faults += [f"{tag}[{key}]" for key, _ in attrs if key not in known]
        self.links += [value or "" for key, value in attrs if key in {"href", "src"}]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"declaration {data}")


def html_of(text: str) -> str:
    return translation(text, LANGUAGES).html


AS_WRITTEN = {
    "list marks of one line": [
        "1. The first",
        "12) The twelfth",
        "# 3",
        "## The second",
        "- so it is",
        "+ more",
        "> quoted",
    ],
    "marks that open nothing": ["**", "2 * 3 * 4", "a_b_c", "snake_case_name", "__", "a * b", "`", "back\\slash", "\\"],
    "brackets": ["[Our reporter]", "[a] [b]", "[a](b", "[]", "[a](see page 3)", "[a][b]", "[a]: http://example.org/"],
    "references": ["&amp;", "&lt;b&gt;", "AT&T", "&#60;", "&nosuch;"],
    "indents": ["    four spaces", "\tone tab", "  \u3000mixed"],
    "lines": [
        "one\ntwo",
        "1. one\nthe rest of it",
        "- 1. one\n- 2. two",
        "1. - one\n2. - two",
        "one\n- two",
        "3. three\n7. seven",
        "- a\n1. b",
        "a\n===",
        "a\n---",
    ],
    "rules": ["---", "***", "===", "* * *"],
    "images": ["![a photograph](http://example.org/a.png)", "![a][b]", "![](x)"],
    "HTML": ["<b>bold</b>", "<br>", "<!-- a -->", "<script>alert(1)</script>", "a < b > c", "<http://", "</p>"],
    "unsafe links": [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#10;script:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHN2Zz4=)",
        "[a](vbscript:x)",
        "[a](//example.org/)",
        "[a](/local)",
        "[a](<javascript:alert(1)>)",
        "[a](http:\\\\example.org)",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "[a]( javascript:alert(1))",
        "[a](\x01javascript:alert(1))",
    ],
}


@pytest.mark.parametrize("text", [text for texts in AS_WRITTEN.values() for text in texts])
def test_what_is_no_mark_or_not_allowed_is_shown_as_written(text: str) -> None:
    page = Page(html_of(text))
    assert page.text.replace("\\\\", "\\") == text.replace("\\\\", "\\")
    assert (page.links, page.faults, page.open) == ([], [], [])


MARKED = {
    "a *word* here": "a <em>word</em> here",
    "a **word** here": "a <strong>word</strong> here",
    "_a_ __b__": "<em>a</em> <strong>b</strong>",
    "***both***": "<strong><em>both</em></strong>",
    "`a < b`": "<code>a &lt; b</code>",
    "``a ` b``": "<code>a ` b</code>",
    "one  \ntwo": "one<br>two",
    r"\*as written\*": "*as written*",
    "[a](https://example.org/?b=1&c=2)": '<a href="https://example.org/?b=1&amp;c=2">a</a>',
    "[a](http://example.org \"T & 't'\")": '<a href="http://example.org" title="T &amp; &#x27;t&#x27;">a</a>',
    "[*a*](mailto:a@example.org)": '<a href="mailto:a@example.org"><em>a</em></a>',
    "[a](http://example.org/b_(c))": '<a href="http://example.org/b_(c)">a</a>',
    "[a [b] c](<http://example.org/>)": '<a href="http://example.org/">a [b] c</a>',
    "<https://example.org/a_b_c>": '<a href="https://example.org/a_b_c">https://example.org/a_b_c</a>',
    "<a@example.org>": '<a href="mailto:a@example.org">a@example.org</a>',
    "**The 人民日报, a daily**": "<strong>The <span lang=zh-Hans>人民日报</span>, a daily</strong>",
    "[晋冀鲁豫](http://example.org/人)": '<a href="http://example.org/人"><span lang=zh-Hans>晋冀鲁豫</span></a>',
    "A & B <c> \"d\" 'e'": "A &amp; B &lt;c&gt; \"d\" 'e'",
}


@pytest.mark.parametrize(("text", "html"), MARKED.items())
def test_inline_marks_become_tags(text: str, html: str) -> None:
    assert html_of(text) == html
    assert not translation(text, LANGUAGES).is_block


BLOCKS = {
    "- a\n- *b*": "<ul><li>a</li><li><em>b</em></li></ul>",
    "1. a\n2. b": "<ol><li>a</li><li>b</li></ol>",
    "4. a\n5. b": '<ol start="4"><li>a</li><li>b</li></ol>',
    "a | b\n--|--:\n1 | 2": (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    ),
    "```\n<b> *a*\n\n&amp;\n```": "<pre><code>&lt;b&gt; *a*\n\n&amp;amp;\n</code></pre>",
}


@pytest.mark.parametrize(("text", "html"), BLOCKS.items())
def test_lists_tables_and_code_of_several_lines_are_blocks(text: str, html: str) -> None:
    rendered = translation(text, LANGUAGES)
    assert rendered.is_block
    assert re.sub(r' class="[a-z-]+"', "", str(rendered.html)) == html


def test_the_original_is_verbatim() -> None:
    text = "*（一）*　`<b>`&amp; **二** [三](a.html)\n1. 四"
    html = original(text, LANGUAGES).html
    assert unescape(html) == text
    assert "<" not in html


def test_three_latin_words_in_the_original_are_named_as_english() -> None:
    html = original("他说 The People's Daily 好", LANGUAGES).html
    assert html == "他说 <span lang=en>The People's Daily</span> 好"


def test_the_languages_of_the_site_are_the_ones_that_are_named() -> None:
    languages = Languages(original="zh-Hant", translation="en-GB")
    assert plain("the 人民", "en", languages) == "the <span lang=zh-Hant>人民</span>"
    assert plain("人 one two three", "zh", languages) == "人 <span lang=en-GB>one two three</span>"
    assert 'lang="en-GB"' in document("Words.", languages)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=//example.org>",
    "<!--><img src=x onerror=alert(1)-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<style>@import 'http://example.org'</style>",
    "<p style='x' onclick=alert(1)>",
    "`</code><script>alert(1)</script>`",
    "**<b onmouseover=alert(1)>**",
    '[a](http://example.org/"onmouseover="alert(1))',
    '[a](http://example.org "\\"onmouseover=\\"alert(1)")',
    "[a](http://example.org '\"><script>alert(1)</script>')",
    "[<img src=x onerror=alert(1)>](http://example.org)",
    '!["onerror="alert(1)](x.png)',
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![a](https://example.org/spy.png)",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](javascript&#x3a;alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](\u0000javascript:alert(1))",
    "[a](javascript\\:alert(1))",
    "[a](`javascript`:alert(1))",
    "[a](//example.org/)",
    "[a](\\\\example.org/)",
    "[a](/\\example.org/)",
    "[a](file:///etc/passwd)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[a][b]\n\n[b]: <java&#10;script:alert(1)>",
    '[a]\n\n[a]: data:text/html,x "t"',
    "![a][b]\n\n[b]: https://example.org/a.png",
    "<javascript:alert(1)>",
    '<http://example.org/"onclick=alert(1)>',
    '<a@example.org"onclick=alert(1)>',
    "\x02klzzwxh:0000\x03 *a* \x02wzxhzdk:0\x03",
    "\x02code:0\x03",
    "\x02amp\x03lt;script\x02amp\x03gt;",
    "\x0260\x03script\x0262\x03",
    "a|b\n-|-\n<b>|[x](javascript:y)",
    "```html\n</code></pre><script>\n```",
    '# <script>x</script> "><b>',
    "- <b>\n- [a](javascript:x)",
    "> <b>\n> > [a](javascript:x)",
    "{: onclick=alert(1) }",
    "[a](http://example.org){: onclick=x }",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_out_alive(text: str) -> None:
    for html in (html_of(text), original(text, LANGUAGES).html, str(plain(text, "en", LANGUAGES))):
        page = Page(html)
        assert page.faults == []
        assert all(SAFE_LINK.fullmatch(link) for link in page.links)
    page = Page(str(document(text, LANGUAGES)))
    assert page.faults == []
    assert not any(re.match(r"\s*(?:[^/?#]*:|[/\\]{2})", link) for link in page.links if not SAFE_LINK.fullmatch(link))


SIGNS = [*"*_`\\[]()<>!#+-.|~&;:\"'@ \n\t=", "1", "a", "Z", "é", "中", "，", "〇", "\u3000", "\x02", "\x03", "  \n"]
PIECES = [
    *SIGNS,
    "](",
    "](http://a.b",
    "[a](http://a.b)",
    "<http://a>",
    "<a@b>",
    "&#10;",
    "    ",
    "- ",
    "1. ",
    "---",
    "```",
    "**",
    "three ",
]
marked_text = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
quiet_text = st.lists(st.sampled_from([piece for piece in PIECES if not MARKS.search(piece)]), max_size=40).map("".join)


@given(quiet_text | marked_text | st.text(max_size=60))
@example("[a](b")
@example("<a:")
@example("<a:b>")
@settings(deadline=None, max_examples=500)
def test_text_that_seems_to_hold_no_mark_needs_no_markdown(text: str) -> None:
    assert inline_tags(text, LANGUAGES) == read_inline_tags(text, LANGUAGES)


@given(marked_text)
@settings(deadline=None, max_examples=300)
def test_whatever_is_written_comes_out_whole_and_harmless(text: str) -> None:
    for html in (html_of(text), str(document(text, LANGUAGES))):
        page = Page(html)
        assert page.faults == []
        assert "\x02" not in html


@given(marked_text.filter(lambda text: "](" not in text))
@settings(deadline=None, max_examples=300)
def test_no_letter_or_digit_of_a_translation_is_lost(text: str) -> None:
    html = html_of(text)
    ordinals = re.compile(r"^[ ]{0,3}\d+\.", re.MULTILINE) if translation(text, LANGUAGES).is_block else None
    source = ordinals.sub("", text) if ordinals else text
    fence = text.startswith(("```", "~~~")) and translation(text, LANGUAGES).is_block
    assume(not fence)
    assert [c for c in Page(html).text if c.isalnum()] == [c for c in source if c.isalnum()]


LARGE = [
    "[",
    "*",
    "<",
    "`",
    "![",
    ">",
    "> ",
    "](",
    "[a](",
    "*a _b ",
    "**a*",
    "- ",
    "1. a\n",
    "# a\n",
    "a\n---\n",
    "|",
    "<a ",
    "&",
]


@pytest.mark.parametrize("piece", LARGE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    begun = time.perf_counter()
    for size in (LONGEST_PARAGRAPH, 2_000_000):
        text = (piece * size)[:size]
        translation(text, LANGUAGES)
        document(text, LANGUAGES)
        oddities(text, "document")
    document((piece * LONGEST_PARAGRAPH + "\n" + "a\n" * (MOST_LINES - 1))[-LONGEST_PARAGRAPH:], LANGUAGES)
    assert time.perf_counter() - begun < 20


def test_marks_nested_without_end_are_shown() -> None:
    deep = "*a _b " * 3_000 + "c_ d* " * 3_000
    assert "a" in html_of(deep)
    assert "x" in document("+ " * 3_000 + "x", LANGUAGES)
    assert "x" in document("> " * 3_000 + "x", LANGUAGES)


def test_a_small_table_cannot_ask_for_millions_of_cells() -> None:
    columns = 3_000
    html = document("|" * columns + "\n" + "-|" * (columns - 1) + "\n" + "a|\n" * 500, LANGUAGES)
    assert "<td" not in html


def test_a_page_names_the_language_of_each_block() -> None:
    html = document(
        "English words 中文 here.\n\n这是一个完整的中文段落，with English words in it。\n\n- 一\n- 二", LANGUAGES
    )
    assert html.split("\n") == [
        '<p lang="en">English words <span lang=zh-Hans>中文</span> here.</p>',
        '<p lang="zh-Hans">这是一个完整的中文段落，<span lang=en>with English words in it</span>。</p>',
        '<ul lang="zh-Hans"><li>一</li><li>二</li></ul>',
    ]


@pytest.mark.parametrize(
    "text", ["人民 (A B C)", "版 of it", "人民日报的社论 (Editorial of the People's Daily)", "a 人", "人", "1", "、"]
)
def test_a_block_is_chinese_by_the_one_rule(text: str) -> None:
    assert ('<p lang="zh-Hans">' in document(text, LANGUAGES)) == is_mainly_han(text)


def test_the_largest_heading_of_a_page_is_h2_and_ids_are_its_own() -> None:
    once = document("## About\n\n### Rights\n\n## About\n\nText\n----", LANGUAGES)
    assert re.findall(r'<(h\d) id="([^"]+)"', once) == [
        ("h2", "s-about"),
        ("h3", "s-rights"),
        ("h2", "s-about-2"),
        ("h2", "s-text"),
    ]
    assert document("## About\n\n### Rights\n\n## About\n\nText\n----", LANGUAGES) == once


def test_headings_keep_within_h6() -> None:
    html = document("# a\n\n###### b", LANGUAGES)
    assert re.findall(r"<h\d", html) == ["<h2", "<h6"]


PAGES = {
    "[a](contact.html)": '<a href="contact.html">a</a>',
    "[a](../1954/#p3)": '<a href="../1954/#p3">a</a>',
    "[a](?q=1)": '<a href="?q=1">a</a>',
    "[a][B]\n\n[b]: https://example.org/ 'T'": '<a href="https://example.org/" title="T">a</a>',
    "[b] [c]\n\n[b]: x.html": '<a href="x.html">b</a> [c]',
    "![a *b*](a.png)": '<img src="a.png" alt="a *b*">',
    "![a](https://example.org/a.png)": "![a](https://example.org/a.png)",
}


@pytest.mark.parametrize(("text", "html"), PAGES.items())
def test_pages_link_within_the_site(text: str, html: str) -> None:
    assert document(text, LANGUAGES) == f'<p lang="en">{html}</p>'


def test_pages_hold_tables_code_quotes_and_rules() -> None:
    html = document("|a|b|\n|-|-:|\n|1|2|\n\n    x < y\n\n> so\n\n***\n\n~~~ py\na\n\nb\n~~~", LANGUAGES)
    assert re.sub(r"(?<=>)\n(?=<[^/])", "", html) == (
        '<table lang="en"><thead><tr><th>a</th><th class="align-end">b</th></tr></thead>'
        '<tbody><tr><td>1</td><td class="align-end">2</td></tr></tbody></table>'
        '<pre lang="en"><code>x &lt; y\n</code></pre>'
        '<blockquote lang="en"><p>so</p></blockquote>'
        '<hr lang="en">'
        '<pre lang="en"><code>a\n\nb\n</code></pre>'
    )


ODD = {
    "plain words": (),
    "a < b & c > d": (),
    "<http://example.org> <a@example.org>": (),
    "[a](https://example.org) [b] (c) [d](see page 3)": (),
    "a <b>c</b>": (("html-escaped", "<b>"), ("html-escaped", "</b>")),
    "<br><br>": (("html-escaped", "<br>"),),
    "R&amp;D": (("html-escaped", "&amp;"),),
    "<!-- a -->": (("html-escaped", "<!--"),),
    "[a](javascript:x)": (("link-unsafe", "[a](javascript:x)"),),
    "[a](notes.html)": (("link-unsafe", "[a](notes.html)"),),
    "<javascript:x>": (("link-unsafe", "<javascript:x>"),),
    f"<a title='{'x' * 100}'>": (("html-escaped", "<a title='" + "x" * 49 + "…"),),
}


@pytest.mark.parametrize(("text", "found"), ODD.items())
def test_oddities_are_named(text: str, found: tuple[tuple[str, str], ...]) -> None:
    assert oddities(text, "translation") == found


RELATIVE = ["[a](notes.html)", "[a](../1954/#p3)", "[a](?q=1)", "[a](#s-b)", "[a](<b.html>)"]
NOT_LINKED = ["[a](javascript:x)", "[a](//example.org/)", "[a](data:x)", "<javascript:x>", "<ftp:a.b>"]


@pytest.mark.parametrize("text", [*RELATIVE, *NOT_LINKED, "[a](https://example.org)"])
def test_a_link_is_noted_exactly_where_it_is_not_written(text: str) -> None:
    noted = {reading: "link-unsafe" in dict(oddities(text, reading)) for reading in get_args(Reading)}
    assert noted["document"] != bool(Page(str(document(text, LANGUAGES))).links)
    assert noted["translation"] != bool(Page(html_of(text)).links)
    assert (noted["document"], noted["plain"]) == (text in NOT_LINKED, False)


@pytest.mark.skipif(CORPUS is None, reason="the test corpus is not here")
def test_real_lines_lose_nothing() -> None:
    for path in sorted(CORPUS.glob("*/*.md")) if CORPUS else []:
        for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").split("\n"))):
            rendered = Page(html_of(line))
            assert not rendered.faults
            assert re.sub(r"[*_\s]", "", rendered.text) == re.sub(r"[*_\s]", "", line)
