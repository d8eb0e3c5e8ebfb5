"""All that `make bench` measures: the pairing, whole builds beside those of others, and where a build's time goes.

Archives of unusual shapes, the search held against a look through all texts, and the search in a browser are measured
only when they are asked for: that takes minutes.
"""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bench import browser, build, oracle, pairing, shapes
from bench.build import Programs
from bench.runs import Run, lines, medians, ratios
from duizhao.align import BUILT_IN
from tests.browser.chromium import chromium
from tests.search.archives import archive

COUNTS: Final = (1_000, 10_000)


Part = tuple[dict[str, object], list[str]]
"""What was measured: as JSON has it, and as lines of text."""


def main() -> None:
    """Measure what was asked for, and say it as text or as JSON."""
    asked = _asked()
    facts: dict[str, object] = {}
    said: list[str] = []
    for name in (asked.only,) if asked.only else USUAL:
        found, told = PARTS[name](asked)
        facts |= found
        said += [*told, ""]
    sys.stdout.write(json.dumps(facts, indent=2) + "\n" if asked.json else "".join(f"{line}\n" for line in said[:-1]))


def _pairing(_: Namespace) -> Part:
    figures = pairing.measured(BUILT_IN)
    return {"pairing": asdict(figures)}, list(pairing.lines(figures))


def _builds(asked: Namespace) -> Part:
    machine, programs = build.machine(), build.programs(asked.without)
    runs = medians(list(_runs(asked, programs)))
    parts = build.parts(min(asked.articles), asked.folder)
    facts: dict[str, object] = {"machine": machine, "programs": _versions(programs), "runs": list(map(_facts, runs))}
    facts |= {"ratios": list(map(asdict, ratios(runs))), "parts": parts}
    return facts, [*_header(machine, programs), "", *lines(runs), "", *_part_lines(parts, min(asked.articles))]


def _shapes(asked: Namespace) -> Part:
    growths = list(shapes.growths(asked.folder))
    return {"shapes": [asdict(one) | {"growth": one.ratio} for one in growths]}, list(shapes.lines(growths))


def _search(asked: Namespace) -> Part:
    with build.built(max(asked.articles), asked.folder) as invented, oracle.corpus(asked.folder) as real:
        sites = {"invented": invented, "real": real}
        found = [oracle.held(name, archive(site)) for name, site in sites.items() if site]
    return {"search": list(map(asdict, found))}, [line for one in found for line in (*oracle.lines(one), "")][:-1]


def _browser(asked: Namespace) -> Part:
    with build.built(max(asked.articles), asked.folder) as site, chromium() as started:
        found = browser.measured(started, site)
    return {"browser": asdict(found)}, list(browser.lines(found))


PARTS: Final[dict[str, Callable[[Namespace], Part]]] = {
    "pairing": _pairing,
    "builds": _builds,
    "shapes": _shapes,
    "search": _search,
    "browser": _browser,
}
USUAL: Final = ("pairing", "builds")
"""What is measured unless something else is asked for; the others take minutes."""


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m bench", description="Measure the pairing, whole builds, and the search.")
    parser.add_argument("--articles", type=_count, nargs="+", default=COUNTS, metavar="N", help="of how many articles")
    parser.add_argument("--rounds", type=_count, default=1, metavar="N", help="build so many times, take medians")
    parser.add_argument("--folder", type=_folder, metavar="DIR", help="where the temporary folders are made")
    parser.add_argument("--only", choices=PARTS, help="measure nothing else")
    parser.add_argument("--without", choices=build.OTHERS, nargs="+", default=(), help="leave out other programs")
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text} is no whole number above 0")
    return int(text)


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise ArgumentTypeError(f"there is no folder {text}")
    return Path(text)


def _runs(asked: Namespace, programs: Programs) -> Iterator[Run]:
    """Measure all builds, and say on the way what is done."""
    for count in sorted(set(asked.articles)):
        for _ in range(asked.rounds):
            for run in build.builds(count, programs, asked.folder):
                sys.stderr.write(f"{run.articles:,} articles, {run.name}: {run.cost.wall:.2f} s\n")
                yield run


def _facts(run: Run) -> dict[str, object]:
    return {"articles": run.articles, "name": run.name, **asdict(run.cost), "files": run.size.files} | {
        "bytes": run.size.bytes
    }


def _versions(programs: Programs) -> dict[str, str | None]:
    found = {"Hugo": programs.hugo, "Pagefind": programs.pagefind}
    return {name: program.version if program else None for name, program in found.items()}


def _header(machine: dict[str, object], programs: Programs) -> Iterator[str]:
    yield ", ".join(f"{name}: {value}" for name, value in machine.items())
    for name, version in _versions(programs).items():
        yield f"{name} {version}" if version else f"{name} is not here, and left out"


def _part_lines(parts: dict[str, int], count: int) -> Iterator[str]:
    whole = sum(parts.values())
    yield f"{f'Parts of a clean build of {count:,} articles in one process':<62}{'share':>10}{'ms an article':>16}"
    for name, milliseconds in parts.items():
        yield f"{name:<62}{milliseconds / whole:>10.0%}{milliseconds / count:>16.2f}"


if __name__ == "__main__":
    main()
