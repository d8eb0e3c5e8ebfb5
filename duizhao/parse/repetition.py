"""Where a text repeats its headline at its head, in one to three lines."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from duizhao.parse.lines import Line
from duizhao.text import Side, fold

MOST_LINES: Final = 3

_PARTS: Final[dict[Side, re.Pattern[str]]] = {
    "zh": re.compile(r"[\W_]+"),
    "en": re.compile(r"[^\w\s'’-]+|\s{2,}|\s-"),
}
"""What stands between the parts of a headline: in English, a space alone does not."""


def repeated(lines: Sequence[Line], headline: str | None, side: Side) -> int:
    """Count the leading lines that say the headline again: all of it, or its first parts in their order.

    Case, punctuation and white space are ignored. But a sentence with its full stop is text: some titles were made of a
    caption.
    """
    if not headline:
        return 0
    whole = fold(headline)
    ends = {*accumulate(len(fold(part)) for part in _PARTS[side].split(headline)), len(whole)}
    said = count = 0
    for number, line in enumerate(lines[:MOST_LINES], 1):
        # No line that repeats a headline is much longer than it: a paragraph need not be folded.
        is_text = len(line.text) > 2 * len(headline) or (_ends(line.text) and not _ends(headline))
        part = "" if is_text else fold(line.text)
        if not part or not whole.startswith(part, said):
            break
        said += len(part)
        count = number if said in ends else count
    return count


def _ends(text: str) -> bool:
    return text.endswith((".", "。"))
