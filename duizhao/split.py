"""A site in several repositories: each year's folder is one of its own, all the rest is one more.

GitHub serves the repository `1954` of an organisation at `/1954/`, beside that of its root, and each may have as many
bytes as a whole site. So a site is split where it stands: addresses, and links from page to page, stay as they are.
"""

import re
from typing import TYPE_CHECKING, Final

from duizhao.links import NOT_FOUND
from duizhao.settings import Site

if TYPE_CHECKING:  # a build that finds nothing changed should not wait for what it loads
    from duizhao.permalinks import Addresses

ROOT_PART: Final = ""
"""The part that holds what belongs to no year."""

NO_JEKYLL: Final = ".nojekyll"
"""An empty file of this name has GitHub serve all others as they are."""

_YEAR = re.compile(r"(\d{4})/")


def part_of(path: str) -> str:
    """Say which part of a split site a path below its root belongs to: `1954`, or the one of the root."""
    found = _YEAR.match(path)
    return found[1] if found else ROOT_PART


def parts(site: Site, addresses: "Addresses") -> tuple[str, ...]:
    """List the parts of a site beside that of its root: none where it is not split."""
    if site.split == "none":
        return ()
    # An article that was re-dated stands in the issue of its new year, at the address of the old one.
    years = {f"{card.day.year:04d}" for card in addresses.entries.cards}
    return tuple(sorted(years | {part_of(one.permalink) for one in addresses.pinned}))


def page_not_found(part: str) -> str:
    """Name the page that a host shows for a part where it finds nothing."""
    return f"{part}/{NOT_FOUND}" if part else NOT_FOUND
