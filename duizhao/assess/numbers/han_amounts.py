"""The numbers and dates that a Chinese text names, in order, with their places."""

import re
from collections.abc import Iterator
from typing import Final

from duizhao.assess.numbers.amounts import ANSWER, CENTURY, FIRM, HUNDRED, SURE, TEN, Amount, Kind, score
from duizhao.assess.numbers.han_dates import clock, days, is_day, months, year
from duizhao.assess.numbers.han_runs import SCORE_SIGNS, Run, follows, is_damaged, is_torn, runs
from duizhao.assess.numbers.han_values import Reading, plain, read
from duizhao.assess.numbers.units import han_unit

_MEASURES: Final = frozenset(
    "个名位人口户家只头匹条台架辆艘座所项种类件份张本册幅处间栋幢级批班组队排次回遍趟场轮期号站里米尺寸亩顷斤担石吨"
    "盎磅码升斗元角块毛岁天周时分秒度页章颗粒株棵支枝枚发门挺公英小厘毫平立年届村县团师军营连旅国省市"
)
_SCALES_BEHIND = re.compile("[十百千万亿]+$")
_MYRIADS_BEHIND = re.compile("[万亿]+$")
_ANY_STEP = re.compile("[十百千廿卅]")
_HAN_DIGITS = re.compile("[一二三四五六七八九零〇○]{2,3}")
_ONE_OF_A_SCALE = re.compile("一?[十百千万亿]+")
_ITEM_HEADS: Final = frozenset("\n 　。；：")
_ITEM_TAILS: Final = frozenset("、．.")
_BRACKETS: Final = frozenset("(（)）")
_ARMY = re.compile("[军师旅团](?![队人用装民长区])")
"""What armies number: 五五军 is the 55th."""
_PERMILLE: Final = 10
_OTHERS: Final = frozenset("%‰倍成旬代")
_YEARS: Final = (1800, 2100)


def han_amounts(text: str) -> list[Amount]:
    """Find what a Chinese text names."""
    found = runs(text)
    amounts: list[Amount] = []
    for at, run in enumerate(found):
        before = found[at - 1] if at else None
        behind = found[at + 1] if at + 1 < len(found) else None
        if run.share:
            amounts.extend(_share(run, *run.share))
        elif reading := read(run.signs):
            amounts.extend(_amounts(text, run, reading, before, behind))
    return amounts


def _amounts(text: str, run: Run, reading: Reading, before: Run | None, behind: Run | None) -> Iterator[Amount]:
    if before and before.sign in {"时", "点"} and before.end + 1 == run.start:
        return  # the minutes of an hour
    if run.sign in {"", "%"} and (pair := _gap(text, run, before, behind)):
        yield _torn(run, *pair)
        return
    if run.sign == "年" and reading.keys and (one := year(run, reading, behind)):
        yield one
    elif run.sign == "月" and reading.keys:
        yield from months(text, run, reading, behind)
    elif is_day(run, reading, before):
        yield from days(text, run, reading, before)
    elif run.sign in {"时", "点"} and reading.keys:
        yield clock(text, run, reading)
    elif run.sign in _OTHERS and reading.keys:
        yield _other(run, reading)
    elif behind and not run.sign and not behind.sign and text[run.end : behind.start] in SCORE_SIGNS:
        yield from _score(run, reading, behind)
    else:
        yield from _count(text, run, reading, behind)


def _share(run: Run, below: str, above: str) -> Iterator[Amount]:
    """百分之八点四 is 8.4 percent, 千分之三 three in a thousand or 0.3 percent, 三分之二 66.6667 percent."""
    parts, reading = read(below), read(above)
    if parts is None or reading is None or not parts.keys or not parts.keys[0]:
        return
    whole = parts.keys[0]
    keys = tuple(round(key * HUNDRED / whole, 4) for key in reading.keys)
    if whole == HUNDRED:
        yield Amount(run.start, run.end, "percent", keys, _percent_grade(reading, keys), _span(keys))
    else:
        yield Amount(run.start, run.end, "percent", (*keys, *reading.keys, whole), FIRM)


def _percent_grade(reading: Reading, keys: tuple[float, ...]) -> int:
    """百分之百 is completely, too."""
    return SURE if reading.plain and keys[0] != HUNDRED else ANSWER


def _span(keys: tuple[float, ...]) -> tuple[float, float] | None:
    return (min(keys), max(keys)) if len(keys) > 1 else None


def _other(run: Run, reading: Reading) -> Amount:
    """30％, three 倍, three 成 (thirty percent), eight 旬 (eighty), fifty 年代."""
    end = run.end + run.is_signed
    keys = tuple(key for number in reading.keys for key in _readings(run.sign, number))
    if run.sign == "%":
        return Amount(run.start, end, "percent", keys, _percent_grade(reading, keys), reading.span)
    if run.sign == "倍":
        unit = "times" if keys[0] < TEN else ""
        return Amount(run.start, end, "times", keys, FIRM if reading.plain else ANSWER, reading.span, unit=unit)
    return Amount(run.start, end, "count", keys, ANSWER)


def _readings(sign: str, number: float) -> tuple[float, ...]:
    """Say what a number and its sign may be in English: 增加两倍 is tripled, and growth by 200 percent."""
    if sign == "倍":
        return (number, number + 1, number - 1, number * HUNDRED, (number - 1) * HUNDRED)
    if sign == "‰":
        return (number / _PERMILLE, number)
    if sign == "代":
        return (number, CENTURY + number)
    return (number,) if sign == "%" else (number * TEN, number)


def _score(run: Run, reading: Reading, behind: Run) -> Iterator[Amount]:
    other = read(behind.signs)
    if reading.keys and other and other.keys:
        key = score(reading.keys[0], other.keys[0])
        yield Amount(run.start, behind.end, "score", (key,), FIRM if reading.plain and other.plain else ANSWER)
    yield Amount(run.start, run.end, "count", reading.keys, ANSWER, reading.span)


def _count(text: str, run: Run, reading: Reading, behind: Run | None) -> Iterator[Amount]:
    keys = reading.keys
    if keys and keys[0] in {0, 1, 2} and reading.plain:
        return
    if behind and follows(text, run, behind):
        keys = (*keys, *_lifted(run, keys, behind))
    is_rank = text[run.start - 1 : run.start] == "第"
    kind: Kind = "ordinal" if is_rank or _ARMY.match(text, run.end) else "count"
    unit = han_unit(text, run.end) if keys and keys[0] < TEN and not is_rank else ""
    grade = _grade(text, run, reading) if unit or is_rank or not keys or keys[0] >= TEN or keys[0] % 1 else ANSWER
    yield Amount(run.start - is_rank, run.end, kind, keys, grade, reading.span, unit=unit)


def _lifted(run: Run, keys: tuple[float, ...], behind: Run) -> Iterator[float]:
    """Read 五十 of 五十到六十万 as 500,000, too, and 四 of 四—五千 as 4,000."""
    patterns = (_MYRIADS_BEHIND,) if _ANY_STEP.search(run.signs) else (_MYRIADS_BEHIND, _SCALES_BEHIND)
    for pattern in patterns if run.signs[-1] not in "万亿" else ():
        if (scale := pattern.search(behind.signs)) and (lift := read(scale[0])):
            yield from (key * lift.keys[0] for key in keys)


def _gap(text: str, run: Run, before: Run | None, behind: Run | None) -> tuple[Run, Run] | None:
    if before and is_torn(text, before, run):
        return before, run
    return (run, behind) if behind and is_torn(text, run, behind) else None


def _torn(run: Run, one: Run, other: Run) -> Amount:
    """Read two runs as one number that was set with a gap, and this one of them for itself."""
    whole, part = plain(one.signs), plain(other.signs)
    joined = [f"{whole}{part}"] if "." in whole or "." in part else [f"{whole}{part}", f"{whole}.{part}"]
    keys = (float(plain(run.signs)), *map(float, joined)) if "." not in whole or "." not in part else ()
    return Amount(run.start, run.end, "count", keys, ANSWER)


def _grade(text: str, run: Run, reading: Reading) -> int:
    if not reading.plain or _is_item(text, run) or is_damaged(text, run):
        return ANSWER
    number, is_measured = reading.keys[0], text[run.end : run.end + 1] in _MEASURES
    if "·" in run.signs and not is_measured:  # 五·四, 一二·九
        return ANSWER
    is_bare = number < TEN or _HAN_DIGITS.fullmatch(run.signs) or _ONE_OF_A_SCALE.fullmatch(run.signs)
    if run.signs[0] in "0０零〇○" or (is_bare and not is_measured):
        return ANSWER
    if _YEARS[0] <= number <= _YEARS[1] and len(run.signs) == len("1954") and "千" not in run.signs:
        return ANSWER
    is_large = number >= HUNDRED and not is_bare and text[run.start - 1 : run.start] != "第"
    return SURE if is_large else FIRM


def _is_item(text: str, run: Run) -> bool:
    """Tell whether a number stands in brackets or at the head of an item: （五）, 三、, 4．."""
    before, behind = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if before in _BRACKETS:
        return behind in _BRACKETS
    return behind in _ITEM_TAILS and (not before or before in _ITEM_HEADS)
