"""Which paragraph or sentence a quote names: the one that begins so.

White space, punctuation, case and the width of signs are ignored. A whole text goes before one that only begins so; a
paragraph before a sentence inside one. A title and the lines below it that say it again are named together. Of texts
that begin alike, `[2]` behind the quote means the second.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.align import sentences
from duizhao.model import Block, Place, Span
from duizhao.problems import did_you_mean
from duizhao.text import Side, fold, squeeze

LONGEST_HINT: Final = 60
"""Characters of a quote that are compared with the beginnings of all texts, where it names none."""
LINES_SHOWN: Final = 5

_NUMBER = re.compile(r"(.*\S)\s*\[([1-9][0-9]{0,3})\]", re.DOTALL)
_NAMES: Final[dict[Side, str]] = {"zh": "original", "en": "translation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph or a sentence: where it is, its words, and the form in which they are compared."""

    place: Place
    line: int
    words: str
    form: str


class Texts:
    """The paragraphs and the sentences of one side.

    `spans` are all sentences, whose blocks count as in `Place`.
    """

    def __init__(self, blocks: Sequence[Block], side: Side) -> None:
        self.blocks = blocks
        self._side: Side = side
        self.spans = [
            Span(block=at, start=start, end=end)
            for at, block in enumerate(blocks)
            for start, end in sentences(block.text, side)
        ]
        self._paragraphs = [_text(Place(block=at), block, block.text) for at, block in enumerate(blocks)]
        self._sentences = [_sentence(blocks[span.block], span) for span in self.spans]
        self._first = {text.place.block: text.place for text in reversed(self._sentences)}
        self._head = [Place(block=at) for at, block in enumerate(blocks) if block.kind in {"title", "headline"}]
        self._inner = [text for text in self._sentences if text.place != self._first[text.place.block]]

    def named(self, quotes: Iterable[str]) -> tuple[list[Place], list[str]]:
        """Find what quotes name; say of each that names nothing, or several texts, that it does."""
        places: list[Place] = []
        faults: list[str] = []
        for quote in quotes:
            words, number = _numbered(quote)
            found = self._candidates(_form(words))
            if number:
                chosen = found[number - 1 : number]
            else:
                chosen = found if len(found) == 1 or all(text.place in self._head for text in found) else []
            places += [text.place for text in chosen]
            if not chosen:
                faults.append(self._fault(words, found))
        return places, faults

    def first_sentence(self, place: Place) -> Place:
        """Name the sentence with which a paragraph begins; a sentence stays what it is."""
        return place if place.start is not None else self._first.get(place.block, place)

    def follow(self, places: Sequence[Place]) -> bool:
        """Tell whether texts, all paragraphs or all sentences, follow each other."""
        order = {(span.block, span.start): at for at, span in enumerate(self.spans)}
        numbers = [place.block if place.start is None else order[place.block, place.start] for place in places]
        return numbers == list(range(numbers[0], numbers[0] + len(numbers)))

    def _candidates(self, form: str) -> list[Text]:
        """List the texts that a quote may mean, of the first sort that there are any of."""
        sorts = (
            [text for text in self._paragraphs if text.form == form],
            [text for text in self._sentences if text.form == form],
            [text for text in self._paragraphs if text.form.startswith(form)],
            [text for text in self._inner if text.form.startswith(form)],
        )
        return next(filter(None, sorts), []) if form else []

    def _fault(self, quote: str, found: Sequence[Text]) -> str:
        name = _NAMES[self._side]
        if not found:
            near = did_you_mean(quote[:LONGEST_HINT], self._beginnings(len(quote)))
            return f"“{quote}” begins no paragraph and no sentence of the {name}{near}"
        lines = ", ".join(str(text.line) for text in found[:LINES_SHOWN]) + (", …" if found[LINES_SHOWN:] else "")
        return f"“{quote}” begins {len(found)} texts of the {name}, in the lines {lines}"

    def _beginnings(self, length: int) -> Iterator[str]:
        """List the beginnings of all texts, about as long as a quote, up to the end of a word."""
        word_end = re.compile("[A-Za-z]*")
        for text in (*self._paragraphs, *self._sentences):
            rest = word_end.match(text.words, min(length, LONGEST_HINT))
            yield text.words[: rest.end() if rest else None]


def _numbered(quote: str) -> tuple[str, int]:
    """Part a quote from the number behind it that says which of several texts is meant; 0 where there is none."""
    found = _NUMBER.fullmatch(quote.strip())
    return (found[1], int(found[2])) if found else (quote, 0)


def _text(place: Place, block: Block, words: str) -> Text:
    return Text(place=place, line=block.line, words=words, form=_form(words))


def _sentence(block: Block, span: Span) -> Text:
    return _text(Place(block=span.block, start=span.start), block, block.text[span.start : span.end])


def _form(text: str) -> str:
    """Bring a text into the form in which texts are compared: of what is all punctuation, that is left."""
    return fold(text) or squeeze(text)
