"""What search engines and hosts are told: the sitemap, robots.txt, and that the host is to serve files as they are.

No address carries the time of its last change: the builder knows no clock, and a time that each build changes would
have every page fetched again. Limits and shape: https://www.sitemaps.org/protocol.html
"""

import gzip
from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from itertools import chain, groupby

from duizhao.links import canonical
from duizhao.settings import Site
from duizhao.split import NO_JEKYLL

LARGEST = 50_000
"""Addresses that the protocol allows in one file."""

MOST_BYTES = 50_000_000
"""Bytes of addresses in one file: the protocol allows it 52,428,800 in all."""

SITEMAP = "sitemap.xml"

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{1}</{0}>\n'


def sitemap_files(paths: Iterable[str], site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the sitemap for the pages among `paths`, of `robots.txt` and of `.nojekyll`.

    Without a base_url there is no sitemap: it names whole addresses. `robots.txt` lets everyone read everything;
    `.nojekyll`, which is empty, has GitHub serve the files as they are.
    """
    has_sitemap = bool(site.base_url) and site.sitemap
    if has_sitemap:
        yield from _sitemap(paths, site)
    sitemap = f"\nSitemap: {canonical(site.base_url, SITEMAP)}\n" if has_sitemap else ""
    yield "robots.txt", f"User-agent: *\nAllow: /\n{sitemap}".encode()
    yield NO_JEKYLL, b""


def _sitemap(paths: Iterable[str], site: Site) -> Iterator[tuple[str, bytes]]:
    """Make one file, or above the limit one that lists `sitemap-1.xml.gz`, `sitemap-2.xml.gz` and so on."""
    pages = sorted(path for path in paths if path.endswith(".html"))
    parts = _parts((path for path, _ in groupby(pages)), site)
    first, second = next(parts, []), next(parts, [])
    if not second:
        yield SITEMAP, _document("urlset", _rows("url", first, site))
        return
    names = []
    for number, part in enumerate(chain((first, second), parts), start=1):
        names.append(f"sitemap-{number}.xml.gz")
        yield names[-1], gzip.compress(_document("urlset", _rows("url", part, site)), mtime=0)
    yield SITEMAP, _document("sitemapindex", _rows("sitemap", names, site))


def _rows(element: str, paths: Iterable[str], site: Site) -> Iterator[str]:
    return (f"<{element}><loc>{escape(canonical(site.base_url, path))}</loc></{element}>\n" for path in paths)


def _parts(paths: Iterable[str], site: Site) -> Iterator[list[str]]:
    """Cut paths into as few parts as the protocol allows; their rows, which are longer, are ASCII."""
    part: list[str] = []
    size = 0
    for path in paths:
        (row,) = _rows("url", [path], site)
        if len(part) == LARGEST or size + len(row) > MOST_BYTES:
            yield part
            part, size = [], 0
        part.append(path)
        size += len(row)
    if part:
        yield part


def _document(root: str, rows: Iterable[str]) -> bytes:
    """Write a file row by row: the rows of fifty thousand pages are several times as large as what they make."""
    head, tail = _XML.split("{1}")
    document = BytesIO()
    document.write(head.format(root).encode())
    document.writelines(row.encode() for row in rows)
    document.write(tail.format(root).encode())
    return document.getvalue()
