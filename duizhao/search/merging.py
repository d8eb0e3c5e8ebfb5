"""From sorted runs to the terms of a part of them, each with all its postings."""

from collections import defaultdict
from typing import Final

from duizhao.search.runs import Part, lines
from duizhao.search.signs import NUMBERS, SIGNS, step

RUNS_AT_ONCE: Final = 8
"""Segments of a term are kept apart for so many runs, then joined: single ones are small, and each costs an object."""


def merge(part: Part) -> dict[str, str]:
    """Join the segments of each term of a part."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    reached: defaultdict[str, int] = defaultdict(int)
    for place, piece in enumerate(part.slices, 1):
        base = 4 * piece.first
        for term, segment in lines(part, piece):
            way = base + NUMBERS[segment[0]] - reached[term]
            texts[term].append((SIGNS[way] if way < len(SIGNS) else step(way)) + segment[2:])
            reached[term] = base + 4 * NUMBERS[segment[1]] + 4
        if place % RUNS_AT_ONCE == 0:
            _join(texts)
    return {term: "".join(pieces) for term, pieces in texts.items()}


def _join(texts: dict[str, list[str]]) -> None:
    for term, pieces in texts.items():
        if len(pieces) > 1:
            texts[term] = ["".join(pieces)]
