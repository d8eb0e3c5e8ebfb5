"""A small archive in a folder of its own, for tests that build."""

from pathlib import Path

from duizhao.model import Bilingual
from duizhao.settings import Site

GOOD_FILE = Path(__file__).parent / "good_article.txt"
GOOD = GOOD_FILE.read_text(encoding="utf-8")
"""An article with nothing odd in it: the fifth of July 1953, page 3."""

OTHER = GOOD.replace("白河", "黑河")
"""Another article for the same page, as good."""


def site_in(folder: Path) -> Site:
    """The settings of an archive whose every folder is below `folder`; its content folder is made."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    return Site(
        title=Bilingual(zh="档案", en="Archive"),
        base_url="https://archive.example/",
        content=folder / "content",
        output=folder / "public",
        templates=folder / "templates",
        static=folder / "static",
        cache=folder / ".duizhao-cache",
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def address_of(site: Site, source: str) -> str:
    """The permalink that the ledger pins for a source."""
    return line_of(site, source).split(",")[0]


def line_of(site: Site, source: str) -> str:
    """The line of the ledger for a source."""
    lines = site.ledger_file.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if f",{source}," in line)
