"""Fenced code, for the Markdown library: its own extension writes HTML, ours hands over elements."""

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString, code_escape

from duizhao.shapes import code_ends, fences

# The first of these controls cannot stand in a text that we read, so that no text can pass for stored code.
_STORED = re.compile(r"\x02code:(\d+)\x03")


class FenceStore(Preprocessor):
    """Takes fenced code out of the lines before they are cut at blank lines, and leaves a mark in its place."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.codes: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a mark for each piece of code. A fence that nothing closes is no fence."""
        self.codes = []
        kept: list[str] = []
        ends = code_ends(fences(lines))
        at = 0
        while at < len(lines):
            end = ends.get(at)
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
