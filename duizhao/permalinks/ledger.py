"""The ledger: a CSV file with one line for each address that was ever published, committed with the content.

Lines may stand in any order and twice, as a merge of two branches by line leaves them; the build writes them sorted.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Final

from duizhao.entries import Card
from duizhao.model import Entry
from duizhao.permalinks.address import is_permalink
from duizhao.problems import Halt, Problem, problem

LONGEST_HEADLINE: Final = 200
"""Characters: nothing is looked up by a headline, and a line of the ledger stays one that a person can read."""

LONGEST_FIELD: Final = 10**9
"""Characters: csv's own limit is one that a file path may go beyond."""

GONE: Final = "gone"
REDIRECT: Final = "redirect "


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the ledger. Its fields are the columns of the file; `line` is where it stood (0: it is new).

    `status` is empty for an article, `gone`, or `redirect` and the permalink that took its place.
    """

    permalink: str
    source: str = ""
    digest: str = ""
    date: str = ""
    page: str = ""
    headline: str = ""
    status: str = ""
    line: int = 0

    @property
    def target(self) -> str:
        """The permalink that a `redirect` names, or nothing."""
        return self.status.removeprefix(REDIRECT) if self.status.startswith(REDIRECT) else ""


COLUMNS = tuple(column.name for column in fields(Row) if column.name != "line")


def read_ledger(path: Path) -> list[Row]:
    """Read the whole ledger. Raises `Halt` as `ledger_rows` does."""
    return list(ledger_rows(path))


def ledger_rows(path: Path) -> Iterator[Row]:
    """Read the ledger line by line; a file that is not there is an empty one.

    Raises `Halt` at the end, with every line that cannot be read.
    """
    faults: list[Problem] = []
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for row in _rows(str(path), lines):
                if isinstance(row, Row):
                    yield row
                else:
                    faults.append(row)
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        raise Halt([problem(str(path), 0, "ledger-row", f"the file cannot be read: {error}")]) from error
    if faults:
        raise Halt(faults)


def _rows(path: str, lines: Iterable[str]) -> Iterator[Row | Problem]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.DictReader(lines, restkey="more", restval=None)
    try:
        missing = [name for name in ("permalink", "source") if name not in (reader.fieldnames or ())]
        if missing:
            is_blank = not any("".join(row).strip() for row in chain([reader.fieldnames or ()], reader.reader))
            yield from () if is_blank else (problem(path, 1, "ledger-row", f"the column “{missing[0]}” is missing"),)
            return
        yield from (_row(path, reader.line_num, values) for values in reader if values["permalink"] != "permalink")
    except csv.Error as error:
        yield problem(path, reader.line_num, "ledger-row", str(error))


def _row(path: str, line: int, values: dict[str, str | None]) -> Row | Problem:
    known = {name: values.get(name) or "" for name in COLUMNS}
    if "more" in values or not is_permalink(known["permalink"]):
        return problem(
            path, line, "ledger-row", f"“{known['permalink']}” is no permalink, or the line has other columns"
        )
    if not _is_status(known["status"]):
        return problem(
            path, line, "ledger-row", f"“{known['status']}” is no status: leave it empty, or gone, or redirect …"
        )
    return Row(**known, line=line)


def _is_status(text: str) -> bool:
    return text in ("", GONE) or (text.startswith(REDIRECT) and is_permalink(text.removeprefix(REDIRECT)))


def row_of(entry: Entry) -> Row:
    """Make the line that pins an article's address. The headline is for people, and cut to what they need."""
    return Row(
        permalink=entry.permalink,
        source=entry.source,
        digest=entry.digest,
        date=entry.date.isoformat(),
        page=str(entry.page or ""),
        headline=(entry.headline.zh or entry.headline.en or "")[:LONGEST_HEADLINE],
    )


def ledger_text(pinned: Iterable[Card | Row]) -> bytes:
    """Write the ledger's text: a line of columns, then a line for each article or closed address, by permalink."""
    text = io.BytesIO()
    out = io.TextIOWrapper(text, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sorted(pinned, key=attrgetter("permalink")):
        row = one if isinstance(one, Row) else row_of(one.entry)
        writer.writerow([getattr(row, name) for name in COLUMNS])
    return text.getvalue()
