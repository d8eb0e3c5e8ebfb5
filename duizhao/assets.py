"""What pages load: the style sheet joined of its layers, scripts, icon, the interface's words, the site's own files.

`static/` is published as `static/`, but for `static/css/`, whose files become `static/site.css`, and `static/root/`,
whose files are published at the site's root: a host's `CNAME`, a search engine's proof of ownership.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from duizhao.problems import Halt, problem
from duizhao.resources import folders
from duizhao.settings import Site
from duizhao.strings import strings_json

LAYERS: Final = ("reset", "tokens", "base", "layout", "parts", "indexes", "utilities", "print")
"""The cascade, weakest first. Each layer is the file of that name in `static/css/`."""

STYLESHEET: Final = "static/site.css"
STRINGS: Final = "static/strings.json"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\n\s*")
_TAKEN = re.compile(
    r"(?:\d{4}|pages|search)(?:/|$)"
    r"|(?:index|404|search)\.html$|search\.json$|sitemap[^/]*\.xml$|robots\.txt$|\.nojekyll$|\.duizhao"
)
"""Addresses at the site's root that the build gives out itself."""


def asset_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file. A file of the site's own `static/` replaces the package's of the same name.

    Raises `Halt` where a static file would stand in the place of a file that the build makes.
    """
    found = dict(_found(site))
    faults = [
        problem(str(file), 0, "static-reserved", f"the build itself makes what stands at “{path}”")
        for path, file in found.items()
        if _is_taken(path, site)
    ]
    if faults:
        raise Halt(faults)
    yield STYLESHEET, stylesheet(site)
    yield STRINGS, strings_json(site)
    for path, file in sorted(found.items()):
        yield path, file.read_bytes()


def stylesheet(site: Site) -> bytes:
    """Join the layers to one style sheet, comments and indents left out, the site's colours put in."""
    colours = f"--accent-light: {site.colours.accent};\n--accent-dark: {site.colours.accent_dark};"
    order = f"@layer {', '.join(LAYERS)};"
    parts = [order, f"@layer tokens {{\n:root {{\n{colours}\n}}\n}}"]
    parts += [f"@layer {layer} {{\n{text}\n}}" for layer in LAYERS if (text := _layer(site, layer))]
    return "\n".join([*parts, ""]).encode()


def _layer(site: Site, layer: str) -> str:
    files = (folder / "css" / f"{layer}.css" for folder in folders(site, "static"))
    file = next((file for file in files if file.is_file()), None)
    return _SPACE.sub("\n", _COMMENT.sub("", file.read_text(encoding="utf-8"))).strip() if file else ""


def _found(site: Site) -> Iterator[tuple[str, Path]]:
    """Yield where each static file is published, the package's before those that replace them."""
    for folder in reversed(folders(site, "static")):
        for file in sorted(folder.rglob("*")):
            path = file.relative_to(folder).as_posix()
            if file.is_file() and not path.startswith("css/") and not file.name.startswith("."):
                yield path.removeprefix("root/") if path.startswith("root/") else f"static/{path}", file


def _is_taken(path: str, site: Site) -> bool:
    if path.startswith("static/"):
        return path in {STYLESHEET, STRINGS}
    is_editorial = path.endswith(".html") and (site.content / "pages" / path).with_suffix(".md").exists()
    return is_editorial or bool(_TAKEN.match(path))
