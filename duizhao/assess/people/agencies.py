"""News agencies, and the newspaper itself, as credits name them in both languages."""

import re
from typing import Final

OWN: Final = "本报"
"""The newspaper itself: 本报讯, 本报记者."""

# The Chinese names of each, the English ones that mean no other, and what else a translation may have made of it.
_AGENCIES: Final = (
    ("新华社 新华总社 新华分社", r"(?i:Xin[ -]?hua|Hsin[ -]?hua)|NCNA|New China (?:News|Agency)", ""),
    ("中国新闻社 中新社", r"China News (?:Service|Agency)", "CNS|China News|Zhongxin"),
    ("塔斯社", r"TASS\b|Tass\b", "Soviet"),
    ("法新社", r"AFP\b|(?i:Agence France)", "French|France"),
    ("路透社", r"(?i:Reuter)", ""),
    ("美联社", r"AP\b|A\.P\.|(?i:Associated Press)", "American"),
    ("合众国际社 合众社", r"UPI?\b|U\.P\.|(?i:United Press)", "American"),
    ("国际新闻社", "International News Service", r"INS\b|International News"),
    ("共同社", r"(?i:Kyodo)", "Japan"),
    ("时事社", r"(?i:Jiji)", "Japan"),
    ("朝鲜中央通讯社 朝中社 朝通社", r"KCNA\b|Korean Central", "Korea"),
    ("越南通讯社 越通社", r"VNA\b|Vietnam News|Vietnamese News", "Vietnam"),
    ("德新社", r"DPA\b", "(?i:dpa)|German|Deutsch"),
    ("德意志通讯社 德通社", r"ADN\b", "German|Deutsch"),
    ("安莎社", r"ANSA\b", "Ansa|Ital"),
    ("南通社", r"(?i:Tanjug)", "Yugoslav"),
    ("波兰通讯社 波通社", r"PAP\b", "Pol"),
    ("捷克通讯社 捷克斯洛伐克通讯社 捷通社", r"(?i:[CČ]TK\b|[CČ]eteka)", "Czech"),
    ("罗马尼亚通讯社 罗通社", r"(?i:Agerpres)", "R[ou]+mania"),
    ("保加利亚通讯社 保通社", r"BTA\b", "Bulgaria"),
    ("匈牙利通讯社 匈通社", r"MTI\b", "Hungar"),
    ("阿尔巴尼亚通讯社 阿通社", r"ATA\b|ATSH\b", "Albania"),
    ("蒙古通讯社 蒙通社", r"(?i:Montsame)", "Mongol"),
    ("安塔拉社 安塔拉通讯社", r"(?i:Antara)", "Indonesia"),
    (
        OWN,
        r"(?i:(?:this|our) (?:news)?paper|people.?s daily|renmin ribao|(?:our|staff) (?:\w+ ){0,2}(?:corresp|report))",
        r"(?i:the (?:news)?paper|our\b|special (?:dispatch|report|correspondent)|local news|report(?:ed)? by)",
    ),
)
_BY_CHINESE: Final = {name: row for row, (names, _, _) in enumerate(_AGENCIES) for name in names.split()}
_NAMES: Final = re.compile("|".join(sorted(_BY_CHINESE, key=len, reverse=True)))
_SURE: Final = re.compile("|".join(rf"(\b(?:{sure}))" for _, sure, _ in _AGENCIES))
_KEPT: Final = [re.compile(rf"\b(?:{sure}{'|' + loose if loose else ''})") for _, sure, loose in _AGENCIES]

CHINESE: Final = _NAMES.pattern
"""The Chinese names, as alternatives of a regular expression."""


def is_kept(chinese: str, english: str) -> bool:
    """Tell whether an English text names an agency, if only by its country."""
    return _KEPT[_BY_CHINESE[chinese]].search(english) is not None


def another(original: str, english: str) -> str:
    """Give the first agency that only the English text names, verbatim; nothing, if there is none."""
    own = {_BY_CHINESE[name] for name in _NAMES.findall(original)}
    named = (found for found in _SURE.finditer(english) if found.lastindex and found.lastindex - 1 not in own)
    return next((found[0] for found in named), "")


def in_chinese(text: str) -> tuple[str, ...]:
    """List the agencies that a Chinese text names, as it does."""
    return tuple(_NAMES.findall(text))


def named(text: str) -> tuple[str, ...]:
    """List the agencies that an English text surely names, by a Chinese name of each."""
    return tuple(_AGENCIES[found.lastindex - 1][0].split()[0] for found in _SURE.finditer(text) if found.lastindex)
