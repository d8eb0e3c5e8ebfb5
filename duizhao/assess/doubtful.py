"""What stands alone though it may belong to what stands beside it: nobody can be sure that it is missing or added.

One sentence often becomes two, and a heading or a salutation runs on in the paragraph beside it. The aligner leaves
such a piece alone where little names it. So lengths are asked: is there room for it beside what stands next to it?
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby, pairwise
from typing import Final, NamedTuple, TypeAlias

from duizhao.align import RATIO, han_length
from duizhao.assess.quotes import words
from duizhao.model import Passage
from duizhao.text import is_mainly_han

_ROOM: Final = 1.4
"""A translation that is so many times as long as it should be may still be all of its sentence."""
_LACK: Final = 0.8
"""Below this share of the length it should have, a translation does not hold the sentence beside it as well."""
_LONGEST_WONT: Final = 1.5
_SHORTEST_WONT: Final = 0.8
"""A passage may be so wordy or so terse for its article's translation as a whole, and yet lack nothing."""
_PROOF: Final = 0.7
"""Where sentences of both sides stand alone, the passage has to lack so much of what one side is said to lack."""
_SEVERAL: Final = 3
"""So many paragraphs of either side alone are a sign of bad pairing; fewer may be a heading and a credit."""
_SHORT: Final = 100
"""Letters of a paragraph that may be a piece of the one beside it: a heading, a salutation."""
_UNEVEN: Final = 1.15
"""So many times its length is too much or too little: a piece of the next paragraph may be in it, or of it there."""
_MOST_PIECES: Final = 5
"""No text becomes more pieces than these."""
_ALIKE: Final = 2.0
"""Two texts that stand alone beside each other may be each other's, if neither is so many times as long."""
_SHRINKAGE: Final = 300.0
"""An article's own ratio counts as much as the usual one of so many Han characters."""
_WORDIEST: Final = 4.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """Of what it is not sure that it is alone: passages by number, sentences by passage and number in it."""

    passages: frozenset[int]
    sentences: frozenset[tuple[int, int]]


class _Cell(NamedTuple):
    """Two texts side by side: how long the translation should be, in characters, and how long it is."""

    expected: float
    found: float
    is_apart: bool = False
    """A correction pins it, or it repeats the original: it takes no part."""

    @property
    def is_alone(self) -> bool:
        return bool(self.expected) != bool(self.found)


_PAIRED: Final = _Cell(1.0, 1.0)
"""Two texts of which it is enough to know that neither is alone."""

_Fits: TypeAlias = Callable[[_Cell, _Cell], bool]


def doubtful(rows: Sequence[Passage]) -> Doubtful:
    """Find what may belong to what stands beside it, among the passages below the head."""
    if not any(map(_has_lone, rows)):
        return Doubtful(passages=frozenset(), sentences=frozenset())
    ratio = _ratio(rows)
    beads = [_of_beads(row, ratio) if _has_lone(row) else [_PAIRED] * len(row.beads) for row in rows]
    places = [(row, number) for row in rows for number in range(1, len(row.beads) + 1)]
    crossed = [places[at] for at in _crossed(list(chain.from_iterable(beads)))]
    sentences = {(row.number, number) for row, number in crossed}
    for row, cells in zip(rows, beads, strict=True):
        if _has_lone(row):
            fits = partial(_has_room, wont=_wont(cells))
            sentences |= {(row.number, at + 1) for at in (*_fitting(cells, fits), *_unproven(cells))}
    passages = {row.number for row, _ in crossed if not (row.zh and row.en)}
    if not all(row.zh and row.en for row in rows):
        cells = [_of_row(row, ratio) for row in rows]
        passages |= {rows[at].number for at in (*_fitting(cells, _is_a_piece), *_unproven(cells, fewest=_SEVERAL))}
    return Doubtful(passages=frozenset(passages), sentences=frozenset(sentences))


def _has_lone(row: Passage) -> bool:
    """Tell whether a passage or a sentence of it is alone: in most, none is."""
    return not (row.zh and row.en and all(bead.zh and bead.en for bead in row.beads))


def _ratio(rows: Sequence[Passage]) -> float:
    """Say how wordy the translation is where it says what the original says; a terse one summarises."""
    paired = [(row, bead) for row in rows for bead in row.beads if bead.zh and bead.en]
    han = sum(han_length(words(row.zh, bead.zh)) for row, bead in paired)
    english = sum(len(words(row.en, bead.en)) for row, bead in paired)
    return min((_SHRINKAGE * RATIO + english) / (_SHRINKAGE + han), _WORDIEST)


def _of_row(row: Passage, ratio: float) -> _Cell:
    is_repeated = not row.zh and all(is_mainly_han(block.text) for block in row.en)
    return _Cell(ratio * han_length(words(row.zh)), len(words(row.en)), row.is_pinned or is_repeated)


def _of_beads(row: Passage, ratio: float) -> list[_Cell]:
    is_apart = _of_row(row, ratio).is_apart
    return [
        _Cell(ratio * han_length(words(row.zh, bead.zh)), len(words(row.en, bead.en)), is_apart or bead.is_pinned)
        for bead in row.beads
    ]


def _crossed(cells: Sequence[_Cell]) -> Iterator[int]:
    """List the cells of runs that lack one side beside runs as long that lack the other."""
    for (one, here), (other, there) in pairwise(_runs(cells)):
        is_crossed = here.is_alone and there.is_alone and not (here.is_apart or there.is_apart)
        if is_crossed and _log(here.expected + there.expected, here.found + there.found) <= math.log(_ALIKE):
            yield from (*one, *other)


def _unproven(cells: Sequence[_Cell], fewest: int = 1) -> Iterator[int]:
    """List the cells alone of a text that has so many of either side at the `fewest`, unless as a whole it lacks them.

    Where the sentences of a long paragraph are paired badly, many stand alone, though it is translated from the first
    to the last; and so where the paragraphs of a dialogue are.
    """
    lone = [at for at, cell in enumerate(cells) if cell.is_alone and not cell.is_apart]
    expected, found = (sum(cells[at][side] for at in lone) for side in (0, 1))
    originals = sum(cells[at].expected > 0 for at in lone)
    if min(originals, len(lone) - originals) < fewest:
        return
    is_alike = _log(expected, found) <= math.log(_ALIKE)
    lack = sum(cell.expected - cell.found for cell in cells)
    for at in lone:
        if is_alike or ((lack < _PROOF * expected) if cells[at].expected else (-lack < _PROOF * found)):
            yield at


def _wont(cells: Sequence[_Cell]) -> float:
    """Say how wordy a passage is for the whole translation: 1 as a rule. Telegrams in a few characters become long."""
    paired = [cell for cell in cells if not cell.is_alone]
    expected = sum(cell.expected for cell in paired)
    wont = sum(cell.found for cell in paired) / expected if expected else 1.0
    return min(max(wont, _SHORTEST_WONT), _LONGEST_WONT)


def _fitting(cells: Sequence[_Cell], fits: _Fits) -> Iterator[int]:
    """List the cells that may belong to the cell before or behind their run, which lacks neither side."""
    for run, whole in _runs(cells):
        if not whole.is_alone or whole.is_apart:
            continue
        for row, beside in ((run, run.start - 1), (run[::-1], run.stop)):
            if beside in range(len(cells)) and not cells[beside].is_alone:
                yield from _nearest(cells, row, cells[beside], fits)


def _nearest(cells: Sequence[_Cell], row: range, beside: _Cell, fits: _Fits) -> range:
    """Take as many cells of a row, the nearest first, as may belong to the cell beside it together."""
    counts = range(min(len(row), _MOST_PIECES), 0, -1)
    return row[: next((count for count in counts if fits(_joined([cells[at] for at in row[:count]]), beside)), 0)]


def _runs(cells: Sequence[_Cell]) -> Iterator[tuple[range, _Cell]]:
    """Join cells beside each other that lack the same side; any other one is a run for itself."""
    for _, group in groupby(enumerate(cells), _joint):
        places, run = zip(*group, strict=True)
        yield range(places[0], places[-1] + 1), _joined(run)


def _joined(run: Sequence[_Cell]) -> _Cell:
    return _Cell(sum(cell.expected for cell in run), sum(cell.found for cell in run), run[0].is_apart)


def _joint(place: tuple[int, _Cell]) -> tuple[bool, int]:
    """Say alike of cells beside each other that are to be one."""
    at, cell = place
    return (bool(cell.found), -1) if cell.is_alone and not cell.is_apart else (False, at)


def _has_room(cell: _Cell, beside: _Cell, *, wont: float = 1.0) -> bool:
    """Tell whether a sentence alone may belong to one that is not, in a passage that is so wordy as a rule."""
    joint = (beside.found + cell.found) / (beside.expected + cell.expected)
    return joint <= _ROOM * max(wont, 1.0) if cell.found else joint >= _LACK * min(wont, 1.0)


def _is_a_piece(cell: _Cell, beside: _Cell) -> bool:
    """Tell whether a paragraph that is alone may belong to one that is not: a short one, or the length says so."""
    if cell.found and cell.found <= _SHORT and _has_room(cell, beside):
        return True
    uneven = beside.found / beside.expected if cell.expected else beside.expected / beside.found
    is_better = _log(beside.expected + cell.expected, beside.found + cell.found) < _log(beside.expected, beside.found)
    return uneven >= _UNEVEN and is_better


def _log(expected: float, found: float) -> float:
    return abs(math.log(found / expected))
