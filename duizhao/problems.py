"""What is wrong with a source, the settings, the ledger or the output: one record for all of it.

A problem is data until the command line prints it. Its code says how grave it is and how it is mended, so that
message, report and reference never disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from duizhao.codes import CODES, Severity

LONGEST_MESSAGE: Final = 300
"""Characters: a message quotes what it found, and that may be a megabyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding: where (a path as the user knows it; line 0: the file as a whole), what, and how to mend it."""

    path: str
    line: int
    code: str
    message: str
    mend: str

    @property
    def severity(self) -> Severity:
        """What the problem costs, from the table of codes."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.code}: {self.message}\n    mend: {self.mend}"


class Halt(Exception):  # noqa: N818 - it is a decision to stop, whose causes are data
    """Nothing can be published; carries the problems that say why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["Halt"], tuple[tuple[Problem, ...]]]:
        """Cross from a worker to the process that waits for it."""
        return (Halt, (self.problems,))


def problem(path: str, line: int, code: str, message: str, **fields: object) -> Problem:
    """Make a problem whose mend comes from the table of codes, its fields filled; a message too long is cut."""
    brief = message if len(message) <= LONGEST_MESSAGE else message[: LONGEST_MESSAGE - 1] + "…"
    return Problem(path=path, line=line, code=code, message=brief, mend=CODES[code].mend.format(**fields))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ` (did you mean “…”?)` for the nearest known word, or nothing."""
    near = get_close_matches(word, list(known), n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems as a reader wants them, and drop repetitions."""
    return sorted(set(problems), key=lambda p: (p.path, p.line, p.code, p.message))
