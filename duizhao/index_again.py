"""The index of the full text, from the last build's: its files and the pages that they were made from still stand.

Until a build publishes, the output folder is as the last one left it. So nothing has to be kept for the next build but
what readers are given: which terms of an article changed is told from its page as it was and as it will be.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from duizhao.executor import grouped
from duizhao.index_work import (
    Changed,
    Cut,
    Job,
    Renumbered,
    as_left,
    compare_articles,
    lay_numbering_aside,
    make_changed,
    make_renumbered,
    runs,
)
from duizhao.problems import Halt
from duizhao.publish import Stage
from duizhao.search import (
    ABSENT,
    RUN,
    Changes,
    Index,
    Numbering,
    Volume,
    addresses,
    first_shard,
    moved,
    open_index,
    open_runs,
    part_of,
    together,
)

ARTICLES_A_CHUNK: Final = 50
STRETCHES_A_CHUNK: Final = 8


def left(stage: Stage) -> Index:
    """Open the index that the last build left. Raises `Broken` where it cannot be read."""
    with as_left():
        try:
            return open_index(stage.output)
        except Halt as error:
            raise ValueError(error) from error


def changed(job: Job, before: Index, fresh: Sequence[int]) -> Iterator[Cut]:
    """Change the volumes that hold what changed in articles; every article has the number that it had.

    `fresh`: the numbers of all articles whose pages were made again, and stood as they were left.
    """
    pairs = ((number, job.entries[number]) for number in fresh)
    compared = job.workers.map(partial(compare_articles, job.stage, before.folder), grouped(pairs, ARTICLES_A_CHUNK))
    changes: defaultdict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    for term, articles in chain.from_iterable(found.items() for found in compared):
        changes[term].update(articles)
    stretches = [
        before.volumes[one.start : one.stop] for one in together(before.volumes, lambda one: one.first in changes)
    ]
    of = _by_stretch(stretches, changes)
    works = (Changed(stretches[place], of[place]) for place in sorted(of))
    cuts = job.workers.map(partial(make_changed, job.stage, job.key), grouped(works, STRETCHES_A_CHUNK))
    made = chain.from_iterable(cuts)
    for place, stretch in enumerate(stretches):
        yield next(made) if place in of else Cut(volumes=stretch)


def renumbered(job: Job, before: Index, fresh: Sequence[int]) -> Iterator[Cut]:
    """Write all volumes again with the numbers that articles have now.

    `fresh`: the numbers of the articles whose pages were made again, and of those that are new.
    """
    numbering = _numbering(job, before, fresh)
    lay_numbering_aside(job.stage, numbering)
    yield from runs(job, grouped((job.entries[number] for number in fresh), RUN))
    with as_left():
        ranges = list(
            together(before.volumes, lambda one: not moved(first_shard(job.stage.output, one), numbering.moved))
        )
    added = open_runs(job.stage.aside)
    lows = ["", *(before.volumes[one.start].first for one in ranges[1:]), ""]
    works = (
        Renumbered(before.volumes[one.start : one.stop], part_of(added, low, high))
        for one, low, high in zip(ranges, lows, lows[1:], strict=False)
    )
    yield from job.workers.map(partial(make_renumbered, job.stage, job.key), works)


def _by_stretch(stretches: Sequence[Sequence[Volume]], changes: Changes) -> dict[int, Changes]:
    """Say of each stretch of volumes in which something changed what it is."""
    firsts = [stretch[0].first for stretch in stretches]
    of: defaultdict[int, Changes] = defaultdict(dict)
    for term, articles in changes.items():
        of[max(0, bisect_right(firsts, term) - 1)][term] = articles
    return of


def _numbering(job: Job, before: Index, fresh: Sequence[int]) -> Numbering:
    numbers = {entry.permalink: number for number, entry in enumerate(job.entries)}
    for number in fresh:
        del numbers[job.entries[number].permalink]
    with as_left():
        places = array("i", [numbers.get(address, ABSENT) for address in addresses(before)])
    return Numbering(moved=places, added=array("i", fresh))
