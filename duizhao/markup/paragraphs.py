"""One block of a translation: a paragraph of inline marks, or a list, a table, code."""

import re
from typing import Final

from duizhao.markup.readers import LONGEST_PARAGRAPH, block_root, forget_readers, inline_root
from duizhao.markup.tags import spoken, written
from duizhao.settings import Languages
from duizhao.shapes import is_code, is_list, is_table

# Everything that `readers.inline_root` gives a meaning holds one of these. Text that holds none is only escaped,
# which is a hundred times faster; nearly all text of a newspaper is of that kind.
MARKS: Final = re.compile(r"[`*_\\\x02\x03]|\]\(|<[^\s<>]{0,64}[:@]|  \n")

# What `MARKS` may find holds one of these, which are looked for four times as fast.
_SIGNS = re.compile(r"[`*_\\\x02\x03\]<\n]")


def inline_tags(text: str, languages: Languages) -> str:
    """Write a paragraph's inline HTML."""
    if len(text) > LONGEST_PARAGRAPH or not (_SIGNS.search(text) and MARKS.search(text)):
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
    return is_list(lines) or is_table(lines) or is_code(lines)


def block_tags(text: str, languages: Languages) -> str:
    """Write the HTML of a text that `is_block`."""
    try:
        root = block_root(text)
    except RecursionError:
        forget_readers()
        return f"<p>{spoken(text, 'en', languages)}</p>"
    return written(root, "en", languages)
