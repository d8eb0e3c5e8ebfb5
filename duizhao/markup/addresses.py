"""Which addresses a link may have: by these rules links are written, and others noted."""

import re
from html import unescape

# No white space, control, quote or angle bracket, and no backslash, which browsers read as a slash.
_SIGNS = r"[^\s\x00-\x20\x7f<>\"'`\\]"
_ABROAD = re.compile(rf"(?:https?://|mailto:){_SIGNS}+", re.IGNORECASE)
# Below the site: no scheme (a colon before any slash), and not `//host`.
_WITHIN = re.compile(rf"(?!//)(?![^/?#]*:){_SIGNS}+")


def is_abroad(address: str) -> bool:
    """Tell whether it is an http, https or mailto address."""
    return _ABROAD.fullmatch(address) is not None


def is_within(address: str) -> bool:
    """Tell whether it is an address relative to the page."""
    return _WITHIN.fullmatch(address) is not None


def is_linked(address: str, *, relative: bool) -> bool:
    """Tell whether words become a link to an address. `relative`: addresses within the site will do, too."""
    return is_abroad(address) or (relative and is_within(address))


def resolved(address: str) -> str:
    """Resolve character references, behind which a scheme may hide: `java&#115;cript:`."""
    return unescape(address)
