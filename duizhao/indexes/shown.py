"""What an index page shows, as a key: if nothing of it changed, the page need not be made again."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Final

from duizhao.cache import Key, key_of
from duizhao.entries import Entries

_PLAIN: Final = frozenset({str, int, float, bool, bytes, date, type(None)})


def key_of_view(common: Key, path: str, template: str, view: object) -> Key:
    """Digest all that the template of a page is given. `common`: the key of what all pages have in common."""
    return key_of(common, path, template, repr(_plain(view)))


def _plain(value: Any) -> object:  # noqa: ANN401 - a record, a tuple or a plain value
    """Turn records into tuples, whose text is composed many times as fast as that of records."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return tuple(map(_plain, value))
    if kind is Entries:
        return tuple(map(tuple, value.cards))
    return (kind.__name__, *map(_plain, _values(kind)(value)))


@cache
def _values(kind: type[Any]) -> Callable[[object], tuple[object, ...]]:
    """Make what takes the fields of a kind of record out of it; the fields of one alone come as a tuple, too."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)
