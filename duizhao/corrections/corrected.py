"""An article with its corrections: each found in its texts and agreeing with the others, or named as a problem."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from duizhao.align import sides
from duizhao.corrections.clashes import Agreed, Kind, gathered
from duizhao.corrections.quotes import Texts
from duizhao.model import Article, Correction, CorrectionKind, Place, Placed
from duizhao.problems import Problem, problem

_KINDS: Final[dict[CorrectionKind, Kind]] = {"pair": "pairs", "part": "parted", "alone": "alone", "accept": "accepted"}


def corrected(article: Article, beside: Iterable[Correction | Problem]) -> Article:
    """Find the places of an article's corrections.

    Args:
        article: As `parse_article` gives it.
        beside: What the file of its corrections says, and what is wrong with it. The front matter's come before these.

    Returns:
        The article with the corrections that can be used, and the problems of the others.
    """
    written = (*article.written, *beside)
    if not written:
        return article
    original, translation = sides(article)
    zh, en = Texts(original, "zh"), Texts(translation, "en")
    agreed = Agreed(zh, en, article.source)
    found = [one if isinstance(one, Problem) else _added(one, zh, en, agreed) for one in written]
    problems = (one for one in found if one)
    return replace(article, corrections=gathered(agreed.rows), problems=(*article.problems, *problems))


def _added(correction: Correction, zh: Texts, en: Texts, agreed: Agreed) -> Problem | None:
    """Add a correction to those that are used; where it cannot be, say why."""
    row = _placed(correction, zh, en)
    if isinstance(row, str):
        return problem(correction.path, correction.line, "corrections-quote", row)
    objection = _scattered(correction, row, zh, en) or agreed.objection((_KINDS[correction.kind], row))
    if objection:
        return problem(correction.path, correction.line, "corrections-clash", objection)
    agreed.rows.append((_KINDS[correction.kind], row))
    return None


def _placed(correction: Correction, zh: Texts, en: Texts) -> Placed | str:
    """Find all texts of a correction, or say which are not found. If one is a sentence, paragraphs mean their first."""
    (originals, odd), (translations, odd_too) = zh.named(correction.zh), en.named(correction.en)
    if odd or odd_too:
        return "; ".join((*odd, *odd_too))
    if any(place.start is not None for place in (*originals, *translations)):
        originals = list(map(zh.first_sentence, originals))
        translations = list(map(en.first_sentence, translations))
    return Placed(
        path=correction.path,
        line=correction.line,
        zh=_ordered(originals),
        en=_ordered(translations),
        notice=correction.notice,
    )


def _ordered(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(set(places), key=lambda place: (place.block, place.start or 0)))


def _scattered(correction: Correction, row: Placed, zh: Texts, en: Texts) -> str | None:
    """Say where the texts of a pair do not follow each other."""
    if correction.kind != "pair" or (zh.follow(row.zh) and en.follow(row.en)):
        return None
    return "the texts that are to be one do not follow each other"
