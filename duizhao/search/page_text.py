"""What the page of an article says, read from its HTML: what is indexed is what readers see.

The scripts of a site read the same pages in the same way, to make sure of a hit and to quote it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_DECK = re.compile(r'<div class="?deck"?>(.*?)</div>', re.DOTALL)
_PART = re.compile(r'<(?:div id="?p(\d+)\b"?|section\b)[^>]*>')
_BESIDE = re.compile(
    r'<(summary|select)\b.*?</\1>|<p class="?(?:remark|missing)\b.*?</p>|<a href="?#p\d+"?>\d+</a>', re.DOTALL
)
"""Words of the interface among the text: numbers of passages, notices, what is said of a text that is missing."""

_INLINE = re.compile(r"</?(?:a|b|code|del|em|i|mark|s|small|span|strong|sub|sup)(?:\s[^>]*)?>")
_BREAK = re.compile(r"<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The texts of a page without markup: the headlines and their deck; then each block with its passage (0: none)."""

    headline: tuple[str, ...]
    blocks: tuple[tuple[int, str], ...]


def page_text(page: str) -> PageText:
    """Read the page of an article; what is no such page has no text."""
    whole = page.rpartition("</article>")[0].partition("<h1")[2]
    heading, _, below = whole.partition("</h1>")
    header, _, body = below.partition("</header>")
    deck = _DECK.search(header)
    return PageText(
        headline=(*_texts(f"<h1{heading}"), *_texts(deck[1] if deck else "")),
        blocks=tuple(_blocks(_BESIDE.sub("<p>", body))),
    )


def _blocks(body: str) -> Iterator[tuple[int, str]]:
    parts = _PART.split(body)
    for number, html in zip(parts[1::2], parts[2::2], strict=True):
        for text in _texts(html):
            yield int(number or 0), text


def _texts(html: str) -> Iterator[str]:
    """Cut HTML at the borders of its blocks."""
    parted = _TAG.sub("\0", _BREAK.sub(" ", _INLINE.sub("", html)))
    for text in unescape(parted).split("\0"):
        if bare := text.strip():
            yield bare
