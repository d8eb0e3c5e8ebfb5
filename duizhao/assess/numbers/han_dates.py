"""Years, months, days and hours of a Chinese text."""

import re
from collections.abc import Iterator
from typing import Final

from duizhao.assess.numbers.amounts import ANSWER, CENTURY, DAYS, FIRM, MONTHS, SURE, Amount, hours
from duizhao.assess.numbers.han_runs import DAY_TIMES, Run
from duizhao.assess.numbers.han_values import Reading, read

_LUNAR = re.compile("[农旧阴夏古]历|[腊闰]")
_LUNAR_BEFORE: Final = 6
_DATELINE = re.compile("(?:[上下]午|凌晨|[晚夜专急])?[讯电]|消息")
"""What stands behind the day of a dispatch. Translators leave out datelines, and nothing is wrong by that."""
_SHORT_YEAR: Final = 2
_LONG_YEAR: Final = 4
_FIRST_YEAR: Final = 1000
_BEHIND_MONTH: Final = frozenset(("月", "月份"))


def year(run: Run, reading: Reading, behind: Run | None) -> Amount | None:
    """一九五四年, 1954年, 五四年; None for a number of years."""
    number = reading.keys[-1]
    if len(run.signs) == _LONG_YEAR and number >= _FIRST_YEAR and "千" not in run.signs:
        goes_on = behind is not None and behind.sign == "月" and behind.start == run.end + 1
        return Amount(run.start, _end(run), "year", (number,), FIRM if goes_on else SURE)
    if len(run.signs) == _SHORT_YEAR and "十" not in run.signs and not run.signs.isdecimal():
        return Amount(run.start, _end(run), "year", (CENTURY + number, *reading.keys), ANSWER, reading.span)
    return None


def months(text: str, run: Run, reading: Reading, behind: Run | None) -> Iterator[Amount]:
    """十二月; 七、八月 are two. One with a day behind it is part of that day."""
    if reading.keys[0] > MONTHS or (behind and _is_day_of(text, run, behind)):
        return
    before = text[max(0, run.start - _LUNAR_BEFORE) : run.start]
    for key in reading.keys[:2]:
        yield Amount(run.start, _end(run), "month", (key,), ANSWER if _LUNAR.search(before) else FIRM)


def days(text: str, run: Run, reading: Reading, before: Run | None) -> Iterator[Amount]:
    """十二月二十三日, 二十三日; 三、四日 are two."""
    start, month, grade = run.start, 0, FIRM
    if before and _is_day_of(text, before, run) and (of := read(before.signs)) and of.keys:
        start, month, grade = before.start, int(of.keys[-1]), SURE
        if _LUNAR.search(text[max(0, start - _LUNAR_BEFORE) : start]):
            grade = ANSWER
    if _DATELINE.match(text, _end(run)):
        grade = min(grade, FIRM)
    for key in reading.keys[:2]:
        yield Amount(start, _end(run), "day", (key,), grade, None, month)


def is_day(run: Run, reading: Reading, before: Run | None) -> bool:
    """Tell whether a run is a day of a month; 号 is one behind a month only."""
    if not reading.keys or reading.keys[0] > DAYS:
        return False
    return run.sign == "日" or (run.sign == "号" and before is not None and before.sign == "月")


def clock(text: str, run: Run, reading: Reading) -> Amount:
    """下午三时, 十五点."""
    is_told = text[run.start - 2 : run.start] in DAY_TIMES
    return Amount(run.start, _end(run), "clock", hours(reading.keys[0]), FIRM if is_told else ANSWER)


def _is_day_of(text: str, month: Run, day: Run) -> bool:
    return month.sign == "月" and day.sign in {"日", "号"} and text[month.end : day.start] in _BEHIND_MONTH


def _end(run: Run) -> int:
    return run.end + run.is_signed
