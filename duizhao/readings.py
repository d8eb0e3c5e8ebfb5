"""What is known of a source without its text, in the few bytes in which workers answer and the cache keeps it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from duizhao.entries import entry_of, fields_of
from duizhao.model import Entry
from duizhao.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The entry of an article, None where it is refused; and what is wrong with its files."""

    entry: Entry | None
    problems: tuple[Problem, ...]


def packed(entry: Entry | None, problems: Iterable[Problem]) -> bytes:
    """Write facts so that `unpacked` reads them again; the permalink, which others give, is left out."""
    faults = [(one.path, one.line, one.code, one.message, one.mend) for one in problems]
    facts = [entry and fields_of(entry), *faults]
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(source: str, facts: bytes) -> Facts:
    """Read the facts of a source again."""
    fields, *faults = json.loads(facts.decode("utf-8", "surrogatepass"))
    problems = tuple(Problem(path=p, line=n, code=code, message=said, mend=mend) for p, n, code, said, mend in faults)
    return Facts(entry=entry_of(source, fields) if fields else None, problems=problems)
