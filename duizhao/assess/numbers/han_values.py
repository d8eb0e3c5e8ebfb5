"""What a run of Chinese number signs may be read as: 一千二百七十九, 50万, 三四百, 二百余万, 两万五, 一九五四."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from duizhao.align.numerals import DIGITS, MYRIADS, PLAIN, STEPS

SIGNS: Final = "0-9０-９零〇○一二三四五六七八九十百千万亿兆廿卅"
LONGEST: Final = 32
"""No number of a newspaper has more signs; a longer run is a table or a serial number."""

_REMEMBERED: Final = 1 << 12
_PLAIN: Final = PLAIN | str.maketrans("点·：拾", "..:十")
_AS_DIGITS: Final = str.maketrans(DIGITS)
_SCALES: Final = MYRIADS | {"兆": 10**12}
_ALL: Final = STEPS | _SCALES
_PIECE = re.compile(r"(\d+(?:\.\d+)?)|([十百千万亿兆])")
_MORE = re.compile(r"([十百千]?)(\d*)[多余来几]([十百千万亿兆]*)")
_FEW = re.compile(r"[几数]([十百千万亿兆]+)")
_NEIGHBOURS = re.compile(r"(?<![\d.])([1-9])、?([1-9])(?![\d.])")
_POINT_BEHIND_SCALE = re.compile(r"(.*[十百千])\.(?=\d)")
_THOUSANDS = re.compile("(?:、[0-9]{3})+$")
_LOOSE_END = re.compile(r"([百千万亿])(\d)$")
_ONE_SCALE = re.compile("[百千]?[万亿]|[百千]")
"""百, 千万; not 千百万 or 亿万, which are just many."""
_TEN: Final = 10
_MANY: Final = 100


class Reading(NamedTuple):
    """`keys`: the values, the likeliest first. `span`: from what to what it reaches, where it is no single value."""

    keys: tuple[float, ...]
    span: tuple[float, float] | None = None
    plain: bool = True
    """One value, whatever the context: neither 三四, nor 百 with no digit before it."""


@lru_cache(_REMEMBERED)
def read(run: str) -> Reading | None:
    """Read a run of number signs; None where it makes no number."""
    if len(run) > LONGEST:
        return None
    signs = plain(run)
    if groups := _THOUSANDS.search(signs):  # 四一、三五六、○○○
        signs = signs[: groups.start()] + groups[0].replace("、", "")
    if whole := _POINT_BEHIND_SCALE.match(signs):  # 一百点一
        signs = f"{value(whole[1]) or 0:.0f}.{signs[whole.end() :]}"
    if few := _FEW.fullmatch(signs):
        unit = value(few[1]) or 1
        return Reading(keys=(), span=(unit, unit * _TEN), plain=False)
    if not any(sign.isdigit() or sign == "十" for sign in signs):
        unit = value(signs) or 1
        is_one = _ONE_SCALE.fullmatch(signs)
        return Reading(keys=(unit,), span=None if is_one else (unit, unit * _MANY), plain=False)
    if more := _MORE.search(signs):
        return _rounded(signs, more)
    if (
        ("、" in run or not run[0].isdigit())
        and (pair := _NEIGHBOURS.search(signs))
        and _are_neighbours(pair[1], pair[2])
    ):
        return _between(signs, pair)
    return _single(signs)


def plain(run: str) -> str:
    """Write a run in ASCII digits, a full stop for its point, with 十百千万亿兆 as they are."""
    return run.translate(_PLAIN).replace(",", "").translate(_AS_DIGITS)


def value(signs: str) -> float | None:
    """Read digits with 十百千万亿兆 between them; None for 35十 and the like."""
    total = section = 0.0
    waiting: float | None = None
    for digits, scale in _PIECE.findall(signs):
        if digits:
            waiting = float(digits)
        elif scale in STEPS:
            if waiting is not None and waiting >= _TEN:
                return None
            section += (waiting or 1) * STEPS[scale]  # of 零十, the nought only keeps a place
            waiting = None
        else:
            total = _lifted(total, section + (waiting or 0), _SCALES[scale])
            section, waiting = 0.0, None
    return round(total + section + (waiting or 0), 6)


def _lifted(total: float, section: float, scale: int) -> float:
    """Take in 万, 亿 or 兆: they count what stands before them, 亿 and 兆 the 万 as well (三万五千亿, 四万万)."""
    if not section:
        return (total or 1) * scale
    return total + section * scale if total >= scale else (total + section) * scale


def _single(signs: str) -> Reading | None:
    whole = value(signs)
    if whole is None:
        return None
    if end := _LOOSE_END.search(signs):  # 两万五 is 25,000
        digit = int(end[2])
        return Reading(keys=(whole - digit + digit * _ALL[end[1]] / _TEN, whole))
    return Reading(keys=(whole,))


def _rounded(signs: str, more: re.Match[str]) -> Reading | None:
    """三十多 is thirty to forty, 二百余万 two to three million, 一千几百 one to two thousand."""
    if more[1] and more[3] and _ALL[more[1]] > (rest := value(more[3]) or 1):
        whole = value(signs[: more.start(3) - 1]) or 1
        return Reading(keys=(whole,), span=(whole, whole + rest * _TEN))
    low = value(signs[: more.start(3) - 1] + more[3])
    if low is None:
        return None
    zeros = len(more[2]) - len(more[2].rstrip("0"))
    step = _ALL[more[1]] if more[1] and not more[2] else 10**zeros
    return Reading(keys=(low,), span=(low, low + step * (value(more[3]) or 1)))


def _are_neighbours(one: str, other: str) -> bool:
    return int(other) - int(one) == 1 or (one, other) == ("3", "5")


def _between(signs: str, pair: re.Match[str]) -> Reading | None:
    """三四百 is three to four hundred; 五五 is none of these, and 四五 of 四五师 may be 45."""
    low, high = (value(signs[: pair.start()] + digit + signs[pair.end() :]) for digit in (pair[1], pair[2]))
    if low is None or high is None:
        return None
    joined = value(signs.replace("、", "")) if "、" not in pair[0] else None
    keys = (low, high) if joined is None else (low, high, joined)
    return Reading(keys=keys, span=(low, high), plain=False)
