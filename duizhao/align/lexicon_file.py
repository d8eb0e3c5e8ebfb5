"""The form of a lexicon's file: what a line may be, and what is wrong with one.

A line is a Chinese word, a tab, and its English renderings parted by slashes, each of one to three words in small
letters. Lines that are empty or begin with `#` are for the reader.
"""

import re
from collections.abc import Iterator, Sequence

from duizhao.align.lexicon import name_of
from duizhao.text import HAN_RANGES

_WORD = re.compile(f"[{HAN_RANGES}]+")
_RENDERING = re.compile(r"[a-z][a-z.'-]*(?: [a-z][a-z.'-]*){0,2}")


def faults(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Name what is wrong with a lexicon's lines, each with its number from 1."""
    known: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            word, tab, renderings = line.partition("\t")
            if word in known:
                yield number, f"“{word}” stands in line {known[word]} already"
            known.setdefault(word, number)
            yield from ((number, fault) for fault in (_faults(word, renderings) if tab else ["there is no tab"]))


def _faults(word: str, renderings: str) -> Iterator[str]:
    if not _WORD.fullmatch(word):
        yield f"“{word}” is not Chinese"
    listed = renderings.split("/")
    yield from (f"“{text}” is not one to three small words" for text in listed if not _RENDERING.fullmatch(text))
    names = list(map(name_of, listed))
    yield from (f"“{text}” is said twice" for at, text in enumerate(listed) if names[at] in names[:at])
