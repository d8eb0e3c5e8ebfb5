"""One block of a translation: a paragraph of inline marks, or a list, a table, code."""

import re
from typing import Final

from duizhao.markup.fences import is_fenced
from duizhao.markup.readers import LONGEST_PARAGRAPH, block_root, forget_readers, inline_root
from duizhao.markup.tags import spoken, written
from duizhao.settings import Languages

# Everything that `readers.inline_root` gives a meaning holds one of these. Text that holds none is only escaped,
# which is a hundred times faster; nearly all text of a newspaper is of that kind.
MARKS: Final = re.compile(r"[`*_\\\x02\x03]|\]\(|<[^\s<>]{0,64}[:@]|  \n")

# An item that begins with another item's mark would become a list within a list, whose marks a page leaves out.
_TEXT = r"[ \t]+(?![*+-][ \t]|\d+\.[ \t])\S"
_BULLET = re.compile(rf"[ ]{{0,3}}([*+-]){_TEXT}")
_ORDINAL = re.compile(rf"[ ]{{0,3}}(\d{{1,6}})\.{_TEXT}")
_RULE = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")


def inline_tags(text: str, languages: Languages) -> str:
    """Write a paragraph's inline HTML."""
    if len(text) > LONGEST_PARAGRAPH or not MARKS.search(text):
        return spoken(text, "en", languages)
    return read_inline_tags(text, languages)


def read_inline_tags(text: str, languages: Languages) -> str:
    """Write a paragraph's inline HTML by way of Markdown, whether or not it holds a mark."""
    try:
        paragraph = inline_root(text)
    except RecursionError:
        forget_readers()
        return spoken(text, "en", languages)
    return spoken(paragraph.text or "", "en", languages) + written(paragraph, "en", languages)


def is_block(text: str) -> bool:
    """Tell whether a text of several lines is wholly a list, a table or fenced code."""
    if "\n" not in text or len(text) > LONGEST_PARAGRAPH:
        return False
    lines = text.split("\n")
    return _is_list(lines) or _is_table(lines) or is_fenced(lines)


def block_tags(text: str, languages: Languages) -> str:
    """Write the HTML of a text that `is_block`."""
    try:
        root = block_root(text)
    except RecursionError:
        forget_readers()
        return f"<p>{spoken(text, 'en', languages)}</p>"
    return written(root, "en", languages)


def _is_list(lines: list[str]) -> bool:
    """Tell whether every line is an item; numbers have to count on, or the page would show others than the source."""
    bullets = [_BULLET.match(line) for line in lines]
    if all(bullets):
        return len({bullet[1] for bullet in bullets if bullet}) == 1
    numbers = [int(ordinal[1]) for ordinal in map(_ORDINAL.match, lines) if ordinal]
    return len(numbers) == len(lines) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_table(lines: list[str]) -> bool:
    """Tell whether a rule of hyphens stands below the first line and a bar in every line."""
    return all("|" in line for line in lines) and _RULE.fullmatch(lines[1]) is not None
