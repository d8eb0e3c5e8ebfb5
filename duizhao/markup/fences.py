"""Fenced code, for the Markdown library: its own extension writes HTML, ours hands over elements."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NamedTuple

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString, code_escape

_FENCE = re.compile(r"(`{3,}|~{3,})[ ]*[\w+#.-]*[ ]*")
# The first of these controls cannot stand in a text that we read, so that no text can pass for stored code.
_STORED = re.compile(r"\x02code:(\d+)\x03")


class _Fence(NamedTuple):
    line: int
    sign: str
    length: int
    is_bare: bool


class FenceStore(Preprocessor):
    """Takes fenced code out of the lines before they are cut at blank lines, and leaves a mark in its place."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.codes: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a mark for each piece of code. A fence that nothing closes is no fence."""
        self.codes = []
        kept: list[str] = []
        closings = _closings(lines)
        at = 0
        while at < len(lines):
            end = closings.get(at)
            if end is None:
                kept.append(lines[at])
                at += 1
                continue
            kept += ["", f"\x02code:{len(self.codes)}\x03", ""]
            self.codes.append("\n".join(lines[at + 1 : end]))
            at = end + 1
        return kept


class FencedCode(BlockProcessor):
    """Puts the stored code back, as a `<pre>` with a `<code>` in it."""

    def __init__(self, md: Markdown, store: FenceStore) -> None:
        super().__init__(md.parser)
        self.store = store

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002 - the library's signature
        """Tell whether the block is a mark that the store left."""
        return _STORED.fullmatch(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Take the mark and append its code."""
        mark = _STORED.fullmatch(blocks.pop(0))
        assert mark  # noqa: S101 - `test` saw it
        code = ET.SubElement(ET.SubElement(parent, "pre"), "code")
        code.text = AtomicString(code_escape(self.store.codes[int(mark[1])]) + "\n")


def is_fenced(lines: list[str]) -> bool:
    """Tell whether the first line opens code that the last line closes."""
    return _closings(lines).get(0) == len(lines) - 1


def _closings(lines: list[str]) -> dict[int, int]:
    """Map each line that opens code to the line that closes it: the same sign, at least as often, nothing else."""
    fences = [_Fence(at, line[0], len(found[1]), not line.strip(line[0] + " ")) for at, line, found in _found(lines)]
    pairs: dict[int, int] = {}
    unclosed = {"`": math.inf, "~": math.inf}
    at = 0
    while at < len(fences):
        fence = fences[at]
        end = _closing(fences, at) if fence.length < unclosed[fence.sign] else None
        if end is None:
            unclosed[fence.sign] = min(unclosed[fence.sign], fence.length)
            at += 1
        else:
            pairs[fence.line] = fences[end].line
            at = end + 1
    return pairs


def _found(lines: list[str]) -> Iterator[tuple[int, str, re.Match[str]]]:
    for at, line in enumerate(lines):
        found = _FENCE.fullmatch(line)
        if found:
            yield at, line, found


def _closing(fences: list[_Fence], opening: int) -> int | None:
    sign, length = fences[opening].sign, fences[opening].length
    for at in range(opening + 1, len(fences)):
        if fences[at].is_bare and fences[at].sign == sign and fences[at].length >= length:
            return at
    return None
