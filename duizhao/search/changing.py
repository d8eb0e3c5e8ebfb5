"""From the terms of the last build's index to those of this one, without the articles that stayed as they were.

Where every article has the number that it had, only terms of changed articles are others, and only in these articles.
Where numbers moved, all postings are written again, and articles that changed are taken out and put in anew.

What does not fit is damage, and raises `LookupError`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from duizhao.search.merging import joined
from duizhao.search.runs import Part
from duizhao.search.shards import Volume
from duizhao.search.signs import postings, written

ABSENT: Final = -1

Changes: TypeAlias = dict[str, dict[int, tuple[int, int]]]
"""For each term that changed: the level that it had in an article of that number, and the one it has; or `ABSENT`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """How numbers moved. `moved`: for each article of the last build its number now, `ABSENT` where it is put in anew.

    `added`: the numbers of the articles that are put in, in the order in which runs have them.
    """

    moved: Sequence[int]
    added: Sequence[int]


def compare(number: int, had: Mapping[str, int], has: Mapping[str, int], changes: Changes) -> None:
    """Add to `changes` what differs between the terms of an article and their levels, before and after."""
    for term in had.keys() | has.keys():
        levels = had.get(term, ABSENT), has.get(term, ABSENT)
        if levels[0] != levels[1]:
            changes.setdefault(term, {})[number] = levels


def change(terms: dict[str, str], changes: Changes) -> None:
    """Put changes into terms and their postings."""
    for term, articles in changes.items():
        listed = {posting >> 2: posting & 3 for posting in postings(terms.pop(term, ""))}
        for number, (before, after) in articles.items():
            if listed.pop(number, ABSENT) != before:
                raise LookupError(f"{term} in article {number}")
            if after != ABSENT:
                listed[number] = after
        if listed:
            terms[term] = written(number << 2 | listed[number] for number in sorted(listed))


def renumber(terms: Mapping[str, str], numbering: Numbering, added: Part) -> dict[str, str]:
    """Write postings with the numbers that articles have now. `added`: the terms of the articles that are put in."""
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for term, listed in joined(added):
        lists[term] += moved(listed, numbering.added)
    for term, text in terms.items():
        lists[term] += moved(postings(text), numbering.moved)
    return {term: written(sorted(listed)) for term, listed in lists.items() if listed}


def moved(listed: Iterable[int], numbers: Sequence[int]) -> list[int]:
    """Give postings the numbers that their articles have now, and leave out those of articles that have none."""
    return [numbers[posting >> 2] << 2 | posting & 3 for posting in listed if numbers[posting >> 2] != ABSENT]


def together(volumes: Sequence[Volume], loses: Callable[[Volume], bool]) -> Iterator[range]:
    """Part volumes into stretches that can be cut each for itself.

    `loses`: whether a volume may lose its first term; what is left of it belongs to the volume before it.
    """
    start = 0
    for place, volume in enumerate(volumes):
        if place and not loses(volume):
            yield range(start, place)
            start = place
    if volumes:
        yield range(start, len(volumes))
