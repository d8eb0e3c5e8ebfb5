"""A build: whether it is needed at all, and on what terms; `building` does it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from duizhao import publish
from duizhao.cache import Broken, key_of, opened, program_key
from duizhao.order import Means, Order
from duizhao.problems import ordered, problem
from duizhao.progress import Clock, Progress, Quiet
from duizhao.report import Report
from duizhao.resources import folders, own_folders
from duizhao.settings import Site, absolute
from duizhao.unchanged import keep, key_of_inputs, report_again

__all__ = ["Order", "build"]


def build(site: Site, order: Order, progress: Progress | None = None) -> Report:
    """Build a site. Raises `Halt`, and publishes nothing, where the whole of it cannot be."""
    publish.refuse_overlap(site.output, _inputs(site))
    if order.scheduler:
        site = absolute(site)
    file = site.cache / f"{key_of(str(site.output.resolve())).hex()}.sqlite"
    try:
        return _build(site, order, progress or Quiet(), file)
    except Broken as error:
        found = problem(str(file), 0, "cache-unusable", str(error))
        report = _build(site, order, progress or Quiet(), None)
        return replace(report, problems=tuple(ordered((*report.problems, found))))


def _build(site: Site, order: Order, progress: Progress, file: Path | None) -> Report:
    """Build with the cache in a file, None: without one. Raises `Broken` where it cannot be used."""
    clock, program = Clock(progress=progress), program_key()
    inputs = key_of_inputs(site, order.config, program)
    of_sources = key_of(program, str(site.content.resolve()), str(site.largest_article))
    with (
        publish.staging(site.output, again=order.clean) as stage,
        opened(file, of_sources, again=order.clean) as cache,
    ):
        last = report_again(site, stage, cache, inputs, clock)
        if last and not (order.strict and last.refused):
            return last
        from duizhao.building import build_site  # noqa: PLC0415 - nothing of it is needed where nothing changed

        done = build_site(site, order, Means(program=program, stage=stage, cache=cache, clock=clock))
        if done.ledger is not None and inputs == key_of_inputs(site, order.config, program):
            # Else a template or the like changed meanwhile, and pages may be of either: all are made again next time.
            cache.published()
            keep(cache, inputs, done.ledger, done.report, done.unfit)
    return done.report


def _inputs(site: Site) -> Iterator[Path]:
    """List the folders that a build reads or that hold the program."""
    yield from (site.content, *folders(site, "templates"), *folders(site, "static"), *own_folders(), site.cache)
