"""A published address stays with its article, whatever happens, or its maintainer says what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from duizhao.model import Entry
from duizhao.permalinks import Row, assign
from duizhao.problems import Halt
from tests.permalinks.entries import new_entry
from tests.permalinks.test_assign import lines as ledger_lines

NAMES = st.sampled_from([f"{n}.md" for n in range(8)])
HEADLINES = st.sampled_from(["图片", "简讯", "社论"])


@dataclass
class Archive:
    """The files of an archive (article number by file name) and its ledger."""

    files: dict[str, tuple[int, Entry]]
    rows: Sequence[Row] = ()


class Histories(RuleBasedStateMachine):
    """Adds, edits, renames, removes, merges, and builds after each; an article is known by a number of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.archive = Archive(files={})
        self.published: dict[int, str] = {}
        self.closed: set[str] = set()
        self.born = 0

    def build(self) -> None:
        entries = [entry for _, entry in self.archive.files.values()]
        addresses = assign(entries, self.archive.rows, set(), "permalinks.csv")
        assert not addresses.problems
        self.archive.rows = ledger_lines(addresses)
        now = {entry.source: entry.permalink for entry in addresses.entries}
        for number, entry in self.archive.files.values():
            address = self.published.setdefault(number, now[entry.source])
            assert now[entry.source] == address

    @rule(name=NAMES, headline=HEADLINES)
    def add(self, name: str, headline: str) -> None:
        if name not in self.archive.files:
            self.born += 1
            self.archive.files[name] = (self.born, new_entry(name, zh=headline, text=f"text {self.born}"))
            self.build()

    @rule(name=NAMES, headline=HEADLINES, text=st.booleans())
    def edit(self, name: str, headline: str, text: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        if name in self.archive.files:
            number, entry = self.archive.files[name]
            digest = f"{entry.digest} corrected" if text else entry.digest
            changed = replace(entry, headline=replace(entry.headline, zh=headline), digest=digest)
            self.archive.files[name] = (number, changed)
            self.build()

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        if old in self.archive.files and new not in self.archive.files:
            number, entry = self.archive.files.pop(old)
            self.archive.files[new] = (number, replace(entry, source=new))
            self.build()

    @rule(first=NAMES, second=NAMES)
    def swap(self, first: str, second: str) -> None:
        if first in self.archive.files and second in self.archive.files and first != second:
            files = self.archive.files
            files[first], files[second] = files[second], files[first]
            for name in (first, second):
                files[name] = (files[name][0], replace(files[name][1], source=name))
            self.build()

    @rule(name=NAMES)
    def withdraw(self, name: str) -> None:
        if name in self.archive.files:
            number, _ = self.archive.files.pop(name)
            address = self.published[number]
            self.closed.add(address)
            self.archive.rows = tuple(
                replace(row, status="gone") if row.permalink == address else row for row in self.archive.rows
            )
            self.build()

    @rule(name=NAMES, other=NAMES)
    def merge_into(self, name: str, other: str) -> None:
        if name != other and {name, other} <= self.archive.files.keys():
            number, _ = self.archive.files.pop(name)
            address, target = self.published[number], self.published[self.archive.files[other][0]]
            self.closed.add(address)
            self.archive.rows = tuple(
                replace(row, status=f"redirect {target}") if row.permalink == address else row
                for row in self.archive.rows
            )
            self.build()

    @rule(name=NAMES)
    def delete_without_a_word(self, name: str) -> None:
        if name in self.archive.files:
            left = [entry for other, (_, entry) in self.archive.files.items() if other != name]
            with pytest.raises(Halt) as halt:
                assign(left, self.archive.rows, set(), "permalinks.csv")
            assert "ledger-vanished" in {found.code for found in halt.value.problems}

    @rule(names=st.lists(NAMES, min_size=2, max_size=2, unique=True), headline=HEADLINES)
    def merge_two_branches(self, names: list[str], headline: str) -> None:
        """Each branch adds an article and builds; the merged ledger holds the lines of both, in any order."""
        free = [name for name in names if name not in self.archive.files]
        lines = {row.permalink: row for row in self.archive.rows}
        added = {}
        for name in free:
            self.born += 1
            mine = new_entry(name, zh=f"{headline} {self.born}", text=f"text {self.born}")
            branch = assign([*(e for _, e in self.archive.files.values()), mine], self.archive.rows, set(), "x")
            lines |= {row.permalink: row for row in ledger_lines(branch)}
            added[name] = (self.born, mine)
        self.archive.rows = tuple(reversed(lines.values()))
        self.archive.files |= added
        self.build()

    @invariant()
    def no_address_is_lost_or_shared(self) -> None:
        addresses = [row.permalink for row in self.archive.rows]
        assert len(set(addresses)) == len(addresses)
        assert set(addresses) == set(self.published.values())
        assert {row.permalink for row in self.archive.rows if row.status} == self.closed


Histories.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestHistories = Histories.TestCase
