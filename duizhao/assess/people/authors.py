"""Whether the header of a translation names the author that the original names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from duizhao.assess.people import agencies
from duizhao.assess.people.names import chinese_names, find, is_person, looks_chinese, people_in, stands_in
from duizhao.model import Article, Block
from duizhao.text import HAN_RANGES

AuthorFault: TypeAlias = Literal["another", "number", "missing", "added"]

_BRACKETED: Final = re.compile(r"[（(［\[〔【][^（）()［］\[\]〔〕【】]*[）)］\]〕】]")
_ROLE: Final = re.compile(
    r"(?:本报|新华社)?(?:特约|特派|随军|驻\w{2,6}?)?(?:记者|通讯员)|作者|摄影报道|摄影|撰文|[编翻摘节]译|译[辑文]|改编|整理|口述"
    r"|绘画|插图|作[词曲]|(?:(?<=\s)|^)[文图诗词曲摄译绘画作编著](?=[\s：:]|$)|(?<=\w)[摄译](?=\s|$)|[：:]"
)
_HAN: Final = re.compile(f"[{HAN_RANGES}]+")
_AND_OTHERS: Final = re.compile(r"\bet al\b|\bothers\b|等\Z", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[,;/、，；&]|\band\b)\s*", re.IGNORECASE)
_POST: Final = re.compile(
    r"\b(?:by|our|own|staff|special|xinhua|news|agency|reporters?|correspondents?|photos?|photographers?|text|written"
    r"|translat(?:ed|ors?)|compiled|edited|comrade)\b:?",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"\W*(?:none|n/?a|nil|null|unknown|anonymous|unsigned|blank|no author\b.*|not \w+.*"
    r"|(?:the )?author (?:is )?(?:un|not )\w+.*)?\W*",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(
    r"correspondent|reporter|staff|newspaper|editor|commentator|people's daily|agency", re.IGNORECASE
)
_LONGEST_BYLINE: Final = 30
# What is longer is no list of names.
_LONGEST_LINE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorDiffers:
    """What the author lines disagree in. `zh` and `en` are verbatim; empty, where a side names nobody.

    `another`: the translation's is another Chinese person. `number`: it names more persons, or fewer. `missing`: it
    names nobody; `added`: only it names anybody, and not somebody who signs the text.
    """

    fault: AuthorFault
    zh: str
    en: str


def author_differs(article: Article) -> AuthorDiffers | None:
    """Compare the author of the Chinese head with that of the English header.

    Foreign authors, pen names that are no names, and groups may be called anything; they only have to be there.
    """
    zh, en = (article.author.zh or "").strip(), (article.author.en or "").strip()
    is_said = not names_nobody(en)
    if not (zh or is_said) or max(len(zh), len(en)) > _LONGEST_LINE:
        return None
    if zh and is_said:
        fault = _fault(zh, en, article.zh)
    elif zh:
        fault = None if _is_translated(zh, article) else "missing"
    else:
        fault = None if _is_signed(en, article) else "added"
    return AuthorDiffers(fault=fault, zh=zh, en=en) if fault else None


def names_nobody(en: str) -> bool:
    """Tell whether an English author line is empty, or says that nobody is known."""
    return len(en) <= _LONGEST_LINE and _NOBODY.fullmatch(en) is not None


def is_group(en: str) -> bool:
    """Tell whether an English author line names a post or a group and nobody by name."""
    return _GROUP.search(en) is not None


def without_glosses(names: str) -> str:
    """Take out what stands in brackets."""
    return _BRACKETED.sub(" ", names).strip()


def _fault(zh: str, en: str, original: Iterable[Block]) -> AuthorFault | None:
    """Compare two author lines. Chinese persons who are spelled somehow else than in pinyin are not judged."""
    people = chinese_people(zh)
    en = en.title() if en.islower() else en
    missing = [person for person in people if not find(person, en)]
    spare = [name for name in english_people(en) if not any(find(person, name) for person in people)]
    if not people or not (missing or spare) or not all(map(looks_chinese, spare)):
        return None
    if len(missing) == len(spare):
        return "another"
    if _AND_OTHERS.search(zh) or _AND_OTHERS.search(en) or any(_stands_in(name, original) for name in spare):
        return None
    return "number"


def chinese_people(zh: str) -> tuple[str, ...]:
    """List the persons of a Chinese author line; nobody, if it is not quite certain who they are."""
    names = _ROLE.sub(" ", _BRACKETED.sub(" ", zh)).strip().removesuffix("等")
    people = tuple(person for name in people_in(names) for person in _joined(name))
    return people if all(_HAN.fullmatch(person) and is_person(person) for person in people) else ()


def _joined(name: str) -> tuple[str, ...]:
    """Part 李明和王刚."""
    halves = tuple(name.split("和")) if len(name) > 4 else ()  # noqa: PLR2004 - no name is so long
    return halves if halves and all(map(is_person, halves)) else (name,)


def english_people(en: str) -> list[str]:
    """List the persons of an English author line, without glosses and posts."""
    names = (_POST.sub("", name).strip() for name in _BETWEEN.split(_BRACKETED.sub("", en)))
    return [name for name in names if name]


def _is_translated(zh: str, article: Article) -> bool:
    """Tell whether the text of the translation has the author that its header does not have."""
    people = chinese_people(zh)
    if people:
        return any(find(person, block.text) for person in people for block in article.en)
    # What nobody can spell is there, if it stands in a line of the text that is translated with it.
    return any(zh in block.text for block in article.zh if len(block.text) <= _LONGEST_BYLINE)


def _is_signed(en: str, article: Article) -> bool:
    """Tell whether the text has the author that only the English header has."""
    names = [en[name.start : name.end] for name in chinese_names(en)]
    if names:
        return any(_stands_in(name, article.zh) for name in names)
    known = agencies.named(en)
    if known:
        return any(agency in block.text for agency in known for block in article.zh)
    return _GROUP.search(en) is not None or any(en in block.text for block in article.en)


def _stands_in(name: str, blocks: Iterable[Block]) -> bool:
    return any(stands_in(name, block.text) for block in blocks)
