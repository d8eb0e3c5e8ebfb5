"""The shape of a permalink: `1954/12/24/1-7q3fk.html`, a date, a newspaper page and a key."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b

from duizhao.model import Entry

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 without i, l, o and u, which are misread: https://www.crockford.com/base32.html"""

KEY_LENGTH = 5
"""25 bits: the articles of one newspaper page, some thirty, collide once in 75,000 pages, and are then told apart."""

PERMALINK = re.compile(r"([0-9]{4}/[0-9]{2}/[0-9]{2})/[0-9]{1,3}-[0-9a-z]{2,32}\.html")


def is_permalink(text: str) -> bool:
    """Say whether a text could be an address: its shape is right, and its date is one of the calendar."""
    found = PERMALINK.fullmatch(text)
    try:
        return found is not None and bool(date.fromisoformat(found[1].replace("/", "-")))
    except ValueError:
        return False


def permalink(entry: Entry, key: str) -> str:
    """Join date, newspaper page (0: not known) and key to an address below the site's root."""
    return f"{entry.date.isoformat().replace('-', '/')}/{entry.page or 0}-{key}.html"


def keys(entry: Entry) -> Iterator[str]:
    """Yield the keys that an article may have, best first.

    The first depends on date, page and headline alone, which stay when a translation or the text is corrected; the
    second on the text as well, for articles that share all three; the rest only end a chain of coincidences.
    """
    headline = entry.headline.zh or entry.headline.en or ""
    same = (entry.date.isoformat(), str(entry.page or 0), headline)
    yield _key(*same)
    for round_ in range(1_000):
        yield _key(*same, entry.digest, *([str(round_)] if round_ else []))


def _key(*parts: str) -> str:
    """Hash parts to `KEY_LENGTH` letters; the hash is keyed, so that it is this project's alone."""
    digest = blake2b("\0".join(parts).encode(), digest_size=8, key=b"duizhao permalink").digest()
    number = int.from_bytes(digest, "big")
    return "".join(CROCKFORD[number >> (5 * place) & 31] for place in range(KEY_LENGTH))
