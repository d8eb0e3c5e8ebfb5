"""Pages apart from articles and indexes: editorial ones, search, 404, and those at addresses without their article."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from duizhao import markup
from duizhao.editorial import editorial_pages
from duizhao.links import NOT_FOUND
from duizhao.model import Entry
from duizhao.permalinks import Addresses, Row
from duizhao.render import render
from duizhao.settings import Site
from duizhao.split import NO_JEKYLL, page_not_found, parts

SEARCH = "search.html"


def editorial_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each editorial page."""
    for page in editorial_pages(site)[0]:
        body = markup.document(page.text, site.languages)
        context = {"title": page.title, "body": body}
        yield page.permalink, render(site, "pages/editorial.html", page.permalink, **context)


def standing_files(site: Site, addresses: Addresses) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of search, 404 and what stands at addresses without their article.

    Each part of a split site has a 404 page and a `.nojekyll` of its own: it is published by itself.
    """
    yield from ((f"{part}/{NO_JEKYLL}", b"") for part in parts(site, addresses))
    for path in (NOT_FOUND, *map(page_not_found, parts(site, addresses))):
        yield path, render(site, "pages/not_found.html", path)
    yield SEARCH, render(site, "pages/search.html", SEARCH, elsewhere=_elsewhere(site))
    targets = {row.target for row in addresses.closed}
    entries = {card.permalink: card.entry for card in addresses.entries.cards if card.permalink in targets}
    for row in addresses.closed:
        yield row.permalink, _absent(site, row, "moved" if row.target else "gone", entry=entries.get(row.target))
    for row in addresses.withheld:
        yield row.permalink, _absent(site, row, "withheld")


def _elsewhere(site: Site) -> str:
    """Name the page of a public search engine that searches this site; none where the settings know of none."""
    return site.base_url and site.search.elsewhere.replace("{site}", quote(re.sub(r"^https?://|/$", "", site.base_url)))


def _absent(site: Site, row: Row, template: str, entry: Entry | None = None) -> bytes:
    return render(site, f"pages/{template}.html", row.permalink, row=row, entry=entry)
