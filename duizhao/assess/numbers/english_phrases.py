"""Words of number put together: two hundred and five, 3.5 million, half a dozen, two-thirds, tens of thousands."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from duizhao.assess.numbers.english_words import (
    DECADES,
    MONTH_NAMES,
    PARTS,
    PLURALS,
    RANKS,
    SCALE_WORDS,
    SMALL,
    TENS,
    Word,
)

_TIED: Final = frozenset((" ", "-", "-odd ", " odd ", " or so "))
_ADDED: Final = frozenset((" ", "-", " and "))
_HALF_MORE: Final = frozenset((" and a ", "-and-a-"))
_HALF_OF: Final = frozenset((" a ", " ", "-", " of a ", " the "))
_SEVERAL: Final = ("several ", "few ", "many ", "some ", "couple of ")
_LONGEST_SEVERAL: Final = 10
_OF_MANY: Final = frozenset((" of ", " "))
_ADDING: Final = frozenset(("hundred", "thousand", "million", "billion"))
_SCALE_PLURALS: Final = {word: scale for word, scale in PLURALS.items() if word != "tens"}
_TEN: Final = 10
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_MOST: Final = 1e15


class Phrase(NamedTuple):
    """A number from `start` to `end`."""

    start: int
    end: int
    value: float
    kind: str = "number"
    """`number`, `rank` (31 of thirty-first), `share` (2/3), `vague` (dozens: `value` and more), `decade` or `month`."""
    lift: float = 1
    """What the words of scale at its end multiply by: 1,000,000 in 3.5 million."""
    is_digits: bool = False


def phrases(text: str, found: Sequence[Word]) -> list[Phrase]:
    """Put the words of a text together, in order."""
    made: list[Phrase] = []
    at = 0
    while at < len(found):
        phrase, at = _phrase(text, found, at)
        made.append(phrase)
    return made


def _phrase(text: str, found: Sequence[Word], at: int) -> tuple[Phrase, int]:
    word = found[at]
    if word.text in MONTH_NAMES:
        return Phrase(word.start, word.end, MONTH_NAMES[word.text], "month"), at + 1
    if word.text in PLURALS:
        return _vague(text, found, at, PLURALS[word.text])
    if word.text in SCALE_WORDS and text[max(0, word.start - _LONGEST_SEVERAL) : word.start].lower().endswith(_SEVERAL):
        return _vague(text, found, at, SCALE_WORDS[word.text])
    if word.text in DECADES:
        return Phrase(word.start, word.end, DECADES[word.text], "decade"), at + 1
    if word.text in {"half", "quarter"}:
        return _part_of(text, found, at)
    return _spoken(text, found, at)


def _vague(text: str, found: Sequence[Word], at: int, unit: float) -> tuple[Phrase, int]:
    """Dozens, tens of thousands, several hundred million."""
    start, end = found[at].start, found[at].end
    at += 1
    while at < len(found) and text[end : found[at].start] in _OF_MANY:
        unit *= PLURALS.get(found[at].text) or SCALE_WORDS.get(found[at].text) or 1
        end = found[at].end
        at += 1
    return Phrase(start, end, unit, "vague"), at


def _part_of(text: str, found: Sequence[Word], at: int) -> tuple[Phrase, int]:
    """Half a million is a number, half a share."""
    word, part = found[at], 1 / PARTS[found[at].text]
    at += 1
    if at < len(found) and found[at].text in SCALE_WORDS and text[word.end : found[at].start] in _HALF_OF:
        return Phrase(word.start, found[at].end, part * SCALE_WORDS[found[at].text]), at + 1
    return Phrase(word.start, word.end, part, "share"), at


def _spoken(text: str, found: Sequence[Word], at: int) -> tuple[Phrase, int]:
    """Read on from a word for as long as the next one belongs to the same number."""
    first = last = found[at]
    total, value, lift = 0.0, _value(first), SCALE_WORDS.get(first.text, 1.0)
    kind = "rank" if first.text in RANKS else "number"
    while at + 1 < len(found) and kind == "number" and value < _MOST:
        word = found[at + 1]
        gap = text[last.end : word.start]
        if (scale := SCALE_WORDS.get(word.text) or _SCALE_PLURALS.get(word.text)) and gap in _TIED:
            if not value:  # thousand million
                total, value = 0.0, total
            value, lift = value * scale, lift * scale
            if scale >= _THOUSAND:
                total, value = total + value, 0.0
        elif gap in _ADDED and _goes_on(last, word):
            value, lift = value + _value(word), 1.0
            kind = "rank" if word.text in RANKS else "number"
        elif gap in _HALF_MORE and word.text == "half":
            value += 0.5
        elif gap in {"-", " "} and word.text in PARTS and not total and 0 < value < _TEN and last.number is None:
            value, kind = value / PARTS[word.text], "share"
        else:
            break
        last = word
        at += 1
    return Phrase(first.start, last.end, round(total + value, 6), kind, lift, first.number is not None), at + 1


def _value(word: Word) -> float:
    if word.number is not None:
        return word.number
    return SMALL.get(word.text) or RANKS.get(word.text) or SCALE_WORDS.get(word.text) or 0.0


def _goes_on(last: Word, word: Word) -> bool:
    """Tell whether a word goes on with the number: twenty-one, hundred and five, thousand two."""
    if word.number is not None:
        return False
    value = _value(word)
    if last.text in TENS:
        return 0 < value < _TEN
    return last.text in _ADDING and 0 < value < _HUNDRED and word.text not in SCALE_WORDS
