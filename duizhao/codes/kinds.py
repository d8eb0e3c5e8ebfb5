"""What a kind of problem is."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem costs."""

    STOPS = "stops"
    """Nothing is published; exit 2."""
    REFUSES = "refuses"
    """This source is left out, all others are built; exit 1."""
    WARNS = "warns"
    """Published, but its editor should look."""
    NOTES = "notes"
    """Published; worth knowing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of problem. `mend` may hold `{}`-fields that the place that finds it fills."""

    severity: Severity
    meaning: str
    mend: str


def table(severity: Severity, rows: dict[str, tuple[str, str]]) -> dict[str, Code]:
    """Make codes of one severity from their names, meanings and mends."""
    return {name: Code(severity=severity, meaning=meaning, mend=mend) for name, (meaning, mend) in rows.items()}
