"""`duizhao learn` adds to a file what an archive teaches; the file is the maintainer's."""

import random
from collections import Counter
from pathlib import Path

import pytest

from duizhao import learn as learning
from duizhao.align.lexicon_file import faults
from duizhao.cli import main
from duizhao.learn import HEADER, bounded, learn
from duizhao.problems import Halt
from duizhao.settings import Site
from tests.align import invented
from tests.archive import site_in

CHANCE = random.Random(5)  # noqa: S311 - to be the same at every run
TRUTH = invented.words(CHANCE, 40)
SOURCES = invented.archive(TRUTH, CHANCE, 60)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = site_in(tmp_path)
    for name, text in SOURCES.items():
        (made.content / name).write_text(text, encoding="utf-8")
    return made


def rows(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_a_lexicon_is_written_that_can_be_read(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "lexicon.tsv"
    lesson = learn(site, file, 1)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert file.read_text(encoding="utf-8").startswith(HEADER)
    assert list(faults(lines)) == []
    assert rows(file) == sorted(rows(file))
    assert set(rows(file)) <= {f"{word}\t{rendering}" for word, rendering in TRUTH.items()}
    assert len(rows(file)) == lesson.words == lesson.new > 0.9 * len(TRUTH)
    assert lesson.sentences > 500


def test_the_same_is_learned_by_any_number_of_workers(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "ARTICLES_A_CHUNK", 25)
    for jobs in (1, 2, 3):
        learn(site, tmp_path / f"{jobs}.tsv", jobs)
    assert len({(tmp_path / f"{jobs}.tsv").read_bytes() for jobs in (1, 2, 3)}) == 1
    assert rows(tmp_path / "1.tsv")


def test_the_names_of_the_files_do_not_matter(site: Site, tmp_path: Path) -> None:
    learn(site, tmp_path / "before.tsv", 1)
    for path in sorted(site.content.glob("*.txt")):
        path.rename(path.with_name(f"{path.stem[::-1]}.md"))
    learn(site, tmp_path / "after.tsv", 1)
    assert (tmp_path / "before.tsv").read_bytes() == (tmp_path / "after.tsv").read_bytes()


def test_who_learns_again_finds_nothing_new(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "lexicon.tsv"
    first = learn(site, file, 1)
    written = file.read_bytes()
    again = learn(site, file, 1)
    assert (again.words, again.new) == (first.words, 0)
    assert file.read_bytes() == written


def test_what_the_maintainer_wrote_stays(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "lexicon.tsv"
    corrected, refused, *_ = TRUTH
    mine = f"# Rivers\n{corrected}\tmy word\n\n# {refused}\t{TRUTH[refused]}"
    file.write_text(mine, encoding="utf-8")
    lesson = learn(site, file, 1)
    assert file.read_text(encoding="utf-8").startswith(mine + "\n")
    assert [line for line in rows(file) if line.startswith((corrected, refused))] == [f"{corrected}\tmy word"]
    assert lesson.new == lesson.words - 2 == len(rows(file)) - 2


def test_articles_that_cannot_be_read_teach_nothing(site: Site, tmp_path: Path) -> None:
    learn(site, tmp_path / "before.tsv", 1)
    (site.content / "bad.txt").write_bytes(b"\0")
    (site.content / "undated.txt").write_text("Text.", encoding="utf-8")
    learn(site, tmp_path / "after.tsv", 1)
    assert (tmp_path / "before.tsv").read_bytes() == (tmp_path / "after.tsv").read_bytes()


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("content/0001.txt", "lexicon-row"),
        ("content/permalinks.csv", "lexicon-row"),
        ("bad.tsv", "lexicon-row"),
        ("binary.tsv", "lexicon-file"),
    ],
)
def test_a_file_that_is_something_else_is_not_touched(site: Site, tmp_path: Path, place: str, code: str) -> None:
    (tmp_path / "bad.tsv").write_text("party\t党\n", encoding="utf-8")
    (tmp_path / "binary.tsv").write_bytes(b"\xff")
    (tmp_path / "content/permalinks.csv").write_text("permalink\n", encoding="utf-8")
    before = (tmp_path / place).read_bytes()
    with pytest.raises(Halt, match=code):
        learn(site, tmp_path / place, 1)
    assert (tmp_path / place).read_bytes() == before


def test_a_file_that_cannot_be_written_is_named_before_anything_is_counted(site: Site) -> None:
    with pytest.raises(Halt, match="file-unwritable"):
        learn(site, site.content, 1)


def test_an_archive_without_a_content_folder_is_named(tmp_path: Path) -> None:
    site = site_in(tmp_path)
    site.content.rmdir()
    with pytest.raises(Halt, match="content-missing"):
        learn(site, tmp_path / "lexicon.tsv", 1)


@pytest.fixture
def in_archive(site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(site.content.parent)
    return site.content.parent


COMMANDS = [
    ("", [], "lexicon.tsv"),
    ("pairing: {lexicon: words/own.tsv}", [], "words/own.tsv"),
    ("pairing: {lexicon: words/own.tsv}", ["--output", "other.tsv"], "other.tsv"),
]


@pytest.mark.parametrize(("setting", "options", "place"), COMMANDS)
def test_the_command_writes_the_file_of_the_settings(
    setting: str, options: list[str], place: str, in_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_archive / "site.yaml").write_text(f"title: x\n{setting}\n", encoding="utf-8")
    assert main(["learn", "--jobs", "1", *options]) == 0
    said = capsys.readouterr().out
    assert f"words learned from 540 pairs of sentences, {len(rows(in_archive / place))} of them new in {place}" in said
    assert ("once “pairing.lexicon”" in said) == (place != "words/own.tsv")
    assert not (in_archive / "public").exists()


def test_the_rarest_are_forgotten_where_there_are_too_many() -> None:
    counts = Counter({("", str(number)): number for number in range(1, 101)})
    assert bounded(counts, 100) == counts
    assert sorted(bounded(counts, 99).values()) == list(range(52, 101))
