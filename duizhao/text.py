"""Han and Latin text: what is written in which, how wide white space is, what a page may hold, what is compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, Literal, TypeAlias

Side: TypeAlias = Literal["zh", "en"]
"""The original or the translation, whatever languages the settings name for them."""

HAN_RANGES: Final = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""Han characters (radicals, 々 and 〇 among them), to be put between the brackets of a regular expression."""

HAN: Final = re.compile(f"[{HAN_RANGES}]")

LATIN_RANGES: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
"""Letters of the Latin script, pinyin with its tone marks among them."""

_remembered = lru_cache(maxsize=256)
"""Articles have few kinds of indent, and ask for the same headlines again and again."""

FORBIDDEN: Final = re.compile(
    "[^\t\n -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17))
    + "]"
)
"""What no HTML page may hold: controls other than tab and line feed, lone surrogates, noncharacters.

Said by what is allowed, which the regular expression tests ten times faster.
"""

_WIDE = re.compile(f"[{HAN_RANGES}\u3000-\u303f\uff01-\uff60]+")

_HAN_MARKS = "\u3001-\u303f\ufe30-\ufe4f\uff01-\uff65"
_SHARED_MARKS = "\u00b7\u2014\u2018-\u201d\u2026\u3000"
_HAN_RUN = re.compile(
    f"[{HAN_RANGES}{_HAN_MARKS}](?:[{HAN_RANGES}{_HAN_MARKS}{_SHARED_MARKS}]*[{HAN_RANGES}{_HAN_MARKS}])?"
)
"""Han with its punctuation; marks that Latin text uses, too, only between them."""

_LATIN_END = LATIN_RANGES + r"\d.!?)\"'\u2019\u201d"
_LATIN_RUN = re.compile(rf"[{LATIN_RANGES}](?:[{LATIN_RANGES}\s\d!-/:-@\[-`{{-~\u2010-\u2026]*[{_LATIN_END}])?")
_LATIN = re.compile(f"[{LATIN_RANGES}]")
_LATIN_WORD = re.compile(rf"[{LATIN_RANGES}]+(?:['\u2019-][{LATIN_RANGES}]+)*")
_WORDS_OF_A_RUN = 3
_WHITE = re.compile(r"(?:\s|\\t)*")
_WHITE_REVERSED = re.compile(r"(?:\s|t\\)*")
_NO_LETTER = re.compile(r"[\W_]+")


def has_han(text: str) -> bool:
    """Is any character Han?"""
    return HAN.search(text) is not None


def is_han(text: str) -> bool:
    """Is this Chinese and nothing else: Han characters, and no Latin word beside them?"""
    return has_han(text) and _LATIN_WORD.search(text) is None


def is_mainly_han(text: str) -> bool:
    """Is this Chinese, whatever Latin words stand in it? A Han character says as much as three Latin letters."""
    if text.isascii():
        return False
    han = len(HAN.findall(text))
    return han > 0 and han * 3 > len(_LATIN.findall(text))


@_remembered
def columns(text: str) -> int:
    r"""Measure white space in columns: Han and U+3000 are two, a tab (or a literal `\t`) goes to the next fourth."""
    if not text.strip(" "):
        return len(text)
    first, *tabbed = text.replace("\\t", "\t").split("\t")
    width = _width(first)
    for piece in tabbed:
        width += 4 - width % 4 + _width(piece)
    return width


def trimmed(line: str) -> tuple[str, str]:
    r"""Part a line into the white space before its text, and the text. A literal `\t` at either end is white space."""
    text = line.strip()
    if not text:
        return line, text
    if not (text.startswith("\\t") or text.endswith("\\t")):
        return line[: line.index(text[0])], text
    start = _end(_WHITE, line)
    end = len(line) - _end(_WHITE_REVERSED, line[::-1])
    return line[:start], line[start:end]


def is_unmixed(text: str, base: Side) -> bool:
    """Is there surely nothing of the other side in a text whose side is `base`? `runs` then has one run at most."""
    if base == "zh":
        return _LATIN.search(text) is None
    return text.isascii() or HAN.search(text) is None


def runs(text: str, base: Side) -> Iterator[tuple[Side | None, str]]:
    """Cut text into runs; joined, they give the text again.

    Args:
        text: What is cut.
        base: The side that the text is of. In an original, three or more Latin words in a row are of the other side;
            in a translation, Han characters with their punctuation.

    Yields:
        The side of a run, None for the base's own, and the run.
    """
    name: Side = "en" if base == "zh" else "zh"
    pattern, is_foreign = (_LATIN_RUN, _is_phrase) if base == "zh" else (_HAN_RUN, has_han)
    done = 0
    for found in pattern.finditer(text):
        if not is_foreign(found[0]):
            continue
        if found.start() > done:
            yield None, text[done : found.start()]
        yield name, found[0]
        done = found.end()
    if done < len(text):
        yield None, text[done:]


def printable(text: str) -> str:
    """Put visible signs for the characters that HTML forbids: U+2400 and up for C0, U+2421 for DEL, else U+FFFD."""
    return FORBIDDEN.sub(_sign, text)


def squeeze(text: str) -> str:
    """Take all white space out."""
    return "".join(text.split())


@_remembered
def fold(text: str) -> str:
    """Keep letters and digits only, in one form and lower case, so that what reads the same compares equal."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def _width(text: str) -> int:
    return len(text) + sum(map(len, _WIDE.findall(text)))


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _is_phrase(run: str) -> bool:
    return len(list(islice(_LATIN_WORD.finditer(run), _WORDS_OF_A_RUN))) == _WORDS_OF_A_RUN


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x7F:  # noqa: PLR2004 - DEL
        return "\u2421"
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"  # noqa: PLR2004 - the end of C0
