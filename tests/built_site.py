"""A site built as a user builds it: by the command line, in a process of its own."""

import csv
import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.archive import GOOD

ROOT = Path(__file__).parent.parent

BASE = "https://archive.example/archive/"
"""The site's public address. The tests serve it below the same path."""

SEED = "000_6f2200606c4acbd2.txt"
"""The project's own article, which is on every site that the tests build."""


CLOSED = {"gone": "gonearticle", "moved": "movedarticle", "withheld": "withheldarticle"}
"""Articles that were published and are no more: the last part of the address of each."""


NOTED = GOOD.replace("白河", "青河").replace("More than 2,000 people came to see the first train cross.\n", "")
"""An article with a paragraph that is not translated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A built site: what it was made of, where it stands, and the lines of its ledger."""

    content: Path
    output: Path
    ledger: Path

    @property
    def rows(self) -> tuple[dict[str, str], ...]:
        with self.ledger.open(encoding="utf-8", newline="") as lines:
            return tuple(csv.DictReader(lines))

    @property
    def pages(self) -> tuple[Path, ...]:
        """Every HTML file."""
        return tuple(sorted(self.output.rglob("*.html")))

    def permalink(self, source: str) -> str:
        """Below the site's root, of the article that stands in the file `source`."""
        return next(row["permalink"] for row in self.rows if row["source"] == source)


def run(*command: str | Path, cwd: Path = ROOT, status: int = 0) -> str:
    """Run a program to its end; fails with all that it said when it ends with another status than expected."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == status, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def build(folder: Path, corpus: Path | None) -> BuiltSite:
    """Build in `folder` what is not built there yet: the project's content together with the corpus.

    A second build then closes some addresses that the first has published, so that their pages are there, too.
    """
    site = BuiltSite(content=folder / "content", output=folder / "public", ledger=folder / "permalinks.csv")
    if (folder / "done").exists():
        return site
    shutil.copytree(ROOT / "content", site.content, ignore=shutil.ignore_patterns("permalinks*.csv"))
    if corpus:
        shutil.copytree(corpus, site.content, dirs_exist_ok=True)
    (site.content / "noted.txt").write_text(NOTED, encoding="utf-8")
    places = ("--content", site.content, "--output", site.output, "--ledger", site.ledger)
    for kind, address in CLOSED.items():
        text = GOOD.replace("白河", f"白河{kind}")
        (site.content / f"{kind}.txt").write_text(f"---\nid: {address}\n---\n{text}", encoding="utf-8")
    run(sys.executable, ROOT / "build.py", *places, "--base-url", BASE, "--strict")
    _close(site)
    run(sys.executable, ROOT / "build.py", *places, "--base-url", BASE, status=1)
    (folder / "done").touch()
    return site


def _close(site: BuiltSite) -> None:
    """Withdraw an article, lead another one's address to the project's own, and make a third unreadable."""
    ledger = site.ledger.read_text(encoding="utf-8")
    states = {"gone": "gone", "moved": f"redirect {site.permalink(SEED)}"}
    for kind, status in states.items():
        (site.content / f"{kind}.txt").unlink()
        line = next(line for line in ledger.split("\n") if f"-{CLOSED[kind]}.html" in line)
        ledger = ledger.replace(line, f"{line}{status}")
    site.ledger.write_text(ledger, encoding="utf-8")
    (site.content / "withheld.txt").write_bytes(b"")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time pass."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
