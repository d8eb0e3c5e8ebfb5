"""What people read on a terminal: progress, problems, the outcome."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from duizhao.codes import CODES, OF_TRANSLATIONS, Severity
from duizhao.problems import Halt, Problem
from duizhao.progress import Progress, Quiet
from duizhao.report import Report, notices_told
from duizhao.settings import Site
from duizhao.text import printable
from duizhao.weight import bytes_of, files_of, summary, table

if TYPE_CHECKING:  # a build that finds nothing changed should not wait for what these load
    from duizhao.align import Explanation
    from duizhao.check import Findings
    from duizhao.learn import Lesson
    from duizhao.published import Comparison
    from duizhao.search import Found

NOTES_SHOWN = 20
"""Of each kind of note and notice; an archive of 300,000 files has thousands, and `--report` has them all."""


class Terminal:
    """Says things: what is wrong on standard error, everything else on standard output."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        # What is said is text: a file may be called “[red]”, and line 100 is no emoji.
        plain = partial(Console, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._out = plain()
        self._err = plain(stderr=True)

    def say(self, text: str) -> None:
        """Say a line, unless nothing is to be said."""
        if not self._quiet:
            try:
                self._out.print(printable(text))
            except BrokenPipeError:
                self._nobody_listens()

    def _nobody_listens(self) -> None:
        """Go on in silence: who reads no further (`| head`) has not asked for the build to end."""
        self._quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    @contextmanager
    def watching(self) -> Iterator[Progress]:
        """Show how far a build is: bars on a terminal, a line for each step elsewhere."""
        if self._quiet:
            yield Quiet()
        elif self._out.is_terminal:
            with _bars(self._out) as bars:
                yield _Bars(bars)
        else:
            yield _Lines(self)

    def halted(self, halt: Halt, *, was_building: bool) -> None:
        """Say why nothing could be done."""
        self._problems(halt.problems)
        if was_building:
            self._err.print("nothing was published")

    def built(self, site: Site, report: Report) -> None:
        """Say what a build found, and what it made."""
        self._table(self._problems(chain(report.problems, notices_told(report.noted, site.content))))
        if not report.published:
            self._err.print(f"nothing was published: {report.refused} refused, and --strict was asked for")
            return
        articles = "1 article" if report.articles == 1 else f"{report.articles:,} articles"
        made = f", {report.made:,} made, {kept:,} unchanged" if (kept := report.articles - report.made) else ""
        refused = f", {report.refused:,} refused" if report.refused else ""
        seconds = sum(step.seconds for step in report.steps)
        self.say(
            f"{articles}{made}{refused}; {files_of(report.weights):,} files, {bytes_of(report.weights) / 1e6:,.1f} MB, "
            f"in {site.output} after {seconds:,.1f} s"
        )
        for line in summary(report.weights):
            self.say(line)

    def checked(self, site: Site, found: "Findings") -> None:
        """Say what a check found, and how near the site is to its host's limit."""
        told = notices_told(found.noted, site.content)
        self._table(self._problems(chain(found.problems, told, found.faults)))
        for line in table(found.weights):
            self.say(line)
        self.say(f"{site.output}: {len(found.faults):,} faults")

    def compared(self, place: str, found: "Comparison") -> None:
        """Say what differs between the ledger and what is published."""
        self._table(self._problems(found.faults))
        self.say(
            f"{place}: {found.listed:,} articles, {found.pinned:,} lines in the ledger, {len(found.faults):,} faults"
        )

    def found(self, found: "Found") -> None:
        """Show the articles that a search found, what was looked for in bold."""
        about = "" if found.is_exact else "about "
        self.say(f"{about}{found.candidates:,} {'article' if found.candidates == 1 else 'articles'}")
        for hit in found.hits:
            article = hit.article
            page = f" · page {article['page']}" if "page" in article else ""
            self.say(f"\n{article['date']}{page} · {article['url']}")
            self.say("  " + " — ".join(article["title"].values()))
            for one in hit.snippets:
                self._marked(("  ", False), *one.pieces)

    def _marked(self, *pieces: tuple[str, bool]) -> None:
        self._out.print(Text.assemble(*((printable(text), "bold" if is_hit else "") for text, is_hit in pieces)))

    def explained(self, explanations: Iterable["Explanation"], problems: Sequence[Problem]) -> None:
        """Show the beads of an article side by side, each with its scores and what spoke for it."""
        self._problems(problems)
        table = Table(show_lines=True)
        for name in ("passage", "original", "translation", "score", "length", "shared"):
            table.add_column(name, overflow="fold")
        for one in explanations:
            place = f"p{one.passage} {_score(one.passage_score, is_pinned=one.passage_is_pinned)}"
            score, length = _score(one.score, is_pinned=one.is_pinned), f"{one.found} of {one.expected}"
            table.add_row(place, one.zh, one.en, score, length, " ".join(one.shared))
        self._out.print(table, soft_wrap=False)

    def learned(self, site: Site, file: Path, lesson: "Lesson") -> None:
        """Say what was learned, and what is to be done with it."""
        learned = f"{lesson.words:,} words learned from {lesson.sentences:,} pairs of sentences"
        self.say(f"{learned}, {lesson.new:,} of them new in {file}")
        if not site.pairing.lexicon or site.pairing.lexicon.resolve() != file.resolve():
            self.say("they count for the pairing once “pairing.lexicon” in the settings names this file")

    def _problems(self, problems: Iterable[Problem]) -> Counter[str]:
        """Show problems as they come, of each kind of note and notice only the first few; returns how many there are.

        They may be as many as articles, so none is held.
        """
        shown: Counter[str] = Counter()
        for found in problems:
            shown[found.code] += 1
            is_note = found.severity is Severity.NOTES or found.code in OF_TRANSLATIONS
            if not is_note or shown[found.code] <= NOTES_SHOWN:
                self._err.print(printable(str(found)))
        return shown

    def _table(self, numbers: Counter[str]) -> None:
        """Show how many problems of each kind there are, the gravest first."""
        if not numbers:
            return
        table = Table("", "problem", "meaning", box=None, pad_edge=False, header_style="bold")
        table.columns[0].justify = "right"
        for severity in Severity:
            for code in (code for code in CODES if numbers[code] and CODES[code].severity is severity):
                table.add_row(f"{numbers[code]:,}", f"{code} ({severity})", CODES[code].meaning)
        self._err.print()
        self._err.print(table, soft_wrap=False)


def _score(score: float, *, is_pinned: bool) -> str:
    return "pinned" if is_pinned else f"{score:.2f}"


class _Bars:
    """Progress as bars with rate and time left."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def begin(self, step: str, total: int | None) -> None:
        """See `Progress.begin`."""
        if self._task is not None:
            self._bars.update(self._task, visible=False)
        self._task = self._bars.add_task(step, total=total)

    def advance(self, things: int) -> None:
        """See `Progress.advance`."""
        if self._task is not None:
            self._bars.advance(self._task, things)


class _Lines:
    """Progress as one line for each step, for logs."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def begin(self, step: str, total: int | None) -> None:
        """See `Progress.begin`."""
        self._terminal.say(step if total is None else f"{step}: {total:,}")

    def advance(self, things: int) -> None:
        """See `Progress.advance`: a log needs no more than the steps."""


class _Rate(ProgressColumn):
    """How many things a second; nothing while nobody can know."""

    def render(self, task: Task) -> Text:
        """See rich."""
        return Text(f"{task.speed:,.0f} a second" if task.speed else "")


def _bars(console: Console) -> Bars:
    columns = (TextColumn("{task.description:>10}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    return Bars(*columns, console=console, transient=True)
