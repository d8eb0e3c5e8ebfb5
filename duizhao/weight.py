"""What a site weighs: files and bytes of each kind, in each repository that it is published from; how near to a limit.

Known from paths alone, so that a build adds up its files as they come, and a check those that it finds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from duizhao.problems import Problem, problem
from duizhao.settings import Site
from duizhao.split import ROOT_PART, part_of

GITHUB_PAGES: Final = 1_000_000_000
"""Bytes that a site on GitHub Pages may have: https://docs.github.com/pages/getting-started-with-github-pages"""

NEAR: Final = 0.8
"""The share of the limit from which on a site is named: there must be time left to split it, or to move."""

LIGHT: Final = 10_000_000
"""Bytes of a site up to which nobody has to ask at the end of a build what they are of."""

OTHER: Final = "other"
"""The kind of what is of no other: style sheet, scripts, editorial pages, sitemap, old addresses, files of others."""

_KIND: Final = re.compile(
    r"""  (?P<articles>   \d{4}/\d\d/\d\d/(?!index\.)[^/]+\.html )
        | (?P<records>    \d{4}/\d\d/\d\d/[^/]+\.rdf )
        | (?P<citations>  \d{4}/\d\d/\d\d/cite\.(?:json|ris|bib) )
        | (?P<indexes>    (?:\d{4}/(?:\d\d/){0,2})?index\.html | (?:pages|on-this-day|quality)/.+ | feed\.xml )
        | (?P<search>     search\.(?:html|json) | search/.+ )
        | (?P<data>       data/.+ )""",
    re.VERBOSE,
)

KINDS: Final = (*_KIND.groupindex, OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """The files of one kind in one part of a site, and their bytes together.

    `part`: as `split` has it; in a site that is not split, that of the root holds everything.
    """

    part: str
    kind: str
    files: int
    bytes: int


@dataclass(slots=True, kw_only=True)
class Scales:
    """Adds up the files of a site. `is_split`: the years apart."""

    is_split: bool
    _sums: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict, init=False)

    def put(self, path: str, size: int) -> None:
        """Count in a file: its path below the site's root, its bytes."""
        place = part_of(path) if self.is_split else ROOT_PART, kind_of(path)
        files, sizes = self._sums.get(place, (0, 0))
        self._sums[place] = files + 1, sizes + size

    @property
    def weights(self) -> tuple[Weight, ...]:
        """What was counted in: part by part, the root's first; in each, kinds in their order."""
        ordered = sorted(self._sums.items(), key=lambda item: (item[0][0], KINDS.index(item[0][1])))
        return tuple(Weight(part=part, kind=kind, files=files, bytes=sizes) for (part, kind), (files, sizes) in ordered)


def kind_of(path: str) -> str:
    """Say which of the kinds a file of the site is of."""
    found = _KIND.fullmatch(path)
    return (found and found.lastgroup) or OTHER


def files_of(weights: Sequence[Weight]) -> int:
    """Count files together."""
    return sum(one.files for one in weights)


def bytes_of(weights: Sequence[Weight]) -> int:
    """Count bytes together."""
    return sum(one.bytes for one in weights)


def summary(weights: Sequence[Weight]) -> Iterator[str]:
    """Say briefly what a site weighs: by kind, and which part of a split one weighs most; nothing of a light site."""
    if bytes_of(weights) <= LIGHT:
        return
    yield _kinds(weights)
    parts = _by_part(weights)
    if len(parts) > 1:
        part = max(parts, key=lambda part: bytes_of(parts[part]))
        yield f"the heaviest repository is {_part(part)}: {_share(parts[part])}"


def table(weights: Sequence[Weight]) -> Iterator[str]:
    """Say line by line what a site weighs: by kind, by part where it is split, in all."""
    yield from (_row(group, kind) for kind, group in _by_kind(weights).items())
    parts = _by_part(weights)
    if len(parts) > 1:
        yield from (_row(group, f"{_part(part)}: {_share(group)}") for part, group in parts.items())
        yield _row(weights, "in all")
    else:
        yield _row(weights, f"in all: {_share(weights)}")


def too_heavy(site: Site, weights: Sequence[Weight]) -> Iterator[Problem]:
    """Name the repositories, or the one that holds all, that are near what GitHub Pages allows, or above it."""
    split = "set “split: year” in site.yaml, " if site.split == "none" else ""
    for part, group in _by_part(weights).items():
        if bytes_of(group) >= NEAR * GITHUB_PAGES:
            yield problem(str(site.output / part), 0, "site-heavy", f"{_share(group)}: {_kinds(group)}", split=split)


def _by_kind(weights: Sequence[Weight]) -> dict[str, tuple[Weight, ...]]:
    groups = ((kind, tuple(one for one in weights if one.kind == kind)) for kind in KINDS)
    return {kind: group for kind, group in groups if group}


def _by_part(weights: Sequence[Weight]) -> dict[str, tuple[Weight, ...]]:
    """Group weights as `Scales` orders them."""
    return {part: tuple(group) for part, group in groupby(weights, key=lambda one: one.part)}


def _row(weights: Sequence[Weight], name: str) -> str:
    return f"{bytes_of(weights) / 1e6:12,.2f} MB  {files_of(weights):11,} files  {name}"


def _kinds(weights: Sequence[Weight]) -> str:
    return ", ".join(f"{kind} {bytes_of(group) / 1e6:,.1f} MB" for kind, group in _by_kind(weights).items())


def _share(weights: Sequence[Weight]) -> str:
    return f"{bytes_of(weights) / GITHUB_PAGES:.1%} of what GitHub Pages allows"


def _part(part: str) -> str:
    return part or "that of the root"
