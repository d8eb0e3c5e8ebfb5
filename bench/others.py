"""Other programs on the same articles: Hugo, and Pagefind on the site that Hugo makes.

Both are those of the dependency group `bench`, which `make bench` installs into a folder of its own, or else those on
the path. One that is not there is left out.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.measured import Cost, measure
from duizhao.model import Article, Source
from duizhao.parse import parse_article

TEMPLATES: Final = Path(__file__).with_name("hugo")
_INSTALLED: Final = Path(sys.prefix, "bench")
_LEVELS: Final = (len("1954"), len("1954/12"), len("1954/12/24"))
_BINARIES: Final = {"hugo": "hugo/binaries/hugo*", "pagefind": "pagefind_bin_extended/pagefind_extended*"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that is here: its file, and what it says its version is."""

    file: Path
    version: str


def program(name: str) -> Program | None:
    """Find `hugo` or `pagefind`; None if it is not here or does not run."""
    installed = sorted(_INSTALLED.glob(f"lib/python*/site-packages/{_BINARIES[name]}"))
    on_path = shutil.which(name)
    for file in (*installed, *([Path(on_path)] if on_path else [])):
        words = [str(file), "version" if name == "hugo" else "--version"]
        try:
            said = subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout
        except (OSError, subprocess.CalledProcessError):
            continue
        return Program(file=file, version=said.split()[1].removeprefix("v").partition("-")[0])
    return None


def write_hugo_site(content: Path, folder: Path) -> None:
    """Write a site for Hugo: the articles below `content`, a page for each day, month and year, plain templates."""
    shutil.copytree(TEMPLATES, folder)
    days = set[str]()
    for path in sorted(content.rglob("*.md")):
        article = _article(path)
        day = article.date.strftime("%Y/%m/%d")
        days.add(day)
        file = folder / "content" / day / f"{article.page}-{path.stem.rpartition('_')[2]}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_page(article), encoding="utf-8")
    for name in sorted({day[:end] for day in days for end in _LEVELS}):
        text = json.dumps({"title": name.replace("/", "-")})
        (folder / "content" / name / "_index.md").write_text(text, encoding="utf-8")


def _article(path: Path) -> Article:
    article = parse_article(Source(path=path.name, text=path.read_text(encoding="utf-8")))
    if not isinstance(article, Article):
        raise TypeError(f"{path} cannot be read: {article}")
    return article


def _page(article: Article) -> str:
    """Write an article as Hugo reads it: the original among the settings at its head, the translation below."""
    head = {
        "title": article.headline.en,
        "title_zh": article.headline.zh,
        "date": article.date.isoformat(),
        "page": article.page,
        "author": article.author.en,
        "original": [block.text for block in article.zh],
    }
    texts = "\n\n".join(block.text for block in article.en)
    return f"{json.dumps(head, ensure_ascii=False)}\n\n{texts}\n"


def measure_hugo(hugo: Program, folder: Path) -> Cost:
    """Build Hugo's site into `public/` in its folder."""
    return measure([hugo.file, "--quiet", "--destination", "public", "--cacheDir", folder / "cache"], folder)


def measure_pagefind(pagefind: Program, folder: Path) -> Cost:
    """Add a search index to the site that Hugo made."""
    return measure([pagefind.file, "--site", "public"], folder)
