"""Where the numbers and dates of a translation disagree with those of the original.

A number that the other side says anywhere in the same text, however often, agrees. Of the rest, one is told together
with what stands in its place on the other side, if that is another number of the same kind; and alone only if it is
one that a translation must carry: a percentage, a year, a full date, a large figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from duizhao.assess.numbers.agreement import is_made_of, is_meant, is_part, is_said, reach, said
from duizhao.assess.numbers.amounts import SURE, Amount
from duizhao.assess.numbers.english_amounts import english_amounts
from duizhao.assess.numbers.han_amounts import han_amounts
from duizhao.assess.numbers.partners import mistaken_days, partners
from duizhao.assess.numbers.units import conversions, is_converted
from duizhao.text import HAN

MOST: Final = 64
"""Numbers that one side alone says. With more of them, the texts are no translations of one another."""
_DATES: Final = frozenset(("year", "month", "day", "clock"))
_YEAR_BY_WORDS = re.compile(
    r"(?i)\b(?:this|last|next|that|same|previous|following|current|the) year\b|\byears? (?:ago|later|earlier|before)\b"
)
_PERCENT_BY_WORDS = re.compile("[一二三四五六七八九十两几][分成折厘]|倍|番|半")
_LEAST_WORDY, _MOST_WORDY = 2.0, 6.5
"""Letters of a translation to a Han character: with fewer it leaves sentences out, with more it adds some."""


Difference: TypeAlias = tuple[Amount | None, Amount | None]
"""What the original says and what the translation says in its place; None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What the original says and what the translation says instead, each as it stands in its text.

    `zh` or `en` is empty where that side says nothing in its place; its start is None then.
    """

    kind: Literal["number", "date"]
    zh: str
    en: str
    zh_start: int | None = None
    en_start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Both texts, what each says, and what it alone says."""

    zh: str
    en: str
    original: Sequence[Amount]
    translation: Sequence[Amount]
    only_original: Sequence[Amount]
    only_translation: Sequence[Amount]


def compared(zh: str, en: str) -> Compared:
    """Find what each text says, and what it alone says."""
    original, translation = han_amounts(zh), english_amounts(en)
    ones, others = _alone(zh, en, original, translation)
    return Compared(
        zh=zh, en=en, original=original, translation=translation, only_original=ones, only_translation=others
    )


def _alone(
    zh: str, en: str, original: Sequence[Amount], translation: Sequence[Amount]
) -> tuple[Sequence[Amount], Sequence[Amount]]:
    if not original and not translation:
        return (), ()
    one = said(original, with_half="半" in zh)
    other = said(translation, with_half="half" in en)
    ones = [amount for amount in original if amount.grade and not is_said(amount, other)]
    others = [amount for amount in translation if amount.grade and not is_said(amount, one)]
    if not ones and not others:
        return (), ()
    far, wide = reach(original, one.numbers), reach(translation, other.numbers)
    ones = [amount for amount in ones if not is_meant(amount, wide) and not is_part(amount, wide)]
    others = [amount for amount in others if not is_meant(amount, far) and not is_made_of(amount, one)]
    return _unconverted(zh, original, ones[:MOST], others[:MOST])


def differences(both: Compared) -> list[Difference]:
    """Name what disagrees, in the order of the original; what the translation adds comes last."""
    pairs = partners(both.only_original, both.only_translation)
    pairs += mistaken_days(both.only_original, both.original, both.translation, {one for one, _ in pairs})
    done = {amount for pair in pairs for amount in pair}
    missing = [(one, None) for one in both.only_original if one not in done and _is_missing(one, both)]
    added = [(None, other) for other in both.only_translation if other not in done and _is_added(other, both)]
    return [*sorted([*pairs, *missing], key=lambda pair: pair[0].start), *added]


def disagreement(both: Compared, difference: Difference) -> Disagreement:
    """Say a difference in the words of both texts."""
    one, other = difference
    return Disagreement(
        kind="date" if any(amount and amount.kind in _DATES for amount in difference) else "number",
        zh=both.zh[one.start : one.end] if one else "",
        en=both.en[other.start : other.end] if other else "",
        zh_start=one.start if one else None,
        en_start=other.start if other else None,
    )


def _is_missing(one: Amount, both: Compared) -> bool:
    """Must the translation say it, and does it leave out no more than that?"""
    if one.grade < SURE or len(both.en) < _LEAST_WORDY * _han(both.zh):
        return False
    return one.kind != "year" or not _YEAR_BY_WORDS.search(both.en)


def _is_added(other: Amount, both: Compared) -> bool:
    """Must the original say it, and does the translation add no more than that?"""
    if other.kind == "percent" and _PERCENT_BY_WORDS.search(both.zh):
        return False
    return other.grade >= SURE and len(both.en) <= _MOST_WORDY * _han(both.zh)


def _han(text: str) -> int:
    return len(HAN.findall(text))


def _unconverted(
    zh: str, original: Sequence[Amount], ones: Sequence[Amount], others: Sequence[Amount]
) -> tuple[Sequence[Amount], Sequence[Amount]]:
    """Take out each number that the translation gives in another unit, instead of the original's or beside it."""
    if not others:
        return ones, others
    converted: set[Amount] = set()
    for one in original:
        ratios = conversions(zh, one.end) if one.kind == "count" and one.keys else ()
        same = {other for other in others if ratios and other.keys and is_converted(one.keys[0], other.keys[0], ratios)}
        if same:
            converted |= {one, *same}
    return [one for one in ones if one not in converted], [other for other in others if other not in converted]
