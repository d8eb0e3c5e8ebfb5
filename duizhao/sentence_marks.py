"""Where the sentences of a passage stand in its row, written for the script that marks them.

A row's marks say of each bead how long its piece is in the original and then in the translation, in UTF-16 units, as
browsers count. A number has digits from a to z, the last of them a capital: `X` is 23, `dR` is 95. A piece goes up to
where the next begins, white space included; `D+bO` passes over three units that are no bead's and then has 40; where a
text lacks the sentence stands `-`. What is left of both texts is one bead more, unless the marks end with a full stop.
Counted is the text as shown, block after block.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase
from typing import Final, NamedTuple, TypeAlias

from duizhao.markup import shown
from duizhao.model import Block, Passage, Span

FEWEST: Final = 2
"""Beads of a passage that are worth marks: a single one is the passage itself."""

Range: TypeAlias = tuple[int, int]


class _Pieces(NamedTuple):
    """The pieces of the beads in one text. `is_whole`: the last is all that is left behind the one before."""

    written: Sequence[str]
    is_whole: bool


def sentence_marks(passage: Passage, zh: Sequence[str], en: Sequence[str]) -> str:
    """Write the beads of a passage. `zh`, `en`: the HTML of each of its blocks.

    Returns nothing where there is nothing to mark, or where a sentence cannot be found again in the text as shown.
    """
    if len(passage.beads) < FEWEST:
        return ""
    originals = _pieces([bead.zh for bead in passage.beads], passage.zh, zh)
    translations = _pieces([bead.en for bead in passage.beads], passage.en, en)
    if not (originals and translations):
        return ""
    beads = [f"{one}{other}" for one, other in zip(originals.written, translations.written, strict=True)]
    return "".join(beads[:-1]) if originals.is_whole and translations.is_whole else f"{''.join(beads)}."


def _pieces(sentences: Sequence[tuple[Span, ...]], blocks: Sequence[Block], html: Sequence[str]) -> _Pieces | None:
    """Write the piece of each bead in one text; None where a sentence is not found or the order lost."""
    texts = [shown(text) for text in html]
    places = [_places(block.text, text) for block, text in zip(blocks, texts, strict=True)]
    before = list(accumulate(map(len, texts), initial=0))
    ranges: list[Range | None] = []
    done = 0
    for spans in sentences:
        found = _range(spans, places, before)
        ranges.append(found)
        if found is None and not spans:
            continue
        if found is None or not done <= found[0] <= found[1]:
            return None
        done = found[1]
    return _written(ranges, "".join(texts))


def _range(spans: Sequence[Span], places: Sequence[Sequence[int | None]], before: Sequence[int]) -> Range | None:
    """Find sentences in the joined text as shown, from the first one's start to the last one's end."""
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    start, end = places[first.block][first.start], places[last.block][last.end]
    return None if start is None or end is None else (before[first.block] + start, before[last.block] + end)


def _places(text: str, shown: str) -> Sequence[int | None]:
    """Say for each place of a block's text where it is once Markdown's marks are gone; None where that is uncertain.

    What is shown is the text without some of its characters. Where each is found as early as can be and as late as can
    be, there are as many before a place, that number is certain.
    """
    if text == shown:
        return range(len(text) + 1)
    early = _counts(text, shown)
    late = [len(shown) - count for count in reversed(_counts(text[::-1], shown[::-1]))]
    return [one if one == other else None for one, other in zip(early, late, strict=True)]


def _counts(text: str, shown: str) -> list[int]:
    """Count for each place of the text how many characters of `shown`, in their order, are found before it."""
    counts = [0]
    for character in text:
        count = counts[-1]
        counts.append(count + (shown[count : count + 1] == character))
    return counts


def _written(ranges: Sequence[Range | None], text: str) -> _Pieces:
    units = _counting(text)
    starts = [found[0] for found in ranges if found]
    following = iter([*starts[1:], len(text)])
    pieces = []
    done = 0
    for found in ranges:
        if found is None:
            pieces.append("-")
            continue
        start, end = found
        until = next(following)
        skipped = f"{_number(units(text[done:start]))}+" if start > done else ""
        done = until if end == until or not text[end:until].strip() else end
        pieces.append(f"{skipped}{_number(units(text[start:done]))}")
    is_whole = ranges[-1] is not None and "+" not in pieces[-1] and done == len(text)
    return _Pieces(pieces, is_whole)


def _number(value: int) -> str:
    """Write a number so that it needs no mark behind it."""
    digits = ascii_uppercase[value % 26]
    while value := value // 26:
        digits = ascii_lowercase[value % 26] + digits
    return digits


def _counting(text: str) -> Callable[[str], int]:
    """Choose how the units of a text's parts are counted: where none of its characters is two, by the quick way."""
    return len if _units(text) == len(text) else _units


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
