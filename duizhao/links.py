"""From one page of a site to another, and the one address that a page has in the world."""

from functools import lru_cache
from urllib.parse import quote, urlsplit

from duizhao.settings import Site

NOT_FOUND = "404.html"
"""The page that a host shows at addresses of any depth: that of the site, and those of its parts where it is split."""


def root(site: Site, here: str) -> str:
    """Return the way from the page at `here` to the site's root.

    The 404 page does not know how deep the address is at which it is shown, so its links start from the host's root;
    without a base_url nobody knows where on its host the site stands, and they stay relative.
    """
    if here.rpartition("/")[2] == NOT_FOUND and site.base_url:
        return quote(urlsplit(site.base_url).path, safe="/%:@!$&+,;~")
    return "../" * here.count("/") or "./"


def relative(path: str, here: str) -> str:
    """Lead from the page at `here` to a path below the site's root, the shortest way."""
    *folders, name = path.split("/")
    base = _folders(here)
    apart = (at for at, (one, other) in enumerate(zip(folders, base, strict=False)) if one != other)
    shared = next(apart, min(len(folders), len(base)))
    return "../" * (len(base) - shared) + "/".join([*folders[shared:], name])


@lru_cache(maxsize=1)
def _folders(here: str) -> tuple[str, ...]:
    """Take the folders of a path; a page asks for its own again and again."""
    return tuple(here.split("/")[:-1])


def canonical(base_url: str, path: str) -> str:
    """Give a page of the site its one address: `index.html` is left out, and what is not ASCII is percent-encoded."""
    folder, slash, name = path.rpartition("/")
    return base_url + quote(folder + slash if name == "index.html" else path)
