"""What an editor should know of a text's marks: HTML and links that are shown as they are written."""

import re
from typing import Final, Literal, TypeAlias

from duizhao.markup.addresses import is_linked, resolved
from duizhao.markup.patterns import LINK

Reading: TypeAlias = Literal["plain", "translation", "document"]
"""How a text becomes HTML: escaped, by `markup.translation` or by `markup.document`."""

_ANY = re.compile(r"[<&]|\]\(")
_HTML = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--|<[!?][A-Za-z]|&(?:[A-Za-z]{2,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_LINK = re.compile(rf"{LINK}|<([a-z][a-z0-9+.-]{{1,30}}:[^\s<>]{{0,2000}})>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,30}:|[^\s<>@]{1,64}@)[^<>]*>")
_SHOWN: Final = 60


def oddities(text: str, reading: Reading) -> tuple[tuple[str, str], ...]:
    """List pairs of a problem's code, `html-escaped` or `link-unsafe`, and what was found, once each, as it stands.

    Plain text has no links, a document also such as lead to other pages of the site.
    """
    if not _ANY.search(text):
        return ()
    found = [("html-escaped", tag[0]) for tag in _HTML.finditer(text) if not _AUTOLINK.fullmatch(tag[0])]
    if reading != "plain":
        found += [("link-unsafe", link[0]) for link in _LINK.finditer(text) if not _is_written(link, reading)]
    return tuple((code, _shortened(what)) for code, what in dict.fromkeys(found))


def _is_written(link: re.Match[str], reading: Reading) -> bool:
    """Tell whether it becomes a link; an address between angle brackets alone is never read as one within the site."""
    words, address = link[1], link[2] or link[3] or link[6]
    return is_linked(resolved(address), relative=reading == "document" and words is not None)


def _shortened(what: str) -> str:
    return what if len(what) <= _SHOWN else what[: _SHOWN - 1] + "…"
