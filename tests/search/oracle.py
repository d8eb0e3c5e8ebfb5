"""What a search has to find, by looking through the texts of pages: nothing of the program's own is used for it."""

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from random import Random

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_INLINE = {"a", "b", "code", "del", "em", "i", "small", "span", "strong", "sub", "sup"}
_VOID = {"br", "hr", "input", "meta", "link"}
_BESIDE = {"header", "select", "summary"}
_BESIDE_CLASSES = {"remark", "remarks", "missing", "notice"}


class _Reader(HTMLParser):
    """Takes from an article's page what readers read of the article: headline, deck, author, text and apparatus."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self._open: list[tuple[str, bool]] = [("", False)]
        self._in_article = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        names = (own.get("class") or "").split()
        self._in_article |= tag == "article"
        if tag == "br":
            self.blocks[-1] += " "
        elif tag not in _INLINE:
            self.blocks.append("")
        if tag in _VOID:
            return
        shown = self._open[-1][1]
        if tag in {"h1", "article"} or names == ["deck"]:
            shown = self._in_article
        elif tag in _BESIDE or _BESIDE_CLASSES & set(names) or self._is_number(tag, own):
            shown = False
        self._open.append((tag, shown))

    def _is_number(self, tag: str, own: dict[str, str | None]) -> bool:
        return tag == "a" and self._open[-1][0] == "div" and (own.get("href") or "").startswith("#p")

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass
        self._in_article &= tag != "article"
        if tag not in _INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self._open[-1][1]:
            self.blocks[-1] += data


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article's text: its blocks, with white space between Han characters taken out; the words of each."""

    blocks: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]

    def has(self, substring: str) -> bool:
        return any(substring in block for block in self.blocks)

    def has_words(self, *phrase: str) -> bool:
        return any(words[place : place + len(phrase)] == phrase for words in self.words for place in range(len(words)))


def read(page: Path, *beside: str) -> Text:
    """Read a page; `beside`: what else the article is searched by."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    folded = [bare(block) for block in (*reader.blocks, *beside) if block.strip()]
    blocks = tuple(re.sub(rf"(?<=[{HAN}])\s+(?=[{HAN}])", "", block) for block in folded)
    return Text(blocks=blocks, words=tuple(tuple(words(block)) for block in blocks))


def bare(text: str) -> str:
    """Take width, case and accents away."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).lower() if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """Words with their apostrophes, numbers too; each Han character is one, since it parts those beside it."""
    letter = rf"(?![{HAN}_])\w"
    return re.findall(rf"[{HAN}]|(?:{letter})+(?:'(?:{letter})+)*", text.replace("’", "'").replace("‘", "'"))


def substring(text: Text, chance: Random, length: int) -> str:
    """A run of Han characters from a text, shorter where there is none of that length; empty where there is none."""
    runs = [run for block in text.blocks for run in re.findall(rf"[{HAN}]+", block)]
    if not runs:
        return ""
    run: str = chance.choice([run for run in runs if len(run) >= length] or runs)
    start = chance.randrange(max(1, len(run) - length + 1))
    return run[start : start + length]


def phrase(text: Text, chance: Random, length: int) -> tuple[str, ...]:
    """English words that follow one another in a text; none where there are not so many."""
    slices = (row[start : start + length] for row in text.words for start in range(len(row) - length + 1))
    found = [words for words in slices if all(word.isascii() for word in words)]
    return chance.choice(found) if found else ()
