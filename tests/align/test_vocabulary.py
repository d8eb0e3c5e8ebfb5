"""The archive's own lexicon: what it adds, what it replaces, that all workers know it."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao import building
from duizhao.align import BUILT_IN, Vocabulary, explain, vocabulary_of
from duizhao.align.vocabulary import lexicon
from duizhao.cli import main
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.settings import Pairing, Site
from tests.align import invented
from tests.align.test_passages import article, blocks
from tests.archive import files, site_in

OWN = Vocabulary(own="# Rivers\n鼋鼍\tzumtig river\n党\tguild\n")
BOTH = Vocabulary(own="大象\ttusker\n", dictionary="cedict")


def test_its_entries_are_added_and_win() -> None:
    assert lexicon(OWN).words["鼋鼍"] == {"zumtig river"}
    assert lexicon(OWN).words["党"] == {"guild"}
    assert lexicon(OWN).words["革命"] == lexicon().words["革命"]
    assert len(lexicon(OWN).words) == len(lexicon().words) + 1


def test_they_win_over_the_dictionary_too() -> None:
    assert lexicon(BOTH).words["大象"] == {"tusker"}
    assert "老虎" in lexicon(BOTH).words


def test_it_is_what_a_pair_rests_on() -> None:
    read = article(blocks("鼋鼍涨了。"), blocks("The Zumtig River is high."))
    assert explain(read)[0].shared == ()
    assert explain(read, OWN)[0].shared == ("鼋鼍",)


def test_the_file_is_read_whole_and_once(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    file.write_bytes(b"\xef\xbb\xbf" + OWN.own.replace("\n", "\r\n").encode())
    vocabulary = vocabulary_of(Pairing(lexicon=file))
    file.unlink()
    assert lexicon(vocabulary).words == lexicon(OWN).words
    assert vocabulary_of(Pairing()) == BUILT_IN


@pytest.mark.parametrize("data", [None, "白河\twhite river".encode("gb18030")])
def test_a_file_that_cannot_be_read_is_named(data: bytes | None, tmp_path: Path) -> None:
    if data:
        (tmp_path / "own.tsv").write_bytes(data)
    with pytest.raises(Halt, match=r"own\.tsv: lexicon-file"):
        vocabulary_of(Pairing(lexicon=tmp_path / "own.tsv"))


def test_every_fault_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("# x\n白河 white river\n党\tParty/guild\n", encoding="utf-8")
    with pytest.raises(Halt) as halted:
        vocabulary_of(Pairing(lexicon=tmp_path / "own.tsv"))
    assert [(found.line, found.code) for found in halted.value.problems] == [(2, "lexicon-row"), (3, "lexicon-row")]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An archive whose articles lack a sentence here and there, and a lexicon of its words."""
    chance = random.Random(6)  # noqa: S311 - to be the same at every run
    known = invented.words(chance, 60)
    site = site_in(tmp_path)
    for number in range(25):
        whole = invented.sentences(known, chance, 5)
        whole[number % 5] = replace(whole[number % 5], **{chance.choice(("zh", "en")): ""})
        (site.content / f"{number:04}.txt").write_text(invented.file([whole], number), encoding="utf-8")
    (tmp_path / "own.tsv").write_text("".join(f"{han}\t{name}\n" for han, name in known.items()), encoding="utf-8")
    return site


def test_pages_rest_on_it_whatever_the_number_of_workers(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "ARTICLES_A_CHUNK", 5)
    own = replace(site, pairing=Pairing(lexicon=tmp_path / "own.tsv"))
    build(site, Order(jobs=1))
    without = files(site.output)
    build(own, Order(jobs=1))
    alone = files(site.output)
    assert alone != without
    build(replace(own, output=tmp_path / "again", ledger=tmp_path / "again.csv"), Order(jobs=2))
    assert files(tmp_path / "again") == alone


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_faulty_lexicon_stops(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site_in(tmp_path)
    (tmp_path / "site.yaml").write_text("title: x\npairing: {lexicon: own.tsv}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main([command]) == 2
    assert not (tmp_path / "public").exists()
