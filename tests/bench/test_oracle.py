"""The search is held against the texts; what is missed, found too much, or found otherwise by scripts is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.oracle import KINDS, Held, held, lines
from bench.scan import Scan
from tests.built_site import locked
from tests.search.archives import Archive, archive, build_invented

SHARE = 0.02


@pytest.fixture(scope="module")
def invented(shared_folder: Path) -> Archive:
    with locked(shared_folder / "invented.lock"):
        return archive(build_invented(shared_folder / "invented"))


def test_all_texts_at_once_hold_what_each_of_them_holds(invented: Archive) -> None:
    scan = Scan(invented)
    text = invented.texts[7]
    piece, words = text.blocks[0][:2], text.words[-1][:2]
    assert 7 in scan.holding(piece)
    assert scan.holding(piece) == {n for n, one in enumerate(invented.texts) if one.has(piece)}
    assert scan.saying(words) == {n for n, one in enumerate(invented.texts) if one.has_words(*words)}
    assert scan.holding("一个没有人写过的句子") == set()


def test_nothing_is_wrong_with_the_search_of_an_invented_archive(invented: Archive) -> None:
    found = held("invented", invented, SHARE)
    assert [kind.name for kind in found.kinds] == list(KINDS)
    for kind in found.kinds:
        assert (kind.wrong, kind.expected, kind.found) == ((), kind.both, kind.both)
        assert 0 <= kind.right <= kind.candidates
        assert kind.queries
    assert found.in_script
    assert not found.differing
    assert "1.0000" in "\n".join(lines(found))


def test_what_an_index_misses_and_finds_too_much_is_told(invented: Archive) -> None:
    moved = (*invented.texts[1:], invented.texts[0])
    kind = held("moved", replace(invented, texts=moved), SHARE).kinds[0]
    assert kind.wrong
    assert kind.both < min(kind.expected, kind.found)


def test_scripts_that_find_something_else_are_told() -> None:
    found = Held(archive="a", articles=1, kinds=(), in_script=3, differing=("缺粮",))
    assert list(lines(found))[-2:] == [
        "Scripts and program give the same first ten to 2 of 3 queries",
        "  OTHERS for 缺粮",
    ]
