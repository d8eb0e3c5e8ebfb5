"""From sorted runs to the terms of a part of them, each with all its postings."""

from collections.abc import Iterator, Sequence

from duizhao.search.article_terms import LEVELS
from duizhao.search.runs import ABOVE, FIRST, Part, lines
from duizhao.search.signs import written


def merge(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the terms of a part in order, and write the postings of each."""
    return ((term, written(listed)) for term, listed in joined(part))


def joined(part: Part) -> Iterator[tuple[str, list[int]]]:
    """Yield the terms of a part in order, each with its postings in all runs.

    Segments are joined behind a mark for the run that they are of, and read once all are there: a list for each term
    would be several times as large.
    """
    bases = [LEVELS * of.first - FIRST for of in part.slices]
    for piece in range(part.pieces):
        texts: dict[str, str] = {}
        for place, of in enumerate(part.slices):
            mark = chr(ABOVE + place)
            for term, segment in lines(part, of, piece):
                texts[term] = f"{texts.get(term, '')}{mark}{segment}"
        for term in sorted(texts):
            yield term, _postings(texts[term], bases)


def _postings(text: str, bases: Sequence[int]) -> list[int]:
    found, base = [], 0
    for sign in map(ord, text):
        if sign >= ABOVE:
            base = bases[sign - ABOVE]
        else:
            found.append(base + sign)
    return found
