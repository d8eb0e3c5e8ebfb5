"""What the templates of the pages on the quality of translations are given."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from duizhao.indexes.census import Shade
from duizhao.indexes.views import Bar, Turns
from duizhao.model import Entry, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class KindBar:
    """How often a kind of notice (a problem's code) was found. `width`: percent of the most frequent's."""

    code: str
    path: str
    notices: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The page of all notices."""

    notices: int
    noted: int
    """Articles that have any."""
    articles: int
    kinds: tuple[KindBar, ...]
    years: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindMonth:
    """A month of a kind's year. `shade`: 1 to 5 by its number of notices, 0 where it has none."""

    number: int
    path: str
    notices: int
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindYear:
    """A year of a kind, with its twelve months."""

    bar: Bar
    months: tuple[KindMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityKind:
    """The page of a kind: what it means, and when it was found."""

    code: str
    notices: int
    shades: tuple[Shade, ...]
    years: tuple[KindYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityYear:
    """The page of a year's notices, by kind and by month."""

    first: date
    notices: int
    kinds: tuple[KindBar, ...]
    months: tuple[Bar, ...]
    turns: Turns


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedArticle:
    """An article and what of one kind is to be said of it."""

    entry: Entry
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedKind:
    """The articles of which one kind is to be said, in the paper's order; none where they are only counted."""

    code: str
    notices: int
    articles: tuple[NotedArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityList:
    """What is to be said of the translations of a month or of a day.

    Where a month has more than one page may list, its kinds are only counted, and `days` lead on.
    """

    span: Literal["month", "day"]
    first: date
    kinds: tuple[NotedKind, ...]
    days: tuple[Bar, ...]
    turns: Turns

    @property
    def notices(self) -> int:
        """How many there are."""
        return sum(kind.notices for kind in self.kinds)


QualityView: TypeAlias = Quality | QualityKind | QualityYear | QualityList
