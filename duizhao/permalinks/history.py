"""The side file of the ledger: what was published at an address, for numbers and names that readers have quoted.

`permalinks.history.csv` has a line for each article: the marks of its passages, and the headlines that it had before
the one in the ledger. The build writes it as it writes the ledger, and it is merged by line likewise.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from duizhao.model import Entry
from duizhao.permalinks.address import is_permalink
from duizhao.permalinks.ledger import Row, row_of
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

History = Mapping[str, Past]


def read_history(path: Path) -> dict[str, Past]:
    """Read the side file; one that is not there is empty. Raises `Halt` with every line that cannot be read.

    Of several lines of one address, as a merge leaves them, the one that knows of most passages counts.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise Halt([problem(str(path), 0, "ledger-row", f"the file cannot be read: {error}")]) from error
    history: dict[str, Past] = {}
    faults: list[Problem] = []
    for found in _lines(str(path), text):
        if isinstance(found, Problem):
            faults.append(found)
        else:
            permalink, past = found
            history[permalink] = _merged(history[permalink], past) if permalink in history else past
    if faults:
        raise Halt(faults)
    return history


def _lines(path: str, text: str) -> Iterator[tuple[str, Past] | Problem]:
    csv.field_size_limit(len(text) + 1)
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for values in reader:
            if not values or values == list(COLUMNS):
                continue
            if len(values) != len(COLUMNS) or not (is_permalink(values[0]) and is_marks(values[1])):
                yield problem(
                    path, reader.line_num, "ledger-row", "the line is no permalink, its passages and headlines"
                )
                continue
            headlines = tuple(filter(None, values[2].split(BETWEEN)))
            yield values[0], Past(passages=values[1], headlines=headlines)
    except csv.Error as error:
        yield problem(path, reader.line_num, "ledger-row", str(error))


def _merged(one: Past, other: Past) -> Past:
    passages = max(one.passages, other.passages, key=lambda marks: (len(marks), marks))
    return Past(passages=passages, headlines=tuple(dict.fromkeys((*one.headlines, *other.headlines))))


def renamed(history: History, rows: Iterable[Row], entries: Iterable[Entry]) -> dict[str, Past]:
    """Add the headlines that the ledger has and the articles have no more."""
    now = {entry.permalink: row_of(entry).headline for entry in entries}
    written = dict(history)
    for row in rows:
        headline = now.get(row.permalink, row.headline)
        if row.headline and row.headline != headline:
            past = written.get(row.permalink, NEW)
            former = dict.fromkeys((*past.headlines, row.headline))
            written[row.permalink] = replace(past, headlines=tuple(name for name in former if name != headline))
    return written


def history_text(history: History, marks: Mapping[str, bytes], pinned: Iterable[Entry | Row]) -> bytes:
    """Write the side file: a line for each address that the ledger pins and something is known of, by permalink.

    `marks`: of the passages of articles as they are now; they take the place of those in `history`.
    """
    text = io.BytesIO()
    out = io.TextIOWrapper(text, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for permalink in sorted({one.permalink for one in pinned}):
        past = history.get(permalink, NEW)
        passages = marks[permalink].decode() if permalink in marks else past.passages
        if passages or past.headlines:
            writer.writerow((permalink, passages, BETWEEN.join(past.headlines)))
    return text.getvalue()
