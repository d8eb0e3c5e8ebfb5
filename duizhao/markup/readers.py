"""The Markdown library, set up three ways: for one paragraph, for one block of a translation, for a whole page.

A reader is made once for each thread, since it keeps state while it reads and takes a millisecond to make.
"""

import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from typing import Final

from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableProcessor

from duizhao.markup.fences import FencedCode, FenceStore
from duizhao.markup.patterns import Autolink, Code, Image, Link, Reference

# The library leads its placeholders in with these two controls; in a text they are shown as the signs for them.
CONTROLS: Final = str.maketrans({"\x02": "␂", "\x03": "␃"})

# For every mark the library copies the paragraph, and for every heading or list item the rest of the block, so time
# grows with the square of the length. No paragraph of a newspaper is near these; whole editorials are.
LONGEST_PARAGRAPH: Final = 40_000
LONGEST_DOCUMENT: Final = 200_000
MOST_LINES: Final = 1_000  # of a block without a blank line in it
# A table's rows are filled up to the columns of its head: a small source can ask for millions of cells.
MOST_CELLS: Final = 10_000

_RAW = ("html", "entity", "automail", "reference", "short_reference", "image_reference", "short_image_ref")
_BLOCKS_OF_PAGES = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_KEPT = threading.local()


class BoundedTable(TableProcessor):
    """A table that does not grow beyond all measure."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser, {"use_align_attribute": True})

    def test(self, parent: ET.Element, block: str) -> bool:
        """Tell whether the block is a table of a possible size."""
        head, _, rows = block.partition("\n")
        return bool(rows) and head.count("|") * block.count("\n") <= MOST_CELLS and super().test(parent, block)


def inline_root(text: str) -> ET.Element:
    """Read one paragraph of inline marks; the element returned stands for the paragraph."""
    root = ET.Element("div")
    paragraph = ET.SubElement(root, "p")
    paragraph.text = text.translate(CONTROLS)
    _finish(_reader("inline", _for_paragraphs), root)
    return paragraph


def block_root(text: str) -> ET.Element:
    """Read one block of a translation: lists, tables and fenced code, nothing else that is more than a paragraph."""
    return _read(_reader("block", _for_blocks), text)


def document_root(text: str) -> ET.Element:
    """Read a whole page."""
    return _read(_reader("document", _for_documents), text)


def _read(md: Markdown, text: str) -> ET.Element:
    md.reset()
    lines = text.translate(CONTROLS).split("\n")
    for step in md.preprocessors:
        lines = step.run(lines)
    root = ET.Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    _finish(md, root)
    for code in root.iterfind(".//pre/code"):
        # The library escapes code by itself, and adds a line for every blank line below; `tags` escapes all text.
        code.text = unescape(code.text or "").rstrip() + "\n"
    return root


def _finish(md: Markdown, root: ET.Element) -> None:
    """Read the inline marks of the paragraphs and put escaped characters back."""
    for step in ("inline", "unescape"):
        md.treeprocessors[step].run(root)


def _reader(name: str, make: Callable[[], Markdown]) -> Markdown:
    md = getattr(_KEPT, name, None)
    if md is None:
        md = make()
        setattr(_KEPT, name, md)
    md.reset()
    return md


def forget_readers() -> None:
    """Drop this thread's readers: one that broke off in the middle of a text is not used again."""
    _KEPT.__dict__.clear()


def _for_paragraphs() -> Markdown:
    md = Markdown()
    for name in _RAW:
        md.inlinePatterns.deregister(name)
    md.inlinePatterns.deregister("image_link")
    md.inlinePatterns.register(Code(md), "backtick", 190)
    md.inlinePatterns.register(Link(md, relative=False), "link", 160)
    md.inlinePatterns.register(Autolink(md), "autolink", 120)
    return md


def _for_blocks() -> Markdown:
    md = _with_blocks(_for_paragraphs())
    for name in _BLOCKS_OF_PAGES:
        md.parser.blockprocessors.deregister(name)
    return md


def _for_documents() -> Markdown:
    md = _with_blocks(_for_paragraphs())
    md.inlinePatterns.register(Link(md, relative=True), "link", 160)
    md.inlinePatterns.register(Image(md), "image_link", 150)
    md.inlinePatterns.register(Reference(md), "reference", 140)
    return md


def _with_blocks(md: Markdown) -> Markdown:
    SaneListExtension().extendMarkdown(md)
    md.ESCAPED_CHARS.append("|")
    md.preprocessors.deregister("html_block")
    store = FenceStore(md)
    md.preprocessors.register(store, "fences", 25)
    md.parser.blockprocessors.register(BoundedTable(md), "table", 75)
    md.parser.blockprocessors.register(FencedCode(md, store), "fences", 95)
    return md
