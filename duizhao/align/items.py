"""What is paired: the items of one side, in order. They may be paragraphs, or the sentences of one."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["heading", "text", "signature"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece of one side as the aligner sees it."""

    length: float
    """In characters of the translation."""
    features: frozenset[str] = frozenset()
    """What it names that the other side may name, too."""
    kind: Kind = "text"
    is_wall: bool = False
    """Something that takes no part stands before it: no bead may hold both this item and the one before.

    Only of the translation, which may hold pieces of the original."""


@dataclass(frozen=True, slots=True)
class Bead:
    """The `a` items of the left side from `i` on and the `b` of the right from `j` on, which say the same.

    One side may have none. `misfit`: how little lengths and names agree, from 0, as a negative logarithm.
    """

    i: int
    a: int
    j: int
    b: int
    misfit: float
