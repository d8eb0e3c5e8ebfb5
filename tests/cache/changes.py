"""What happens to an archive between two builds. Each change takes the archive and a number: which file, or how."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from duizhao.model import Bilingual
from duizhao.publish import MANIFEST
from duizhao.settings import Citation, Notices, Site
from tests.archive import GOOD, address_of, files

BRIDGES = ("白河", "黑河", "青河", "黄河")
SENTENCES = (
    "    <b>下午</b>车站开会。大会有三千人到会。",
    "    县长说，明年再修两座桥。",
    "\x07    文工团演出到深夜。\n\n\n    [歌词](javascript:x)",
)
CORRECTIONS = (
    "alone:\n- zh: 两千多人\n",
    "alone:\n- zh: 没有这句\n",
    "pair:\n- zh: 两千多人\n  en: The bridge over\n",
    "- no mapping",
    "",
)
ABOUT = (
    "---\ntitle: About\n---\n\nInvented.\n",
    "---\ntitle: About\n---\n\nChanged.\n",
    "---\ntitle: More\n---\n\nChanged.\n",
)
WORDS = ("home: Start\n", "home: Begin\n", "home: Go\n", "\n", "home: [\n")


@dataclass
class Archive:
    """An archive that changes: its settings, and what its own template and style are."""

    site: Site

    def source(self, number: int) -> Path:
        return self.site.content / f"{number % 2}" / f"{number % 5}.txt"

    def made(self, number: int) -> Path | None:
        made = sorted(files(self.site.output).keys() - {MANIFEST}) if self.site.output.is_dir() else []
        return self.site.output / made[number % len(made)] if made else None


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def text_of(number: int) -> str:
    """An article: its headline, day, page, words and what is odd in it depend on the number."""
    text = GOOD.replace("白河", BRIDGES[number % 4]).replace("New Bridge", f"Bridge {number % 3}")
    text = text.replace("1953-07-06", f"1953-{number % 2 + 7:02}-{number % 3 + 5:02}")
    text = text.replace("第3版()", f"第{number % 4}版()").replace("Page: 3", f"Page: {number % 4 or ''}")
    return text + SENTENCES[number % 3] + "\n" if number % 5 else text.replace("More than 2,000", "More than 3,000")


def write(archive: Archive, number: int) -> None:
    written(archive.source(number), text_of(number // 3))


def same_again(archive: Archive, number: int) -> None:
    """A file is written again as it was: only its times change."""
    if archive.source(number).is_file():
        written(archive.source(number), archive.source(number).read_text(encoding="utf-8"))


def spoil(archive: Archive, number: int) -> None:
    written(archive.source(number), ("", "Title: No text\n", "Date: 1953-13-40\n\nText.\n")[number % 3])


def remove(archive: Archive, number: int) -> None:
    """An article is deleted; few that are published, since no build is possible until they are back."""
    if number % 5 == 0 or f"/{number % 5}.txt," not in ledger_of(archive):
        archive.source(number).unlink(missing_ok=True)


def ledger_of(archive: Archive) -> str:
    file = archive.site.ledger_file
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def withdraw(archive: Archive, number: int) -> None:
    """An article is removed, and the ledger says so; or it says so, and the article is still there."""
    source, ledger = archive.source(number), archive.site.ledger_file
    name = source.relative_to(archive.site.content).as_posix()
    if f",{name}," not in ledger_of(archive):
        return
    address = address_of(archive.site, name)
    lines = ledger_of(archive).splitlines()
    gone = [line.rpartition(",")[0] + ",gone" if line.startswith(address) else line for line in lines]
    written(ledger, "\n".join(gone) + "\n")
    if number % 7:
        source.unlink(missing_ok=True)


def unpin(archive: Archive, number: int) -> None:
    """A line of the ledger is deleted."""
    if ledger_of(archive):
        head, *lines = ledger_of(archive).splitlines()
        lines = [line for at, line in enumerate(lines) if at != number % 4]
        written(archive.site.ledger_file, "\n".join([head, *lines]) + "\n")


def rename(archive: Archive, number: int) -> None:
    old, new = archive.source(number), archive.source(number + number // 5 + 1)
    if old.is_file() and not new.is_file():
        new.parent.mkdir(exist_ok=True)
        old.rename(new)


def correct(archive: Archive, number: int) -> None:
    beside = archive.source(number // 5).with_name(archive.source(number // 5).name + ".corrections.yaml")
    if number % 5 == 4:
        beside.unlink(missing_ok=True)
    else:
        written(beside, CORRECTIONS[number % 5])


def about(archive: Archive, number: int) -> None:
    written(archive.site.content / "pages" / "about.md", ABOUT[number % 3])


def words(archive: Archive, number: int) -> None:
    written(archive.site.templates / "strings" / "en.yaml", WORDS[number % 5])


def template(archive: Archive, number: int) -> None:
    own = archive.site.templates / "pages" / "gone.html"
    own.unlink(missing_ok=True) if number % 2 else written(own, f"<title>Gone</title>{{{{ root }}}}{number}")


def style(archive: Archive, number: int) -> None:
    written(archive.site.static / "css" / "print.css", f"p {{ order: {number % 2} }}\n")


def settle(archive: Archive, number: int) -> None:
    """The settings change."""
    site = archive.site
    archive.site = (
        replace(site, rights=Bilingual(en=f"Free {number}")),
        replace(site, notices=Notices(show=not site.notices.show)),
        replace(site, notices=Notices(leave_out=("text-number", "page-differs")[: number % 3])),
        replace(site, longest_list=(10, 1_000)[number % 2]),
        replace(site, base_url="" if site.base_url else "https://archive.example/"),
        replace(site, largest_article=(1_000, 4_000_000)[number % 2]),
        replace(site, citation=Citation(on_page="one" if site.citation.on_page == "all" else "all")),
    )[number % 7]


def damage(archive: Archive, number: int) -> None:
    """Somebody writes into the site; a new time is set, since two changes may fall into one tick of the clock."""
    if made := archive.made(number):
        made.write_bytes(made.read_bytes()[::-1])


def lose(archive: Archive, number: int) -> None:
    if made := archive.made(number):
        made.unlink()


def spoil_cache(archive: Archive, number: int) -> None:
    """A few bytes of the cache are others, or its end is missing."""
    for file in archive.site.cache.glob("*.sqlite"):
        data = bytearray(file.read_bytes())
        at = number * 7919 % len(data)
        file.write_bytes(data[:at] if number % 3 == 0 else data[:at] + b"\x13\x37\x00" + data[at + 3 :])


CHANGES: tuple[Callable[[Archive, int], None], ...] = (
    *(write,) * 6,
    same_again,
    spoil,
    remove,
    withdraw,
    unpin,
    *(rename,) * 2,
    *(correct,) * 3,
    about,
    words,
    template,
    style,
    settle,
    *(damage,) * 2,
    lose,
    spoil_cache,
)
