"""The inline marks of Markdown that we read, as patterns of the Markdown library.

Its own patterns for links and code count brackets and ticks to the end of the text for each that opens, which takes
hours over a page of `[`. These have bounds instead: a link's words end after 500 characters, its address after 2,000.
A pattern that declines a match leaves the text as it is written.
"""

import re
import xml.etree.ElementTree as ET
from typing import Final, TypeAlias

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from duizhao.markup.addresses import is_abroad, is_linked, is_within, resolved

Found: TypeAlias = tuple[ET.Element | None, int, int]

_WORDS = r"\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){1,500}+)\]"
_TARGET = (
    r"\([ \n]{0,3}(?:<([^<>\n]{1,2000})>|((?:[^\s()<>]|\([^\s()<>]{0,500}\)){1,2000}+))"
    r"(?:[ \n]{1,3}(?:\"([^\"]{0,500})\"|'([^']{0,500})'))?[ \n]{0,3}\)"
)
LINK: Final = rf"(?<!!){_WORDS}{_TARGET}"
_IMAGE = rf"!\[([^\[\]]{{0,500}})\]{_TARGET}"
_REFERENCE = rf"(?<!!){_WORDS}(?:[ \n]?\[([^\[\]]{{0,200}})\])?"
_AUTOLINK = r"<([^\s<>]{3,2000})>"
_CODE = r"(?<![`\\])(?:`([^`]{1,1000})`|``(?!`)((?:[^`]|`(?!`)){1,1000})``)(?!`)"
_MAIL = re.compile(r"[^\s<>:/?@]{1,64}@[^\s<>:/?@]{1,255}")


class Code(InlineProcessor):
    """Code between single or double ticks."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_CODE, md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802 - the library's
        """Make a `<code>` of the text between the ticks."""
        text = m[1] or m[2]
        return _atom("code", text.strip() or text), m.start(), m.end()


class Link(InlineProcessor):
    """`[words](address "title")`, where the address is safe. `relative`: addresses within the site are, too."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, *, relative: bool) -> None:
        super().__init__(LINK, md)
        self.relative = relative

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802 - the library's
        """Make an `<a>`, or decline."""
        title = self.unescape(m[4] or m[5] or "")
        link = _link(m[1], m[2] or m[3], title, relative=self.relative)
        return link, m.start(), m.end() if link is not None else m.start() + 1


class Reference(InlineProcessor):
    """`[words][name]` or `[name]`, where the document defines the name and its address is safe."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(_REFERENCE, md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802 - the library's
        """Make an `<a>`, or decline."""
        for name, end in ((m[2] or m[1], m.end()), (m[1], m.end(1) + 1)):
            address, title = self._defined(name)
            link = _link(m[1], address, title, relative=True)
            if link is not None:
                return link, m.start(), end
        return None, m.start(), m.start() + 1

    def _defined(self, name: str) -> tuple[str, str | None]:
        known = self.md.references if self.md else {}
        return known.get(" ".join(name.lower().split()), ("", None))


class Autolink(InlineProcessor):
    """`<https://…>`, `<mailto:…>` or `<name@host>`."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(_AUTOLINK, md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802 - the library's
        """Make an `<a>` that shows its address, or decline."""
        address = f"mailto:{m[1]}" if _MAIL.fullmatch(m[1]) else m[1]
        if not is_abroad(resolved(address)):
            return None, m.start(), m.end()
        link = _atom("a", self.unescape(m[1]))
        link.set("href", resolved(address))
        return link, m.start(), m.end()


class Image(InlineProcessor):
    """`![description](address)`, where the image lies within the site: none is loaded from another host."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_IMAGE, md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802 - the library's
        """Make an `<img>`, or decline."""
        address = resolved(m[2] or m[3])
        if not is_within(address):
            return None, m.start(), m.end()
        image = ET.Element("img", {"src": address, "alt": self.unescape(m[1])})
        return image, m.start(), m.end()


def _link(words: str, address: str, title: str | None, *, relative: bool) -> ET.Element | None:
    address = resolved(address)
    if not is_linked(address, relative=relative):
        return None
    link = ET.Element("a", {"href": address})
    link.text = words
    if title:
        link.set("title", title)
    return link


def _atom(tag: str, text: str) -> ET.Element:
    """Make an element whose text is read no further."""
    element = ET.Element(tag)
    element.text = AtomicString(text)
    return element
