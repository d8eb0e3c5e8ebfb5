"""Runs of Chinese number signs in a text, each with the sign that says what it counts."""

import re
from typing import Final, NamedTuple

from duizhao.assess.numbers.han_values import SIGNS

_DIGITS = "[0-9０-９零〇○一二三四五六七八九]"
_TWO_OF_A_ROW = "|".join(
    f"(?<={one})、(?={other})" for one, other in zip("一二三四五六七八", "二三四五六七八九", strict=True)
)
_BETWEEN = (
    rf"[.．·点](?={_DIGITS})"  # 三点八
    r"|[,，](?=[0-9０-９]{3}(?![0-9０-９]))"  # １，２７９
    rf"|、(?={_DIGITS}{{3}}(?:、{_DIGITS}{{3}})*(?<=[○〇零]{{3}})(?!{_DIGITS}))"  # 四一、三五六、○○○
    r"|两(?=[百千万亿])|(?<=[一二三四五六七八九])拾"
    rf"|(?<![\s。；：].)(?<!\A.)(?:{_TWO_OF_A_ROW})"  # 五、六十万, but not 一、二十人 at the head of a list
    r"|[多余来几](?=[十百千万亿])"  # 二百余万
)
_RUN = re.compile(
    rf"(?:(?<![人总倍次件户指岁无])[几数](?=[十百千万亿])|两(?=[百千万亿三])|[{SIGNS}])(?:[{SIGNS}]|{_BETWEEN})*+"
    rf"(?:分之(?P<above>(?:[{SIGNS}]|{_BETWEEN})++)|[／/](?P<below>[0-9０-９]++)"
    r"|(?<=[十百千万亿0０])[多余](?!数)|(?<=十)几)?+"
)
_BARE_DIGITS = re.compile(rf"{_DIGITS}+(?:[.．·]{_DIGITS}+)?")
_GAP = re.compile("[ 　]?[、，,．.·]?[ 　]?")
_DAMAGE: Final = frozenset("OoＯｏОIｌ＠×□■●\ufffd")
SCORE_SIGNS: Final = frozenset("∶:：比")
_ARTICLES: Final = frozenset("一二两")
_TELLING: Final = frozenset("月日号%％‰时点年∶比：:、至到—－-～~和及分")
"""What may follow 一 or 二 where they are more than an article."""
_JOINTS: Final = frozenset(
    ["、", "至", "到", "—", "——", "－", "-", "～", "~", "和", "及", "与", "或", "日至", "日到", "月至", "月到"]
)
_SIGNS: Final = frozenset("年月日号%％‰倍时点成旬代")
_TAKEN_BACK: Final = (
    *(f"日{sign}" for sign in "本元军寇方伪内后来间夜报产语"),
    *(f"时{sign}" for sign in "期代间候刻常机事局速而"),
    *(f"成{sign}" for sign in "立为员就长功果绩分本色品套人天年了"),
)
"""What 日, 时 and 成 behind a number begin besides days, hours and tenths."""
_HOUR: Final = tuple(f"点{word}" for word in ("钟", "半", "整", "多", "一刻", "左右", "前", "后"))
DAY_TIMES: Final = frozenset(
    (
        *("上午", "下午", "中午", "凌晨", "清晨", "早晨", "晚上"),
        *("晚间", "深夜", "午夜", "傍晚", "今晚", "昨晚", "日晚"),
    )
)
_UNITS_OF_THOUSAND: Final = frozenset("瓦克伏卡赫周升")
_SET_PHRASES: Final = (
    *("十分", "十字", "十足", "十全十美", "十恶不赦", "十万火急", "十万八千里", "十之八九", "二百五十步", "一年一度"),
    *("二十四史", "三十六计", "三百六十行", "七十二变", "七十二行", "二万五千里长征", "十三陵", "十三经", "十月怀胎"),
    *("一万年", "一五一十", "五十步笑百步", "百八十", "千八百", "万八千", "八百里秦川", "五十铃"),
)


class Run(NamedTuple):
    """`signs` as they stand from `start` to `end`, and behind them what they count: 年, 月, 日, %, … or nothing."""

    start: int
    end: int
    signs: str
    sign: str
    is_signed: bool = False
    """Does the sign stand behind it? 三 of 三、五日 takes it from 五."""
    share: tuple[str, str] | None = None
    """百 and 八点四 of 百分之八点四."""


def runs(text: str) -> list[Run]:
    """Find all runs of a text, in order; 一 and 二 only where they may be part of a date, a score or a range."""
    found = [run for match in _RUN.finditer(text) if (run := _run(text, match))]
    sign, near = "", len(text)
    for at in range(len(found) - 1, -1, -1):
        run = found[at]
        if not run.sign and sign in {"年", "月", "日"} and text[run.end : near] in _JOINTS:  # 三、五日
            found[at] = run = run._replace(sign=sign)
        sign, near = run.sign, run.start
    return found


def follows(text: str, one: Run, other: Run) -> bool:
    """Tell whether a run goes on with another one: a list or a range, 五十到六十万."""
    return text[one.end : other.start] in _JOINTS


def is_torn(text: str, one: Run, other: Run) -> bool:
    """Tell whether two runs of digits may be one number that was set with a gap: ３ ．７, 五九、六二○."""
    if not _GAP.fullmatch(text, one.end, other.start):
        return False
    return bool(_BARE_DIGITS.fullmatch(one.signs) and _BARE_DIGITS.fullmatch(other.signs))


def is_damaged(text: str, run: Run) -> bool:
    """Tell whether a sign beside a run may be a digit that was not read: 一九五Ｏ, １□."""
    return text[run.start - 1 : run.start] in _DAMAGE or text[run.end : run.end + 1] in _DAMAGE


def _run(text: str, match: re.Match[str]) -> Run | None:
    start, end = match.span()
    signs, above, below = match[0], match["above"], match["below"]
    if signs in _ARTICLES and text[end : end + 1] not in _TELLING and text[start - 1 : start] not in SCORE_SIGNS:
        return None
    if above:
        return Run(start, end, signs, "", share=(signs[: -len(above) - 2], above))
    if below:
        return Run(start, end, signs, "", share=(below, signs[: -len(below) - 1]))
    if text.startswith(_SET_PHRASES, start):
        return None
    hour, point, minutes = signs.partition("点")
    if point and ("十" in minutes or text[end : end + 1] == "分"):  # 七点三十分 is no decimal
        return Run(start, start + len(hour), hour, "点", is_signed=True)
    if signs[-1] == "千" and len(signs) > 1 and text[end : end + 1] in _UNITS_OF_THOUSAND:  # 五万千瓦
        signs, end = signs[:-1], end - 1
    sign = _sign(text, start, end)
    return Run(start, end, signs, sign, bool(sign))


def _sign(text: str, start: int, end: int) -> str:
    """Name what a run counts, where the next character tells it and the one behind does not take it back."""
    sign = text[end : end + 1]
    if sign not in _SIGNS or text.startswith(_TAKEN_BACK, end):
        return ""
    if sign == "年" and text.startswith("年代", end):
        return "代"
    if sign == "点" and not (text.startswith(_HOUR, end) or text[start - 2 : start] in DAY_TIMES):
        return ""
    return "%" if sign == "％" else sign
