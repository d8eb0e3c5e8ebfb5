"""The settings as records. `Site` is the one description of every key, its kind and its default."""

from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_origin, get_type_hints

from pydantic import ConfigDict, Field

from duizhao.model import Bilingual
from duizhao.settings.kinds import (
    Added,
    Address,
    Colour,
    Day,
    Dictionary,
    Elsewhere,
    ExportFormat,
    Feed,
    File,
    Kind,
    LastDay,
    License,
    Listed,
    Parameter,
    Pattern,
    Style,
    Tag,
    Text,
    Title,
    Written,
)

_STRICT = ConfigDict(extra="forbid", strict=False)


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
    romanised: str = ""
    first: Day = None
    last: LastDay = None
    no_issue: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Who or what translated, when, and whether anyone checked it: the notice on every page."""

    __pydantic_config__: ClassVar = _STRICT
    machine: bool = False
    by: Text = field(default_factory=Bilingual)
    date: Written = ""
    checked: bool = False
    note: Text = field(default_factory=Bilingual)


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
class Citation:
    """How articles are cited: the style that is shown first, files that are made, how much machines are told.

    `on_page`: which styles stand on an article's page, where they can be read without scripts.
    """

    __pydantic_config__: ClassVar = _STRICT
    style: Style = "chicago"
    on_page: Literal["one", "all"] = "one"
    head: Literal["brief", "full"] = "brief"
    records: bool = True
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """The archive as data, for programs. `formats`: those that are made, each a file for each year.

    `citation`: whether CITATION.cff stands beside them.
    """

    __pydantic_config__: ClassVar = _STRICT
    formats: tuple[ExportFormat, ...] = ("csv",)
    citation: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OldAddresses:
    """Those of an earlier site of the archive. `parameter`: what its query calls the source file; empty: none is."""

    __pydantic_config__: ClassVar = _STRICT
    parameter: Parameter = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Whether the site has an index of its full text, and where to search it without."""

    __pydantic_config__: ClassVar = _STRICT
    full_text: bool = True
    elsewhere: Elsewhere = ""


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
    title: Title
    description: Text = field(default_factory=Bilingual)
    publication: Publication = field(default_factory=Publication)
    base_url: Address = ""
    interface: Literal["en", "zh"] = "en"
    languages: Languages = field(default_factory=Languages)
    translation: Translation = field(default_factory=Translation)
    rights: Text = field(default_factory=Bilingual)
    license: License = ""
    source_url: Pattern = ""
    content: Path = Path("content")
    output: Path = Path("public")
    ledger: Path | None = None
    cache: Path = Path(".duizhao-cache")
    templates: Path = Path("templates")
    static: Path = Path("static")
    notices: Notices = field(default_factory=Notices)
    pairing: Pairing = field(default_factory=Pairing)
    citation: Citation = field(default_factory=Citation)
    search: Search = field(default_factory=Search)
    colours: Colours = field(default_factory=Colours)
    largest_article: Annotated[int, Field(ge=1_000)] = 4_000_000
    longest_list: Annotated[int, Field(ge=10)] = 1_000
    search_part: Annotated[int, Field(ge=10)] = 20_000
    split: Literal["none", "year"] = "none"
    sitemap: bool = True
    data: Data = field(default_factory=Data)
    feeds: tuple[Feed, ...] = ("additions", "on-this-day")
    additions: tuple[Added, ...] = ()
    old_addresses: OldAddresses = field(default_factory=OldAddresses)

    @property
    def ledger_file(self) -> Path:
        """Where the ledger is: beside the content, unless the settings say otherwise."""
        return self.ledger or self.content / "permalinks.csv"

    @property
    def history_file(self) -> Path:
        """Where the ledger's side file is: beside it."""
        return self.ledger_file.with_suffix(".history.csv")

    @property
    def ledger_files(self) -> tuple[Path, Path]:
        """The ledger and its side file."""
        return self.ledger_file, self.history_file


def keys(place: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List the settings known at a place: `()` is the top level, `("colours",)` those below `colours`."""
    known: Any = Site
    for name in place:
        known = _record(get_type_hints(known)[name])
    return tuple(field_.name for field_ in fields(known)) if is_dataclass(known) else ()


def _record(hint: Any) -> Any:  # noqa: ANN401 - a type, or what typing makes of one
    """Take the record out of a hint: `Bilingual` out of `Annotated[Bilingual[str], …]`."""
    return get_origin(hint) or hint
