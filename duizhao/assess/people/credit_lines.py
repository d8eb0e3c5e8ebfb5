"""What a Chinese paragraph says of where it comes from: which agency, who photographed, drew, translated or wrote.

A credit opens a paragraph (【新华社北京一日电】), closes it (（新华社）, （李明）, 李明摄) or is a line of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from duizhao.assess.people import agencies
from duizhao.assess.people.names import is_person, people_in
from duizhao.model import Block
from duizhao.text import HAN_RANGES

Work: TypeAlias = Literal["photograph", "drawing", "translation", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit, verbatim; the agency and the people that it names (empty: none), and what they made.

    `is_opening`: it stands at the start of its paragraph. `is_whole`: it is all of it.
    """

    text: str
    agency: str = ""
    people: tuple[str, ...] = ()
    work: Work = "text"
    is_opening: bool = False
    is_whole: bool = False


_WORKS: Final[dict[str, Work]] = {
    "摄影报道": "photograph",
    "摄影": "photograph",
    "摄": "photograph",
    "插图": "drawing",
    "画": "drawing",
    "绘": "drawing",
    "编译": "translation",
    "摘译": "translation",
    "节译": "translation",
    "译辑": "translation",
    "译": "translation",
}
_HAN: Final = f"[{HAN_RANGES}]"
# 李明; 李明、王刚; 李 明, where two characters are set as wide as three.
_PEOPLE: Final = rf"(?P<people>{_HAN}[{HAN_RANGES}、， ]{{0,24}}?{_HAN})"
_AGENCY: Final = f"(?P<agency>{agencies.CHINESE})"
_POST: Final = rf"(?P<post>(?:{_AGENCY}{_HAN}{{0,8}}?)?(?:记者|通讯员|特约稿)) ?[：:]? ?"
_MADE: Final = re.compile(rf"(?:{_POST})?{_PEOPLE}(?P<gap> ?)(?P<work>{'|'.join(_WORKS)})")
_WRITTEN: Final = re.compile(_POST + _PEOPLE)
_SENT: Final = re.compile(rf"(?:据|原载|转载自)?{_AGENCY}(?:[^，。：！？]{{0,12}}?[电讯稿])?")
_SIGNED: Final = re.compile(_PEOPLE)
# What stands like a name in such a place, and is none.
_NO_PERSON: Final = re.compile("[社报完续摘省市县版附图画]|记者|资料|集体|全文|连载")
_DATELINE: Final = re.compile(
    rf"\s*[【（\[]?据?{_AGENCY}[^，。：；！？、“”（）【】\[\]]{{0,24}}?[电讯](?:[】）\]]|(?=[\s：:，,（]|\Z))"
)
_STARTS: Final = frozenset("【（[据" + "".join(name[0] for name in agencies.CHINESE.split("|")))
_STOPS: Final = "。！？…”』」；"
_BRACKETED: Final = re.compile(r"[（(【]([^（）()【】]+)[）)】]")
_OPENING: Final = "（(【"
_PROVIDED: Final = re.compile(r"[（(][^（）()]{2,20}稿[）)]\Z")
# No credit is longer; what stands before it is not looked at.
_REACH: Final = 60
_MOST_DATELINES: Final = 2


def credits_of(text: str) -> Iterator[Credit]:
    """Find the credits of one Chinese paragraph."""
    if text[:1] in _STARTS:
        yield from _datelines(text)
    if text[-1:] not in _STOPS:
        yield from _closing(text)


def agency_of(original: Iterable[Block]) -> str:
    """Name the news agency whose dateline opens an original, in Chinese; nothing for the newspaper's own reports."""
    first = next((block.text for block in original if block.kind == "text"), "")
    opening = next((credit.agency for credit in credits_of(first) if credit.is_opening), "")
    return "" if opening == agencies.OWN else opening


def dateline_of(original: Iterable[Block]) -> str:
    """Give the dateline that opens an original, verbatim but for the brackets round it; nothing, where none does."""
    first = next((block.text for block in original if block.kind == "text"), "")
    found = _datelines(first) if first[:1] in _STARTS else ()
    return next((credit.text.strip("【】（）[]") for credit in found), "")


def _datelines(text: str) -> Iterator[Credit]:
    """Find up to two datelines at the start: one agency may quote another."""
    at = 0
    for _ in range(_MOST_DATELINES):
        found = _DATELINE.match(text, at)
        if not found or found.end() == len(text):
            return
        yield Credit(text=found[0].strip(), agency=found["agency"], is_opening=True)
        at = found.end()


def _closing(text: str) -> Iterator[Credit]:
    """Find the credit that stands behind the last sentence, or that is the whole paragraph."""
    tail = text[-_REACH:]
    start = max(map(tail.rfind, _STOPS)) + 1
    bracket = max(map(tail.rfind, _OPENING))
    is_apart = start > 0 or len(text) <= _REACH
    found = _credit(tail[start:], text, is_apart=True) if is_apart else None
    if not found and bracket > start:
        found = _credit(tail[bracket:], text, is_apart=False)
    if found:
        yield found


def _credit(said: str, text: str, *, is_apart: bool) -> Credit | None:
    """Read a credit; behind a sentence without a stop (not `is_apart`), a mere name in brackets is none."""
    said = said.strip()
    plain = " ".join(_PROVIDED.sub("", said).split())
    bracket = _BRACKETED.fullmatch(plain)
    inner = bracket[1].strip() if bracket else plain
    is_whole = said == text.strip()
    found = _made(inner, is_set_apart=bracket is not None) or _reported(inner)
    if not found and (bracket or is_whole):
        found = _sent(inner)
    if not found and bracket and is_apart:
        found = _signed(inner)
    return replace(found, text=said, is_whole=is_whole) if found else None


def _made(said: str, *, is_set_apart: bool) -> Credit | None:
    """Read 新华社记者 李明摄, 李明 画, 李明译; without any mark round the name it has to look like one."""
    found = _MADE.fullmatch(said)
    if not found:
        return None
    people, work = people_in(found["people"]), _WORKS[found["work"]]
    is_marked = is_set_apart or bool(found["post"] or found["gap"])
    is_certain = work == "photograph" and is_marked
    is_likely = (is_marked or work == "photograph") and _all(people)
    if not (is_certain or is_likely) or not all(map(_is_name, people)):
        return None
    return Credit(text=said, agency=found["agency"] or "", people=people, work=work)


def _reported(said: str) -> Credit | None:
    """Read 本报记者　李明."""
    found = _WRITTEN.fullmatch(said)
    people = people_in(found["people"]) if found else ()
    return Credit(text=said, agency=(found and found["agency"]) or "", people=people) if _all(people) else None


def _sent(said: str) -> Credit | None:
    """Read 据新华社讯."""
    found = _SENT.fullmatch(said)
    return Credit(text=said, agency=found["agency"]) if found else None


def _signed(said: str) -> Credit | None:
    """Read 李明."""
    people = people_in(said) if _SIGNED.fullmatch(said) else ()
    return Credit(text=said, people=people) if _all(people) else None


def _is_name(name: str) -> bool:
    """Tell whether this may be anybody's name: with a pen name, not each has a surname."""
    return 2 <= len(name) <= 4 and _NO_PERSON.search(name) is None  # noqa: PLR2004 - characters


def _all(people: tuple[str, ...]) -> bool:
    """Tell whether these are names of people, and not nothing."""
    return bool(people) and all(_is_name(name) and is_person(name) for name in people)
