"""What a reader should know of a translation: all checks of an article, in the order of its passages."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from duizhao.assess.accepted import open_notices
from duizhao.assess.attribution import attribution
from duizhao.assess.figures import figures
from duizhao.assess.lacking import lacking
from duizhao.assess.wording import wording
from duizhao.codes import NOTICES
from duizhao.model import Article, Notice, Passage

CHECKS: Final[tuple[Callable[[Article, Sequence[Passage]], Iterator[Notice]], ...]] = (
    attribution,
    wording,
    lacking,
    figures,
)

_OF_CREDITS: Final = frozenset({"credit-lost", "credit-differs"})
_OF_FIGURES: Final = frozenset({"text-number", "text-date"})


def notices(article: Article, passages: Sequence[Passage], left_out: Collection[str] = ()) -> tuple[Notice, ...]:
    """Check an article's translation against its original. `left_out`: kinds that are not wanted.

    Precise rather than many: what is not sure is not said, nor what an editor has accepted. Those of the article as a
    whole come first.
    """
    every = _told_once(chain(article.notices, *(check(article, passages) for check in CHECKS)))
    found = open_notices(article, passages, every)
    return tuple(sorted((notice for notice in found if notice.code not in left_out), key=_place))


def _told_once(found: Iterable[Notice]) -> Iterator[Notice]:
    """Leave out what a credit that is lost or changed says, too: that its passage is not translated, and its date."""
    found = tuple(found)
    credits_told = [notice for notice in found if notice.code in _OF_CREDITS]
    return (notice for notice in found if not any(_is_told(notice, credit) for credit in credits_told))


def _is_told(notice: Notice, credit: Notice) -> bool:
    if notice.passage != credit.passage:
        return False
    if notice.code == "text-untranslated":
        return credit.code == "credit-lost"
    return notice.code in _OF_FIGURES and bool(notice.zh) and notice.zh in credit.zh


def _place(notice: Notice) -> tuple[int, int, int]:
    return notice.passage, notice.sentence, NOTICES.index(notice.code)
