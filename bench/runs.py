"""What was measured, and what it says: one record for each run, and the ratios between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from bench.measured import Cost, Size

CLEAN: Final = "Duizhao, clean"
UNCHANGED: Final = "Duizhao, nothing changed"
EDITED: Final = "Duizhao, one article edited"
INDEXLESS: Final = "Duizhao, clean, no search index"
HUGO: Final = "Hugo"
HUGO_PAGEFIND: Final = "Hugo and Pagefind"
FLOOR: Final = "floor: read and write as much"

_MEGA: Final = 1_000_000
_ONE: Final = Cost(wall=1, cpu=1, memory=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of one program on an archive of so many articles; `size` is that of the site."""

    articles: int
    name: str
    cost: Cost
    size: Size

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.cost.wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A figure that can be compared between machines, or nearly so.

    `value` is that of the clock, where it is one of time; `processor` is the same of processor time, which other work
    on the machine disturbs less. None where a run for it is missing, or where it is none of time.
    """

    name: str
    articles: int
    value: float | None
    processor: float | None = None


def medians(runs: Sequence[Run]) -> list[Run]:
    """Make one run of all that repeat it: the median of each figure, in the order of the first round."""
    groups: dict[tuple[int, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.articles, run.name), []).append(run)
    return [replace(group[-1], cost=_median(run.cost for run in group)) for group in groups.values()]


def _median(costs: Iterable[Cost]) -> Cost:
    rows = [(cost.wall, cost.cpu, cost.memory) for cost in costs]
    wall, cpu, memory = (median(column) for column in zip(*rows, strict=True))
    return Cost(wall=wall, cpu=cpu, memory=round(memory))


def ratios(runs: Sequence[Run]) -> Iterator[Ratio]:
    """Compare the runs of each archive with one another, and a clean build with that of the next smaller archive."""
    found = {(run.articles, run.name): run.cost for run in runs}
    counts = sorted({run.articles for run in runs})
    for count in counts:
        clean = found.get((count, CLEAN))
        for other in (HUGO, HUGO_PAGEFIND, FLOOR):
            yield _quotient(f"{CLEAN} / {other}", count, clean, found.get((count, other)))
        yield _quotient(f"{INDEXLESS} / {HUGO}", count, found.get((count, INDEXLESS)), found.get((count, HUGO)))
        for again in (UNCHANGED, EDITED):
            yield _quotient(f"{again} / {CLEAN}", count, found.get((count, again)), clean)
        yield _quotient(f"{CLEAN}: ms an article", count, clean, _ONE, scale=1000 / count)
    for fewer, more in pairwise(counts):
        small, large = found.get((fewer, CLEAN)), found.get((more, CLEAN))
        yield _quotient(f"{CLEAN}: an article / that of {fewer:,} articles", more, large, small, scale=fewer / more)
        memory = (large.memory - small.memory) / (more - fewer) / 1000 if small and large else None
        yield Ratio(name=f"{CLEAN}: kB of memory for each article beyond {fewer:,}", articles=more, value=memory)


def _quotient(name: str, articles: int, over: Cost | None, under: Cost | None, scale: float = 1) -> Ratio:
    """Divide the times of one run by those of another, and multiply them."""
    if not over or not under:
        return Ratio(name=name, articles=articles, value=None)
    clock, processor = over.wall / under.wall, over.cpu / under.cpu
    return Ratio(name=name, articles=articles, value=scale * clock, processor=scale * processor)


def lines(runs: Sequence[Run]) -> Iterator[str]:
    """Say runs and ratios as tables."""
    head = f"{'':<32}{'wall s':>9}{'CPU s':>9}{'articles/s':>12}{'memory MB':>11}{'files':>10}{'MB':>9}"
    for count in sorted({run.articles for run in runs}):
        yield from (f"{count:,} articles", head)
        yield from (_line(run) for run in runs if run.articles == count)
        yield ""
    yield f"{'Ratios':<62}{'articles':>10}{'by wall':>12}{'by CPU':>12}"
    for ratio in ratios(runs):
        value, processor = ("–" if one is None else f"{one:.2f}" for one in (ratio.value, ratio.processor))
        yield f"{ratio.name:<62}{ratio.articles:>10,}{value:>12}{processor:>12}"


def _line(run: Run) -> str:
    cost, size = run.cost, run.size
    return (
        f"{run.name:<32}{cost.wall:>9.2f}{cost.cpu:>9.2f}{run.rate:>12,.0f}{cost.memory / _MEGA:>11,.0f}"
        f"{size.files:>10,}{size.bytes / _MEGA:>9,.1f}"
    )
