"""Which corrections can hold together."""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from duizhao.align import ByHand, is_repeated_original
from duizhao.corrections.quotes import Texts
from duizhao.model import Corrections, Place, Placed

Kind: TypeAlias = Literal["pairs", "parted", "alone", "accepted"]
Row: TypeAlias = tuple[Kind, Placed]
"""A correction and where it belongs in the record of all."""

_REPEATED: Final = "the translation repeats the original here; such lines stand alone"


class Agreed:
    """Corrections of an article that hold together."""

    def __init__(self, zh: Texts, en: Texts, path: str) -> None:
        """Begin with what the article itself asks for: lines that repeat the original are alone."""
        self._zh, self._en = zh, en
        repeated = [at for at, block in enumerate(en.blocks) if is_repeated_original(block)]
        self._given: list[Row] = [("alone", Placed(path=path, line=0, en=(Place(block=at),))) for at in repeated]
        self.rows: list[Row] = []

    def objection(self, row: Row) -> str | None:
        """Say why a correction cannot hold beside those that were added; None where it can."""
        rows = [*self._given, *self.rows]
        if self._fit([*rows, row]):
            return None
        other = next((one for one in rows if not self._fit([one, row])), None)
        if other is None:
            return "this and the corrections above it contradict each other"
        if other in self._given:
            return _REPEATED
        file = "" if other[1].path == row[1].path else f" of {other[1].path}"
        return f"this contradicts line {other[1].line}{file}"

    def _fit(self, rows: Sequence[Row]) -> bool:
        by_hand = ByHand(gathered(rows), range(len(self._zh.blocks)), range(len(self._en.blocks)))
        try:
            by_hand.of_blocks()
            by_hand.of_sentences(self._zh.spans, self._en.spans)
        except ValueError:
            return False
        return True


def gathered(rows: Sequence[Row]) -> Corrections:
    """Put corrections into one record."""
    said: dict[Kind, tuple[Placed, ...]] = {}
    for kind, placed in rows:
        said[kind] = (*said.get(kind, ()), placed)
    return Corrections(**said)
