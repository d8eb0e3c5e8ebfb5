"""The numbers and dates that an English text names, in order, with their places."""

import re
from collections.abc import Iterator
from typing import Final

from duizhao.assess.numbers.amounts import ANSWER, CENTURY, FEWEST, FIRM, HUNDRED, SURE, TEN, Amount, hours, score
from duizhao.assess.numbers.english_dates import day, month
from duizhao.assess.numbers.english_phrases import Phrase, phrases
from duizhao.assess.numbers.english_words import SCALE_WORDS, words
from duizhao.assess.numbers.units import english_unit

_TAIL = re.compile(
    r"(?P<rank>(?:st|nd|rd|th)(?![a-z]))|(?P<decade>['’]?s(?![a-z]))|(?P<times>[\s-]?fold\b|\stimes\b)"
    r"|(?P<percent>\s?%|[\s-]per\s?cent)"
    r"|(?P<clock>:[0-5][0-9](?![0-9])(?:\s?(?:[ap]m|[AP]M)\b|\s?(?:[ap]\.m\.|[AP]\.M\.))?"
    r"|\s?(?:[ap]m|[AP]M)\b|\s?(?:[ap]\.m\.|[AP]\.M\.)|\so['’]clock)"
)
_JOINTS: Final = frozenset((" to ", "-", "–", "—", " or ", " and ", ", ", " to over ", " to more than "))
_SCORED: Final = frozenset(("-", "–", " to "))
_NUMBERED = re.compile(r"\bNos?\.? $|\bno\. $")
_LONGEST_SIGN: Final = 5
_MOST_POINTS: Final = 200
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_MIDNIGHT: Final = 24
_LARGE: Final = 1000
_WHOLE_SCALES: Final = frozenset(10.0**n for n in range(1, 13))
_CONVERTED = re.compile(
    r"\((?:approximately|about|approx\.|roughly|around|some|or|ca\.|equal to|equivalent to|i\.e\.,?) $"
)
"""What stands before the translator's own conversion: 40 mu (about 2.7 hectares)."""
_BRACKETED = re.compile(r"[(\[][^()\[\]]*$")
_LONGEST_BRACKET: Final = 40
_OTHERS = re.compile(r" others?\b")
_MOST_NAMED: Final = 3
"""Of 41 things a translation may name up to so many and count the others: “the first and 40 others”."""
_ITEM_HEADS: Final = frozenset("(\n")
_ITEM_TAILS: Final = frozenset(".)")


def english_amounts(text: str) -> list[Amount]:
    """Find what an English text names."""
    found = phrases(text, words(text))
    amounts: list[Amount] = []
    at = 0
    while at < len(found):
        phrase, behind = found[at], found[at + 1] if at + 1 < len(found) else None
        at += 1
        if behind and (date := day(text, phrase, behind)):
            amounts.append(date)
            at += 1
        elif phrase.kind == "month":
            amounts.extend(filter(None, [month(text, phrase)]))
        elif phrase.kind == "vague":
            reach = (phrase.value - phrase.value % TEN, phrase.value * TEN)
            amounts.append(Amount(phrase.start, phrase.end, "count", (), ANSWER, reach))
        elif phrase.kind == "decade":
            amounts.append(Amount(phrase.start, phrase.end, "count", (phrase.value, CENTURY + phrase.value), ANSWER))
        elif phrase.kind == "share":
            amounts.append(_share(phrase))
        else:
            amounts.extend(_number(text, phrase, behind))
    return amounts


def _share(phrase: Phrase) -> Amount:
    """Half and quarter are often neither."""
    key = round(phrase.value * HUNDRED, 4)
    return Amount(phrase.start, phrase.end, "percent", (key,), ANSWER if key in {25, 50, 75} else FIRM)


def _number(text: str, phrase: Phrase, behind: Phrase | None) -> Iterator[Amount]:
    start, end, number = phrase.start, phrase.end, phrase.value
    if text[start - 1 : start] == ":" and text[start - 2 : start - 1].isdigit():  # the minutes of an hour
        yield Amount(start, end, "count", (number,), ANSWER)
        return
    tail = _TAIL.match(text, end)
    sort = tail.lastgroup if tail else None
    if tail and sort != "decade":
        end = tail.end()
    if sort == "clock" and number <= _MIDNIGHT:
        yield Amount(start, end, "clock", hours(number))
    elif sort == "percent":
        yield Amount(start, end, "percent", (number,), ANSWER if number == HUNDRED else SURE)
    elif sort == "times":
        yield Amount(start, end, "times", (number,), unit="times" if number < TEN else "")
    elif sort == "decade" and number % TEN == 0:
        yield Amount(start, end, "count", (number, number % HUNDRED), ANSWER)
    elif sort == "rank" or phrase.kind == "rank" or _NUMBERED.search(text[max(0, start - _LONGEST_SIGN) : start]):
        yield Amount(start, end, "ordinal", _rank_keys(number), FIRM if number >= FEWEST else ANSWER)
    elif _is_year(text, phrase):
        yield Amount(start, end, "year", (number,))
    else:
        yield from _count(text, phrase, behind)


def _rank_keys(number: float) -> tuple[float, ...]:
    """Give a fifth as 5 and as 20 percent."""
    return (number, round(HUNDRED / number, 4)) if FEWEST <= number <= TEN else (number,)


def _is_year(text: str, phrase: Phrase) -> bool:
    is_bare = (
        phrase.is_digits and phrase.end - phrase.start == len("1954") and "," not in text[phrase.start : phrase.end]
    )
    return is_bare and _FIRST_YEAR <= phrase.value <= _LAST_YEAR


def _count(text: str, phrase: Phrase, behind: Phrase | None) -> Iterator[Amount]:
    start, end, number = phrase.start, phrase.end, phrase.value
    keys: tuple[float, ...] = (number,)
    if behind and behind.kind == "number":
        gap = text[end : behind.start]
        if gap in _JOINTS and behind.lift > 1 and phrase.lift == 1:  # 5 to 6 million
            keys = (number, number * behind.lift)
        if gap in _SCORED and phrase.is_digits and max(number, behind.value) <= _MOST_POINTS:
            grade = ANSWER if gap == " to " else FIRM
            yield Amount(start, behind.end, "score", (score(number, behind.value),), grade)
    if _OTHERS.match(text, end):
        keys += tuple(number + named for named in range(1, _MOST_NAMED + 1))
    if number >= FEWEST or number % 1 or len(keys) > 1:
        unit = english_unit(text, end) if number < TEN else ""
        grade = _grade(text, phrase) if unit or number >= TEN or number % 1 else ANSWER
        yield Amount(start, end, "count", keys, grade, unit=unit)


def _grade(text: str, phrase: Phrase) -> int:
    start, end, number = phrase.start, phrase.end, phrase.value
    before = text[max(0, start - _LONGEST_BRACKET) : start]
    is_name = before[-1:] == "-" and before[-2:-1].isalpha()
    if is_name or _is_item(text, start, end) or _CONVERTED.search(before):
        return ANSWER
    if not phrase.is_digits and number in _WHOLE_SCALES:  # a thousand is as much as many
        return ANSWER if text[start:end].lower() in SCALE_WORDS else FIRM
    return SURE if number >= _LARGE and not _BRACKETED.search(before) else FIRM


def _is_item(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands in brackets or at the head of an item: (5), 3., 4)."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return behind in _ITEM_TAILS and (not before or before in _ITEM_HEADS)
