"""What is asked for: words, phrases in quotation marks, what must not be there, and what may stand for one another.

缺粮 "grain shortage"        both of them
cooperative OR commune       one of them
缺粮 -救济                    the one without the other
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from duizhao.search.terms import WHITE, canonical, stem
from duizhao.text import HAN_RANGES

LONGEST_QUERY: Final = 200
"""Signs of a query that are read: a paragraph pasted by mistake is not looked up to its end."""

MOST_TERMS: Final = 32
"""Terms of a word or phrase that are looked up; the rest of it is compared with the text."""

_QUOTES: Final = '"“”„＂'
_TOKEN = re.compile(f"([-－−–]?)(?:[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?|([^{WHITE}{_QUOTES}]+))")
_OR: Final = frozenset({"OR", "|", "｜"})
_TERM = re.compile(f"([{HAN_RANGES}]+)|([^{HAN_RANGES} |]+)")
_ONE_WORD = re.compile(f" [^{HAN_RANGES} |]+ ")
_SHORT_HAN = re.compile(f"[{HAN_RANGES}]{{1,2}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A word or a phrase, canonical. `stem`: of a word that is found in any of its forms; else None."""

    text: str
    stem: str | None

    @property
    def is_exact(self) -> bool:
        """Tell whether all articles that have its terms hold it."""
        return self.stem is not None or _SHORT_HAN.fullmatch(self.text) is not None

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of each article that holds it, each once."""
        return tuple(dict.fromkeys(self._terms()))[:MOST_TERMS]

    def _terms(self) -> Iterator[str]:
        for han, word in _TERM.findall(self.text):
            if word:
                yield stem(word)
            elif len(han) == 1:
                yield han
            else:
                yield from map("".join, pairwise(han))


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Of each of `all_of` one must be there, and nothing of `without`."""

    all_of: tuple[tuple[Wanted, ...], ...] = ()
    without: tuple[Wanted, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Tell whether the index alone knows the answer."""
        return all(wanted.is_exact for group in (*self.all_of, self.without) for wanted in group)

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """Everything that may be there, to be marked."""
        return tuple(wanted for group in self.all_of for wanted in group)


def parse(text: str) -> Query:
    """Read a query. There is no wrong one: signs that mean nothing are passed over."""
    groups: list[list[Wanted]] = []
    without: list[Wanted] = []
    is_or = False
    for minus, phrase, word in _TOKEN.findall(text[:LONGEST_QUERY]):
        if word in _OR and not minus:
            is_or = bool(groups)
            continue
        wanted = _wanted(phrase or word, is_word=bool(word))
        if wanted is None:
            continue
        if minus:
            without.append(wanted)
        elif is_or:
            groups[-1].append(wanted)
        else:
            groups.append([wanted])
        is_or = False
    return Query(all_of=tuple(tuple(group) for group in groups), without=tuple(without))


def holds(texts: Sequence[str], query: Query) -> bool:
    """Say whether canonical texts, those of one article, hold what is asked for."""
    stems: set[str] = set()
    if any(wanted.stem is not None for wanted in (*query.wanted, *query.without)):
        stems = {stem(word) for text in texts for han, word in _TERM.findall(text) if word}

    def is_there(wanted: Wanted) -> bool:
        return any(wanted.text in text for text in texts) if wanted.stem is None else wanted.stem in stems

    return all(any(map(is_there, group)) for group in query.all_of) and not any(map(is_there, query.without))


def _wanted(text: str, *, is_word: bool) -> Wanted | None:
    units = canonical(text)
    if not units:
        return None
    is_stemmed = is_word and _ONE_WORD.fullmatch(units)
    return Wanted(text=units, stem=stem(units.strip()) if is_stemmed else None)
