"""Reads a built page as a stranger would: it shares no code with what built it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
SILENT = frozenset({"script", "style", "template", "title"})
"""A page's title is plain text in both languages: no part of it can be marked."""

ADDRESSES = frozenset({"href", "src", "action"})
SPOKEN = frozenset({"alt", "title", "aria-label", "placeholder"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of text, the language that it is said to be in, and the line of the page that it stands on."""

    text: str
    language: str
    line: int


@dataclass(slots=True)
class Page:
    """What a page says, the ids that it has and the addresses that it names."""

    said: list[Said] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", self._language)
        if "id" in given:
            self.page.ids.append(given["id"])
        self.page.addresses += [given[name] for name in sorted(ADDRESSES & set(given))]
        line = self.getpos()[0]
        self.page.said += [Said(text=given[name], language=language, line=line) for name in sorted(SPOKEN & set(given))]
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in {name for name, _ in self._open}:
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not SILENT & {tag for tag, _ in self._open}:
            self.page.said.append(Said(text=data.strip(), language=self._language, line=self.getpos()[0]))

    @property
    def _language(self) -> str:
        return self._open[-1][1] if self._open else ""


def read_page(text: str) -> Page:
    """Read the text of a page. An element whose end tag is left out ends with the one around it, and an end
    tag whose element was never opened is passed over."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page


def read_pages(folder: Path) -> Iterator[tuple[str, Page]]:
    """Read every page below a folder, each with its path below it."""
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), read_page(path.read_text(encoding="utf-8"))
