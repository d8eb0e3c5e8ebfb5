"""Writing HTML: escaped text with its foreign words marked, and the few tags and attributes that we know.

Whatever tree Markdown hands over, nothing else can come out of here.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from html import escape, unescape
from typing import Final

from duizhao.markup.addresses import is_linked, is_within
from duizhao.settings import Languages
from duizhao.text import Side, is_unmixed, runs

EMPTY: Final = frozenset({"br", "hr", "img"})
TAGS: Final = (
    frozenset(
        "a blockquote code em h2 h3 h4 h5 h6 li ol p pre strong table tbody td th thead tr ul".split()  # noqa: SIM905 - reads as a list
    )
    | EMPTY
)
ATTRIBUTES: Final = {
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"class"}),
    "th": frozenset({"class"}),
}
EVERYWHERE: Final = frozenset({"id", "lang"})

_WRITTEN = re.compile(r"<[^>]*>")


def spoken(text: str, base: Side, languages: Languages) -> str:
    """Escape text whose language is `base`, and put words of the other language into a span that names it."""
    if is_unmixed(text, base):
        return escape(text, quote=False)
    return "".join(_run(side, piece, languages) for side, piece in runs(text, base))


def shown(html: str) -> str:
    """Take the tags out again; most text has neither tags nor references."""
    return unescape(_WRITTEN.sub("", html)) if "<" in html or "&" in html else html


def written(elements: Iterable[ET.Element], base: Side, languages: Languages) -> str:
    """Write elements and what they hold. A tag or attribute that is not known leaves only its text."""
    out: list[str] = []
    stack: list[ET.Element | str] = [*elements]
    stack.reverse()
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
            continue
        opening, closing = _tag(node)
        out.append(opening)
        out.append(spoken(node.text or "", base, languages))
        stack.append(closing + spoken(node.tail or "", base, languages))
        stack.extend(reversed(node))
    return "".join(out)


def language_of(side: Side, languages: Languages) -> str:
    """Name the language of a side, as its BCP 47 tag."""
    return languages.original if side == "zh" else languages.translation


def _run(side: Side | None, piece: str, languages: Languages) -> str:
    if side is None:
        return escape(piece, quote=False)
    return f"<span lang={language_of(side, languages)}>{escape(piece, quote=False)}</span>"


def _tag(node: ET.Element) -> tuple[str, str]:
    if node.tag not in TAGS:
        return "", ""
    known = ATTRIBUTES.get(node.tag, frozenset()) | EVERYWHERE
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in node.items() if _is_allowed(key, value, known))
    return f"<{node.tag}{attributes}>", "" if node.tag in EMPTY else f"</{node.tag}>"


def _is_allowed(key: str, value: str, known: frozenset[str]) -> bool:
    if key == "href":
        return key in known and is_linked(value, relative=True)
    if key == "src":
        return key in known and is_within(value)
    return key in known
