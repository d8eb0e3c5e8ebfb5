"""Whether a translation credits whom the original credits: photographers, translators, reporters, news agencies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Final, Literal, TypeAlias

from duizhao.assess.people import agencies
from duizhao.assess.people.credit_lines import Credit, Work, credits_of
from duizhao.assess.people.names import Place, chinese_names, find, stands_in
from duizhao.model import Article, Passage

CreditFault: TypeAlias = Literal["lost", "agency", "name", "work"]

# What says that somebody photographed or translated. What a draughtsman did may be called anything.
_SAID: Final[dict[Work, re.Pattern[str]]] = {
    "photograph": re.compile(r"\b(?:photo|pictur|camera|shot\b|taken|image|snap|lens|film)", re.IGNORECASE),
    "translation": re.compile(r"\b(?:transl|trans\b|render|interpret|adapt|compil|version)", re.IGNORECASE),
}
_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(\[A-Z])|\n")
_ENDED: Final = re.compile(r"[.!?…:;\"'”’)\]】》]\Z")
_BRACKET: Final = re.compile(r"[（(][^（）()]+[）)]\W{0,3}\Z")
# A credit in words of its own: it may hold the name in a spelling that nobody can compare.
_CREDITING: Final = re.compile(r"(?i:\bby\b|photo|reporter|correspondent|translat|contribut)|[）)]\W{0,3}\Z")
# Where and when the newspaper's own report was written: Beijing, May 31; [Dispatch from Beijing, 31st].
_PLACED: Final = re.compile(
    r"\W*(?:[A-Z][\w.'’]*,? ){2,6}\d{1,2}(?:st|nd|rd|th)?\s*(?:[-–—:.(]|\Z)"
    r"|\s*[\[(（【［][^\[\](){}（）【】［］\n]*(?i:report|dispatch|telegra|cable|news)[^\[\](){}（）【】［］\n]*[\])）】］]"
)
# Where a translation's own credit stands: so near to its start or end; a sentence that is none is longer.
_PLACE: Final = 160
_CLOSING: Final = 80
# A translation may gather its credits at its head or foot: in so many characters.
_ENDS: Final = 600
_MOST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditDiffers:
    """A credit that the translation changes. `zh` and `en` are verbatim; `en` is empty where nothing stands instead.

    `lost`: nothing of it is there. `agency`, `name`: the agency or the person is not, or is another one. `work`: the
    person is named, but not that he photographed or translated.
    """

    fault: CreditFault
    passage: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What there is to compare a passage's credits with."""

    original: str
    around: str
    """The original with that of the passages beside it."""
    wide: str
    """And with that of the passages beside these."""
    own: str
    """The translation."""
    before: str
    """That of the passage before; with what stands between them, if it has no original."""
    near: str
    """That of the passages beside it, too, and how all of it begins and ends."""
    lone: str
    """That of the passages beside it that have no original."""
    author: str


def credits_differ(article: Article, passages: Sequence[Passage]) -> Iterator[CreditDiffers]:
    """Compare the credits of each passage with its translation.

    Passages without a translation are left out, unless they are nothing but a credit.
    """
    for at, passage in enumerate(passages):
        credited = _credited(passage)
        if not credited or not (passage.en or _is_left_alone(passages, at, credited)):
            continue
        said = _said(passages, at, article.author.en or "")
        for credit in credited:
            found = _person_fault(credit, said) or _agency_fault(credit, said)
            if found:
                yield CreditDiffers(fault=found[0], passage=passage.number, zh=credit.text, en=found[1])
        yield from _swapped(passage.number, credited, said.own)


def _credited(passage: Passage) -> list[Credit]:
    """List the credits of a passage, but not the thousands that a list of names may look like."""
    texts = (block.text for block in passage.zh if block.kind != "headline")
    return list(islice(chain.from_iterable(map(credits_of, texts)), _MOST))


def _said(passages: Sequence[Passage], at: int, author: str) -> _Said:
    beside = passages[max(at - 1, 0) : at + 2]
    ends = (_english(passages[:2])[:_ENDS], _english(passages[-2:])[-_ENDS:])
    return _Said(
        original=_chinese(passages[at : at + 1]),
        around=_chinese(beside),
        wide=_chinese(passages[max(at - 2, 0) : at + 3]),
        own=_english(passages[at : at + 1]),
        before=_english(_above(passages, at)),
        near="\n".join((_english(beside), *ends)),
        lone=_english([passage for passage in beside if not passage.zh]),
        author=author,
    )


def _above(passages: Sequence[Passage], at: int) -> Sequence[Passage]:
    """Take the passage before, and what of the translation stands below it."""
    start = max(at - 1, 0)
    while start and not passages[start].zh:
        start -= 1
    return passages[start:at]


def _chinese(passages: Sequence[Passage]) -> str:
    return "\n".join(block.text for passage in passages for block in passage.zh)


def _english(passages: Sequence[Passage]) -> str:
    return "\n".join(block.text for passage in passages for block in passage.en)


def _is_left_alone(passages: Sequence[Passage], at: int, credited: Sequence[Credit]) -> bool:
    """Tell whether a passage is nothing but credits, and the translation around it is whole."""
    if len(credited) != len(passages[at].zh) or not all(credit.is_whole for credit in credited):
        return False
    before = _english(passages[at - 1 : at])
    return _ENDED.search(before.rstrip()) is not None


def _person_fault(credit: Credit, said: _Said) -> tuple[CreditFault, str] | None:
    """Say what became of the people of a credit."""
    closing = _closing(said.own)
    for person in credit.people:
        place = find(person, said.own)
        if place:
            sentence = _sentence(said.own, place)
            if credit.work in _SAID and not _SAID[credit.work].search(f"{sentence}\n{closing}"):
                return "work", sentence
            continue
        name = _another(closing, credit, said.original)
        if name:
            return "name", name
        if not (_CREDITING.search(closing) or find(person, said.near) or _is_author(person, credit, said)):
            name = _another(said.lone, credit, said.wide) if _CREDITING.search(said.lone) else ""
            return ("name", name) if name else ("lost", "")
    return None


def _is_author(person: str, credit: Credit, said: _Said) -> bool:
    """Tell whether the header names a writer, so that the translation of the text need not."""
    return credit.work == "text" and find(person, said.author) is not None


def _agency_fault(credit: Credit, said: _Said) -> tuple[CreditFault, str] | None:
    """Say what became of the agency of a credit. Reporters of the newspaper itself are anybody's."""
    is_own = credit.agency == agencies.OWN
    if not credit.agency or (is_own and not credit.is_opening):
        return None
    opening = f"{said.before[-_PLACE:]}\n{said.own[:_PLACE]}"
    if agencies.is_kept(credit.agency, opening if is_own else said.near):
        return None
    if is_own and not agencies.named(said.own[:_PLACE]) and _PLACED.match(said.own):
        return None
    other = agencies.another(said.around, opening if credit.is_opening else _closing(said.own))
    return ("agency", other) if other or credit.people else ("lost", "")


def _swapped(number: int, credited: Sequence[Credit], own: str) -> Iterator[CreditDiffers]:
    """Find the first two credits of a passage whose people stand the other way round in its translation."""
    firsts: dict[str, Credit] = {}
    for credit in credited:
        if credit.people:
            firsts.setdefault(credit.people[0], credit)
    placed = [(credit, find(person, own)) for person, credit in firsts.items()] if len(firsts) > 1 else []
    known = [(credit, place) for credit, place in placed if place]
    for (credit, place), (other, following) in pairwise(known):
        if credit.work == other.work and following.start < place.start:
            yield CreditDiffers(fault="name", passage=number, zh=credit.text, en=own[following.start : following.end])
            return


def _sentence(text: str, place: Place) -> str:
    """Give the sentence that a name stands in."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if end.start() >= place.end:
            return text[start : end.start() + 1].strip()
        if end.end() <= place.start:
            start = end.end()
    return text[start:].strip()


def _closing(text: str) -> str:
    """Give the end of a translation that may be a credit: its last sentence, if it is a short one, or last bracket."""
    tail = text[-_CLOSING:]
    ends = [found.end() for found in _SENTENCE_END.finditer(tail)]
    if ends or len(text) <= _CLOSING:
        return tail[ends[-1] if ends else 0 :]
    bracket = _BRACKET.search(text[-_PLACE:])
    return bracket[0] if bracket else ""


def _another(instead: str, credit: Credit, original: str) -> str:
    """Give the first name of a Chinese person whom neither the credit names nor what it stands beside."""
    names = (instead[name.start : name.end] for name in chinese_names(instead))
    beside = original.replace(credit.text, "")
    unknown = (name for name in names if not any(find(person, name) for person in credit.people))
    return next((name for name in unknown if not stands_in(name, beside)), "")
