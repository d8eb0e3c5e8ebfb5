"""Days and months of an English text: December 23rd, the 23rd of December, in May."""

import re
from typing import Final

from duizhao.assess.numbers.amounts import ANSWER, DAYS, FIRM, Amount
from duizhao.assess.numbers.english_phrases import Phrase

_DAY_BEHIND: Final = frozenset((" ", ". ", " the ", "."))
_MONTH_BEHIND = re.compile(r"(?:st|nd|rd|th)?(?: of)? (?:the )?")
_RANK = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_NO_DAY = re.compile(r"[%:]|\s?per\s?cent|(?:st|nd|rd|th)?,?\s(?:million|thousand)")
_AMBIGUOUS: Final = frozenset(("May", "March"))
_SHORTENED: Final = frozenset(("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"))
_LED_BY = re.compile(
    r"(?i:\b(?:in|of|since|until|till|by|last|this|early|late|mid|next|from|to|and|during|through|between|before|after"
    r"|every|each|around|on))[ -]$"
)
_LONGEST_LEAD: Final = 9


def day(text: str, one: Phrase, other: Phrase) -> Amount | None:
    """Read a month and a day, whichever comes first, as one date."""
    gap = text[one.end : other.start]
    if one.kind == "month" and gap in _DAY_BEHIND and _may_be_day(text, other):
        rank = _RANK.match(text, other.end)
        end = rank.end() if rank else other.end
        return Amount(one.start, end, "day", (other.value,), FIRM, None, int(one.value))
    if other.kind == "month" and _MONTH_BEHIND.fullmatch(gap) and _may_be_day(text, one):
        return Amount(one.start, other.end, "day", (one.value,), FIRM, None, int(other.value))
    return None


def month(text: str, phrase: Phrase) -> Amount | None:
    """Read a month that has no day; None where the word is none: may, a march, Mar."""
    name = text[phrase.start : phrase.end]
    if name in _SHORTENED and text[phrase.end : phrase.end + 1] != ".":
        return None
    is_told = name not in _AMBIGUOUS or _LED_BY.search(text[max(0, phrase.start - _LONGEST_LEAD) : phrase.start])
    return Amount(phrase.start, phrase.end, "month", (phrase.value,), FIRM if is_told else ANSWER)


def _may_be_day(text: str, phrase: Phrase) -> bool:
    is_number = phrase.kind == "rank" or (phrase.kind == "number" and phrase.is_digits and phrase.lift == 1)
    return is_number and phrase.value in _DAYS and not _NO_DAY.match(text, phrase.end)


_DAYS: Final = frozenset(range(1, DAYS + 1))
