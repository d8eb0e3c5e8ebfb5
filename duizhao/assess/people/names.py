"""Names of Chinese people in both languages: what looks like one, and whether a romanised name is that of another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from duizhao.romanisation import plain, spellings, spells, syllable_counts
from duizhao.text import HAN_RANGES, LATIN_RANGES

# The common ones. Without 黎, which is more often Vietnamese in a newspaper, and is then spelled otherwise (Le).
SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计"
    "伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房"
    "裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封储靳段富巫乌焦巴牧隗山谷车侯宓蓬班仰秋仲伊宫"
    "宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶蓟薄印宿白怀蒲从索籍赖卓蔺屠蒙池乔闻党翟谭贡姬申扶冉宰雍桑桂牛边扈燕冀浦尚农"
    "温庄晏柴瞿阎慕连习艾鱼容向古易慎戈廖庾衡步都耿满弘匡文寇殴沃利蔚越隆师巩聂晁敖融冷辛阚那简饶曾沙鞠关查游竺权"
    "盖益桓公肖佟覃邸展谌仝苑晋逯闫付代岳帅亢况琴商牟佘佴伯赏墨年达佳楚郗迟丛鹿修冼隋门矫战逄肇"
)
_COMPOUND: Final = frozenset(re.findall("..", "欧阳司马诸葛上官司徒东方皇甫尉迟公孙令狐慕容长孙夏侯端木独孤南宫"))
_SEPARATED: Final = rf"[{LATIN_RANGES}]+(?:['’‘ʼ`-][{LATIN_RANGES}]+)*"
_WORD: Final = re.compile(_SEPARATED)
_HAN_RUN: Final = re.compile(f"[{HAN_RANGES}]+")
_CAPITAL: Final = re.compile(rf"(?<!\w)(?=[A-Z\u00c0-\u00de\u0100-\u024f]){_SEPARATED}")
_BESIDE: Final = re.compile(rf"{_SEPARATED}(?:,?[ \u00a0]{_SEPARATED})*")
_ROW: Final = re.compile(rf"{_CAPITAL.pattern}(?:[ \u00a0]{_CAPITAL.pattern})*")
_BETWEEN: Final = re.compile(r"[\s、，,；;／/]+")
_LONGEST_NAME: Final = 4
_SHORTEST_NAME: Final = 2
_LONGEST_LATIN: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a name stands in a text: from `start` up to `end`."""

    start: int
    end: int


def is_person(han: str) -> bool:
    """Tell whether Han characters look like the name of a Chinese person: a surname, and one or two characters."""
    family = surname_length(han)
    return bool(family) and 1 <= len(han) - family <= 2  # noqa: PLR2004 - a given name's characters


def surname_length(han: str) -> int:
    """Count the characters of the surname; 0, if there is none that is common."""
    if han[:2] in _COMPOUND:
        return 2
    return int(han[:1] in SURNAMES)


def people_in(names: str) -> tuple[str, ...]:
    """Part a row of Chinese names, by white space and commas; single characters beside each other are one name."""
    pieces: list[str] = []
    is_open = False
    for piece in filter(None, _BETWEEN.split(names)):
        if is_open and len(piece) == 1:
            pieces[-1] += piece
        else:
            pieces.append(piece)
        is_open = len(piece) == 1
    return tuple(pieces)


@lru_cache(maxsize=1024)
def looks_chinese(latin: str) -> bool:
    """Tell whether a Latin name is pinyin in the shape of a Chinese person's name: `Li Ying`, `Haibo Li`, `Li Hai Bo`.

    A single word is none: so are spelled also `Tanaka` and `Nation`.
    """
    parts = [syllable_counts(plain(word)) for word in _WORD.findall(latin)]
    if len(parts) == 2:  # noqa: PLR2004 - family and given name
        short, long = sorted(min(counts, default=_LONGEST_NAME) for counts in parts)
        return short == 1 and long <= 2  # noqa: PLR2004 - a given name's characters
    return len(parts) == 3 and all(1 in counts for counts in parts)  # noqa: PLR2004 - all apart


def find(han: str, latin: str) -> Place | None:
    """Find where a Latin text spells a Chinese name, family first or last; the first word has a capital letter."""
    words = _words(latin)
    for order, last in _orders(han) if han else ():
        initials = {form[0] for form in spellings(order[0])}
        for at, (start, _, word, is_capital) in enumerate(words):
            if is_capital and word[:1] in initials:
                end = _end(words[at : at + len(order)], order, last)
                if end and not _is_piece(latin, Place(start=start, end=end)):
                    return Place(start=start, end=end)
    return None


def chinese_names(latin: str) -> Iterator[Place]:
    """Find what looks like the name of a Chinese person in a Latin text: capital words one behind another."""
    words = list(_CAPITAL.finditer(latin))
    taken = 0
    for at, first in enumerate(words):
        for last in reversed(words[at + 1 : at + 3]):
            name = latin[first.start() : last.end()]
            if first.start() >= taken and _BESIDE.fullmatch(name) and looks_chinese(name):
                yield Place(start=first.start(), end=last.end())
                taken = last.end()


def stands_in(latin: str, original: str) -> bool:
    """Tell whether any Han characters of an original are spelled as this Latin name is."""
    words = [plain(word) for word in _WORD.findall(latin)]
    forms = {"".join(words), "".join((*words[-1:], *words[:-1]))}
    return any(
        spells(form, run[at : at + length])
        for run in _HAN_RUN.findall(original)
        for at in range(len(run))
        for form in forms
        if form.startswith(tuple(spellings(run[at])))
        for length in range(_SHORTEST_NAME, _LONGEST_NAME + 1)
    )


def _is_piece(latin: str, place: Place) -> bool:
    """Tell whether a place is a piece of another name: `Huaguo` of `Wang Huaguo`, where 郭华 is sought."""
    around = latin[max(place.start - _LONGEST_LATIN, 0) : place.end + _LONGEST_LATIN]
    at = place.start - max(place.start - _LONGEST_LATIN, 0)
    row = next(row for row in _ROW.finditer(around) if row.end() > at)
    return len(row[0]) > place.end - place.start and looks_chinese(row[0])


def _orders(han: str) -> Iterator[tuple[str, str]]:
    """Give a name family first, then family last; and what its last word spells, if that is sure.

    A family that stands last is a word of its own: `Guo Yingguo` is 郭英国, and not 国英郭.
    """
    family = surname_length(han) or 1
    yield han, ""
    if len(han) > family:
        yield han[family:] + han[:family], han[:family]


@lru_cache(maxsize=8)
def _words(latin: str) -> tuple[tuple[int, int, str, bool], ...]:
    """List the words of a text: start, end, plain form, whether with a capital. Each name is looked for in the same."""
    return tuple(
        (found.start(), found.end(), plain(found[0]), found[0][0].isupper()) for found in _WORD.finditer(latin)
    )


def _end(words: tuple[tuple[int, int, str, bool], ...], characters: str, last: str) -> int:
    """Find where the word ends up to which these words spell these characters; 0, if none does.

    `last`: the characters that this word must spell, empty for any.
    """
    joined = ""
    for _, end, word, _ in words:
        joined += word
        if spells(joined, characters):
            return end if not last or spells(word, last) else 0
    return 0
