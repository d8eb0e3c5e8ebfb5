"""The citations that stand on the page of an article, where they can be read and copied without scripts."""

from dataclasses import dataclass

from duizhao.cite.record import record_of, romanise
from duizhao.cite.styles import IN_CHINESE, ROMANISING, STYLES, cite
from duizhao.cite.work import Cited
from duizhao.model import Entry
from duizhao.settings import Site, Style
from duizhao.text import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class InStyle:
    """A citation in one style. `side`: the language that the style writes in."""

    style: Style
    side: Side
    said: Cited


def cited(site: Site, entry: Entry) -> tuple[tuple[str, tuple[InStyle, ...]], ...]:
    """Cite an article: each text that it has, `original` or `translation`, in every style that its page is to show."""
    record, styles = record_of(site, entry), styles_of(site)
    latin = romanise(record, site) if ROMANISING.intersection(styles) else None
    texts = (("original", record.original), ("translation", record.translation))
    return tuple(
        (name, tuple(_in_style(style, cite(style, record, version, latin)) for style in styles))
        for name, version in texts
        if version
    )


def styles_of(site: Site) -> tuple[Style, ...]:
    """List the styles that an article's page shows, the site's own first."""
    own = site.citation.style
    others = STYLES if site.citation.on_page == "all" else ()
    return (own, *(style for style in others if style != own))


def _in_style(style: Style, said: Cited) -> InStyle:
    return InStyle(style=style, side="zh" if style in IN_CHINESE else "en", said=said)
