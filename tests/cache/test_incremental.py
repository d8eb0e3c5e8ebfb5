"""Whatever happened since the last build: this one gives what a build in an empty folder gives, to the last byte."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from duizhao import full_text
from duizhao.cache import stamps
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.report import report_json
from duizhao.search import shards
from duizhao.settings import Site
from tests.archive import files, site_in
from tests.cache.changes import CHANGES, Archive, write

Change = tuple[int, int]
"""Which change, and the number that it is given."""

ROUNDS = st.lists(
    st.lists(st.tuples(st.integers(0, len(CHANGES) - 1), st.integers(0, 1_000)), min_size=1, max_size=4),
    min_size=1,
    max_size=5,
)


def outcome(site: Site, order: Order) -> tuple[Any, dict[str, bytes], bytes]:
    """What a build says, the site, and the ledger. What is said names no folders, and not what was kept."""
    folder = str(site.content.parent)
    try:
        said = json.loads(report_json(build(site, order), site.content).replace(folder, "FOLDER"))
        for volatile in ("made", "steps", "peak_memory"):
            del said[volatile]
        said["counts"].pop("cache-unusable", None)
        said["problems"]["notes"] = [one for one in said["problems"]["notes"] if one["code"] != "cache-unusable"]
    except Halt as halt:
        return str(halt).replace(folder, "FOLDER"), {}, b""
    return said, files(site.output), site.ledger_file.read_bytes()


def elsewhere(site: Site, folder: Path) -> Site:
    """The same archive in another folder, without a site and without a cache."""
    names = {"content": site.content, "templates": site.templates, "static": site.static}
    for name, place in names.items():
        if place.is_dir():
            shutil.copytree(place, folder / name)
    places = {name: folder / name for name in names}
    return replace(site, **places, output=folder / "public", cache=folder / "cache")  # type: ignore[arg-type]


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # builds are slow, and what fails is short enough to read
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rounds=ROUNDS)
def test_after_any_changes_a_build_gives_what_a_clean_one_gives(
    monkeypatch: pytest.MonkeyPatch, rounds: list[list[Change]]
) -> None:
    monkeypatch.setattr(stamps, "TICK", 0)  # else files as young as these would never be taken for unchanged
    monkeypatch.setattr(full_text, "MOST_CHANGED", 2 / 3)
    for name, size in (("LEAST", 150), ("MOST", 400), ("TERMS_A_VOLUME", 20)):
        monkeypatch.setattr(shards, name, size)  # else so few articles would make no more than one volume of one shard
    with TemporaryDirectory() as folder:
        archive = Archive(site=site_in(Path(folder)))
        for number in range(10):
            write(archive, number)
        for at, changes in enumerate(([], *rounds)):
            for change, number in changes:
                CHANGES[change](archive, number)
            clean = elsewhere(archive.site, Path(folder) / f"clean-{at}")
            assert outcome(archive.site, Order(jobs=1)) == outcome(clean, Order(jobs=1))
