"""What a style prints of an article in one language, and what comes of it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from duizhao.cite.names import Name

NEWSPAPER: Final = "\0"
"""Stands for the newspaper's name while a citation is put together; no text holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation: what stands before the name of the newspaper, the name where it is in italics, and the rest."""

    before: str
    italic: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The citation without italics."""
        return self.before + self.italic + self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A version of an article as a style prints it. `date`, `page`, `address` and `kind`: as in the record.

    The newspaper's name is in two parts, `italic` and `upright`, which follows it with its space: Chinese is never in
    italics.
    `is_han`: names stand as in Chinese, with the family name first and no comma behind it.
    """

    authors: tuple[Name, ...]
    title: str
    italic: str
    upright: str
    column: str
    translator: Name | None
    kind: str
    is_han: bool
    date: date
    page: int | None
    address: str

    @property
    def newspaper(self) -> str:
        """The sign that stands for the newspaper's name; empty, where it has none."""
        return NEWSPAPER if self.italic or self.upright else ""

    def cited(self, text: str) -> Cited:
        """Put the newspaper's name in the place of its sign."""
        before, _, after = text.partition(NEWSPAPER)
        if not self.italic:
            return Cited(before=before + self.upright + after)
        return Cited(before=before, italic=self.italic, after=self.upright + after)


def row(*parts: object, between: str = ", ") -> str:
    """Join what there is."""
    return between.join(str(part) for part in parts if part)
