"""From the terms of articles to shards and back: nothing is lost, however runs, parts, volumes and shards are cut."""

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from duizhao.search import index, shards
from duizhao.search import runs as sorted_runs
from duizhao.search.article_terms import LEVELS
from duizhao.search.changing import ABSENT, Changes, Numbering, change, compare, renumber, together
from duizhao.search.merging import merge
from duizhao.search.reading import open_index, shards_of, terms_of
from duizhao.search.runs import BUCKETS, Part, bucket_of, open_runs, part_of, parts, run_name, run_of
from duizhao.search.shards import File, Volume, begins_volume, compressed, cut, path_of
from duizhao.search.signs import SKIPPED, postings, sign, written
from tests.indexes.archive import new_entry

TERMS = st.sampled_from(
    ["粮食", "粮", "食品", "grain", "g", "1954", "\U00020bb7", "\U00020bb7野", "#3", "@lin mu", "§社论", "ア"]
)
LEVELLED = st.dictionaries(TERMS, st.integers(0, LEVELS - 1))
ARTICLES = st.lists(LEVELLED, max_size=40)
MANY_TERMS = st.dictionaries(st.text("abc粮食", min_size=1, max_size=6), st.text("#$%&'", min_size=1, max_size=90))


def expected(articles: Sequence[dict[str, int]]) -> dict[str, list[tuple[int, int]]]:
    lists: dict[str, list[tuple[int, int]]] = {}
    for number, levels in enumerate(articles):
        for term, level in levels.items():
            lists.setdefault(term, []).append((number, level))
    return lists


def merged(articles: Sequence[dict[str, int]]) -> dict[str, str]:
    return {
        term: written(article << 2 | level for article, level in found) for term, found in expected(articles).items()
    }


@contextmanager
def sized(least: int, most: int, a_volume: int, part: int = 1) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as sizes:
        sizes.setattr(shards, "LEAST", least)
        sizes.setattr(shards, "MOST", most)
        sizes.setattr(shards, "TERMS_A_VOLUME", a_volume)
        sizes.setattr(sorted_runs, "PART", part)
        sizes.setattr(sorted_runs, "PIECE", part)
        yield


def write_runs(folder: Path, articles: Sequence[dict[str, int]], a_run: int) -> Path:
    folder.mkdir(parents=True)
    for first in range(0, len(articles), a_run):
        (folder / run_name(first)).write_bytes(run_of(articles[first : first + a_run]))
    return folder


def write(folder: Path, articles: Sequence[dict[str, int]], a_run: int) -> Path:
    """Write an index of articles as a build does; returns the output folder."""
    output, volumes = folder / "public", list[Volume]()
    runs = open_runs(write_runs(folder / "runs", articles, a_run))
    files = [file for part in parts(runs) for file in cut(merge(part), volumes)]
    entries = [new_entry()] * len(articles)
    leading = (index.directory(index.articles_folder(entries), entries, volumes), index.folding_table())
    written_files = [(file.path, compressed(file.text)) for file in (*files, *leading)]
    for path, data in (*written_files, (index.POINTER, index.pointer(*leading, len(entries)))):
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    return output


@pytest.mark.parametrize("sizes", [(12_000, 28_000, 8_192), (20, 60, 2), (20, 60, 1), (1, 1, 2), (1, 1, 8_192)])
@given(articles=ARTICLES, a_run=st.integers(1, 50))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_posting_is_found_again(
    sizes: tuple[int, int, int], articles: list[dict[str, int]], a_run: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with sized(*sizes):
        output = write(tmp_path_factory.mktemp("index"), articles, a_run)
        read = open_index(output)
        lists = expected(articles)
        assert {term: list(read.postings(term).items()) for term in lists} == lists
        assert not any(read.postings(term) for term in ("a", "粮", "食", "zzz", "！") if term not in lists)
        volumes = [terms_of(output, shards_of(output, volume)) for volume in read.volumes]
        assert {term: text for volume in volumes for term, text in volume.items()} == merged(articles)


@given(st.sets(st.integers(0, 3_000_000)).map(sorted), st.data())
def test_postings_come_back_as_they_were_written(articles: list[int], data: st.DataObject) -> None:
    levels = data.draw(st.lists(st.integers(0, 3), min_size=len(articles), max_size=len(articles)))
    listed = [article << 2 | level for article, level in zip(articles, levels, strict=True)]
    first = data.draw(st.integers(0, articles[0] if articles else 0))
    assert postings(written(listed, first), first) == listed


def test_a_sign_needs_no_escape_in_json_and_is_a_character_of_its_own() -> None:
    signs = [sign(value) for value in range((SKIPPED << 2) + LEVELS)]
    assert len(set(signs)) == len(signs)
    assert not {'"', "\\", "!", "\n"} & set(signs)
    "".join(signs).encode()


@given(st.characters(exclude_categories=["Cs"]), st.characters(exclude_categories=["Cs"]))
def test_buckets_are_in_the_order_of_the_terms(one: str, other: str) -> None:
    first, second = sorted((one, other))
    assert 0 <= bucket_of(first) <= bucket_of(second) < BUCKETS


def test_runs_of_nothing_have_one_part_of_no_slices(tmp_path: Path) -> None:
    (tmp_path / run_name(0)).write_bytes(run_of([{}]))
    assert list(parts(open_runs(tmp_path))) == [Part(slices=(), low="", high="")]
    assert list(parts([])) == [Part(slices=(), low="", high="")]


def files_of(terms: dict[str, str]) -> tuple[list[File], list[Volume]]:
    volumes = list[Volume]()
    return list(cut(sorted(terms.items()), volumes)), volumes


def test_the_files_of_a_volume_are_there_before_the_terms_of_the_next_are_asked_for() -> None:
    volumes, asked = list[Volume](), list[str]()

    def terms() -> Iterator[tuple[str, str]]:
        for number in range(100):
            asked.append(f"{number:02}")
            yield asked[-1], "#"

    with sized(12_000, 28_000, 10):
        files = cut(terms(), volumes)
        next(files)
        first = len(asked)
        assert 1 < first < 100
        assert sum(1 for _ in files) == 2 * len(volumes) - 1
    assert volumes[1].first == f"{first - 1:02}"


def test_shards_are_not_larger_than_they_may_be_nor_much_smaller() -> None:
    terms = {f"{crc32(b'%d' % number):x}": "#" * (number % 300) for number in range(3_000)}
    with sized(2_000, 4_000, 1_000_000):
        *found, listed = (len(file.text) for file in files_of(terms)[0])
    assert listed
    assert max(found) <= 4_001
    assert min(found[:-1]) >= 2_000 - 320


@given(terms=MANY_TERMS, term=st.text("abc粮食", min_size=1, max_size=6), text=st.text("#$%&'", max_size=90))
@settings(max_examples=40, deadline=None)
def test_a_volume_is_cut_the_same_whatever_is_beside_it(terms: dict[str, str], term: str, text: str) -> None:
    """So only the volume that a changed term belongs to, or that begins or ends with it, has to be cut again."""
    with sized(100, 200, 4):
        before, after = files_of(terms)[1], files_of(terms | {term: text})[1]
    firsts = sorted({volume.first for volume in before} | {term})
    place = firsts.index(term)
    near = {term, *firsts[max(0, place - 1) : place + 2]}
    far = [volume for volume in before if volume.first not in near]
    assert [volume for volume in after if volume.first not in near] == far


def test_a_changed_term_changes_the_shard_that_holds_it_and_seldom_another() -> None:
    terms = {f"{crc32(b'%d' % number):x}": "#" * (number % 90) for number in range(4_000)}
    with sized(1_200, 2_800, 1_000_000):
        before = {file.path for file in files_of(terms)[0]}
        changed = [
            len({file.path for file in files_of(terms | {term: terms[term] + "$"})[0]} - before)
            for term in sorted(terms)[::80]
        ]
    assert sum(changed) < 3 * len(changed)  # a shard and the list each


def differences(before: Sequence[dict[str, int]], after: Sequence[dict[str, int]]) -> Changes:
    changes: Changes = {}
    for number, (one, other) in enumerate(zip(before, after, strict=True)):
        compare(number, one, other, changes)
    return changes


@given(articles=st.lists(st.tuples(LEVELLED, LEVELLED), max_size=20))
def test_terms_that_were_changed_are_those_of_the_changed_articles(
    articles: list[tuple[dict[str, int], dict[str, int]]],
) -> None:
    before, after = ([pair[side] for pair in articles] for side in (0, 1))
    terms = merged(before)
    change(terms, differences(before, after))
    assert terms == merged(after)


@pytest.mark.parametrize("held", [{}, {"粮": 1}, {"粮": 2}])
def test_a_change_that_does_not_fit_is_refused(held: dict[str, int]) -> None:
    terms = merged([held, {"粮": 0}])
    was = ABSENT if held else 1
    with pytest.raises(LookupError):
        change(terms, {"粮": {0: (was, 3)}})


@given(
    kept=st.lists(st.tuples(LEVELLED, st.booleans()), max_size=20),
    put=st.lists(st.tuples(LEVELLED, st.integers(0, 20)), max_size=8),
    a_run=st.integers(1, 4),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_terms_that_were_renumbered_are_those_of_the_articles_as_they_are_now(
    kept: list[tuple[dict[str, int], bool]],
    put: list[tuple[dict[str, int], int]],
    a_run: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Articles are taken out (`kept` false) and put in, each before some place among those that stay."""
    now: list[tuple[int | None, dict[str, int]]] = [(n, one) for n, (one, stays) in enumerate(kept) if stays]
    for levels, place in put:
        now.insert(min(place, len(now)), (None, levels))
    numbers = {old: number for number, (old, _) in enumerate(now) if old is not None}
    added = [(number, levels) for number, (old, levels) in enumerate(now) if old is None]
    runs = open_runs(write_runs(tmp_path_factory.mktemp("runs") / "r", [levels for _, levels in added], a_run))
    numbering = Numbering(
        moved=array("i", [numbers.get(old, ABSENT) for old in range(len(kept))]),
        added=array("i", [number for number, _ in added]),
    )
    terms = merged([levels for levels, _ in kept])
    assert renumber(terms, numbering, part_of(runs, "", "")) == merged([levels for _, levels in now])


@given(
    low=st.just("") | st.text(min_size=1, max_size=2),
    high=st.just("") | st.text(min_size=1, max_size=2),
    articles=ARTICLES,
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_part_of_runs_has_the_terms_from_its_low_one_on_and_before_its_high_one(
    low: str, high: str, articles: list[dict[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    runs = open_runs(write_runs(tmp_path_factory.mktemp("runs") / "r", articles, 7))
    within = sorted(term for term in expected(articles) if term >= low and (not high or term < high))
    assert [term for term, _ in merge(part_of(runs, low, high))] == within


@given(st.lists(st.booleans(), max_size=12))
@example([True, True])
def test_a_volume_that_may_lose_its_beginning_is_cut_with_the_one_before_it(may_lose: list[bool]) -> None:
    volumes = [Volume(f"{number:02}", "") for number in range(len(may_lose))]
    stretches = list(together(volumes, lambda volume: may_lose[int(volume.first)]))
    assert [place for stretch in stretches for place in stretch] == list(range(len(volumes)))
    assert [stretch.start for stretch in stretches][1:] == [n for n, one in enumerate(may_lose) if n and not one]


def test_a_volume_begins_at_certain_terms_alone() -> None:
    terms = {f"t{number}": "#" for number in range(30_000)}
    _, volumes = files_of(terms)
    assert [volume.first for volume in volumes][1:] == [term for term in sorted(terms)[1:] if begins_volume(term)]
    assert 1 < len(volumes) < 10
    assert all(one.first < other.first for one, other in pairwise(volumes))


def test_a_name_is_of_what_is_in_the_file() -> None:
    files, volumes = files_of(merged([{"粮": 1}, {"食": 0}]))
    assert files == files_of(merged([{"粮": 1}, {"食": 0}]))[0]
    assert {file.path for file in files}.isdisjoint({file.path for file in files_of(merged([{"粮": 1}, {"食": 1}]))[0]})
    assert files[-1].path == path_of(volumes[0].name)
