"""What an editor has looked at and found right: the article's corrections accept it, and it is said no more."""

from collections.abc import Iterable, Iterator, Sequence

from duizhao.model import Article, Notice, Passage, Place, Placed, Span
from duizhao.problems import Problem


def open_problems(article: Article, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out the problems of kinds that are accepted in the whole article."""
    accepted = {row.notice for row in article.corrections.accepted if _is_everywhere(row)}
    return (found for found in problems if found.code not in accepted)


def open_notices(article: Article, passages: Sequence[Passage], notices: Iterable[Notice]) -> Iterator[Notice]:
    """Leave out the notices that are accepted: in the whole article, or of a text that a row names."""
    for notice in notices:
        rows = [row for row in article.corrections.accepted if row.notice == notice.code]
        if not any(_is_everywhere(row) or _is_there(row, notice, passages) for row in rows):
            yield notice


def _is_everywhere(row: Placed) -> bool:
    return not (row.zh or row.en)


def _is_there(row: Placed, notice: Notice, passages: Sequence[Passage]) -> bool:
    """Tell whether a row names a text of the passage, or of the sentences, that a notice is of."""
    if not notice.passage:
        return False
    before, passage = passages[: notice.passage - 1], passages[notice.passage - 1]
    bead = passage.beads[notice.sentence - 1] if notice.sentence else None
    zh = range(sum(len(one.zh) for one in before), sum(len(one.zh) for one in (*before, passage)))
    en = range(sum(len(one.en) for one in before), sum(len(one.en) for one in (*before, passage)))
    return _names(row.zh, zh, bead.zh if bead else None) or _names(row.en, en, bead.en if bead else None)


def _names(places: Iterable[Place], blocks: range, spans: Sequence[Span] | None) -> bool:
    """Tell whether a place is among some blocks; where `spans` are given, whether it is one of these or its block."""
    if spans is None:
        return any(place.block in blocks for place in places)
    here = {(blocks[span.block], start) for span in spans for start in (None, span.start)}
    return any((place.block, place.start) in here for place in places)
