"""Citations after GB/T 7714, the Chinese standard, in the forms of 2015 and 2025."""

from typing import Final

from duizhao.cite.english_styles import initials
from duizhao.cite.names import Name
from duizhao.cite.work import Cited, Work, row

_MOST: Final = 3
_MACHINE: Final = "机器翻译"
"""What stands in the place of a translator; no 译 behind it, which follows names."""


def gbt_2015(work: Work) -> Cited:
    """Compose an entry after GB/T 7714-2015: marks of half width, Latin names in capitals, no translator."""
    names = _names(work, [_short(name).upper() for name in work.authors], ", ")
    page = f"({work.page})" if work.page else ""
    where = row(work.newspaper, f"{work.date.isoformat()}{page}")
    return _entry(work, names, "", where)


def gbt_2025(work: Work) -> Cited:
    """Compose an entry after GB/T 7714-2025: marks of full width, Latin names as they are, and the translator."""
    names = _names(work, [_short(name) for name in work.authors], "，")
    page = f"（{work.page}）" if work.page else ""
    translator = f"{_short(work.translator)}，译" if work.translator else work.kind and _MACHINE
    where = row(work.newspaper, f"{work.date.isoformat()}{page}", between="，")
    return _entry(work, names, translator, where)


def _entry(work: Work, names: str, translator: str, where: str) -> Cited:
    medium = "[N/OL]" if work.address else "[N]"
    return work.cited(row(names, work.title + medium, translator, where, work.address, between=". ") + ".")


def _names(work: Work, names: list[str], comma: str) -> str:
    others = "等" if work.is_han else "et al"
    return comma.join([*names[:_MOST], others] if len(names) > _MOST else names)


def _short(name: Name) -> str:
    """Write a name with the initials of the given name and no points: `Zhou E`."""
    if name.is_han or not name.given:
        return name.whole
    return row(name.family, *(initial.strip("-").upper() for initial in initials(name.given)), between=" ")
