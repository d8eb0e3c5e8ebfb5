"""Which lines and sentences of an invented article belong together: as they were written, and as the aligner finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from bench.invented.articles import Invented
from duizhao.align import pair
from duizhao.model import Article

Beads: TypeAlias = tuple[tuple[int, int], ...]
"""How many of each side belong together, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The pairs of an article, without the lines that repeat its headline."""

    lines: Beads
    sentences: Beads


def written(invented: Invented) -> Paired:
    return Paired(
        lines=tuple((len(one.zh), len(one.en)) for one in invented.pairs),
        sentences=tuple(chain.from_iterable(one.beads for one in invented.pairs)),
    )


def found(article: Article) -> Paired:
    rows = [row for row in pair(article) if all(block.kind == "text" for block in (*row.zh, *row.en))]
    return Paired(
        lines=tuple((len(row.zh), len(row.en)) for row in rows),
        sentences=tuple((len(bead.zh), len(bead.en)) for row in rows for bead in row.beads),
    )


def f1(cases: Iterable[tuple[Beads, Beads]]) -> float:
    """Agreement of what was found with what was written, over all articles; what stands alone is no pair."""
    sets = [(_pairs(one), _pairs(other)) for one, other in cases]
    hits, all_of_them = (
        sum(len(one & other) for one, other in sets),
        sum(len(one) + len(other) for one, other in sets),
    )
    return 2 * hits / all_of_them


def totals(beads: Beads) -> tuple[int, int]:
    """Count both sides."""
    return sum(zh for zh, _ in beads), sum(en for _, en in beads)


def _pairs(beads: Sequence[tuple[int, int]]) -> frozenset[tuple[range, range]]:
    found, zh, en = set[tuple[range, range]](), 0, 0
    for more_zh, more_en in beads:
        if more_zh and more_en:
            found.add((range(zh, zh + more_zh), range(en, en + more_en)))
        zh, en = zh + more_zh, en + more_en
    return frozenset(found)
