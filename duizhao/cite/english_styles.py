"""Citations after the manuals of Chicago, MLA and APA, which write in English."""

import re
from datetime import date
from typing import Final

from duizhao.cite.names import Name
from duizhao.cite.punctuation import listed, quoted, sentence
from duizhao.cite.work import Cited, Work, row

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS: Final = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

_MOST_IN_NOTE: Final = 2
_MOST_IN_BIBLIOGRAPHY: Final = 6
_SHOWN_OF_MANY: Final = 3
_MOST_IN_MLA: Final = 2
_INITIAL: Final = re.compile(r"(?:(?<=^)|(?<=[\s.]))[^\W\d_]|-[^\W\d_a-z]")


def chicago(work: Work) -> Cited:
    """Compose a note after the Chicago Manual of Style, with the newspaper page, which it leaves to the writer."""
    names = [_forward(name, is_han=work.is_han) for name in work.authors]
    shown = " and ".join(names) if len(names) <= _MOST_IN_NOTE else f"{names[0]} et al."
    translator = work.translator and f"trans. {_forward(work.translator)}"
    page = work.page and f"p. {work.page}"
    rest = row(work.kind, work.column, translator, work.newspaper, month_first(work.date), page, work.address)
    return work.cited(f"{row(shown, quoted(work.title, ','))} {rest}.")


def chicago_bibliography(work: Work) -> Cited:
    """Compose an entry of a bibliography after the Chicago Manual of Style; where nobody signs, the newspaper does."""
    names = _inverted(work)
    shown = listed(names, "and")
    if len(names) > _MOST_IN_BIBLIOGRAPHY:
        shown = row(*names[:_SHOWN_OF_MANY], "et al.")
    newspaper = work.newspaper if names else ""
    translator = work.translator and f"Translated by {_forward(work.translator)}"
    where = row(newspaper, month_first(work.date))
    rest = row(work.kind.capitalize(), work.column, translator, where, work.address, between=". ")
    return work.cited(f"{_stopped(shown or work.newspaper)}{quoted(work.title, '.')} {rest}.")


def mla(work: Work) -> Cited:
    """Compose an entry of works cited after the MLA Handbook."""
    names = _inverted(work)
    shown = listed(names, "and") if len(names) <= _MOST_IN_MLA else f"{names[0]}, et al."
    translator = work.translator and f"translated by {_forward(work.translator)}"
    day = f"{work.date.day} {SHORT_MONTHS[work.date.month - 1]} {work.date.year}"
    rest = row(work.newspaper, translator, day, work.page and f"p. {work.page}", work.address)
    said = row(work.kind.capitalize(), rest, work.column, between=". ")
    return work.cited(f"{_stopped(shown)}{quoted(work.title, '.')} {said}.")


def apa(work: Work) -> Cited:
    """Compose a reference after the manual of the American Psychological Association."""
    names = listed([_initialled(name, is_han=work.is_han) for name in work.authors], "&")
    day = f"({work.date.year}, {MONTHS[work.date.month - 1]} {work.date.day})."
    title = sentence(work.title)
    if work.translator:
        title = f"{work.title} ({_initials_first(work.translator)}, Trans.)."
    if work.kind:
        title = f"{work.title} [{work.kind.capitalize()}]."
    head = f"{_stopped(names)}{day} {title}" if names else f"{title} {day}"
    where = row(work.newspaper, work.page)
    return work.cited(row(head, where and f"{where}.", work.address, between=" "))


def month_first(day: date) -> str:
    """Write a date as Americans do: December 24, 1954."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def initials(given: str) -> list[str]:
    """Take the initials of a given name: `J`, `A`; behind a hyphen only capitals: `J`, `-P`."""
    return _INITIAL.findall(given)


def _forward(name: Name, *, is_han: bool = False) -> str:
    return name.whole if is_han or name.is_han or not name.given else f"{name.given} {name.family}"


def _inverted(work: Work) -> list[str]:
    """Write names for a list in the order of the alphabet: the first has its family name first."""
    first = [
        name.whole if work.is_han or name.is_han or not name.given else f"{name.family}, {name.given}"
        for name in work.authors[:1]
    ]
    return first + [_forward(name, is_han=work.is_han) for name in work.authors[1:]]


def _initialled(name: Name, *, is_han: bool) -> str:
    if name.is_han or not name.given:
        return name.whole
    return f"{name.family}{'' if is_han else ','} {_dotted(name)}"


def _initials_first(name: Name) -> str:
    return name.whole if name.is_han or not name.given else f"{_dotted(name)} {name.family}"


def _dotted(name: Name) -> str:
    return " ".join(f"{initial.upper()}." for initial in initials(name.given)).replace(" -", "-")


def _stopped(names: str) -> str:
    """End names with a full stop, and what follows them apart."""
    return names and f"{names.removesuffix('.')}. "
