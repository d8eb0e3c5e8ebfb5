"""Where the sentences of a paragraph begin and end.

A Chinese sentence ends at 。！？…, with the quotes and brackets that close behind it; ； and ： end none. An English
one ends at a full stop, too, unless that belongs to an abbreviation, an initial or the number of a list.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from duizhao.text import HAN_RANGES

Side: TypeAlias = Literal["zh", "en"]
Spans: TypeAlias = tuple[tuple[int, int], ...]

_CLOSING: Final = "”’」』》〉）】〕〗])}"
_HAN_END = re.compile(rf"[。！？｡!?…．.]+[{re.escape(_CLOSING)}\"']*")
# A typed full stop is one only behind Han and before white space: 维．米．莫洛托夫 is a name, 7.5 a number.
_BEFORE_STOP = re.compile(rf"[{HAN_RANGES}{re.escape(_CLOSING)}]")
# Behind “好！” or …… a sentence may go on: to its comma, to 的 and 等; behind a bare 。 these begin the next.
_GOES_ON: Final = frozenset("，、；：,;:—")
_GOES_ON_BEHIND_QUOTE: Final = _GOES_ON | frozenset("的地得等")
_TYPED_QUOTES: Final = ('"', "'")
_HAN_ITEM = re.compile(r"\s*[（(]?[一二三四五六七八九十甲乙丙丁\d]{1,3}[)）]?[．.]")

_ENGLISH_END = re.compile(r"[.!?…。！？\n][.!?…。！？]*[\"'”’)\]}»*_」』）]*")
_LINE_OF_ITS_OWN = re.compile(r"[^\S\n]*(?:(?:[-*+]|\d{1,3}[.)])\s|\|(?![ \t|:-]*$)|\n)", re.MULTILINE)
"""What begins a line of a list or a table, or is an empty one. Other lines go on with the one before."""
_NEXT = re.compile(r"\s*+[\"'“‘(\[«*_—–-]*+(\w+|.)?", re.DOTALL)
_BEFORE_WORD: Final = "\"'“‘([*_—–-"
_LONGEST_WORD: Final = 24
_ITEM = re.compile(r"[-*+\s]*[\"“(\[*_]*(?:\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[)\]]?[.)]+[*_]*")
_LETTERED = re.compile(r"\s*\(?[a-z]\)\s")
_LONGEST_ITEM: Final = 12
_SHORT: Final = 3
_INNER_ITEM = re.compile(r"[:;]\s+\(?(?:\d{1,2}|[A-Za-z])[.)]+\Z")


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_BEFORE_NAMES: Final = _words(
    "Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Maj Cmdr Adm Brig Gov Sen Rep Rev Hon Messrs Mme Mlle Pres St Mt Ft "
    "vs cf e.g i.e viz"
)
"""Abbreviations that something always follows."""
_BEFORE_NUMBERS: Final = _words("No no Nos nos Art art Sec Ch ch Vol vol Vols Fig fig Figs p pp ca approx")
_ANYWHERE: Final = _words(
    "U.S U.K U.N U.S.A U.S.S.R D.C P.R.C R.O.K Ph.D B.C A.D a.m p.m Jr Sr Inc Ltd Co Corp Bros Dept Univ Assn Ave "
    "Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
"""Abbreviations that a sentence may end with: it does where the next word is one that sentences begin with."""
_BEGINNINGS: Final = _words(
    "A An The This That These Those It He She They We You His Her Their Its Our My In On At For From To By With After "
    "Before When While As If But And However Since During Then There Here What Why How Who Some Many All Both Each "
    "Every Such Not No One Also Although Because So Now Today Recently According"
)


def sentences(text: str, side: Side) -> Spans:
    """Cut a paragraph into sentences.

    Args:
        text: A block's text.
        side: Whose rules hold: the original's or the translation's.

    Returns:
        Start and end of each sentence in order; outside of them is white space alone.
    """
    ends = _han_ends(text) if side == "zh" else _english_ends(text)
    return tuple(_trimmed(text, ends))


def _trimmed(text: str, ends: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Make spans of the places where sentences end."""
    start = 0
    for end in (*ends, len(text)):
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            first = start + piece.index(inner)
            yield first, first + len(inner)
        start = end


def _han_ends(text: str) -> Iterator[int]:
    start = 0
    for found in _HAN_END.finditer(text):
        end = _without_opening(text, start, found) if found[0][-1] in _TYPED_QUOTES else found.end()
        goes_on = _GOES_ON if text[end - 1] == "。" else _GOES_ON_BEHIND_QUOTE
        if text[end : end + 1] in goes_on or (found[0][0] in "．." and not _is_stop(text, start, found)):
            continue
        yield end
        start = end


def _without_opening(text: str, start: int, found: re.Match[str]) -> int:
    """Leave a typed quote behind that opens the next sentence: it closes only what the sentence has opened."""
    end = found.end()
    for quote in _TYPED_QUOTES:
        at = text.find(quote, found.start(), end)
        if at >= 0:
            end = at + text.count(quote, start, at) % 2
    return end


def _is_stop(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a typed full stop ends a Chinese sentence."""
    if _HAN_ITEM.fullmatch(text, start, found.end()) or not _BEFORE_STOP.match(text, found.start() - 1):
        return False
    return text[found.end() : found.end() + 1].strip() == "" or len(found[0].rstrip(_CLOSING)) > 1


def _english_ends(text: str) -> Iterator[int]:
    start = 0
    for found in _ENGLISH_END.finditer(text):
        first, end = found[0][0], found.end()
        if first == "\n":
            end = found.start() + 1
            is_end = _LINE_OF_ITS_OWN.match(text, end) is not None
        else:
            is_end = first in "。！？" or _is_end(text, start, found)
        if is_end:
            yield end
            start = end


def _is_end(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether a mark of punctuation ends an English sentence: white space has to follow, and no small letter."""
    end = found.end()
    if not text[end : end + 1].isspace():
        return end == len(text)
    following = _NEXT.match(text, end)
    word = following[1] if following else None
    if not word:
        return True
    if word[0].islower() or word[0] in ".,;:!?…":
        return _LETTERED.match(text, end) is not None
    return found[0] != "." or not _is_abbreviation(text, start, found.start(), word)


def _is_abbreviation(text: str, start: int, stop: int, following: str) -> bool:
    """Tell whether a full stop belongs to the word before it."""
    if stop - start < _LONGEST_ITEM and _ITEM.fullmatch(text, start, stop + 1):
        return True
    word = text[max(start, stop - _LONGEST_WORD) : stop].rpartition(" ")[2].rpartition("—")[2].lstrip(_BEFORE_WORD)
    if len(word) < _SHORT and _INNER_ITEM.search(text, max(start, stop - _LONGEST_ITEM), stop + 1):
        return True
    if word in _BEFORE_NAMES:
        return True
    if word in _BEFORE_NUMBERS:
        return following[0].isdigit()
    is_initial = word[-1:].isupper() and word[-2:-1] in {"", "."}
    return (is_initial or word in _ANYWHERE) and following not in _BEGINNINGS
