"""The file of an article: header, translation, apparatus, separator, Chinese head, original.

It differs from article to article in what differs between the files of real archives: keys, blank lines, indents,
whether the headline stands in the text again, white space at the ends of lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bench.invented.dice import Dice
from bench.invented.issues import SECTIONS, Place
from bench.invented.names import person
from bench.invented.numerals import Said
from bench.invented.prose import Pair

_COLUMNS: Final = ("社论", "读者来信", "国际札记", "工作研究", "文化简讯")
_INDENTS: Final = ("    ", "    ", "    ", "　　", "\t")
_LINES_OF_STANZA: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What a file holds besides its texts. `headline`: its parts; `names`: those that may be explained."""

    dice: Dice
    place: Place
    headline: Sequence[Said]
    names: Sequence[Said]
    is_verse: bool

    def lines(self, pairs: Sequence[Pair]) -> Iterator[str]:
        """Give the lines of the file."""
        title = " — ".join(en for _, en in self.headline)
        author = person(self.dice) if self.dice.chance(0.5) else ("", "")
        again = [title] if self.dice.chance(0.6) else []
        again_zh = [zh for zh, _ in self.headline] if self.dice.chance(0.7) else []
        yield from self._header(title, author[1])
        yield from self._body((line for pair in pairs for line in pair.en), again)
        yield from self._apparatus()
        yield from ("", "<hr /> ", "Original: ", "")
        yield from self._head(author[0])
        yield from self._body((line for pair in pairs for line in pair.zh), again_zh)

    def _header(self, title: str, author: str) -> Iterator[str]:
        gap = [""] if self.dice.chance(0.3) else []
        yield f"Title: {title}"
        yield from gap
        yield f"Author: {author}"
        yield f"Date: {self.place.day.isoformat()}"
        yield f"{'Edition' if self.dice.chance(0.2) else 'Page'}: {self.place.page}"
        if self.dice.chance(0.85):
            yield ""

    def _head(self, author: str) -> Iterator[str]:
        section = SECTIONS[self.place.page - 1] if self.dice.chance(0.5) else ""
        yield f"### {'　'.join(zh for zh, _ in self.headline)}"
        yield author
        yield self.place.day.isoformat()
        yield f"第{self.place.page}版({section})"
        yield f"专栏：{self.dice.pick(_COLUMNS) if self.dice.chance(0.12) else ''}"
        yield ""

    def _body(self, lines: Iterable[str], headline: Iterable[str]) -> Iterator[str]:
        indent, is_open = self.dice.pick(_INDENTS), self.dice.chance(0.2)
        yield from (f"{indent}{part}" for part in headline)
        for number, line in enumerate(lines):
            if is_open or (self.is_verse and number % _LINES_OF_STANZA == 0):
                yield "　" if self.is_verse else ""
            yield f"{indent}{line}"

    def _apparatus(self) -> Iterator[str]:
        if self.dice.chance(0.2):
            yield from ("", "**Named Entities**", "")
            yield from (f"{zh}    {en}" for zh, en in dict.fromkeys(self.names))
