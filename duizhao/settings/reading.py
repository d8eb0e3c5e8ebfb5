"""From site.yaml to a `Site`, or to a list of what is wrong with it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from duizhao import yaml_text
from duizhao.problems import Halt, Problem, did_you_mean, problem
from duizhao.settings.records import Site, keys


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
        cache=folder / site.cache,
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
