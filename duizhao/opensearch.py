"""The site as a search engine that browsers can take in: https://github.com/dewitt/opensearch."""

from collections.abc import Iterator
from html import escape

from duizhao.settings import Site

OPENSEARCH = "opensearch.xml"

_LONGEST_NAME = 16
"""Characters that the specification allows in a short name."""


def opensearch_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the description; none where the site has no address, which it would have to name."""
    if not site.base_url:
        return
    title = site.title.zh or site.title.en or ""
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(title[:_LONGEST_NAME])}</ShortName>",
        f"<Description>{escape(site.title.en or title)}</Description>",
        f'<Url type="text/html" template="{escape(site.base_url)}search.html?q={{searchTerms}}"/>',
        "<InputEncoding>UTF-8</InputEncoding>",
        "</OpenSearchDescription>",
    )
    yield OPENSEARCH, "".join(f"{line}\n" for line in lines).encode()
