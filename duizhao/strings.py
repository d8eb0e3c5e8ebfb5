"""The words of the interface, in both languages.

`templates/strings/en.yaml` and `zh.yaml` hold the same flat dotted keys. A value is one of three:

- a text, in which `{name}` stands for a field: `page.number: "Page {page}"`;
- a mapping `one` and `other`, chosen by the field `n`: `articles: {one: "{n} article", other: "{n} articles"}`;
- a list, chosen by the field `i`, from 0: `weekdays: [Monday, …]`.

The field `n` is a count and written with its thousands apart (12,345). A page holds the words of the site's language;
each stands in an element that names its key and fields in `data-` attributes, so that `static/js/interface.js`, which
follows the same rules, can put the other language in its place.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, TypeAlias, cast

from markupsafe import Markup

from duizhao import yaml_text
from duizhao.problems import Halt, Problem, did_you_mean, problem
from duizhao.resources import folders
from duizhao.settings import Site

Language: TypeAlias = Literal["en", "zh"]
Value: TypeAlias = str | Mapping[str, str] | tuple[str, ...]
Field: TypeAlias = str | int

LANGUAGES: tuple[Language, ...] = ("en", "zh")

_remembered = lru_cache(maxsize=10_000)
"""All pages say the same few words, and to compose them takes longer than all else that makes a page."""

_BARE = re.compile(r"[\w.#:/-]+")
_FIELD = re.compile(r"\{(\w+)\}")
_DAY_FIELDS = {"day", "weekday", "weekday_short"}


class UnknownString(LookupError):  # noqa: N818 - it names what is wrong in a template
    """A template asks for a key or a field that the interface's words do not have."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The interface's words in one language; `tag` is its BCP 47 tag."""

    tag: str
    values: Mapping[str, Value]

    @_remembered
    def text(self, key: str, **fields: Field) -> str:
        """Compose the bare text of a key, for attributes and for content that is shown in a fixed language."""
        return _filled(self.form(key, **fields), {name: _shown(name, value) for name, value in fields.items()})

    @_remembered
    def date(self, day: dt.date, key: str = "date.long") -> str:
        """Compose the bare text of a date."""
        return self.text(key, **self._date_fields(day))

    def form(self, key: str, **fields: Field) -> str:
        """Choose the text of a key, its fields not yet filled."""
        value = self._value(key)
        if isinstance(value, str):
            return value
        if isinstance(value, tuple):
            return value[int(fields["i"])]
        return value["one" if fields["n"] == 1 and "one" in value else "other"]

    def _value(self, key: str) -> Value:
        try:
            return self.values[key]
        except KeyError:
            near = did_you_mean(key, self.values)
            raise UnknownString(f"“{key}” is no string of the interface{near}") from None

    def _date_fields(self, day: dt.date) -> dict[str, Field]:
        month, weekday = day.month - 1, day.weekday()
        return {
            "year": str(day.year),
            "month": self.text("months", i=month),
            "day": str(day.day),
            "weekday": self.text("weekdays", i=weekday),
            "weekday_short": self.text("weekdays.short", i=weekday),
        }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Interface:
    """What templates know as `t`: words in the site's language, marked so that a script can put the other in place.

    `t.en` and `t.zh` give bare words of one language, for content that never changes its language.
    """

    en: Words
    zh: Words
    language: Language

    @property
    def words(self) -> Words:
        """The words of the site's own language."""
        return self.zh if self.language == "zh" else self.en

    @_remembered
    def __call__(self, key: str, **fields: Field) -> Markup:
        """Compose `<span data-t=articles data-n=12>12 articles</span>`."""
        return Markup("<span{}>{}</span>").format(self.mark(key, **fields), self.text(key, **fields))

    def text(self, key: str, **fields: Field) -> str:
        """Compose the bare text, for `<title>` and for an element that carries `mark` itself."""
        return self.words.text(key, **fields)

    @_remembered
    def mark(self, key: str, **fields: Field) -> Markup:
        """Compose only the attributes, for an element that is there anyway: `<a href="…"{{ t.mark("home") }}>`."""
        return _attribute("data-t", key) + _data(fields)

    @_remembered
    def attribute(self, name: str, key: str, **fields: Field) -> Markup:
        """Compose an attribute that changes with the language: ` aria-label=Search data-t-aria-label=search`."""
        return _attribute(name, self.text(key, **fields)) + _attribute(f"data-t-{name}", key) + _data(fields)

    @_remembered
    def date(self, day: dt.date, key: str = "date.long") -> Markup:
        """Compose a `<time>`; its `datetime` is as exact as the words: a day, a month or a year."""
        shown = self.words.date(day, key)
        exact = day.isoformat()[: self._digits(key)]
        return Markup("<time{}{}>{}</time>").format(_attribute("datetime", exact), _attribute("data-t", key), shown)

    def _digits(self, key: str) -> int:
        used = set(_FIELD.findall(self.words.form(key)))
        return len("1954-12-24") if used & _DAY_FIELDS else len("1954-12" if "month" in used else "1954")


def _data(fields: Mapping[str, Field]) -> Markup:
    return Markup("").join(_attribute(f"data-{name}", str(value)) for name, value in fields.items())


def _attribute(name: str, value: str) -> Markup:
    """Write an attribute, without quotes where its value needs none: interfaces say the same few on every page."""
    form = Markup(" {}={}") if _BARE.fullmatch(value) else Markup(' {}="{}"')
    return form.format(name, value)


def _shown(name: str, value: Field) -> str:
    return f"{value:,}" if name == "n" else str(value)


def _filled(form: str, fields: Mapping[str, str]) -> str:
    try:
        return _FIELD.sub(lambda found: fields[found[1]], form)
    except KeyError as missing:
        raise UnknownString(f"“{form}” needs the field {missing}") from None


@cache
def interface(site: Site) -> Interface:
    """Read the interface's words for a site: those of the package, over them those of the site's own templates.

    Raises `Halt` where a file is no mapping of keys to values.
    """
    read = {language: _read(language, reversed(folders(site, "templates"))) for language in LANGUAGES}
    return Interface(en=read["en"], zh=read["zh"], language=site.interface)


def forget() -> None:
    """Forget the words of all sites and what was composed of them, so that the next to ask reads them anew."""
    interface.cache_clear()
    for kept in (Words.text, Words.date, Interface.__call__, Interface.mark, Interface.attribute, Interface.date):
        kept.cache_clear()


def strings_json(site: Site) -> bytes:
    """Make `strings.json`, from which the script takes the other language's words."""
    words = interface(site)
    both = {"en": words.en.values, "zh": words.zh.values}
    return json.dumps(both, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _read(language: Language, templates: Iterable[Path]) -> Words:
    values: dict[str, Value] = {}
    for folder in templates:
        path = folder / "strings" / f"{language}.yaml"
        if path.is_file():
            values |= _values(path)
    return Words(tag=str(values["tag"]), values=values)


def _values(path: Path) -> dict[str, Value]:
    try:
        loaded = yaml_text.load_written(path.read_text(encoding="utf-8"), str(path), "template")
    except (OSError, UnicodeDecodeError) as error:
        raise Halt([problem(str(path), 0, "template", f"the file cannot be read: {error}")]) from error
    if isinstance(loaded, Problem):
        raise Halt([loaded])
    message = "“{}” is no text, no list of texts and no mapping “one” and “other”"
    odd = {key: loaded.lines[(key,)] for key, value in loaded.values.items() if not _is_value(value)}
    if odd:
        raise Halt(problem(str(path), line, "template", message.format(key)) for key, line in odd.items())
    return {key: cast("Value", tuple(v) if isinstance(v, list) else v) for key, v in loaded.values.items()}


def _is_value(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    if isinstance(value, dict):
        return "other" in value and set(value) <= {"one", "other"} and all(isinstance(v, str) for v in value.values())
    return isinstance(value, str)
