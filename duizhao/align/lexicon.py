"""Words that a newspaper's Chinese and its English share: which of them a text holds, under one name for both.

`lexicon.tsv` beside this module has a line for each Chinese word, with its English renderings. A name is a rendering
with its words stemmed. Chinese text gives the names of all renderings of its words, English text the names that stand
in it, so that a word and any of its renderings have a name in common. Words that share one rendering of several, as
增加 (increase, add) and 提高 (raise, increase) do, have that name in common and no other: chains make no heaps.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from operator import add
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("lexicon.tsv")

_WORD = re.compile("[a-z]+(?:'[a-z]+)*")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# What is not ASCII is dashes and quotes in most texts, which hide no letters.
_FOREIGN = re.compile("[^\x00-\x7f\u2010-\u2027]")
_LONGEST_PHRASE = 3
# As many words as an archive uses often; names of persons and places pass through.
_REMEMBERED = 1 << 15


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Chinese words and the names of their renderings."""

    words: Mapping[str, frozenset[str]]
    """The names of each Chinese word."""
    names: frozenset[str]
    marked: Mapping[str, frozenset[str]]
    """The names of each word with a `=` before each, which keeps them apart from what a text names in Latin letters."""
    _single: frozenset[str]
    """The words of one character."""
    _longer: Mapping[str, tuple[str, ...]]
    """By two characters, the words that begin with them, the longest first."""
    _phrases: frozenset[tuple[str, str]]
    """The first two words of the names that are phrases."""

    @classmethod
    def read(cls, text: str) -> "Lexicon":
        """Build a lexicon from a file's text."""
        return cls.of(entries(text))

    @classmethod
    def of(cls, words: Mapping[str, frozenset[str]]) -> "Lexicon":
        """Build a lexicon of words and the names of their renderings."""
        names = frozenset(chain.from_iterable(words.values()))
        longer: dict[str, tuple[str, ...]] = {}
        for han in sorted(words, key=len):
            if len(han) > 1:
                longer[han[:2]] = (han, *longer.get(han[:2], ()))
        single = frozenset(han for han in words if len(han) == 1)
        phrases = frozenset((first, second) for first, second, *_ in (name.split() for name in names if " " in name))
        marked = {han: frozenset(map(mark, of_word)) for han, of_word in words.items()}
        return cls(words, names, marked, single, longer, phrases)

    def words_zh(self, text: str) -> frozenset[str]:
        """Find the words of a Chinese text: from left to right the longest at each place, none inside another."""
        found: list[str] = []
        rest: list[str] = []
        done = 0
        for at, words in enumerate(map(self._longer.get, map(add, text, text[1:]))):
            if words is None or at < done:
                continue
            for word in words:
                if len(word) == 2 or text.startswith(word, at):  # noqa: PLR2004 - what was looked up is all of it
                    found.append(word)
                    rest.append(text[done:at])
                    done = at + len(word)
                    break
        rest.append(text[done:])
        return self._single.intersection("".join(rest)).union(found)

    def found_en(self, text: str) -> frozenset[str]:
        """Name what an English text holds: from left to right phrases of three words, of two, single words."""
        return self.named(words_en(text))

    def named(self, words: Iterable[str]) -> frozenset[str]:
        """Name what words hold that stand behind each other, in plain small letters."""
        stems = list(map(stem, words))
        has_phrases = not self._phrases.isdisjoint(pairwise(stems))
        return self.names.intersection(self._parted(stems) if has_phrases else stems)

    def _parted(self, stems: list[str]) -> list[str]:
        """Join the stems that are a phrase."""
        parts: list[str] = []
        done = 0
        for at, two in enumerate(pairwise(stems)):
            if at >= done and two in self._phrases:
                end = at + self._phrase(stems[at : at + _LONGEST_PHRASE])
                parts += *stems[done:at], " ".join(stems[at:end])
                done = end
        return parts + stems[done:]

    def _phrase(self, stems: list[str]) -> int:
        """Count the words of the longest phrase that begins here; a word alone is one."""
        return next((n for n in range(len(stems), 1, -1) if " ".join(stems[:n]) in self.names), 1)


def entries(text: str) -> dict[str, frozenset[str]]:
    """Read the words of a lexicon's text, each with the names of its renderings."""
    rows = (line.partition("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {han: frozenset(map(name_of, renderings.split("/"))) for han, _, renderings in rows}


def mark(name: str) -> str:
    """Mark a name as a word's."""
    return f"={name}"


def name_of(rendering: str) -> str:
    """Name a rendering: its words, stemmed."""
    return " ".join(map(stem, words_en(rendering)))


def words_en(text: str) -> list[str]:
    """List the words of English text in plain small letters; a hyphen parts words."""
    text = text.casefold().replace("’", "'")
    if _FOREIGN.search(text):
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text)


# The stemmer. It need not find words, only one sign for all forms of a word; so its rules are few.

_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("[^aeiou]*[aeiouy][^aeiouwxy]")
"""One syllable that ends in one consonant: `plane` without its e, which `plan` must not become."""
_SHORTEST: Final = 4
_SHORTEST_LY: Final = 6
_HISSES: Final = ("sses", "shes", "ches", "xes", "oes")
_SHORTEST_BRITISH: Final = 6
_AMERICAN: Final = {"our": "or", "isation": "ization", "is": "iz", "enc": "ens"}
_BRITISH = re.compile("our|isation|is$|enc$")
_TWINS: Final = tuple(letter * 2 for letter in "bcdfghjklmnpqrstvwxz")
_KEPT: Final = frozenset({"arms", "clothes", "customs", "evening", "goods", "news"})
"""Words that a rule would take for a form of another."""
_FORMS: Final = """
agree agreed, bear bore borne born, begin began begun, big bigger biggest, break broke broken, bring brought,
build built, bus buses, buy bought, child children, choose chose chosen, crisis crises, deep deeper deepest,
die dying, draw drew drawn, drive drove driven, eat ate eaten, fall fell fallen, feel felt, fight fought,
fly flew flown, foot feet, free freed, gas gases, give gave given, great greater greatest, grow grew grown,
guarantee guaranteed, high higher highest, hold held, keep kept, know knew known, large larger largest, lead led,
leaf leaves, life lives, lose lost, low lower lowest, make made, man men, meet met, new newer newest,
old older oldest elder, overcome overcame, rich richer richest, rise rose risen, say said, see saw seen,
sell sold, send sent, shine shone, show shown, sing sang sung, sleep slept, speak spoke spoken, stand stood,
strong stronger strongest, sweep swept, take took taken, teach taught, tell told, tooth teeth,
understand understood, unity unite unites united uniting, win won, wolf wolves, woman women, write wrote written
"""
_IRREGULAR: Final = {form: base for base, *forms in map(str.split, _FORMS.split(",")) for form in forms}
"""Forms that no rule finds. `unite` would become `unit`, and 团结 is unity as often."""


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """Take the endings off an English word in plain small letters, and write it the American way.

    Off go 's, plurals (-s, -es, -ies), -ed, -ied, -ing, -ly, a silent e and the second of two like consonants. Words
    of three letters stay, but for 's; what another word ends in stays (bus, glass, basis, seed, king).
    """
    word = word.removesuffix("'s").replace("'", "")
    word = _IRREGULAR.get(word, word)
    if len(word) < _SHORTEST or word in _KEPT:
        return word
    return _american(_without_ly(_without_ed(_without_s(word))))


def _without_s(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSES) else word[:-1]


def _without_ed(word: str) -> str:
    if word.endswith("ied"):
        return word[:-3] + "y" if len(word) > _SHORTEST else word[:-1]
    rest = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("ed")
    if rest == word or word.endswith("eed") or len(rest) == 1 or not _VOWEL.search(rest):
        return word
    return rest + "e" if _SHORT.fullmatch(rest) else rest


def _without_ly(word: str) -> str:
    if len(word) < _SHORTEST_LY or not word.endswith("ly"):
        return word
    if word.endswith("bly"):
        return word[:-1] + "e"
    return word[:-3] + "y" if word.endswith("ily") else word[:-2]


def _american(word: str) -> str:
    """Spell centre, programme, organise, labour, defence as one does in America, and take off a silent e."""
    if word.endswith("tre"):
        word = word[:-2] + "er"
    elif word.endswith("e") and len(word) >= _SHORTEST and not _SHORT.fullmatch(word[:-1]):
        word = word[:-1]
    if len(word) >= _SHORTEST_BRITISH:
        word = _BRITISH.sub(lambda found: _AMERICAN[found[0]], word)
    return word[:-1] if len(word) >= _SHORTEST and word.endswith(_TWINS) else word


_PLAIN: Final = """
a all also an and any are as at be but by can do down for from have he her his i if in into it its just may more most
must no not of off on one only or other our out over own she should so some than that the their them then there these
they this those to too under up very was we were what when where which who will with would you your
"""
FUNCTION_WORDS: Final = frozenset(map(stem, _PLAIN.split()))
"""The stems of words that stand everywhere and tell nothing."""
