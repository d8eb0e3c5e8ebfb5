"""What is to be cited of an article: the original and the translation, which are two things, and what both share."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from duizhao.cite.headline_pinyin import romanised
from duizhao.cite.names import Name, authors, in_latin
from duizhao.links import canonical
from duizhao.model import Entry
from duizhao.settings import Site

MACHINE: Final = "machine translation"
"""What a text is called, where the settings say that a machine translated and not which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An article in one language. Empty, where nothing is known: `newspaper`, `column`.

    `language`: its BCP 47 tag. `translator`: None for an original, and where the settings name nobody. `kind`:
    `MACHINE`, or empty.
    """

    language: str
    title: str
    authors: tuple[Name, ...]
    newspaper: str
    column: str = ""
    translator: Name | None = None
    kind: str = ""

    @property
    def is_han(self) -> bool:
        """Tell whether names stand as in Chinese, family name first."""
        return self.language.startswith(("zh", "ja", "ko"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Romanised:
    """What of the original stands in Latin letters in an English citation. `newspaper`: empty, where it is not set."""

    title: str
    authors: tuple[Name, ...]
    newspaper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that a citation can name. `original` and `translation`: None where the article does not have the text.

    `key`: the last part of the permalink. `page` None: not known. `address`: the permalink, with the site's address
    where it has one, else empty.
    """

    key: str
    date: date
    page: int | None
    address: str
    original: Version | None
    translation: Version | None

    @property
    def versions(self) -> tuple[Version, ...]:
        """What there is to be cited, the original first."""
        return tuple(version for version in (self.original, self.translation) if version)


def record_of(site: Site, entry: Entry) -> Record:
    """Make the record of an article. A headline in one language says that the article has a text in it."""
    names = authors(entry.author, entry.agency)
    newspaper, column = site.publication.name, entry.column
    zh, en = entry.headline.zh, entry.headline.en
    original = zh and Version(
        language=site.languages.original,
        title=" ".join(zh.split()),
        authors=names.zh or (),
        newspaper=newspaper.zh or newspaper.en or "",
        column=column.zh or column.en or "",
    )
    translation = en and Version(
        language=site.languages.translation,
        title=" ".join(en.split()),
        authors=names.en or (),
        newspaper=newspaper.en or newspaper.zh or "",
        column=column.en or column.zh or "",
        translator=_translator(site),
        kind=MACHINE if site.translation.machine and not _by(site) else "",
    )
    return Record(
        key=entry.permalink.rpartition("/")[2].removesuffix(".html"),
        date=entry.date,
        page=entry.page,
        address=canonical(site.base_url, entry.permalink) if site.base_url else "",
        original=original or None,
        translation=translation or None,
    )


def romanise(record: Record, site: Site) -> Romanised | None:
    """Write a Chinese original in Latin letters: at build time, and only where a style wants it."""
    if not record.original or not record.original.language.startswith("zh"):
        return None
    known = record.translation.authors if record.translation else ()
    names = record.original.authors
    latin = known if len(known) == len(names) else tuple(map(in_latin, names))
    return Romanised(title=romanised(record.original.title), authors=latin, newspaper=site.publication.romanised)


def _translator(site: Site) -> Name | None:
    by = _by(site)
    if not by:
        return None
    return Name(family=f"{by} (machine)") if site.translation.machine else _person(by)


def _by(site: Site) -> str:
    return site.translation.by.en or site.translation.by.zh or ""


def _person(name: str) -> Name:
    """Take a translator's name apart if it looks like that of a person: two words, or an initial between them."""
    given, _, family = name.rpartition(" ")
    is_person = given and (" " not in given or given.endswith(".")) and given[0].isupper() and family[0].isupper()
    return Name(family=family, given=given) if is_person else Name(family=name)
