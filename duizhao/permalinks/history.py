"""The side file of the ledger: what was published at an address, for numbers and names that readers have quoted.

`permalinks.history.csv` has a line for each article: the marks of its passages, and the headlines that it had before
the one in the ledger. The build writes it as it writes the ledger, and it is merged by line likewise.
"""

import csv
import io
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, starmap
from pathlib import Path
from typing import Final

from duizhao.entries import Card, Entries
from duizhao.permalinks.address import is_permalink
from duizhao.permalinks.ledger import LONGEST_FIELD, Row, row_of
from duizhao.permalinks.passages import is_marks
from duizhao.problems import Halt, Problem, problem

COLUMNS: Final = ("permalink", "passages", "headlines")

BETWEEN: Final = "\t"
"""Parts headlines: none holds a tab."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was published at an address: marks of passages, and headlines before that in the ledger, oldest first."""

    passages: str = ""
    headlines: tuple[str, ...] = ()


NEW: Final = Past()
"""Of an article that was never published."""

_END: Final = b"\0"
"""Of a permalink and of passages, where they are packed."""


class History(Mapping[str, Past]):
    """What was published at addresses, a hundred bytes for each.

    Of several lines of one address, as a merge leaves them, the one that knows of most passages counts.
    """

    def __init__(self, lines: Iterable[tuple[str, Past]] = ()) -> None:
        packed = sorted(starmap(_packed, lines), key=_permalink)
        same = (tuple(group) for _, group in groupby(packed, _permalink))
        self._lines = [group[0] if len(group) == 1 else _merged(group) for group in same]

    def __getitem__(self, permalink: str) -> Past:
        sought = permalink.encode()
        at = bisect_left(self._lines, sought)
        if at == len(self._lines) or _permalink(self._lines[at]) != sought:
            raise KeyError(permalink)
        return _unpacked(self._lines[at])[1]

    def __iter__(self) -> Iterator[str]:
        return (_permalink(line).decode() for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _packed(permalink: str, past: Past) -> bytes:
    return "\0".join((permalink, past.passages, BETWEEN.join(past.headlines))).encode("utf-8", "surrogatepass")


def _unpacked(line: bytes) -> tuple[str, Past]:
    permalink, passages, headlines = line.decode("utf-8", "surrogatepass").split("\0", 2)
    return permalink, Past(passages=passages, headlines=tuple(filter(None, headlines.split(BETWEEN))))


def _permalink(line: bytes) -> bytes:
    return line.partition(_END)[0]


def _merged(lines: Iterable[bytes]) -> bytes:
    permalinks, pasts = zip(*map(_unpacked, lines), strict=True)
    passages = max((past.passages for past in pasts), key=lambda marks: (len(marks), marks))
    headlines = dict.fromkeys(chain.from_iterable(past.headlines for past in pasts))
    return _packed(permalinks[0], Past(passages=passages, headlines=tuple(headlines)))


def read_history(path: Path) -> History:
    """Read the side file; one that is not there is empty. Raises `Halt` with every line that cannot be read."""
    faults: list[Problem] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            history = History(_read(str(path), lines, faults))
    except FileNotFoundError:
        return History()
    except (OSError, UnicodeDecodeError) as error:
        raise Halt([problem(str(path), 0, "ledger-row", f"the file cannot be read: {error}")]) from error
    if faults:
        raise Halt(faults)
    return history


def _read(path: str, lines: Iterable[str], faults: list[Problem]) -> Iterator[tuple[str, Past]]:
    """Yield what lines say; adds to `faults` what is wrong with the others."""
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(lines)
    try:
        for values in reader:
            if not values or values == list(COLUMNS):
                continue
            if len(values) != len(COLUMNS) or not (is_permalink(values[0]) and is_marks(values[1])):
                message = "the line is no permalink, its passages and headlines"
                faults.append(problem(path, reader.line_num, "ledger-row", message))
                continue
            headlines = tuple(filter(None, values[2].split(BETWEEN)))
            yield values[0], Past(passages=values[1], headlines=headlines)
    except csv.Error as error:
        faults.append(problem(path, reader.line_num, "ledger-row", str(error)))


def renamed(history: History, rows: Sequence[Row], entries: Entries) -> History:
    """Add the headlines that lines of the ledger have and the articles have no more."""
    pinned = {row.permalink for row in rows}
    now = {card.permalink: row_of(card.entry).headline for card in entries.cards if card.permalink in pinned}
    written: dict[str, Past] = {}
    for row in rows:
        headline = now.get(row.permalink, row.headline)
        if row.headline and row.headline != headline:
            past = written.get(row.permalink) or history.get(row.permalink, NEW)
            former = dict.fromkeys((*past.headlines, row.headline))
            written[row.permalink] = replace(past, headlines=tuple(name for name in former if name != headline))
    if not written:
        return history
    return History(chain((one for one in history.items() if one[0] not in written), written.items()))


def history_text(history: Mapping[str, Past], marks: Callable[[str], bytes], pinned: Iterable[Card | Row]) -> bytes:
    """Write the side file: a line for each address that the ledger pins and something is known of, by permalink.

    `marks`: says those of the passages of an article as they are now, empty where none are known; they take the place
    of those in `history`.
    """
    text = io.BytesIO()
    out = io.TextIOWrapper(text, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for permalink in sorted({one.permalink for one in pinned}):
        past = history.get(permalink, NEW)
        passages = marks(permalink).decode() or past.passages
        if passages or past.headlines:
            writer.writerow((permalink, passages, BETWEEN.join(past.headlines)))
    return text.getvalue()
