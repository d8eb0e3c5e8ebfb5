"""From packed articles to shards and back: nothing is lost, however runs, volumes and shards are cut."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duizhao.search import index, shards
from duizhao.search.packed import LEVELS, unpack
from duizhao.search.reading import open_index
from duizhao.search.runs import BUCKETS, bucket_of, open_run, run_name, run_of, slices
from duizhao.search.signs import SKIPPED, postings, sign, written
from tests.indexes.archive import new_entry

TERMS = st.sampled_from(
    ["粮食", "粮", "食品", "grain", "g", "1954", "\U00020bb7", "\U00020bb7野", "#3", "@lin mu", "§社论", "ア"]
)
FACETS = "#@§"
LEVELLED = st.dictionaries(TERMS, st.integers(0, LEVELS - 1))


def packed(levels: dict[str, int]) -> bytes:
    words = {term: level for term, level in levels.items() if term[0] not in FACETS}
    lines = [" ".join(term for term, own in words.items() if own == level) for level in range(LEVELS)]
    return "\n".join([*lines, "\t".join(term for term in levels if term not in words)]).encode()


def expected(articles: Sequence[dict[str, int]]) -> dict[str, list[tuple[int, int]]]:
    lists: dict[str, list[tuple[int, int]]] = {}
    for number, levels in enumerate(articles):
        for term, level in levels.items():
            lists.setdefault(term, []).append((number, 0 if term[0] in FACETS else level))
    return lists


def write(folder: Path, articles: Sequence[dict[str, int]], a_run: int) -> Path:
    """Write an index of articles as a build does; returns the output folder."""
    runs, output = folder / "runs", folder / "public"
    runs.mkdir(parents=True)
    for first in range(0, len(articles), a_run):
        (runs / run_name(first)).write_bytes(run_of([packed(one) for one in articles[first : first + a_run]]))
    entries = [new_entry()] * len(articles)
    planned, cut = index.plan(runs, entries), list[shards.Volume]()
    files = [
        (index.shard_path(planned.folder, number, place), data)
        for number, pieces in enumerate(planned.volumes)
        for place, data in enumerate(shards.merge(pieces, cut))
    ]
    files += index.article_files(planned.folder, 0, entries)
    files += index.directory_files(planned.folder, entries, cut)
    files.append((index.POINTER, index.pointer(planned.folder, len(entries))))
    for path, data in files:
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    return output


@pytest.mark.parametrize(("shard", "volume"), [(30_000, 8_000_000), (40, 8_000_000), (40, 1), (1, 1)])
@given(articles=st.lists(LEVELLED, max_size=40), a_run=st.integers(1, 50))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_posting_is_found_again(
    shard: int, volume: int, articles: list[dict[str, int]], a_run: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as sizes:
        sizes.setattr(shards, "SHARD", shard)
        sizes.setattr(shards, "VOLUME", volume)
        sizes.setattr(shards, "RUNS_AT_ONCE", 3)
        read = open_index(write(tmp_path_factory.mktemp("index"), articles, a_run))
        lists = expected(articles)
        assert {term: list(read.postings(term).items()) for term in lists} == lists
        assert not any(read.postings(term) for term in ("a", "粮", "食", "zzz", "！") if term not in lists)


@given(st.lists(st.dictionaries(TERMS, st.integers(0, 3)), min_size=1, max_size=12))
def test_what_is_packed_is_unpacked(articles: list[dict[str, int]]) -> None:
    for levels in articles:
        told = {term: level for level, terms in unpack(packed(levels)) for term in terms}
        assert told == {term: 0 if term[0] in FACETS else level for term, level in levels.items()}


@given(st.sets(st.integers(0, 3_000_000)).map(sorted), st.data())
def test_postings_come_back_as_they_were_written(articles: list[int], data: st.DataObject) -> None:
    levels = data.draw(st.lists(st.integers(0, 3), min_size=len(articles), max_size=len(articles)))
    listed = list(zip(articles, levels, strict=True))
    assert list(postings(written(listed))) == listed


def test_a_sign_needs_no_escape_in_json_and_is_a_character_of_its_own() -> None:
    signs = [sign(value) for value in range((SKIPPED << 2) + LEVELS)]
    assert len(set(signs)) == len(signs)
    assert not {'"', "\\", "!", "\n"} & set(signs)
    "".join(signs).encode()


@given(st.characters(exclude_categories=["Cs"]), st.characters(exclude_categories=["Cs"]))
def test_buckets_are_in_the_order_of_the_terms(one: str, other: str) -> None:
    first, second = sorted((one, other))
    assert 0 <= bucket_of(first) <= bucket_of(second) < BUCKETS


def test_a_run_of_nothing_has_no_slices(tmp_path: Path) -> None:
    (tmp_path / run_name(0)).write_bytes(run_of([packed({})]))
    assert slices([open_run(tmp_path / run_name(0))], range(BUCKETS)) == ()


def test_the_folder_changes_with_the_contents_and_only_then(tmp_path: Path) -> None:
    folders = []
    for number, articles in enumerate([[{"粮": 1}, {"食": 0}], [{"粮": 1}, {"食": 0}], [{"粮": 1}, {"食": 1}]]):
        output = write(tmp_path / str(number), articles, 200)
        folders.append(open_index(output).folder)
    assert folders[0] == folders[1] != folders[2]
