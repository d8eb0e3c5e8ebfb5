"""Numbers and dates, said in both languages."""

from typing import Final

from bench.invented.dice import Dice

DIGITS: Final = "〇一二三四五六七八九"
_PLACES: Final = ("", "十", "百", "千")
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
MONTHS: Final = tuple("January February March April May June July August September October November December".split())
_ORDINALS: Final = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_UNITS: Final = tuple(
    tuple(pair.split("="))
    for pair in (
        "人=people 名=people 亩=mu 吨=tons 元=yuan 公里=kilometers 斤=jin 户=households 座=seats 台=machines 棵=trees "
        "头=head 次=times 天=days 个=pieces 米=meters 本=copies 所=schools 里=li"
    ).split()
)
_WRONG: Final = 0.004
"""Numbers that the translation says otherwise, of all."""
_FIRST_WITH_DIGITS: Final = 1978
"""From this year on, the paper prints figures in digits."""

Said = tuple[str, str]
"""The same in Chinese and in English."""


def han(number: int) -> str:
    """Write a number from 1 to 99,999,999 in Chinese numerals."""
    high, low = divmod(number, 10_000)
    if not high:
        return _below_ten_thousand(low)
    gap = "零" if 0 < low < 1000 else ""  # noqa: PLR2004 - 一万零五百
    return f"{_below_ten_thousand(high)}万{gap}{_below_ten_thousand(low) if low else ''}"


def _below_ten_thousand(number: int) -> str:
    written, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(written)
            continue
        leading_ten = digit == 1 and place == 1 and not written
        written += ("零" if gap else "") + ("" if leading_ten else DIGITS[digit]) + _PLACES[place]
        gap = False
    return written


def figure(dice: Dice, year: int) -> Said:
    """Invent a number that a report names: an amount, a percentage, a date, a year, a rank."""
    kind = dice.between(0, 9)
    if kind < 5:  # noqa: PLR2004 - half of all
        return _amount(dice, in_digits=year >= _FIRST_WITH_DIGITS)
    if kind < 7:  # noqa: PLR2004 - two in ten
        return _percentage(dice)
    return (_day(dice), _year(dice, year), _rank(dice))[kind - 7]


def _amount(dice: Dice, *, in_digits: bool) -> Said:
    number = dice.between(2, 10 ** dice.between(1, 5))
    if number > 100:  # noqa: PLR2004 - large figures are round
        number -= number % 10
    unit_zh, unit_en = dice.pick(_UNITS)
    said = number + number // 10 + 1 if dice.chance(_WRONG) else number
    written = str(number).translate(_FULL_WIDTH) if in_digits else han(number)
    return f"{written}{unit_zh}", f"{said:,} {unit_en}"


def _percentage(dice: Dice) -> Said:
    whole, part = dice.between(2, 98), dice.between(0, 9)
    if part:
        return f"百分之{han(whole)}点{DIGITS[part]}", f"{whole}.{part} percent"
    return f"百分之{han(whole)}", f"{whole} percent"


def _day(dice: Dice) -> Said:
    month, day = dice.between(1, 12), dice.between(1, 28)
    return f"{han(month)}月{han(day)}日", f"on {MONTHS[month - 1]} {day}"


def _year(dice: Dice, year: int) -> Said:
    told = year - dice.between(0, 8)
    return f"{''.join(DIGITS[int(digit)] for digit in str(told))}年", f"in {told}"


def _rank(dice: Dice) -> Said:
    number = dice.between(1, 10)
    return f"第{han(number)}", f"the {_ORDINALS[number - 1]}"
