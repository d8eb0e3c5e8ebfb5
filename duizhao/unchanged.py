"""Whether anything at all changed since the last build: if not, its report is told again, and nothing else is done.

Most builds of a large archive change little or nothing. One that changes nothing needs neither the templates nor the
pairing, whose loading alone takes as long as a look at ten thousand files.
"""

import json
from collections.abc import Iterable
from dataclasses import astuple, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from duizhao.cache import Cache, Key, key_of, key_of_files, stamp_of
from duizhao.entries import card_of
from duizhao.noted import Noted
from duizhao.problems import Problem
from duizhao.progress import Clock, peak_memory
from duizhao.publish import Stage, files_below, made_files
from duizhao.readings import unpacked
from duizhao.report import Report
from duizhao.resources import folders
from duizhao.settings import Site
from duizhao.sources import EDITORIAL, article_files, find_sources
from duizhao.weight import Weight


def key_of_inputs(site: Site, config: str, program: Key) -> Key:
    """Digest all that a build is made from, but for articles and ledger. `config`: the name of the settings file."""
    read = (*folders(site, "templates"), *folders(site, "static"), site.content / EDITORIAL)
    lexicon = _bytes(site.pairing.lexicon) if site.pairing.lexicon else b""
    return key_of(program, repr(site), config, lexicon, key_of_files(read))


def keep(cache: Cache, inputs: Key, ledger: Iterable[Key], report: Report, unfit: Iterable[Problem]) -> None:
    """Keep the report of a build, for the next one.

    `ledger`: keys of the ledger and of its side file. `unfit`: what of the content folder cannot be a source.
    """
    facts = {
        "articles": report.articles,
        "weights": [astuple(one) for one in report.weights],
        "refused": report.refused,
        "problems": [astuple(one) for one in report.problems],
        "noted": [(one.card.source, one.card.permalink) for one in report.noted],
        "unfit": [astuple(one) for one in unfit],
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    cache.keep_report(_whole(cache, inputs, ledger), text.encode("utf-8", "surrogatepass"))


def report_again(site: Site, stage: Stage, cache: Cache, inputs: Key, clock: Clock) -> Report | None:
    """Return the report of the last build; None where sources, site or anything else differ from what it left."""
    text = cache.report(_whole(cache, inputs, (key_of(_bytes(file)) for file in site.ledger_files)))
    if text is None or not site.content.is_dir():
        return None
    facts = json.loads(text.decode("utf-8", "surrogatepass"))
    paths, unfit = find_sources(site.content)
    if tuple(unfit) != _problems(facts["unfit"]) or not cache.has_read(len(paths)):
        return None
    with clock.step("compare", len(paths)) as advance:
        advance(len(paths), 0)
        if not (_are_read(site, paths, cache) and _stands(stage, cache)):
            return None
    return _report(facts, cache, clock)


def _whole(cache: Cache, inputs: Key, ledger: Iterable[Key]) -> Key:
    return key_of(inputs, *ledger, cache.key_of_read())


def _are_read(site: Site, paths: Iterable[str], cache: Cache) -> bool:
    """Tell whether all sources look as they did when they were read."""
    for path in paths:
        stamp = cache.stamp(path)
        if not stamp or stamp != stamp_of(*article_files(site.content, path)):
            return False
    return True


def _stands(stage: Stage, cache: Cache) -> bool:
    """Tell whether the output folder holds the files that the last build made, as it left them, and no others."""
    listed = made_files(stage.output)
    for path, made in zip_longest(listed, cache.all_made()):
        if made is None or path != made.path or not stage.has(path, made.size, made.time):
            return False
    return sum(1 for _ in files_below(stage.output)) == len(listed) + 1  # the list itself


def _report(facts: dict[str, Any], cache: Cache, clock: Clock) -> Report:
    noted = []
    for source, permalink in facts["noted"]:
        read, made = cache.read(source), cache.made(permalink)
        entry = unpacked(source, read.facts).entry if read else None
        if entry and made:
            noted.append(Noted(card=card_of(replace(entry, permalink=permalink)), packed=made.notes))
    return Report(
        articles=facts["articles"],
        made=0,
        weights=_weights(facts["weights"]),
        refused=facts["refused"],
        problems=_problems(facts["problems"]),
        noted=tuple(noted),
        steps=tuple(clock.steps),
        published=True,
        largest_worker=peak_memory(),
    )


def _problems(rows: Iterable[tuple[str, int, str, str, str]]) -> tuple[Problem, ...]:
    return tuple(
        Problem(path=path, line=line, code=code, message=said, mend=mend) for path, line, code, said, mend in rows
    )


def _weights(rows: Iterable[tuple[str, str, int, int]]) -> tuple[Weight, ...]:
    return tuple(Weight(part=part, kind=kind, files=files, bytes=size) for part, kind, files, size in rows)


def _bytes(path: Path) -> bytes:
    """Read a file; one that cannot be read is like an empty one, and the build will say so."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
