"""Where the time of a clean build goes: which part of the program runs, looked at every millisecond.

`python -m bench.parts FILE …` builds in this one process with the words of the command line that follow, and then
writes to FILE, as JSON, how many milliseconds each part had. A moment belongs to the outermost function that is of a
part: what lists render is of lists, what pages of articles render is of rendering. The clock's time counts, so that
waiting for the disk does too.
"""

import json
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Final

_EVERY: Final = 0.001
"""Seconds between two looks."""

START_UP: Final = "start-up"
OTHER: Final = "everything else"
PARTS: Final = {
    "reading and parsing": ("articles", "corrections", "parse", "sources"),
    "pairing": ("align",),
    "notices": ("assess",),
    "rendering": ("article_page", "article_rows", "markup", "sentence_marks"),
    "search index": ("full_text", "search"),
    "indexes and lists": ("indexes", "searchfile", "sitemap", "standing", "editorial", "assets"),
    "ledger": ("permalinks",),
    "writing": ("publish",),
}
_PART_OF: Final = {f"duizhao.{name}": part for part, names in PARTS.items() for name in names}
_LOADING: Final = "importlib._bootstrap"


def part(modules: Iterator[str]) -> str:
    """Say which part a stack of modules belongs to, the outermost first. What loads a module is start-up anywhere."""
    found = OTHER
    for module in modules:
        if module == _LOADING:
            return START_UP
        if found == OTHER:
            found = _PART_OF.get(".".join(module.split(".")[:2]), OTHER)
    return found


def _modules(frame: FrameType | None) -> Iterator[str]:
    stack = []
    while frame is not None:
        stack.append(str(frame.f_globals.get("__name__")))
        frame = frame.f_back
    return reversed(stack)


def main(words: list[str], said: Path) -> None:
    """Build with the words of a command line, and write to a file what each part took."""
    looks = Counter[str]()
    signal.signal(signal.SIGALRM, lambda _, frame: looks.update([part(_modules(frame))]))
    signal.setitimer(signal.ITIMER_REAL, _EVERY, _EVERY)
    status = import_module("duizhao.cli").main([*words, "--jobs", "1"])
    signal.setitimer(signal.ITIMER_REAL, 0)
    said.write_text(json.dumps(looks), encoding="utf-8")
    sys.exit(status)


if __name__ == "__main__":
    main(sys.argv[2:], Path(sys.argv[1]))
