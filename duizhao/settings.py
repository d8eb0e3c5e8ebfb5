"""The settings of a site: site.yaml, read once into frozen records.

`Site` is the one description of every key, its kind and its default; the reference is tested against it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, get_origin, get_type_hints
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails

from duizhao import yaml_text
from duizhao.codes import NOTICES
from duizhao.days import Days, read_day, read_days
from duizhao.model import Bilingual
from duizhao.problems import Halt, Problem, did_you_mean, problem

_STRICT = ConfigDict(extra="forbid", strict=False)


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
    try:
        parts = urlsplit(value)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        is_whole = False
    if value and (not is_whole or re.search(r"[\s?#<>\"]", value)):
        raise ValueError("an address that begins with https:// or http:// and ends with a path")
    return value and value.rstrip("/") + "/"


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
Address = Annotated[str, AfterValidator(address)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Day = Annotated[date | None, BeforeValidator(lambda value: read_day(str(value)))]
Listed = Annotated[Days, BeforeValidator(lambda value: read_days(str(value)))]
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The pair of languages, as BCP 47 tags for `lang`."""

    __pydantic_config__: ClassVar = _STRICT
    original: Tag = "zh-Hans"
    translation: Tag = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The newspaper itself.

    `first` and `last` are the ends of what the archive means to cover; None: the first and last day that has articles.
    """

    __pydantic_config__: ClassVar = _STRICT
    name: Text = field(default_factory=Bilingual)
    first: Day = None
    last: Annotated[Day, AfterValidator(_in_order)] = None
    no_issue: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Who or what translated, when, and whether anyone checked it: the notice on every page."""

    __pydantic_config__: ClassVar = _STRICT
    machine: bool = False
    by: Text = field(default_factory=Bilingual)
    date: Annotated[str, BeforeValidator(_written)] = ""
    checked: bool = False
    note: Text = field(default_factory=Bilingual)


Dictionary: TypeAlias = Literal["none", "cedict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """What paragraphs and sentences are paired by, beside what is built in."""

    __pydantic_config__: ClassVar = _STRICT
    dictionary: Dictionary = "none"
    lexicon: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """What is said of translations: whether readers see it, and which kinds nobody wants."""

    __pydantic_config__: ClassVar = _STRICT
    show: bool = True
    leave_out: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The one accent, on paper and in the dark."""

    __pydantic_config__: ClassVar = _STRICT
    accent: Colour = "#9b1c1c"
    accent_dark: Colour = "#f0a8a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Every setting of site.yaml. Paths are relative to the folder of the settings file."""

    __pydantic_config__: ClassVar = _STRICT
    title: Annotated[Text, AfterValidator(_said)]
    description: Text = field(default_factory=Bilingual)
    publication: Publication = field(default_factory=Publication)
    base_url: Address = ""
    interface: Literal["en", "zh"] = "en"
    languages: Languages = field(default_factory=Languages)
    translation: Translation = field(default_factory=Translation)
    rights: Text = field(default_factory=Bilingual)
    source_url: Annotated[str, AfterValidator(_pattern)] = ""
    content: Path = Path("content")
    output: Path = Path("public")
    ledger: Path | None = None
    templates: Path = Path("templates")
    static: Path = Path("static")
    notices: Notices = field(default_factory=Notices)
    pairing: Pairing = field(default_factory=Pairing)
    colours: Colours = field(default_factory=Colours)
    largest_article: Annotated[int, Field(ge=1_000)] = 4_000_000
    longest_list: Annotated[int, Field(ge=10)] = 1_000
    search_part: Annotated[int, Field(ge=10)] = 20_000

    @property
    def ledger_file(self) -> Path:
        """Where the ledger is: beside the content, unless the settings say otherwise."""
        return self.ledger or self.content / "permalinks.csv"


def read_site(path: Path) -> Site:
    """Read the settings file at `path`; its relative folders become paths below the file's own folder.

    Raises `Halt` with every fault, each with its line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Halt([problem(str(path), 0, "settings-missing", "there is no such file")]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise Halt([problem(str(path), 0, "settings-yaml", f"the file cannot be read: {error}")]) from error
    return site_of(text, str(path), path.parent)


def site_of(text: str, path: str, folder: Path) -> Site:
    """Make a `Site` of the text of a settings file that is named `path` and stands in `folder`."""
    loaded = yaml_text.load(text, path, "settings-yaml")
    if isinstance(loaded, Problem):
        raise Halt([loaded])
    try:
        site = TypeAdapter(Site).validate_python(_set(loaded.values))
    except ValidationError as error:
        raise Halt([_fault(path, loaded.lines, details) for details in error.errors()]) from None
    return _rooted(site, folder)


def _set(values: dict[str, object]) -> dict[str, object]:
    """Leave out settings without a value: a key with nothing behind it is not set."""
    kept = {key: value for key, value in values.items() if value is not None}
    return {key: _set(value) if isinstance(value, dict) else value for key, value in kept.items()}


def absolute(site: Site) -> Site:
    """Name the folders as they are named on every machine, for workers that were started elsewhere."""
    return _rooted(site, Path.cwd())


def _rooted(site: Site, folder: Path) -> Site:
    return replace(
        site,
        content=folder / site.content,
        output=folder / site.output,
        ledger=folder / site.ledger if site.ledger else None,
        templates=folder / site.templates,
        static=folder / site.static,
        pairing=replace(site.pairing, lexicon=folder / site.pairing.lexicon if site.pairing.lexicon else None),
    )


def _fault(path: str, lines: Mapping[tuple[str, ...], int], details: ErrorDetails) -> Problem:
    """Turn what the validator says into a problem at the line of the key that it speaks of."""
    place = tuple(str(part) for part in details["loc"])
    known = next((place[:n] for n in range(len(place), 0, -1) if place[:n] in lines), ())
    key, line = ".".join(place), lines.get(known, 1)
    if details["type"] == "unexpected_keyword_argument":
        names = keys(place[:-1])
        message = f"“{key}” is no setting{did_you_mean(place[-1], names)}"
        return problem(path, line, "settings-key", message, known=", ".join(names))
    expected = details["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    if details["type"] == "dataclass_type":
        expected = f"keys below “{key}”: {', '.join(keys(place)) or 'en, zh'}"
    if details["type"] == "tuple_type":
        expected = "a list, each member on a line of its own that begins with “- ”"
    message = f"“{key}” is {details['input']!r}" if details["type"] != "missing" else f"“{key}” is not set"
    return problem(path, line, "settings-value", message, expected=expected)


def keys(place: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List the settings known at a place: `()` is the top level, `("colours",)` those below `colours`."""
    known: Any = Site
    for name in place:
        known = _record(get_type_hints(known)[name])
    return tuple(field_.name for field_ in fields(known)) if is_dataclass(known) else ()


def _record(hint: Any) -> Any:  # noqa: ANN401 - a type, or what typing makes of one
    """Take the record out of a hint: `Bilingual` out of `Annotated[Bilingual[str], …]`."""
    return get_origin(hint) or hint
