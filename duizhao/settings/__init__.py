"""The settings of a site: site.yaml, read once into frozen records. The only home of pydantic.

`Site`, in `records`, is the one description of every key; the reference is tested against it. `kinds` says what a value
may be, and `reading` names every fault with its line.
"""

from duizhao.settings.kinds import Dictionary, address
from duizhao.settings.reading import absolute, read_site, site_of
from duizhao.settings.records import Colours, Languages, Notices, Pairing, Publication, Site, Translation, keys

__all__ = [
    "Colours",
    "Dictionary",
    "Languages",
    "Notices",
    "Pairing",
    "Publication",
    "Site",
    "Translation",
    "absolute",
    "address",
    "keys",
    "read_site",
    "site_of",
]
