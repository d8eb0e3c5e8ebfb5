"""Only whole files reach the output folder, and only files of the builder are replaced or removed."""

import gzip
import os
from pathlib import Path

import pytest

from duizhao import publish
from duizhao.problems import Halt


def published(output: Path, files: dict[str, bytes], *, again: bool = False) -> list[str]:
    with publish.staging(output, again=again) as stage:
        for path, data in files.items():
            stage.put(path, data)
        publish.refuse_taken(stage, list(files))
        return publish.publish(stage, list(files))


def content(output: Path) -> dict[str, bytes]:
    return {path: (output / path).read_bytes() for path in publish.files_below(output) if path != publish.MANIFEST}


def test_files_appear_with_their_folders(tmp_path: Path) -> None:
    files = {"index.html": b"home", "1954/12/24/1-aaaaa.html": b"article"}
    assert published(tmp_path / "out", files) == []
    assert content(tmp_path / "out") == files


def test_files_that_are_no_longer_made_go_and_so_do_their_empty_folders(tmp_path: Path) -> None:
    published(tmp_path, {"index.html": b"1", "1954/12/24/1-aaaaa.html": b"2"})
    published(tmp_path, {"index.html": b"1"})
    assert content(tmp_path) == {"index.html": b"1"}
    assert not (tmp_path / "1954").exists()


def test_files_of_others_stay_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "1954").mkdir()
    (tmp_path / "1954" / "mine.txt").write_bytes(b"mine")
    published(tmp_path, {"1954/index.html": b"1"})
    assert published(tmp_path, {"index.html": b"2"}) == ["1954/mine.txt"]
    assert content(tmp_path) == {"1954/mine.txt": b"mine", "index.html": b"2"}


def test_a_file_of_others_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"mine")
    with pytest.raises(Halt, match="output-taken"):
        published(tmp_path, {"index.html": b"theirs"})
    assert (tmp_path / "index.html").read_bytes() == b"mine"


def test_a_folder_that_is_a_link_out_of_the_output_is_not_written_through(tmp_path: Path) -> None:
    outside, output = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    output.mkdir()
    (output / "1954").symlink_to(outside)
    with pytest.raises(Halt, match="leads out"):
        published(output, {"1954/index.html": b"1"})
    assert not list(outside.iterdir())


def test_a_list_of_made_files_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    output, victim = tmp_path / "out", tmp_path / "victim.txt"
    published(output, {"index.html": b"1"})
    victim.write_bytes(b"mine")
    with gzip.open(output / publish.MANIFEST, "at") as manifest:
        manifest.write(f"../victim.txt\n{victim}\n")
    published(output, {"index.html": b"2"})
    assert victim.read_bytes() == b"mine"


@pytest.mark.parametrize("data", [b"", b"index.html", b"\x1f\x8b", gzip.compress(b"index.html", mtime=0)[:-9]])
def test_a_list_of_made_files_that_is_damaged_names_none(tmp_path: Path, data: bytes) -> None:
    published(tmp_path, {"index.html": b"1"})
    assert publish.made_files(tmp_path) == ["index.html"]
    (tmp_path / publish.MANIFEST).write_bytes(data)
    assert publish.made_files(tmp_path) == []


def test_what_a_killed_build_left_is_put_right_by_the_next(tmp_path: Path) -> None:
    published(tmp_path, {"index.html": b"1", "old.html": b"1"})
    (tmp_path / publish.STAGING).mkdir()
    (tmp_path / publish.STAGING / "index.html").write_bytes(b"half")
    published(tmp_path, {"index.html": b"2"})
    assert content(tmp_path) == {"index.html": b"2"}
    assert not (tmp_path / publish.STAGING).exists()


def test_two_builds_into_one_folder_do_not_harm_each_other(tmp_path: Path) -> None:
    published(tmp_path, {"index.html": b"1"})
    with publish.staging(tmp_path) as stage:
        stage.put("index.html", b"2")
        with pytest.raises(Halt, match="output-busy"), publish.staging(tmp_path):
            pass
        publish.publish(stage, ["index.html"])
    assert content(tmp_path) == {"index.html": b"2"}


def test_a_page_that_a_worker_wrote_elsewhere_stops_the_build(tmp_path: Path) -> None:
    with publish.staging(tmp_path) as stage, pytest.raises(Halt, match="output-lost"):
        publish.refuse_taken(stage, ["index.html"])


def test_a_file_where_a_folder_must_be_stops_the_build_before_anything_is_moved(tmp_path: Path) -> None:
    (tmp_path / "1953").write_bytes(b"mine")
    with pytest.raises(Halt, match="needs a folder"):
        published(tmp_path, {"1953/07/06/index.html": b"1", "index.html": b"1"})
    assert content(tmp_path) == {"1953": b"mine"}


@pytest.mark.parametrize("survived", range(4))
def test_killed_while_it_publishes_every_link_still_leads_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, survived: int
) -> None:
    """New files go first: an index that names a new article is never there before the article is."""
    published(tmp_path, {"index.html": b"1-old", "1-old.html": b"", "about.html": b"1"})
    done = 0

    def dying(source: Path, target: Path) -> None:
        nonlocal done
        if done == survived:
            raise KeyboardInterrupt
        done += 1
        Path(source).rename(target)

    monkeypatch.setattr(os, "replace", dying)
    after = {"index.html": b"2-new", "2-new.html": b"", "about.html": b"2"}
    try:
        published(tmp_path, after)
    except KeyboardInterrupt:
        named = (tmp_path / "index.html").read_text()
        assert (tmp_path / f"{named}.html").is_file()
    monkeypatch.undo()
    published(tmp_path, after)
    assert content(tmp_path) == after


def test_files_that_are_the_same_are_not_written_again_unless_asked(tmp_path: Path) -> None:
    published(tmp_path, {"index.html": b"1"})
    before = (tmp_path / "index.html").stat().st_ino
    published(tmp_path, {"index.html": b"1"})
    assert (tmp_path / "index.html").stat().st_ino == before
    published(tmp_path, {"index.html": b"1"}, again=True)
    assert (tmp_path / "index.html").stat().st_ino != before


@pytest.mark.parametrize("output", ["content", "content/sub", ".", "link"])
def test_an_output_that_is_holds_or_lies_in_a_source_folder_is_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "content")
    with pytest.raises(Halt, match="output-overlaps"):
        publish.refuse_overlap(tmp_path / output, [tmp_path / "content"])


def test_an_output_beside_the_sources_is_accepted(tmp_path: Path) -> None:
    publish.refuse_overlap(tmp_path / "public", [tmp_path / "content"])


def test_an_output_that_cannot_be_made_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Halt, match="output-unwritable"):
        published(tmp_path / "file" / "out", {"index.html": b"1"})


def test_a_text_is_written_whole_and_only_when_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ledger.csv"
    publish.write_whole(path, b"a\n")
    before = path.stat().st_ino
    publish.write_whole(path, b"a\n")
    assert path.stat().st_ino == before
    publish.write_whole(path, b"b\n")
    assert path.read_text() == "b\n"
    assert [p.name for p in path.parent.iterdir()] == ["ledger.csv"]


def test_a_link_to_a_text_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "file.csv")
    publish.write_whole(tmp_path / "link.csv", b"a\n")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "file.csv").read_text() == "a\n"


@pytest.mark.parametrize("path", ["folder", "file/report.json"])
def test_a_text_that_could_not_be_written_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Halt, match="file-unwritable"):
        publish.refuse_unwritable(tmp_path / path, [])
    with pytest.raises(Halt, match="file-unwritable"):
        publish.write_whole(tmp_path / path, b"x")


def test_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Halt, match="no regular file"):
        publish.write_whole(tmp_path / "pipe", b"x")
    assert (tmp_path / "pipe").is_fifo()


def test_a_text_that_would_replace_what_the_build_reads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Halt, match="the build reads"):
        publish.refuse_unwritable(tmp_path / "content" / "a.txt", [tmp_path / "content"])


def test_any_name_of_a_file_is_remembered_as_made(tmp_path: Path) -> None:
    published(tmp_path, {"#foo": b"1"})
    assert published(tmp_path, {"#foo": b"2"}) == []
    assert content(tmp_path) == {"#foo": b"2"}
