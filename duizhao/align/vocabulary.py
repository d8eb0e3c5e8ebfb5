"""Which words the pairing knows: the built-in lexicon, and a dictionary where the settings ask for one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from duizhao.align import cedict
from duizhao.align.lexicon import FILE, Lexicon, entries
from duizhao.settings import Dictionary, Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What is known beside the built-in lexicon; light, since it goes to each worker, which loads the words itself."""

    dictionary: Dictionary = "none"


BUILT_IN: Final = Vocabulary()


def vocabulary_of(pairing: Pairing) -> Vocabulary:
    """Take from the settings what the pairing is to know. Raises `Halt` where it cannot be had."""
    if pairing.dictionary == "cedict":
        cedict.file()
    return Vocabulary(dictionary=pairing.dictionary)


@lru_cache(maxsize=2)
def lexicon(vocabulary: Vocabulary = BUILT_IN) -> Lexicon:
    """Load the words of a vocabulary, once in a process. Raises `Halt` where the dictionary is not installed."""
    near = entries(FILE.read_text(encoding="utf-8"))
    far = cedict.entries(near) if vocabulary.dictionary == "cedict" else {}
    return Lexicon.of(far | near)
