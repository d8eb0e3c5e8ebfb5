"""From sorted runs to the terms of a part of them, each with all its postings."""

from collections.abc import Iterator, Sequence

from duizhao.search.article_terms import LEVELS
from duizhao.search.runs import ABOVE, FIRST, Part, lines
from duizhao.search.signs import written


def merge(part: Part) -> dict[str, str]:
    """Write the postings of each term of a part."""
    return {term: written(listed) for term, listed in joined(part)}


def joined(part: Part) -> Iterator[tuple[str, list[int]]]:
    """Yield the terms of a part in any order, each with its postings in all runs.

    Segments are joined behind a mark for the run that they are of, and read once all are there: a list for each term
    would be several times as large.
    """
    texts: dict[str, str] = {}
    for place, piece in enumerate(part.slices):
        mark = chr(ABOVE + place)
        for term, segment in lines(part, piece):
            texts[term] = f"{texts.get(term, '')}{mark}{segment}"
    bases = [LEVELS * piece.first - FIRST for piece in part.slices]
    while texts:  # what has been read is let go of, since what is made of it takes as much
        term, text = texts.popitem()
        yield term, _postings(text, bases)


def _postings(text: str, bases: Sequence[int]) -> list[int]:
    found, base = [], 0
    for sign in map(ord, text):
        if sign >= ABOVE:
            base = bases[sign - ABOVE]
        else:
            found.append(base + sign)
    return found
