"""What a build did: counts, problems, seconds and bytes of each step; for people at the end, for programs as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from duizhao.codes import CODES, OF_TRANSLATIONS, Severity
from duizhao.noted import Noted, told
from duizhao.problems import Problem
from duizhao.progress import Step, peak_memory
from duizhao.weight import Weight, bytes_of, files_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a build. `published` is False where nothing was put into the output folder."""

    articles: int
    made: int
    """How many of the articles' pages were made; the others stood already as they would be made."""
    weights: tuple[Weight, ...]
    """What the files of the site weigh, part by part."""
    refused: int
    problems: tuple[Problem, ...]
    noted: tuple[Noted, ...]
    """Articles of whose translation something is to be said, in the paper's order."""
    steps: tuple[Step, ...]
    published: bool
    largest_worker: int
    """Bytes of memory that the largest worker held at most (this process, where there is no other)."""

    @property
    def status(self) -> int:
        """The exit status: 0 every article built, 1 some were refused."""
        return 1 if self.refused else 0


def count_of(problems: Iterable[Problem]) -> dict[str, int]:
    """Count problems by code, in the order of the table of codes."""
    counts = Counter(found.code for found in problems)
    return {code: counts[code] for code in CODES if counts[code]}


def notices_told(noted: Iterable[Noted], content: Path) -> Iterator[Problem]:
    """Say notices as problems of their sources, in the order of the sources; those that are problems anyway are not."""
    for one in sorted(noted, key=lambda one: one.entry.source):
        path = str(content / one.entry.source)
        yield from (told(path, notice) for notice in one.notices if notice.code in OF_TRANSLATIONS)


def report_json(report: Report, content: Path) -> str:
    """Write a report for programs; its fields are described in docs/reference.md. `content`: the sources' folder."""
    by_severity = {
        severity.value: [asdict(found) for found in report.problems if found.severity is severity]
        for severity in Severity
    }
    facts = {
        "published": report.published,
        "articles": report.articles,
        "made": report.made,
        "files": files_of(report.weights),
        "bytes": bytes_of(report.weights),
        "weights": [asdict(weight) for weight in report.weights],
        "refused": report.refused,
        "counts": count_of(chain(report.problems, notices_told(report.noted, content))),
        "problems": by_severity,
        "notices": list(_notices(report, content)),
        "steps": [asdict(step) for step in report.steps],
        "peak_memory": {"main": peak_memory(), "largest_worker": report.largest_worker},
    }
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _notices(report: Report, content: Path) -> Iterator[dict[str, object]]:
    for noted in report.noted:
        place = {"path": str(content / noted.entry.source), "permalink": noted.entry.permalink}
        for notice in noted.notices:
            severity, mend = CODES[notice.code].severity, CODES[notice.code].mend
            yield place | asdict(notice) | {"severity": severity.value, "mend": mend}
