"""Ways from the addresses of an archive's earlier site, which named the source file in a query: `?articlePath=…`.

A static host cannot read a query, so a script does. What it looks up is a file of checksums, one of several, so that no
reader fetches them all; a name whose checksum is also another one's stands there itself.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from unicodedata import normalize
from zlib import crc32

from duizhao.model import Entry
from duizhao.render import render
from duizhao.settings import Site

PAGE: Final = "old.html"

FOLDER: Final = "old"

DIGITS: Final = 2
"""Of a name's checksum, that name the file to look in: of 400,000 articles each of 256 files holds some 60 kB."""

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def old_address_files(entries: Iterable[Entry], site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the page that leads on, and of what it looks up; nothing where no setting asks for it."""
    if not site.old_addresses.parameter:
        return
    addresses = _addresses(entries)
    files: dict[str, dict[str, str]] = {}
    for key, (address, name) in sorted(keyed(addresses).items()):
        files.setdefault(checksum(name)[:DIGITS], {})[key] = address
    for prefix, known in sorted(files.items()):
        text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{prefix}.json", text.encode("utf-8", "surrogatepass")
    yield PAGE, render(site, "pages/old.html", PAGE)


def old_name(source: str) -> str:
    """Take the name of a file by which the earlier site knew it: without folders and ending, in one Unicode form."""
    return _ENDING.sub("", normalize("NFC", source.rpartition("/")[2]))


def checksum(name: str) -> str:
    """Give a name eight hexadecimal digits, which a script can work out as well."""
    return f"{crc32(name.encode('utf-8', 'surrogatepass')):08x}"


def keyed(addresses: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give each name its key, its checksum or, where that is not its own, itself; values are its address and it."""
    times = Counter(map(checksum, addresses))
    return {
        (sum_ if times[sum_ := checksum(name)] == 1 else name): (address, name) for name, address in addresses.items()
    }


def _addresses(entries: Iterable[Entry]) -> dict[str, str]:
    """Map the old name of each article to its permalink; names that several have lead nowhere."""
    known = [(old_name(entry.source), entry.permalink) for entry in entries]
    times = Counter(name for name, _ in known)
    return {name: permalink for name, permalink in known if times[name] == 1}
