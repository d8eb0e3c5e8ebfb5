"""What a notice quotes of the texts."""

from collections.abc import Iterable, Sequence
from typing import Final

from duizhao.model import Block, Span

LONGEST: Final = 120
"""Characters of each text: enough to find the place, few enough to keep a page and a report light."""


def beginning(text: str) -> str:
    """Quote a text from its start."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def end(text: str) -> str:
    """Quote a text up to its end."""
    return text if len(text) <= LONGEST else "…" + text[1 - LONGEST :].lstrip()


def words(blocks: Sequence[Block], spans: Iterable[Span] | None = None) -> str:
    """Join blocks, or sentences of them."""
    if spans is None:
        return " ".join(block.text for block in blocks)
    return " ".join(blocks[span.block].text[span.start : span.end] for span in spans)
