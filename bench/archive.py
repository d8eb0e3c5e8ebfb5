"""Writes an invented archive: bilingual articles as those of a daily newspaper, of any number, always the same.

`python -m bench.archive FOLDER --articles 10000`. Number and seed say what is written, to the last byte, on every
machine; the words of the project's lexicon are among those used. No more than one article is in memory at a time.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from bench.invented.articles import Invented, article
from bench.invented.issues import places

SEED: Final = 1946


def articles(count: int, seed: int = SEED) -> Iterator[Invented]:
    """Invent so many articles, in the order of their days and pages within a month."""
    return (article(seed, where) for where in islice(places(seed), count))


def write_archive(folder: Path, count: int, seed: int = SEED) -> int:
    """Write so many articles below a folder; returns how many bytes they have together."""
    size, month = 0, Path()
    for one in articles(count, seed):
        path, data = folder / one.path, one.text.encode()
        if path.parent != month:
            month = path.parent
            month.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        size += len(data)
    return size


def main() -> None:
    """Write an archive where the command line says."""
    parser = ArgumentParser(description="Write an archive of invented articles.")
    parser.add_argument("folder", type=Path, help="folder to write them into")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many (1000)")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help=f"another number, other articles ({SEED})")
    asked = parser.parse_args()
    size = write_archive(asked.folder, asked.articles, asked.seed)
    sys.stdout.write(f"{asked.articles:,} articles, {size:,} bytes\n")


if __name__ == "__main__":
    main()
