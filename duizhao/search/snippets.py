"""Where in a text something was found, and the part of it that shows this."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from duizhao.search.folding import fold_sign
from duizhao.search.page_text import PageText
from duizhao.search.query import Wanted
from duizhao.search.terms import LONGEST_WORD, WHITE, WORD, stem
from duizhao.text import HAN_RANGES, Side, is_mainly_han

LENGTH: Final[dict[Side, int]] = {"zh": 60, "en": 180}
"""Signs of a snippet."""

_UNIT = re.compile(f"[{HAN_RANGES}]|{WORD}")
_HAN = re.compile(f"[{HAN_RANGES}]")
_BLANK = re.compile(f"[{WHITE}]*")
_WORD = re.compile(f"[^{HAN_RANGES} |]+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A part of a block: its passage (0: none), and pieces of the text with whether each is a hit."""

    passage: int
    side: Side
    pieces: tuple[tuple[str, bool], ...]


def snippets(read: PageText, wanted: Sequence[Wanted]) -> tuple[Snippet, ...]:
    """Cut a snippet of each language: of the first block with most hits, else of what stands beside the other's."""
    marked = [(passage, side_of(text), text, marks(text, wanted)) for passage, text in read.blocks]
    best: dict[Side, tuple[int, Side, str, list[Span]]] = {}
    for block in marked:
        kept = best.get(block[1])
        if len(block[3]) > (len(kept[3]) if kept else 0):
            best[block[1]] = block
    found = next(iter(best.values()), next(iter(marked), None))
    for block in marked:
        if found and block[0] == found[0]:
            best.setdefault(block[1], block)
    cut = (Snippet(passage=block[0], side=block[1], pieces=_cut(*block[1:])) for block in best.values())
    return tuple(sorted(cut, key=lambda one: one.side, reverse=True))


def marks(text: str, wanted: Sequence[Wanted]) -> list[Span]:
    """Say from where to where in a text something stands that is wanted, in order, no sign twice."""
    units, places = placed(text)
    hit = [False] * len(text)
    for one in wanted:
        for start, end in _found(units, one):
            first, last = places[start][0], places[end - 1][1]
            hit[first:last] = [True] * (last - first)
    runs = (list(run) for is_hit, run in groupby(range(len(text)), hit.__getitem__) if is_hit)
    return [(run[0], run[-1] + 1) for run in runs]


def placed(text: str) -> tuple[str, list[Span]]:
    """Write a text as `terms.canonical` does; for each sign of the result also say where its unit stands."""
    origin = [place for place, letter in enumerate(text) for _ in fold_sign(letter)]
    folded = "".join(map(fold_sign, text))
    units: list[str] = []
    places: list[Span] = []
    before, end = "", 0
    for found in _UNIT.finditer(folded):
        if _HAN.match(found[0]):
            is_parted = before == "han" and not _BLANK.fullmatch(folded, end, found.start())
            unit, before = f"{'|' if is_parted else ''}{found[0]}", "han"
        else:
            unit, before = f"{'' if before == 'word' else ' '}{found[0][:LONGEST_WORD]} ", "word"
        end = found.end()
        units.append(unit)
        places += [(origin[found.start()], origin[end - 1] + 1)] * len(unit)
    return "".join(units), places


def pieces(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Cut a text into what is a hit and what is none."""
    done = 0
    for start, end in spans:
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def side_of(text: str) -> Side:
    """Say which language a block is of."""
    return "zh" if is_mainly_han(text) else "en"


def _found(units: str, wanted: Wanted) -> Iterator[Span]:
    if wanted.stem is not None:
        yield from (found.span() for found in _WORD.finditer(units) if stem(found[0]) == wanted.stem)
        return
    inner = wanted.text.strip()
    shift = wanted.text.index(inner)
    at = units.find(wanted.text)
    while at >= 0:
        yield at + shift, at + shift + len(inner)
        at = units.find(wanted.text, at + 1)


def _cut(side: Side, text: str, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """Cut a text to the length of a snippet, around its first hit."""
    length = LENGTH[side]
    start = max(0, min(spans[0][0] - length // 4, len(text) - length)) if spans else 0
    if start and side == "en":
        start = text.find(" ", start) + 1 or start
    end = _end(side, text, start, start + length)
    kept = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
    shown = text[start:end]
    inside = list(pieces(shown, [(first - start, last - start) for first, last in kept]))
    lead = [("…", False)] if start else []
    return (*lead, *inside, *([("…", False)] if end < len(text) else []))


def _end(side: Side, text: str, start: int, end: int) -> int:
    """End an English snippet with a word."""
    space = text.rfind(" ", start + 1, end + 1) if side == "en" and end < len(text) else 0
    return space if space > 0 else end
