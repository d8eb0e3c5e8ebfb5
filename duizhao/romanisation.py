"""Han characters in Latin letters: which spellings a character has, and what is a pinyin syllable.

A character may be read in several ways, and each reading is spelled in pinyin or after Wade and Giles. All of them
count, without tone marks, hyphens and apostrophes, so that whatever fits is taken for right. Where one reading is to be
written, `joined` writes the usual one. The only home of pypinyin.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_FINALS: Final = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "d": "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
    "f": "a an ang ei en eng o ou u",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve yu",
    "m": "a ai an ang ao ei en eng i ian iao ie in ing iu o ou u",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v ve yu",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "w": "a ai an ang ei en eng o u",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
}
_SYLLABLES: Final = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
_TONES: Final = frozenset("\u0300\u0301\u0304\u030c")
_LONGEST_SYLLABLE: Final = 6
# No name of a person is one longer word; the bound keeps a page of letters from being read.
_LONGEST_WORD: Final = 24


def plain(word: str) -> str:
    """Bring a Latin word into one form: lower case letters, nothing else."""
    if word.isascii() and word.isalpha():
        return word.lower()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in word.lower() if "a" <= sign <= "z")


@lru_cache(maxsize=4096)
def syllable_counts(word: str) -> frozenset[int]:
    """Say how many pinyin syllables a word may be (`xian`: one or two); nothing, if it is not pinyin.

    Args:
        word: In the form that `plain` gives.
    """
    if not word or len(word) > _LONGEST_WORD:
        return frozenset()
    counts: list[set[int]] = [{0}]
    for end in range(1, len(word) + 1):
        starts = range(max(0, end - _LONGEST_SYLLABLE), end)
        counts.append({count + 1 for start in starts if word[start:end] in _SYLLABLES for count in counts[start]})
    return frozenset(counts[-1])


@lru_cache(maxsize=8192)
def spellings(character: str) -> frozenset[str]:
    """List how a Han character is spelled, in all its readings; nothing for what is no Han character."""
    found = {plain(spelling.replace("v", vowel)) for spelling in _asked()(character) for vowel in ("u", "v", "yu")}
    return frozenset(found - {""})


def spells(word: str, characters: Iterable[str]) -> bool:
    """Tell whether a word, in the form that `plain` gives, spells these characters, all of them and in this order."""
    ends = {0}
    for character in characters:
        ends = {end + len(form) for end in ends for form in spellings(character) if word.startswith(form, end)}
        if not ends:
            return False
    return len(word) in ends


def joined(word: str) -> str:
    """Write a word of Han characters in pinyin; an apostrophe keeps apart what would be read otherwise: `xi’an`."""
    first, *others = reading(word)
    return first + "".join(f"’{other}" if other[:1] in "aoe" else other for other in others)


@lru_cache(maxsize=8192)
def reading(word: str) -> tuple[str, ...]:
    """Give the usual pinyin of a word of Han characters, a syllable for each, without tones: `nü`, `hang`."""
    found = phrases().get(word)
    if found:
        return tuple(map(_toneless, found.decode().split()))
    return tuple(next(_usual(character), character) for character in word)


@cache
def phrases() -> "Mapping[str, bytes]":
    """Load the words whose reading is not that of their characters, each with its syllables, a space between them.

    pypinyin's own records of them take three times the memory. Words are copied, so that all of that can be given back.
    """
    _asked()
    import pypinyin  # noqa: PLC0415 - loaded by now, without its phrases
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - 130 ms that only romanised headlines need

    found = {
        word.encode().decode(): " ".join([readings[0] for readings in characters]).encode()
        for word, characters in phrases_dict.items()
    }
    del sys.modules["pypinyin.phrases_dict"], pypinyin.phrases_dict
    return found


def _usual(character: str) -> "Iterator[str]":
    _asked()
    import pypinyin  # noqa: PLC0415 - loaded by now, without its phrases

    for readings in pypinyin.pinyin(character, style=pypinyin.Style.TONE, errors="ignore"):
        yield _toneless(readings[0])


def _toneless(syllable: str) -> str:
    """Take the tone mark off; the dots of ü stay."""
    apart = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))


@cache
def _asked() -> "Callable[[str], Iterator[str]]":
    """Load the readings when the first name is compared, and once: most articles name nobody."""
    with _without_phrases():
        import pypinyin  # noqa: PLC0415 - 30 ms and 13 MB that most builds of a few articles need not spend
    styles = (pypinyin.Style.NORMAL, pypinyin.Style.WADEGILES)

    def ask(character: str) -> "Iterator[str]":
        for style in styles:
            for readings in pypinyin.pinyin(character, style=style, heteronym=True, errors="ignore"):
                yield from readings

    return ask


@contextmanager
def _without_phrases() -> "Iterator[None]":
    """Spare the dictionary of phrases: only single characters are asked for, and it takes five times as long."""
    name = "PYPINYIN_NO_PHRASES"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
