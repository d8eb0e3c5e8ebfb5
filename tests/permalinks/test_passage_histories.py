"""Over the years texts are added, taken out, corrected, moved, paired otherwise: no number ever means another text."""

from itertools import chain, count, islice

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from duizhao.permalinks.passages import END, Mark, fingerprint, marks_text, read_marks, remarked

PLACES = st.integers(min_value=0, max_value=30)


def _apart() -> list[str]:
    """Words that no end of a fingerprint confuses: 20 bits are few for a test that asks many thousand times."""
    words, seen = [], set[str]()
    for number in count():
        halves = {fingerprint(f"{number:012}")[:2], fingerprint(f"{number:012}")[2:]}
        if not halves & seen:
            words.append(f"{number:012}")
            seen |= halves
        if len(words) == 300:
            return words
    raise AssertionError


WORDS = _apart()


class PassageHistories(RuleBasedStateMachine):
    """An article as rows of paragraphs, each known by a name of its own, and what its text is now."""

    def __init__(self) -> None:
        super().__init__()
        self.words = iter(WORDS)
        self.rows: list[list[str]] = []
        self.texts: dict[str, tuple[str, str]] = {}
        self.marks = ""
        self.meant: dict[int, str] = {}

    def new(self) -> str:
        name = next(self.words, None)
        assert name is not None
        self.texts[name] = (name, name)
        return name

    def build(self) -> None:
        rows = [[fingerprint("middle".join(self.texts[name])) for name in row] for row in self.rows]
        marks = remarked(rows, tuple(read_marks(self.marks)))
        self.marks = marks_text(marks)
        self.see(marks)

    def see(self, marks: tuple[Mark, ...]) -> None:
        """Follow each number to the row that it leads to: the text that it was given for is there, or it is gone."""
        at = -1
        there = set(chain.from_iterable(self.rows))
        for mark in marks:
            at += not mark.state
            if mark.state == "-":
                assert self.meant[mark.number] not in there
            else:
                assert self.meant.setdefault(mark.number, self.rows[at][0]) in self.rows[at]

    def at(self, place: int) -> int:
        return place % len(self.rows)

    @rule(places=st.lists(PLACES, min_size=1, max_size=4))
    def add(self, places: list[int]) -> None:
        for place in places:
            self.rows.insert(place % (len(self.rows) + 1), [self.new()])
        self.build()

    @rule(places=st.lists(PLACES, min_size=1, max_size=3))
    def take_out(self, places: list[int]) -> None:
        for place in places:
            if self.rows:
                self.rows.pop(self.at(place))
        self.build()

    @rule(place=PLACES, end=st.integers(min_value=0, max_value=1))
    def correct(self, place: int, end: int) -> None:
        alone = [row for row in self.rows if len(row) == 1]
        if alone:
            name = alone[place % len(alone)][0]
            kept, word = self.texts[name], self.new()
            self.texts[name] = (kept[0], word) if end else (word, kept[1])
            self.build()

    @rule(place=PLACES)
    def write_anew(self, place: int) -> None:
        alone = [row for row in self.rows if len(row) == 1]
        if alone:
            word = self.new()
            self.texts[alone[place % len(alone)][0]] = (word, word)
            self.build()

    @rule(old=PLACES, new=PLACES)
    def move(self, old: int, new: int) -> None:
        if self.rows:
            row = self.rows.pop(self.at(old))
            self.rows.insert(new % (len(self.rows) + 1), row)
            self.build()

    @rule(place=PLACES)
    def pair_together(self, place: int) -> None:
        if len(self.rows) > 1:
            at = place % (len(self.rows) - 1)
            self.rows[at : at + 2] = [[*self.rows[at], *self.rows[at + 1]]]
            self.build()

    @rule(place=PLACES)
    def pair_apart(self, place: int) -> None:
        wide = [at for at, row in enumerate(self.rows) if len(row) > 1]
        if wide:
            at = wide[place % len(wide)]
            self.rows[at : at + 1] = [[name] for name in self.rows[at]]
            self.build()


PassageHistories.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
TestPassageHistories = PassageHistories.TestCase


def test_the_words_are_as_long_as_an_end_that_is_compared() -> None:
    assert {len(word) for word in islice(WORDS, 10)} == {END}
