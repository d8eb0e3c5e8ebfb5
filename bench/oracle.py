"""Holds the search against a plain look through all texts: what it misses, and what it finds too much.

And whether the scripts of a site and the program give the same answers.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from bench.archive import SEED
from bench.build import build, settle
from bench.scan import Scan
from duizhao.align import BUILT_IN
from duizhao.align.vocabulary import lexicon
from duizhao.search import Limits, find, sure
from duizhao.search.query import parse
from duizhao.search.ranking import Sorting, candidates
from tests.corpus import CORPUS
from tests.search.archives import Archive
from tests.search.in_script import Posed, in_script
from tests.search.oracle import Text, phrase, substring

LONGEST: Final = 12
"""Characters of a piece of Chinese."""
IN_SCRIPT: Final = 400
"""So many of all queries are put to the scripts as well."""
SHOWN: Final = 10
"""Queries that are named where something is wrong."""
_SORTINGS: Final[tuple[Sorting, ...]] = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A query, and the articles that hold what is asked for."""

    asked: str
    limits: Limits = field(default_factory=Limits)
    expected: set[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Queries of a kind, each list of articles summed up: those that hold it, those found, those that are both.

    `candidates`: articles that the index names for what it cannot be sure of, three and more characters and phrases;
    `right`: those of them that hold it. `wrong`: queries of which anything was missed or found too much.
    """

    name: str
    queries: int
    expected: int
    found: int
    both: int
    candidates: int
    right: int
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What was found out about one archive. `differing`: queries to which scripts and program give other answers."""

    archive: str
    articles: int
    kinds: tuple[Kind, ...]
    in_script: int
    differing: tuple[str, ...]


def held(name: str, archive: Archive, share: float = 1) -> Held:
    """Put all queries to an archive, or so many of each kind as `share` says."""
    scan, chance = Scan(archive), Random(SEED)
    cases = {kind: list(_drawn(scan, chance, make, round(count * share))) for kind, (count, make) in KINDS.items()}
    kinds = tuple(_kind(archive, kind, of_kind) for kind, of_kind in cases.items())
    every = [case for of_kind in cases.values() for case in of_kind]
    some = chance.sample(every, min(round(IN_SCRIPT * share), len(every)))
    posed: list[Posed] = [(case.asked, case.limits, chance.choice(_SORTINGS)) for case in some]
    differing = tuple(_differing(archive, posed))
    return Held(archive=name, articles=len(archive.texts), kinds=kinds, in_script=len(posed), differing=differing)


def _drawn(scan: Scan, chance: Random, make: Callable[[Scan, Random, Text], Case], count: int) -> Iterator[Case]:
    """Draw queries from texts; a text that has nothing of the kind is passed over."""
    for _ in range(2 * count):
        case = make(scan, chance, chance.choice(scan.archive.texts))
        if case.asked.strip('" '):
            yield case
            count -= 1
        if not count:
            return


def _kind(archive: Archive, name: str, cases: Sequence[Case]) -> Kind:
    expected = found = both = named = right = 0
    wrong = []
    for case in cases:
        query = parse(case.asked)
        listed = list(candidates(archive.index, query, case.limits))
        hits = set(sure(archive.index, query, listed))
        expected, found, both = expected + len(case.expected), found + len(hits), both + len(hits & case.expected)
        if not query.is_exact:
            named, right = named + len(listed), right + len(case.expected.intersection(listed))
        if hits != case.expected:
            wrong.append(case.asked)
    return Kind(
        name=name,
        queries=len(cases),
        expected=expected,
        found=found,
        both=both,
        candidates=named,
        right=right,
        wrong=tuple(wrong),
    )


def _differing(archive: Archive, posed: Sequence[Posed]) -> Iterator[str]:
    output = archive.index.output
    for (asked, limits, sorting), answer in zip(posed, in_script(output, posed), strict=True):
        found = find(archive.index, asked, limits, sorting)
        count = {"n": found.candidates, "isExact": found.is_exact}
        if ([hit.number for hit in found.hits], count) != (answer["hits"], answer["count"]):
            yield asked


def _piece(scan: Scan, chance: Random, text: Text) -> Case:
    asked = substring(text, chance, chance.randint(1, LONGEST))
    return Case(asked=asked, expected=scan.holding(asked))


def _lexicon_word(scan: Scan, chance: Random, _: Text) -> Case:
    asked = chance.choice(_WORDS)
    return Case(asked=asked, expected=scan.holding(asked))


def _english(scan: Scan, chance: Random, text: Text) -> Case:
    words = phrase(text, chance, chance.choice((1, 1, 2, 3, 5)))
    if len(words) == 1:
        return Case(asked=words[0], expected=scan.with_form_of(words[0]))
    return Case(asked=f'"{" ".join(words)}"', expected=scan.saying(words))


def _mixed(scan: Scan, chance: Random, text: Text) -> Case:
    piece, words = substring(text, chance, chance.randint(1, 4)), phrase(text, chance, chance.randint(2, 3))
    expected = scan.holding(piece) & scan.saying(words)
    return Case(asked=f'{piece} "{" ".join(words)}"' if piece and words else "", expected=expected)


def _limited(scan: Scan, chance: Random, text: Text) -> Case:
    archive = scan.archive
    one, other = (chance.randrange(len(archive.texts)) for _ in range(2))
    first, last = sorted((archive.day(one), archive.day(other)))
    limits = Limits(first=first, last=last, page=archive.index.article(one).get("page"))
    asked = substring(text, chance, chance.randint(1, 4))
    return Case(asked=asked, limits=limits, expected=scan.holding(asked) & scan.within(limits))


KINDS: Final[dict[str, tuple[int, Callable[[Scan, Random, Text], Case]]]] = {
    f"Chinese, 1 to {LONGEST} characters": (2000, _piece),
    "Chinese words of the lexicon": (500, _lexicon_word),
    "English words and phrases": (500, _english),
    "both languages": (200, _mixed),
    "within days and a page": (200, _limited),
}
"""How many queries of each kind are put, and what makes one."""

_WORDS: Final = sorted(lexicon(BUILT_IN).words)


@contextmanager
def corpus(folder: Path | None) -> Iterator[Path | None]:
    """Build the real articles where they are here; gives the folder of the site, or None."""
    if not CORPUS:
        yield None
        return
    with TemporaryDirectory(prefix="duizhao-bench-", dir=folder) as name:
        place = Path(name).resolve()
        shutil.copytree(CORPUS, place / "content")
        settle(place)
        build(place)
        yield place / "public"


def lines(found: Held) -> Iterator[str]:
    """Say it as a table."""
    yield f"Search held against a look through all texts: {found.archive}, {found.articles:,} articles"
    yield f"{'':<34}{'queries':>9}{'recall':>9}{'precision':>11}{'before looking at pages':>25}"
    for kind in found.kinds:
        recall, precision, before = (
            _share(*pair)
            for pair in ((kind.both, kind.expected), (kind.both, kind.found), (kind.right, kind.candidates))
        )
        yield f"{kind.name:<34}{kind.queries:>9,}{recall:>9}{precision:>11}{before:>25}"
        if kind.wrong:
            yield f"  WRONG for {', '.join(kind.wrong[:SHOWN])}"
    same = found.in_script - len(found.differing)
    yield f"Scripts and program give the same first ten to {same} of {found.in_script} queries"
    if found.differing:
        yield f"  OTHERS for {', '.join(found.differing[:SHOWN])}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "–"
