"""Whole numbers as characters: the postings of a term are a text, which every reader of JSON takes in at once.

A posting is four times the number of an article plus the level of the term in it. A number is the code point of a
character, so that UTF-8 writes small ones in one byte. What JSON would have to escape and what is no character is left
out.
"""

from collections.abc import Iterable
from typing import Final

FIRST: Final = 0x23
BACKSLASH: Final = 0x5C
SURROGATES: Final = 0xD800
SURROGATE_COUNT: Final = 0x800

SKIP: Final = "!"
"""Stands for `SKIPPED` articles without the term."""

SKIPPED: Final = 250_000

_BITS: Final = 2
_LEVEL: Final = 3


def sign(number: int) -> str:
    """Write a number from 0 to a million as a character."""
    code = number + FIRST
    code += code >= BACKSLASH
    if code >= SURROGATES:
        code += SURROGATE_COUNT
    return chr(code)


def number(character: str) -> int:
    """Read what `sign` wrote."""
    code = ord(character)
    if code >= SURROGATES:
        code -= SURROGATE_COUNT
    return code - (code > BACKSLASH) - FIRST


SIGNS: Final = tuple(sign(value) for value in range(0x4000))
"""The signs of the numbers that are common."""

_COMMON: Final = len(SIGNS)

NUMBERS: Final = {character: value for value, character in enumerate(SIGNS)}


def step(value: int) -> str:
    """Write the way from one posting to the next, four times the articles between them and the level of the next."""
    skips, rest = divmod(value, SKIPPED << _BITS)
    return SKIP * skips + (SIGNS[rest] if rest < _COMMON else sign(rest))


def postings(text: str, first: int = 0) -> list[int]:
    """Read postings, in order. `first`: the article that they are counted from."""
    found, reached = [], first << _BITS
    for character in text:
        if character == SKIP:
            reached += SKIPPED << _BITS
            continue
        value = NUMBERS.get(character)
        posting = reached + (number(character) if value is None else value)
        found.append(posting)
        reached = (posting | _LEVEL) + 1
    return found


def written(listed: Iterable[int], first: int = 0) -> str:
    """Write postings, which are in order, as `postings` reads them."""
    steps, reached = [], first << _BITS
    for posting in listed:
        way = posting - reached
        steps.append(SIGNS[way] if way < _COMMON else step(way))
        reached = (posting | _LEVEL) + 1
    return "".join(steps)
