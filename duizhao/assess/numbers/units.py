"""Units: which are the same in both languages, and which translators convert."""

import re
from typing import Final

_RATIOS: Final[dict[str, tuple[float, ...]]] = {
    "里": (0.5, 0.311),  # kilometers, miles
    "公里": (2, 0.621),
    "海里": (1.852, 1.151),
    "浬": (1.852, 1.151),
    "英里": (1.609,),
    "亩": (1 / 15, 0.1647, 666.7),  # hectares, acres, square meters
    "顷": (6.667, 16.47, 100),
    "公顷": (2.471, 15),
    "斤": (0.5, 1.102, 0.0005),  # kilograms, pounds, tons
    "公斤": (2.205, 2, 0.001),
    "担": (50, 0.05, 110.2, 100),
    "石": (50, 0.05, 60, 100),
    "两": (50, 0.05, 31.25, 1.763),
    "吨": (1000, 2000, 2204.6, 1.102),
    "磅": (0.4536, 0.9072),
    "尺": (0.3333, 1.0936),
    "英尺": (0.3048,),
    "丈": (3.333, 10.936),
    "公尺": (3.281, 3),
    "米": (3.281, 3, 0.001),
    "角": (10, 0.1),  # fen, yuan
    "毛": (10, 0.1),
    "分": (0.01,),
    "年": (12, 0.1, 0.01),  # months, decades, centuries
    "个月": (1 / 12, 30),
    "周": (7,),
    "小时": (60, 1 / 24),
    "世纪": (100,),
    "打": (12,),
}
_NAMES: Final = {
    "年": "year",
    "岁": "year",
    "周年": "year",
    "个月": "month",
    "天": "day",
    "周": "week",
    "星期": "week",
    "小时": "hour",
    "分钟": "minute",
    "吨": "ton",
    "公里": "kilometer",
    "里": "li",
    "斤": "jin",
    "亩": "mu",
    "元": "yuan",
    "倍": "times",
}
_NAMED = re.compile(r"[ -](year|month|day|week|hour|minute|ton|kilometer|li|jin|mu|yuan|times)s?(?![a-z])")
_LONGEST: Final = 2
_LED_BY: Final = frozenset("华市")
_TOLERANCE: Final = 0.06


def han_unit(text: str, end: int) -> str:
    """Name the unit of a number that ends at `end`, in English; empty for one that is not known."""
    return _NAMES.get(text[end : end + _LONGEST]) or _NAMES.get(text[end : end + 1]) or ""


def english_unit(text: str, end: int) -> str:
    """Name the unit of a number that ends at `end`; empty for one that is not known."""
    unit = _NAMED.match(text, end)
    return unit[1] if unit else ""


def conversions(text: str, end: int) -> tuple[float, ...]:
    """Say by what a number that ends at `end` may be multiplied, as its unit behind it is translated."""
    if text[end : end + 1] in _LED_BY:
        end += 1
    return _RATIOS.get(text[end : end + _LONGEST]) or _RATIOS.get(text[end : end + 1]) or ()


def is_converted(number: float, other: float, ratios: tuple[float, ...]) -> bool:
    """Tell whether one of the ratios makes the other number of the first, as exactly as translators round."""
    return any(abs(number * ratio - other) <= other * _TOLERANCE for ratio in ratios)
