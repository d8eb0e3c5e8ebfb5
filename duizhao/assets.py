"""What pages load: style sheets, scripts, icon, the interface's words, what scripts know of the site, its own files.

`static/` is published as `static/`, but for the layers in `static/css/`, which become `static/site.css`, and
`static/root/`, whose files are published at the site's root: a host's `CNAME`, a search engine's proof of ownership.
As in the content folder, a linked file counts where it lies below the folder, and a linked folder is not followed.
"""

import json
import os
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final

from duizhao.editorial import editorial_pages
from duizhao.problems import Halt, Problem, problem
from duizhao.resources import folders
from duizhao.settings import Site
from duizhao.sources import not_utf_8, outside
from duizhao.strings import strings_json
from duizhao.text import FORBIDDEN

LAYERS: Final = ("reset", "tokens", "base", "layout", "parts", "indexes", "utilities", "print")
"""The cascade, weakest first. Each layer is the file of that name in `static/css/`."""

_JOINED: Final = frozenset(f"static/css/{layer}.css" for layer in LAYERS)

STYLESHEET: Final = "static/site.css"
STRINGS: Final = "static/strings.json"
KNOWN: Final = "static/site.json"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\n\s*")
_TAKEN = re.compile(
    r"(?:\d{4}|pages|search)(?:/|$)"
    r"|(?:index|404|search)\.html$|search\.json$|sitemap[^/]*\.xml(?:\.gz)?$|opensearch\.xml$|robots\.txt$|\.nojekyll$|\.duizhao"
)
"""Addresses at the site's root that the build gives out itself."""


def asset_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file. A file of the site's own `static/` replaces the package's of the same name.

    Raises `Halt` where a static file cannot be read, has a name that cannot be published, is a link that leads out of
    its folder, or would stand in the place of a file that the build makes.
    """
    found = dict(_found(site))
    pages = {page.permalink for page in editorial_pages(site)[0]}
    faults = [fault for path, file in found.items() if (fault := _fault(path, file, site.static, pages))]
    if faults:
        raise Halt(faults)
    yield STYLESHEET, stylesheet(site)
    yield STRINGS, strings_json(site)
    yield KNOWN, site_json(site)
    for path, file in sorted(found.items()):
        if path not in _JOINED and not file.is_dir():
            yield path, _read(file)


def stylesheet(site: Site) -> bytes:
    """Join the layers to one style sheet, comments and indents left out, the site's colours put in.

    Raises `Halt` where a layer cannot be read or is not UTF-8.
    """
    colours = f"--accent-light: {site.colours.accent};\n--accent-dark: {site.colours.accent_dark};"
    order = f"@layer {', '.join(LAYERS)};"
    parts = [order, f"@layer tokens {{\n:root {{\n{colours}\n}}\n}}"]
    parts += [f"@layer {layer} {{\n{text}\n}}" for layer in LAYERS if (text := _layer(site, layer))]
    return "\n".join([*parts, ""]).encode()


def site_json(site: Site) -> bytes:
    """Write what scripts ask of the settings: the style of citations, and whether a machine translated."""
    return json.dumps({"machine": site.translation.machine, "style": site.citation.style}).encode()


def _layer(site: Site, layer: str) -> str:
    files = (folder / "css" / f"{layer}.css" for folder in folders(site, "static"))
    file = next((file for file in files if file.is_file()), None)
    if file is None:
        return ""
    try:
        text = _read(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Halt([not_utf_8(str(file), error)]) from error
    return _SPACE.sub("\n", _COMMENT.sub("", text)).strip()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Halt([problem(str(file), 0, "file-unreadable", f"it cannot be opened: {error.strerror}")]) from error


def _found(site: Site) -> Iterator[tuple[str, Path]]:
    """Yield where each static file is published, the package's before those that replace them, and what is a link."""
    for folder in reversed(folders(site, "static")):
        for file in sorted(folder.rglob("*")):
            path = file.relative_to(folder).as_posix()
            if not file.name.startswith(".") and (file.is_file() or file.is_symlink()):
                yield path.removeprefix("root/") if path.startswith("root/") else f"static/{path}", file


def _fault(path: str, file: Path, own: Path, pages: Container[str]) -> Problem | None:
    """Say why a file cannot be published at `path`. Links count in the site's own folder; installers make some, too."""
    shown = str(file).replace("\n", "\\n")
    if "\n" in path or FORBIDDEN.search(path):
        return problem(shown, 0, "file-name", "the name holds a line feed, or what is not UTF-8")
    if _is_taken(path, pages):
        return problem(shown, 0, "static-reserved", f"the build itself makes what stands at “{path}”")
    is_own_link = file.is_symlink() and file.is_relative_to(own)
    return outside(shown, file, os.path.realpath(own)) if is_own_link else None


def _is_taken(path: str, pages: Container[str]) -> bool:
    if path.startswith("static/"):
        return path in {STYLESHEET, STRINGS, KNOWN}
    return path in pages or bool(_TAKEN.match(path))
