"""Kinds of values: what a setting takes, and what is said where it is something else."""

import re
from datetime import date
from typing import Annotated, Literal, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from duizhao.codes import NOTICES
from duizhao.days import Addition, Days, read_addition, read_day, read_days
from duizhao.model import Bilingual


def _both_languages(value: object) -> object:
    """A plain string says the same in both languages."""
    if isinstance(value, str):
        return {"en": value, "zh": value}
    if isinstance(value, dict) and set(value) - {"en", "zh"}:
        raise ValueError("a text, or texts under “en” and “zh”")
    return value


def address(value: str) -> str:
    """Make an address end with one slash, so that paths can be added to it; none stays none.

    Raises `ValueError`, which says what it should be.
    """
    if value and (not _is_of_the_web(value) or set("?#") & set(value)):
        raise ValueError("an address that begins with https:// or http:// and ends with a path")
    return value and value.rstrip("/") + "/"


def _is_of_the_web(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", value)


def _license(value: str) -> str:
    if value and not _is_of_the_web(value):
        raise ValueError("an address that begins with https:// or http://")
    return value


def _said(value: Bilingual[str]) -> Bilingual[str]:
    if not (value.en or value.zh):
        raise ValueError("a text, or texts under “en” and “zh”")
    return value


def _written(value: object) -> object:
    """A year is a text, too."""
    return str(value) if isinstance(value, int) else value


def _pattern(value: str) -> str:
    if value and (not value.startswith(("https://", "http://")) or "{path}" not in value):
        raise ValueError("an address that holds {path}, for example https://example.org/blob/main/content/{path}")
    return value


def _elsewhere(value: str) -> str:
    if value and (not value.startswith(("https://", "http://")) or "{site}" not in value):
        raise ValueError("an address that holds {site}, for example https://duckduckgo.com/?q=site:{site}")
    return value


def _kind(value: str) -> str:
    if value not in NOTICES:
        raise ValueError(f"one of {', '.join(NOTICES)}")
    return value


def _in_order(value: date | None, info: ValidationInfo) -> date | None:
    """`info` has the fields that stand before this one, those with a fault left out."""
    if value and (first := info.data.get("first")) and value < first:
        raise ValueError(f"a day that is not before “first”, which is {first}")
    return value


Kind = Annotated[str, AfterValidator(_kind)]
Text = Annotated[Bilingual[str], BeforeValidator(_both_languages)]
Title = Annotated[Text, AfterValidator(_said)]
Written = Annotated[str, BeforeValidator(_written)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Elsewhere = Annotated[str, AfterValidator(_elsewhere)]
Address = Annotated[str, AfterValidator(address)]
License = Annotated[str, AfterValidator(_license)]
Parameter = Annotated[str, Field(pattern=r"^[A-Za-z0-9._~-]*$")]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Day = Annotated[date | None, BeforeValidator(lambda value: read_day(str(value)))]
LastDay = Annotated[Day, AfterValidator(_in_order)]
Added = Annotated[Addition, BeforeValidator(lambda value: read_addition(str(value)))]
Listed = Annotated[Days, BeforeValidator(lambda value: read_days(str(value)))]
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
ExportFormat: TypeAlias = Literal["csv", "jsonl", "text", "tei"]
Dictionary: TypeAlias = Literal["none", "cedict"]
Feed: TypeAlias = Literal["additions", "on-this-day"]
File: TypeAlias = Literal["ris", "bibtex"]
Style: TypeAlias = Literal["chicago", "chicago-bibliography", "mla", "apa", "gbt-2015", "gbt-2025"]
