"""What is paired: the items of one side, in order. They may be paragraphs, or the sentences of one."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["heading", "text", "signature"]


class Item(NamedTuple):
    """A piece of one side as the aligner sees it."""

    length: float
    """In characters of the translation."""
    features: frozenset[str] = frozenset()
    """What it names that the other side names in the same way: numbers, marks of punctuation."""
    words: frozenset[frozenset[str]] = frozenset()
    """Of the original: the words that it holds, of those that the lexicon knows, each as the names that it may have."""
    names: frozenset[str] = frozenset()
    """The names of its words, with a `=` before each: of the original, those that the translation has anywhere."""
    kind: Kind = "text"
    is_wall: bool = False
    """Something that takes no part stands before it: no bead may hold both this item and the one before.

    Only of the translation, which may hold pieces of the original."""


class Bead(NamedTuple):
    """The `a` items of the left side from `i` on and the `b` of the right from `j` on, which say the same.

    One side may have none. `misfit`: how little lengths and names agree, from 0, as a negative logarithm.
    """

    i: int
    a: int
    j: int
    b: int
    misfit: float


def joined(items: Sequence[Item], kind: Kind, *, is_wall: bool = False) -> Item:
    """Make one item of several that follow each other: a paragraph of its sentences."""
    if len(items) == 1 and not is_wall:
        return items[0]
    return Item(
        length=sum(item.length for item in items),
        features=frozenset[str]().union(*(item.features for item in items)),
        words=frozenset[frozenset[str]]().union(*(item.words for item in items)),
        names=frozenset[str]().union(*(item.names for item in items)),
        kind=kind,
        is_wall=is_wall,
    )
