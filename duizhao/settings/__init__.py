"""The settings of a site: site.yaml, read once into frozen records. The only home of pydantic.

`Site`, in `records`, is the one description of every key; the reference is tested against it. `kinds` says what a value
may be, and `reading` names every fault with its line.
"""

from duizhao.settings.kinds import Dictionary, ExportFormat, Feed, File, Style, address
from duizhao.settings.reading import absolute, read_site, site_of
from duizhao.settings.records import (
    Citation,
    Colours,
    Data,
    Languages,
    Notices,
    OldAddresses,
    Pairing,
    Publication,
    Search,
    Site,
    Translation,
    keys,
)

__all__ = [
    "Citation",
    "Colours",
    "Data",
    "Dictionary",
    "ExportFormat",
    "Feed",
    "File",
    "Languages",
    "Notices",
    "OldAddresses",
    "Pairing",
    "Publication",
    "Search",
    "Site",
    "Style",
    "Translation",
    "absolute",
    "address",
    "keys",
    "read_site",
    "site_of",
]
