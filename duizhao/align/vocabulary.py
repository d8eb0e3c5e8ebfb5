"""Which words the pairing knows: the built-in lexicon, the archive's own, and a dictionary, as the settings ask."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from duizhao.align import cedict
from duizhao.align.lexicon import FILE, Lexicon, entries
from duizhao.align.lexicon_file import faults
from duizhao.problems import Halt, problem
from duizhao.settings import Dictionary, Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What is known beside the built-in lexicon. It goes to each worker, which loads the words itself."""

    dictionary: Dictionary = "none"
    own: str = ""
    """The text of the archive's own lexicon: read once, so that all workers know the same."""


BUILT_IN: Final = Vocabulary()


def vocabulary_of(pairing: Pairing) -> Vocabulary:
    """Take from the settings what the pairing is to know.

    Raises `Halt` where the dictionary is not installed, or the archive's own lexicon cannot be read or has faults.
    """
    if pairing.dictionary == "cedict":
        cedict.file()
    return Vocabulary(dictionary=pairing.dictionary, own=_read(pairing.lexicon) if pairing.lexicon else "")


@lru_cache(maxsize=2)
def lexicon(vocabulary: Vocabulary = BUILT_IN) -> Lexicon:
    """Load the words of a vocabulary, once in a process; of two entries for a word, the archive's own counts.

    Raises `Halt` where the dictionary is not installed.
    """
    near = entries(FILE.read_text(encoding="utf-8")) | entries(vocabulary.own)
    far = cedict.entries(near) if vocabulary.dictionary == "cedict" else {}
    return Lexicon.of(far | near)


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Halt([problem(str(path), 0, "lexicon-file", f"it cannot be opened: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise Halt([problem(str(path), 0, "lexicon-file", "it is not UTF-8")]) from error
    if found := [problem(str(path), line, "lexicon-row", fault) for line, fault in faults(text.splitlines())]:
        raise Halt(found)
    return text
