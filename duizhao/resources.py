"""Where templates and static files are found: the site's own folder first, then the one that comes with Duizhao."""

from pathlib import Path
from typing import Literal

from duizhao.settings import Site

_PACKAGE = Path(__file__).parent


def packaged(name: str) -> Path:
    """Return the folder `templates` or `static` that comes with Duizhao.

    A wheel carries it inside the package, a clone of the repository beside the package.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def own_folders() -> tuple[Path, ...]:
    """List the folders that hold Duizhao itself; in a clone of the repository, also those that stand beside it."""
    own = (_PACKAGE, packaged("templates"), packaged("static"))
    is_clone = (_PACKAGE.parent / "pyproject.toml").is_file()
    names = ("tests", "docs", ".git", ".github", ".ci", ".venv") if is_clone else ()
    beside = (_PACKAGE.parent / name for name in names)
    return (*own, *(folder for folder in beside if folder.is_dir()))


def folders(site: Site, name: Literal["templates", "static"]) -> tuple[Path, ...]:
    """List the folders in the order in which a file is looked for; in a clone of the repository the two are one."""
    own = site.templates if name == "templates" else site.static
    there = {folder.resolve(): folder for folder in (packaged(name), own) if folder.is_dir()}
    return tuple(reversed(there.values()))
