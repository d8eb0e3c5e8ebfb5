"""Measures whole builds: Duizhao, Hugo, Hugo with Pagefind, and the floor, on the same invented articles.

`python -m bench` asks for it. Of Duizhao, four builds follow one another: a clean one, one with nothing changed, one
with one article edited, and a clean one without the index of the full text. Each program writes into a folder of its
own, and all are removed together at the end: for minutes after many files were removed, a file system may make new ones
several times slower, at the next run's cost.
"""

import json
import os
import platform
import sys
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench import others
from bench.archive import SEED, write_archive
from bench.measured import Cost, FailedError, files_below, measure, size_of
from bench.others import Program
from bench.runs import CLEAN, EDITED, FLOOR, HUGO, HUGO_PAGEFIND, INDEXLESS, UNCHANGED, Run

ROOT: Final = Path(__file__).parent.parent
OTHERS: Final = ("hugo", "pagefind")
_SETTINGS: Final = "title: {en: Archive, zh: 档案}\nbase_url: https://archive.example/\n"
_WITHOUT_INDEX: Final = "output: indexless\nledger: indexless.csv\nsearch: {full_text: false}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """The other programs; None: it is not here."""

    hugo: Program | None
    pagefind: Program | None


def programs(without: Container[str] = ()) -> Programs:
    """Find the other programs, but for those that are to be left out."""
    hugo, pagefind = (None if name in without else others.program(name) for name in OTHERS)
    return Programs(hugo=hugo, pagefind=pagefind)


def machine() -> dict[str, object]:
    """Say what the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": len(os.sched_getaffinity(0)),
        "memory": memory,
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }


def builds(count: int, others_here: Programs, folder: Path | None) -> Iterator[Run]:
    """Measure every build of an archive of so many articles, in a temporary folder below `folder`.

    Another program that fails, for want of memory perhaps, is told of and left out.
    """
    with _archive(count, folder) as place:
        yield from _duizhao(place, count)
        yield from _floor(place, count)
        try:
            yield from _others(place, count, others_here)
        except FailedError as error:
            sys.stderr.write(f"left out, because it failed: {error}\n")


@contextmanager
def _archive(count: int, folder: Path | None) -> Iterator[Path]:
    """Write an archive into a temporary folder, with the settings of its site."""
    with TemporaryDirectory(prefix="duizhao-bench-", dir=folder) as name:
        place = Path(name).resolve()
        write_archive(place / "content", count, SEED)
        settle(place)
        yield place


@contextmanager
def built(count: int, folder: Path | None) -> Iterator[Path]:
    """Build the site of so many articles in a temporary folder below `folder`; gives the folder of the site."""
    with _archive(count, folder) as place:
        build(place)
        yield place / "public"


def settle(place: Path) -> None:
    """Write the settings of a site."""
    (place / "site.yaml").write_text(_SETTINGS, encoding="utf-8")
    (place / "indexless.yaml").write_text(_SETTINGS + _WITHOUT_INDEX, encoding="utf-8")


def _duizhao(place: Path, count: int) -> Iterator[Run]:
    """Build clean, again, after an edit, and without the index; leaves the sizes of the files in `sizes.json`."""
    site = place / "public"
    yield Run(articles=count, name=CLEAN, cost=build(place), size=size_of(site))
    yield Run(articles=count, name=UNCHANGED, cost=build(place), size=size_of(site))
    edit(place / "content")
    yield Run(articles=count, name=EDITED, cost=build(place), size=size_of(site))
    (place / "sizes.json").write_text(json.dumps(sorted(files_below(site))), encoding="utf-8")
    yield Run(articles=count, name=INDEXLESS, cost=build(place, "indexless.yaml"), size=size_of(place / "indexless"))


def build(place: Path, settings: str = "site.yaml") -> Cost:
    """Build the site that is settled in a folder, on all cores."""
    return measure([sys.executable, ROOT / "build.py", "build", "--quiet", f"--config={settings}"], place)


def edit(content: Path) -> None:
    """Change the translation of the article in the middle of the archive."""
    paths = sorted(content.rglob("*.md"))
    path = paths[len(paths) // 2]
    head, rule, rest = path.read_text(encoding="utf-8").partition("\n<hr />")
    path.write_text(f"{head.rstrip()} Corrected.\n{rule}{rest}", encoding="utf-8")


def _floor(place: Path, count: int) -> Iterator[Run]:
    files = (place / name for name in ("content", "sizes.json", "floor"))
    cost = measure([sys.executable, "-m", "bench.floor", *files], ROOT)
    yield Run(articles=count, name=FLOOR, cost=cost, size=size_of(place / "floor"))


def _others(place: Path, count: int, others_here: Programs) -> Iterator[Run]:
    """Build with Hugo, and add the index of Pagefind."""
    if not others_here.hugo:
        return
    folder = place / "hugo"
    others.write_hugo_site(place / "content", folder)
    cost = others.measure_hugo(others_here.hugo, folder)
    yield Run(articles=count, name=HUGO, cost=cost, size=size_of(folder / "public"))
    if others_here.pagefind:
        cost += others.measure_pagefind(others_here.pagefind, folder)
        yield Run(articles=count, name=HUGO_PAGEFIND, cost=cost, size=size_of(folder / "public"))


def parts(count: int, folder: Path | None) -> dict[str, int]:
    """Say how many milliseconds each part of a clean build of so many articles takes, in one process."""
    with _archive(count, folder) as place:
        words = [f"--config={place / 'site.yaml'}", f"--content={place / 'content'}", f"--output={place / 'public'}"]
        measure([sys.executable, "-m", "bench.parts", place / "parts.json", "build", "--quiet", *words], ROOT)
        found: dict[str, int] = json.loads((place / "parts.json").read_text(encoding="utf-8"))
    return dict(sorted(found.items(), key=lambda row: -row[1]))
