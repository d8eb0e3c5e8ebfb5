"""Articles as TEI P5: a corpus a year, in which each article has two texts whose divisions and sentences correspond.

https://tei-c.org/guidelines/p5/: a `div` is a passage and an `s` a sentence; `corresp` names what says the same in the
other language. Divisions keep the numbers that the passages have on the site.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from duizhao.article_page import ArticleWork
from duizhao.exports.tei_header import corpus_header, header
from duizhao.model import Apparatus, Bead, Block, Passage, Span
from duizhao.settings import Site
from duizhao.text import Side, printable

_HEADS = frozenset({"title", "headline"})


def corpus_start(site: Site) -> str:
    """Begin a corpus: who made it, and what its translations are."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n{corpus_header(site)}'
    )


def corpus_end(_: Site) -> str:
    """End a corpus."""
    return "</teiCorpus>\n"


def tei_article(site: Site, work: ArticleWork) -> str:
    """Write an article. Names in it begin with that of the article, for they have to be unique in the corpus."""
    name = "a" + work.entry.permalink.removesuffix(".html").replace("/", ".")
    zh = _text(name, "zh", site.languages.original, work.passages, "")
    apparatus = "".join(_apparatus(part) for part in work.article.apparatus)
    en = _text(name, "en", site.languages.translation, work.passages, apparatus)
    texts = f"<text><group>\n{zh}{en}</group></text>\n" if zh and en else zh or en
    return f'<TEI xml:id="{name}">\n{header(site, work, name)}{texts}</TEI>\n'


def _text(name: str, side: Side, language: str, passages: Sequence[Passage], below: str) -> str:
    """Write the text of a side; nothing where there is none."""
    divisions = "".join(_division(name, side, passage) for passage in passages if _blocks(passage, side))
    kind = "original" if side == "zh" else "translation"
    if not divisions and not below:
        return ""
    return f'<text type="{kind}" xml:lang="{escape(language)}"><body>\n{divisions}{below}</body></text>\n'


def _blocks(passage: Passage, side: Side) -> Sequence[Block]:
    return passage.zh if side == "zh" else passage.en


def _division(name: str, side: Side, passage: Passage) -> str:
    other: Side = "en" if side == "zh" else "zh"
    number = f"p{passage.number}"
    partner = f' corresp="#{name}.{other}.{number}"' if _blocks(passage, other) else ""
    blocks = _blocks(passage, side)
    heads = next((n for n, block in enumerate(blocks) if block.kind not in _HEADS), len(blocks))
    rows = (
        _element("head" if n < heads else "p", _sentences(f"{name}.{{}}.{number}s{{}}", side, passage, n))
        for n in range(len(blocks))
    )
    return f'<div type="passage" n="{passage.number}" xml:id="{name}.{side}.{number}"{partner}>{"".join(rows)}</div>\n'


def _element(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>"


def _sentences(form: str, side: Side, passage: Passage, block: int) -> str:
    """Write a paragraph with its sentences. `form`: of their names, with places for the side and the number."""
    text = _blocks(passage, side)[block].text
    written, done = "", 0
    for span, name, partners in _spans(form, side, passage.beads):
        if span.block == block and span.start >= done:
            corresp = f' corresp="{partners}"' if partners else ""
            written += _escaped(text[done : span.start])
            written += f'<s xml:id="{name}"{corresp}>{_escaped(text[span.start : span.end])}</s>'
            done = span.end
    return written + _escaped(text[done:])


def _spans(form: str, side: Side, beads: Sequence[Bead]) -> Iterator[tuple[Span, str, str]]:
    """Yield the sentences of a side, each with its name and those of its partners."""
    own: Callable[[Bead], Sequence[Span]] = (lambda bead: bead.zh) if side == "zh" else (lambda bead: bead.en)
    other: Side = "en" if side == "zh" else "zh"
    for number, bead in enumerate(beads, 1):
        partners = bead.en if side == "zh" else bead.zh
        named = " ".join(f"#{_name(form, other, number, n)}" for n in range(len(partners)))
        yield from ((span, _name(form, side, number, n), named) for n, span in enumerate(own(bead)))


def _name(form: str, side: Side, bead: int, place: int) -> str:
    """Name a sentence by its bead; of several in one, all but the first by their place, too."""
    return form.format(side, bead) + (f".{place + 1}" if place else "")


def _apparatus(part: Apparatus) -> str:
    rows = "".join(_element("p", _escaped(f"{row.term}{row.mark or ' '}{row.gloss}")) for row in part.terms)
    texts = "".join(_element("p", _escaped(block.text)) for block in part.blocks)
    return f'<div type="{part.kind}"><head>{_escaped(part.heading)}</head>{texts}{rows}</div>\n'


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False)
