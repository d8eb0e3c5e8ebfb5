"""The authors of an article: author lines taken apart into persons and collectives.

A person has a family name and a given name. What cannot be told to be one, a collective, a post, an agency, has the
whole of its name as `family`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from duizhao.assess.people.authors import chinese_people, english_people, is_group, names_nobody, without_glosses
from duizhao.assess.people.names import find, is_person, looks_chinese, people_in, surname_length
from duizhao.model import Bilingual
from duizhao.romanisation import joined, plain, spells
from duizhao.text import has_han

AGENCIES: Final = {
    "新华社": "Xinhua News Agency",
    "中国新闻社": "China News Service",
    "塔斯社": "TASS",
    "法新社": "Agence France-Presse",
    "路透社": "Reuters",
    "美联社": "Associated Press",
    "合众国际社": "United Press International",
    "共同社": "Kyodo News",
    "朝鲜中央通讯社": "Korean Central News Agency",
    "越南通讯社": "Vietnam News Agency",
    "德意志通讯社": "ADN",
    "南通社": "Tanjug",
}
"""What English readers know as the names of agencies; others keep their Chinese names."""

_COMMA: Final = re.compile("[、，,；;／/]")
_BETWEEN: Final = re.compile(r"\s*[,;/、，；&]\s*|\s+and\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, family and given name; or, where `given` is empty, whatever signs under one name."""

    family: str
    given: str = ""

    @property
    def is_han(self) -> bool:
        """Tell whether it is written in Han characters, family name first and with nothing between."""
        return has_han(self.family)

    @property
    def whole(self) -> str:
        """The name, family name first, as Chinese persons are called in either script."""
        return f"{self.family}{'' if self.is_han or not self.given else ' '}{self.given}"


@lru_cache(maxsize=4096)
def authors(author: Bilingual[str], agency: str = "") -> Bilingual[tuple[Name, ...]]:
    """Take the author lines of an article apart, for either language; each has at least who the other has.

    `agency`: the news agency of the dateline, in Chinese, which stands in where nobody signs.
    """
    zh = _chinese(author.zh or agency)
    en = () if names_nobody(author.en or "") else _english(author.en or "", zh)
    if len(zh) == len(en):
        zh = tuple(map(_unless_foreign, zh, en))
    return Bilingual(zh=zh or en, en=en or tuple(map(in_latin, zh)))


def _chinese(line: str) -> tuple[Name, ...]:
    return tuple(name for part in _COMMA.split(line) for name in _side_by_side(part))


def _unless_foreign(name: Name, english: Name) -> Name:
    """Leave a name whole that only looks Chinese, as 马克思 does: the English name beside it is none."""
    is_chinese = find(name.whole, english.whole) or find(name.whole, f"{english.given} {english.family}")
    if not name.given or is_chinese or looks_chinese(english.whole):
        return name
    return Name(family=name.whole)


def _side_by_side(line: str) -> tuple[Name, ...]:
    """Take names apart that white space separates: all of them persons or agencies, or nobody knows who."""
    people = chinese_people(line)
    pieces = people or people_in(without_glosses(line))
    is_certain = all(is_person(piece) or piece in AGENCIES for piece in pieces)
    return tuple(_person(piece) if is_certain and is_person(piece) else Name(family=piece) for piece in pieces)


def _person(han: str) -> Name:
    length = surname_length(han) or 1
    return Name(family=han[:length], given=han[length:])


def _english(line: str, chinese: tuple[Name, ...]) -> tuple[Name, ...]:
    """Take an English author line apart; the Chinese one beside it says which is the family name."""
    if is_group(line) or not english_people(line):
        return tuple(Name(family=name) for name in _BETWEEN.split(without_glosses(line)) if name)
    names = english_people(line)
    pairs = zip_longest(names, chinese if len(chinese) == len(names) else (), fillvalue=None)
    return tuple(_romanised(name, of) for name, of in pairs if name)


def _romanised(name: str, of: Name | None) -> Name:
    first, _, rest = name.partition(" ")
    is_family_first = bool(of and of.given and find(of.whole, name) and spells(plain(first), of.family))
    if "," in name or not rest:
        return Name(family=name)
    if is_family_first or (not (of and find(of.whole, name)) and _is_family_first(name, first)):
        return Name(family=first, given=rest)
    given, _, last = name.rpartition(" ")
    return Name(family=last, given=given)


def _is_family_first(name: str, first: str) -> bool:
    """Tell whether a Latin name is that of a Chinese person, whose family name is a syllable: `Li Haibo`."""
    return looks_chinese(name) and len(first) <= len(name.rpartition(" ")[2])


def in_latin(name: Name) -> Name:
    """Write a Chinese name for readers of English."""
    if not name.given or not name.is_han:
        return Name(family=AGENCIES.get(name.family, name.family), given=name.given)
    return Name(family=joined(name.family).capitalize(), given=joined(name.given).capitalize())
