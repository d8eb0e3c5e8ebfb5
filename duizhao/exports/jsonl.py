"""Everything that is known of an article as one line of JSON. `docs/data.schema.json` describes it.

What is not known is left out, never null. Texts are those of the source, line by line; a sentence is the number of its
paragraph, from 0, and the characters (Unicode code points) where it begins and ends.
"""

import json
from collections.abc import Iterable

from duizhao.article_page import ArticleWork
from duizhao.imprint import translation_notice
from duizhao.links import canonical
from duizhao.model import Apparatus, Bead, Bilingual, Notice, Passage, Span
from duizhao.settings import Site


def json_line(site: Site, work: ArticleWork) -> str:
    """Write an article as a line."""
    article, entry = work.article, work.entry
    notice = site.translation
    record = _known(
        permalink=entry.permalink,
        url=canonical(site.base_url, entry.permalink) if site.base_url else "",
        date=entry.date.isoformat(),
        page=entry.page,
        section=entry.section,
        column=_both(entry.column),
        author=_both(entry.author),
        headline=_both(entry.headline),
        former_headlines=list(work.former),
        languages={"zh": site.languages.original, "en": site.languages.translation},
        source=entry.source,
    )
    record["translation"] = {"machine": notice.machine, "checked": notice.checked} | _known(
        notice=_both(translation_notice(site))
    )
    record["passages"] = [_passage(passage) for passage in work.passages]
    record |= _known(apparatus=[_apparatus(part) for part in article.apparatus], notices=list(_notices(work.notices)))
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def _passage(passage: Passage) -> dict[str, object]:
    zh, en = ([block.text for block in side] for side in (passage.zh, passage.en))
    texts = _known(zh=zh, en=en, also=list(passage.also), sentences=[_bead(bead) for bead in passage.beads])
    return {"number": passage.number, "score": round(passage.score, 3)} | texts


def _bead(bead: Bead) -> dict[str, object]:
    return {"score": round(bead.score, 3)} | _known(zh=_spans(bead.zh), en=_spans(bead.en))


def _spans(spans: Iterable[Span]) -> list[tuple[int, int, int]]:
    return [(span.block, span.start, span.end) for span in spans]


def _apparatus(part: Apparatus) -> dict[str, object]:
    terms = [_known(term=row.term, gloss=row.gloss, group=row.group) for row in part.terms]
    return {"kind": part.kind, "heading": part.heading} | _known(
        terms=terms, text=[block.text for block in part.blocks]
    )


def _notices(notices: Iterable[Notice]) -> Iterable[dict[str, object]]:
    for one in notices:
        place = _known(passage=one.passage, sentence=one.sentence)
        yield {"kind": one.code} | place | _known(zh=one.zh, en=one.en)


def _both(text: Bilingual[str]) -> dict[str, object]:
    return _known(zh=text.zh, en=text.en)


def _known(**values: object) -> dict[str, object]:
    """Keep what there is."""
    return {name: value for name, value in values.items() if value}
