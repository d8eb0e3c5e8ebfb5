"""What a text is found by: pairs of Han characters, single ones, stems of words, numbers.

A text is a row of units: a Han character is one, and so is a word, a run of letters and digits. `canonical` writes the
units so that one text holds the other if, and only if, the one string holds the other.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import snowballstemmer

from duizhao.search.folding import fold
from duizhao.text import HAN_RANGES

LONGEST_WORD: Final = 64
"""Letters by which a word is known; what follows them is passed over."""

LETTERS: Final = (
    "0-9a-z\u00df-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\u2dff\u3041-\u30fa\u30fc-\u30ff\u3105-\u312f\ua000-\ud7ff"
)
"""Letters and digits of all scripts but Han, as they are once folded; wide rather than exact."""

WHITE: Final = "\t-\r \u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space, for the brackets of a regular expression; both languages of the program have their own idea of it."""

WORD: Final = f"[{LETTERS}]+(?:'[{LETTERS}]+)*"

_STEMS_KEPT: Final = 200_000

_SPACED_HAN = re.compile(f"[{WHITE}](?<=[{HAN_RANGES}][{WHITE}])[{WHITE}]*(?=[{HAN_RANGES}])")
"""Said from its first space on, since what begins with a set of signs is looked for in half the time."""

_HAN_RUN = re.compile(f"[{HAN_RANGES}]+")
_WORD = re.compile(WORD)
_UNITS = re.compile(f"([{HAN_RANGES}]+)|({WORD})")
_STEMMED = re.compile("[a-z']+")


class _Stems(dict[str, str]):
    """The stems of the words that were met, so many that an archive's common words are among them."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _STEMS_KEPT:
            self.clear()
        short = word[:LONGEST_WORD]
        found = self[word] = _stemmer.stemWord(short) if _STEMMED.fullmatch(short) else short
        return found


# PyStemmer where it is installed, which takes a twentieth of the time.
_stemmer = snowballstemmer.stemmer("english")
_stems = _Stems()


def stem(word: str) -> str:
    """Take the ending off a folded English word; other words and numbers stay as they are."""
    return _stems[word]


def terms(text: str) -> tuple[Counter[str], int]:
    """Count the terms of a text; returns them and the number of its units. A NUL parts what does not belong together.

    White space between two Han characters is nothing: headlines are often spaced.
    """
    folded = fold(text)
    if not folded.isascii():
        folded = _SPACED_HAN.sub("", folded)
    runs = _HAN_RUN.findall(folded)
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    single = "".join(runs)
    words = _WORD.findall(folded)
    return Counter([*pairs, *single, *map(_stems.__getitem__, words)]), len(single) + len(words)


def canonical(text: str) -> str:
    """Write a text as its units: Han characters as they are, each word between spaces, `|` for what parts Han from Han.

    `粮食，生产 of 1954` becomes `粮食|生产 of 1954 `, with a space at its end.
    """
    return "".join(_written(_SPACED_HAN.sub("", fold(text))))


def _written(folded: str) -> Iterator[str]:
    before = ""
    for found in _UNITS.finditer(folded):
        han, word = found.groups()
        if han:
            yield f"|{han}" if before == "han" else han
        else:
            yield f"{word[:LONGEST_WORD]} " if before == "word" else f" {word[:LONGEST_WORD]} "
        before = "han" if han else "word"
