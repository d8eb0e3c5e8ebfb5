"""Lines to blocks: which repeat the headline, which are sub-headings or signatures by their indent."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from duizhao.model import Block, BlockKind
from duizhao.parse.lines import Line
from duizhao.parse.repetition import repeated
from duizhao.text import Side

DEEPER: Final = 4
"""Columns beyond the text's usual indent from which a short line is a sub-heading."""
PUSHED: Final = 16
"""Columns from which a line is pushed right: signatures, credits and datelines at the foot (18 to 42 were seen)."""
LONGEST_SIGNATURE: Final = 120
LONGEST_HEADING: Final[dict[Side, int]] = {"zh": 30, "en": 80}

_NO_HEADING_END: Final = frozenset("。，、；：….,;:")
_HASHES = re.compile(r"#{1,6}\s+(?=[^\W\d_])")


def blocks(lines: Sequence[Line], headline: str | None, side: Side) -> tuple[Block, ...]:
    """Make a block of each line of a text; the leading ones that repeat its headline are of that kind."""
    return tuple(_blocks(lines, repeated(lines, headline, side), side))


def _blocks(lines: Sequence[Line], headlines: int, side: Side) -> Iterator[Block]:
    usual = usual_indent(lines[headlines:])
    last, before = len(lines) - 1, lines[0].number if lines else 0
    for at, (number, indent, text, end) in enumerate(lines):
        kind: BlockKind = "headline" if at < headlines else "text"
        if indent >= usual + DEEPER and kind == "text":
            kind = _kind(indent, text, side, is_last=at == last)
        if side == "en" and text[0] == "#" and (hashes := _HASHES.match(text)) and "\n" not in text:
            kind, text = "heading", text[hashes.end() :]  # noqa: PLW2901 - the block's text is the line's without marks
        yield Block(line=number, text=text, kind=kind, indent=indent, gap=number - before > 1)
        before = end


def usual_indent(lines: Sequence[Line]) -> int:
    """Find the indent that most lines have, the least of them where several are as frequent.

    Lines pushed right do not count, unless all are.
    """
    indents = [line.indent for line in lines if line.indent < PUSHED]
    if not indents:
        return min((line.indent for line in lines), default=0)
    if indents.count(indents[0]) * 2 > len(indents):  # no other can have as many
        return indents[0]
    counts = Counter(indents)
    return min(counts, key=lambda indent: (-counts[indent], indent))


def _kind(indent: int, text: str, side: Side, *, is_last: bool) -> BlockKind:
    """Tell what a line is that stands deeper than the text. A heading has text below it, and no stop at its end."""
    if indent >= PUSHED:
        return "signature" if len(text) <= LONGEST_SIGNATURE else "text"
    if len(text) > LONGEST_HEADING[side] or text[-1] in _NO_HEADING_END or "\n" in text:
        return "text"
    return "signature" if is_last else "heading"
