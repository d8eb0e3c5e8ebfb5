"""Numbers, months and shares that a text names, in one form for both languages.

一九五四年, 1954 · 五十万, 500,000, five hundred thousand · 百分之八点四, 8.4 percent · 十二月, December · 八分之一,
one-eighth. Each is named as `1954`, `500000`, `8.4%`, `month 12`, `1/8`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

# 一 and 两, one and first stand everywhere and say nothing of where a sentence belongs.
_LEAST: Final = 3
_SMALL: Final = 10
_MOST: Final = 1e15

PLAIN: Final = str.maketrans("０１２３４５６７８９．％，∶", "0123456789.%,:") | str.maketrans(
    {"廿": "二十", "卅": "三十"}
)
DIGITS: Final = {sign: str(n) for signs in ("零一二三四五六七八九", "0123456789") for n, sign in enumerate(signs)} | {
    "〇": "0",
    "○": "0",
    "两": "2",
}
STEPS: Final = {"十": 10, "百": 100, "千": 1_000}
MYRIADS: Final = {"万": 10_000, "亿": 100_000_000}
_SIGN = "[0-9零〇○一二三四五六七八九十百千万亿两]"
# No number of a newspaper is longer; the bound keeps a page of digits from becoming one.
_SIGNS = f"{_SIGN}{{1,24}}"
_AMOUNT = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,7}}|{_SIGNS})(?:[点·.]{_SIGNS})?"
_HAN_NUMBER = re.compile(rf"({_SIGNS})分之({_AMOUNT})|({_AMOUNT})([%月])?")
_FIRST = re.compile(_SIGN)
# What is to be written otherwise before numbers are looked for; a comma only between digits.
_UNPLAIN = re.compile("[０-９．％廿卅0-9](?:(?<![0-9])|，)")
_POINT = re.compile("[点·.]")
_MYRIADS_BEHIND = re.compile("([万亿]*)$")

_ENGLISH = re.compile(r"[0-9][0-9,]{0,23}(?:\.[0-9]{1,24})?|[A-Za-z]+|%")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FEW = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_RANKS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _with_capitals(words: dict[str, int]) -> dict[str, int]:
    return words | {word.capitalize(): value for word, value in words.items()}


CARDINALS: Final = _with_capitals(
    {word: n for n, word in enumerate(_FEW, 1)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
)
ORDINALS: Final = _with_capitals(
    {word: n for n, word in enumerate(_RANKS, 1)} | {word[:-1] + "ieth": 10 * n for n, word in enumerate(TENS, 2)}
)
_PARTS: Final = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + plural: n for word, n in ORDINALS.items() if n >= _LEAST for plural in ("", "s")
}
SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MONTH_NAMES: Final = {name: f"month {n}" for n, name in enumerate(MONTHS, 1)}
_DIGIT = re.compile("[0-9]")
_KNOWN: Final = CARDINALS.keys() | ORDINALS.keys() | _PARTS.keys() | SCALES.keys()
_TOLD: Final = _KNOWN | _MONTH_NAMES.keys()
_TELLING: Final = {*map(str.lower, _TOLD), "percent", "cent"} - {"one", "two", "first", "second"}
# Digits, per cent; and what may part words where the numbers' words are parted otherwise.
_UNSURE = re.compile("[^\x00-$&(-/:-\x7f\u2010-\u2018\u201a-\u2027]")


def weight(name: str) -> float:
    """Say how much it tells that two texts name the same, from 0 to 1: little for 3 to 9, more for 1,279."""
    if name.startswith("month"):
        return 0.5
    return 0.4 if len(name) == 1 else 1.0


def han_numbers(text: str) -> Iterator[str]:
    """Find what a Chinese text names."""
    plain = text.translate(PLAIN) if _UNPLAIN.search(text) else text
    at = _FIRST.search(plain)
    while at:
        found = _HAN_NUMBER.match(plain, at.start())
        if not found:
            return
        yield from _named(*found.groups())
        at = _FIRST.search(plain, found.end())


def _named(below: str | None, above: str | None, amount: str | None, mark: str | None) -> Iterator[str]:
    value = _amount(above or amount or "")
    if value is None or amount == "百":
        return
    if below:
        share = _amount(below)
        yield f"{_name(value)}%" if below == "百" else f"{_name(value)}/{_name(share or 0)}"
    elif mark == "月":
        yield f"month {_name(value)}"
    elif mark == "%":
        yield f"{_name(value)}%"
    elif value >= _LEAST:
        yield _name(value)


def may_hold_numbers(text: str, words: Iterable[str]) -> bool:
    """Tell whether an English text may name numbers; most do not. `words`: all of its words, in small letters."""
    return not _TELLING.isdisjoint(words) or _UNSURE.search(text) is not None


def english_numbers(text: str) -> Iterator[str]:
    """Find what an English text names."""
    text = text if text.isascii() else text.translate(PLAIN)
    words = _ENGLISH.findall(text)
    if _TOLD.isdisjoint(words) and not _DIGIT.search(text):
        return
    at = 0
    while at < len(words):
        word = words[at]
        if word in _KNOWN or word[0].isdigit():
            value, parts, at = _spoken(words, at)
            if words[at : at + 1] in (["%"], ["percent"]) or words[at : at + 2] == ["per", "cent"]:
                yield f"{_name(value)}%"
            elif parts:
                yield f"{_name(value)}/{parts}"
            elif value >= _LEAST:
                yield _name(value)
            continue
        if word in _MONTH_NAMES:
            yield _MONTH_NAMES[word]
        at += 1


def _amount(signs: str) -> float | None:
    """Read 一千二百七十九, 一九五四, 50万, 三点五亿, 500,000; None for 五六十, 千百万 and the like."""
    myriads = _MYRIADS_BEHIND.search(signs)
    whole, *part = _POINT.split(signs.replace(",", ""))
    if not part:
        return _whole(whole)
    behind = myriads[1] if myriads else ""
    digits = "".join(DIGITS.get(sign, "") for sign in part[0])
    before = _whole(whole)
    if before is None or not digits:
        return None
    value = float(f"{before:.0f}.{digits}")
    for sign in behind:
        value *= MYRIADS[sign]
    return value


def _whole(signs: str) -> float | None:
    if signs in {"十", "百"}:
        return STEPS[signs]
    if not any(sign in DIGITS for sign in signs):
        return None
    total = section = 0
    digits = ""
    for sign in signs:
        if sign in DIGITS:
            digits += DIGITS[sign]
        elif sign in STEPS:
            if len(digits.lstrip("0")) > 1:
                return None
            section += (int(digits or 1) or 1) * STEPS[sign]
            digits = ""
        else:
            section += int(digits or 0)
            is_higher = sign == "亿"
            total = ((total if is_higher else 0) + section) * MYRIADS[sign] + (0 if is_higher else total)
            section, digits = 0, ""
    return total + section + int(digits or 0)


def _spoken(words: list[str], at: int) -> tuple[float, int, int]:
    """Read the number that begins at a word: its value, what it is divided by (0: nothing), the word behind it."""
    total, value = 0.0, _value(words[at])
    last = words[at]
    at += 1
    while at < len(words) and value < _MOST:
        word = words[at]
        if word in SCALES:
            value *= SCALES[word]
            if SCALES[word] > 100:  # noqa: PLR2004 - hundreds are counted further
                total, value = total + value, 0
        elif word == "and" and last in SCALES and words[at + 1 : at + 2] and words[at + 1] in CARDINALS:
            pass
        elif _continues(last, word):
            value += _value(word)
        elif word in _PARTS and last in CARDINALS and total == 0:
            return value, _PARTS[word], at + 1
        else:
            break
        last = word
        at += 1
    return total + value, 0, at


def _continues(last: str, word: str) -> bool:
    """Tell whether a word goes on with the number: twenty-one, hundred and five, thousand two."""
    value = CARDINALS.get(word) or ORDINALS.get(word)
    if value is None:
        return False
    return last in SCALES or last == "and" or (last.lower() in TENS and value < _SMALL)


def _value(word: str) -> float:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    return float(CARDINALS.get(word) or ORDINALS.get(word) or 1)


def _name(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.6g}"
