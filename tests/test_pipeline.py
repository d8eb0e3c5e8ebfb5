"""A build gives the same bytes wherever it runs, costs no article for another, and publishes whole sites."""

import gzip
import os
import signal
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.settings import Site
from tests.archive import GOOD, address_of, files, line_of, site_in


def archive(folder: Path, articles: int = 3) -> Site:
    site = site_in(folder)
    for number in range(articles):
        text = GOOD.replace("1953-07-06", f"1953-07-{number % 28 + 1:02}").replace("白河", f"白河{number}")
        (site.content / f"{number}.txt").write_text(text, encoding="utf-8")
    return site


def test_one_and_several_workers_and_a_copy_elsewhere_give_the_same_bytes(tmp_path: Path) -> None:
    one, several = archive(tmp_path / "one", 450), archive(tmp_path / "far" / "away" / "several", 450)
    build(one, Order(jobs=1))
    build(several, Order(jobs=3))
    assert files(one.output) == files(several.output)
    assert one.ledger_file.read_bytes() == several.ledger_file.read_bytes()


def test_corrections_change_the_page_alone_and_their_problems_are_said_once(tmp_path: Path) -> None:
    site = archive(tmp_path, 1)
    build(site, Order(jobs=1))
    page, ledger = site.output / address_of(site, "0.txt"), site.ledger_file.read_bytes()
    assert page.read_text(encoding="utf-8").count("class=missing") == 0
    beside = site.content / "0.txt.corrections.yaml"
    beside.write_text("alone:\n- zh: 两千多人\n- en: More than 2,000\n- en: More than 3,000\n", encoding="utf-8")
    report = build(site, Order(jobs=1))
    assert [(found.path, found.line) for found in report.problems if found.code == "corrections-quote"] == [
        (str(beside), 4)
    ]
    assert (report.articles, report.refused, site.ledger_file.read_bytes()) == (1, 0, ledger)
    assert page.read_text(encoding="utf-8").count("class=missing") == 2


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    left_alone = [
        path for path in files(tmp_path) if path != "public/.duizhao.gz" and not path.startswith(".duizhao-cache")
    ]
    before = {path: (tmp_path / path).stat().st_mtime_ns for path in left_alone}
    build(site, Order(jobs=1))
    assert {path: (tmp_path / path).stat().st_mtime_ns for path in left_alone} == before


def test_a_clean_build_gives_the_same_as_one_after_the_other(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    first = files(site.output)
    build(site, Order(jobs=1, clean=True))
    assert files(site.output) == first


def test_a_removed_article_stops_the_build_and_the_site_stays(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    before = files(tmp_path / "public")
    (site.content / "1.txt").unlink()
    with pytest.raises(Halt, match="ledger-vanished"):
        build(site, Order(jobs=1))
    assert files(tmp_path / "public") == before


def set_status(site: Site, source: str, status: str) -> str:
    line = line_of(site, source)
    text = site.ledger_file.read_text(encoding="utf-8").replace(line, line.removesuffix(",") + f",{status}")
    site.ledger_file.write_text(text, encoding="utf-8")
    return line.split(",")[0]


def test_a_gone_article_leaves_a_page_at_its_address_and_no_other_trace(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    address = set_status(site, "1.txt", "gone")
    (site.content / "1.txt").unlink()
    build(site, Order(jobs=1))
    made = {path: gzip.decompress(data) if path.endswith(".gz") else data for path, data in files(site.output).items()}
    assert b"noindex" in made[address]
    assert [path for path, data in made.items() if address.rpartition("/")[2].encode() in data] == [".duizhao.gz"]


def test_a_moved_article_leads_to_its_new_address(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    target = address_of(site, "2.txt")
    address = set_status(site, "1.txt", f"redirect {target}")
    (site.content / "1.txt").unlink()
    build(site, Order(jobs=1))
    page = (site.output / address).read_text(encoding="utf-8")
    assert f'href="https://archive.example/{target}"' in page
    assert "http-equiv=refresh" in page


def test_a_published_article_that_can_no_longer_be_read_keeps_its_address(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    address = address_of(site, "1.txt")
    whole = (site.content / "1.txt").read_bytes()
    (site.content / "1.txt").write_bytes(b"")
    report = build(site, Order(jobs=1))
    assert (report.status, report.articles, report.refused) == (1, 2, 1)
    assert b"noindex" in (site.output / address).read_bytes()
    (site.content / "1.txt").write_bytes(whole)
    assert build(site, Order(jobs=1)).status == 0
    assert b"noindex" not in (site.output / address).read_bytes()


def test_strict_publishes_nothing_when_an_article_is_refused(tmp_path: Path) -> None:
    site = archive(tmp_path)
    (site.content / "bad.md").write_bytes(b"")
    report = build(site, Order(jobs=1, strict=True))
    assert (report.status, report.published) == (1, False)
    assert not site.output.exists()
    assert not site.ledger_file.exists()


def test_an_empty_archive_is_a_site(tmp_path: Path) -> None:
    site = archive(tmp_path, 0)
    assert build(site, Order(jobs=1)).articles == 0
    assert (site.output / "index.html").is_file()


@pytest.mark.parametrize("place", ["content", "templates", "content/sub", "."])
def test_an_output_inside_the_sources_is_refused_before_anything_is_written(tmp_path: Path, place: str) -> None:
    site = archive(tmp_path)
    (tmp_path / "templates").mkdir()
    before = files(tmp_path)
    with pytest.raises(Halt, match="output-overlaps"):
        build(replace(site, output=tmp_path / place), Order(jobs=1))
    assert files(tmp_path) == before


def test_an_output_inside_the_program_is_refused(tmp_path: Path) -> None:
    site = archive(tmp_path)
    with pytest.raises(Halt, match="output-overlaps"):
        build(replace(site, output=Path(__file__).parent / "out"), Order(jobs=1))


def test_a_content_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    site = archive(tmp_path)
    with pytest.raises(Halt, match="content-missing"):
        build(replace(site, content=tmp_path / "none"), Order(jobs=1))


def test_a_source_that_changes_during_the_build_stops_it(tmp_path: Path) -> None:
    site = archive(tmp_path)

    class Editor:
        def begin(self, step: str, total: int | None) -> None:  # noqa: ARG002
            if step == "articles":
                (site.content / "0.txt").write_text(GOOD.replace("白河", "黑河"), encoding="utf-8")

        def advance(self, things: int) -> None:
            pass

    with pytest.raises(Halt, match="file-changed"):
        build(site, Order(jobs=1), Editor())


def test_what_others_put_into_the_output_is_left_and_named(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    (site.output / "theirs.txt").write_text("theirs", encoding="utf-8")
    report = build(site, Order(jobs=1))
    assert [(found.code, Path(found.path).name) for found in report.problems] == [("file-foreign", "theirs.txt")]
    assert (site.output / "theirs.txt").read_text(encoding="utf-8") == "theirs"


def test_a_cluster_gives_the_same_bytes_wherever_its_workers_started_and_when_one_dies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    here, there = archive(tmp_path / "here", 450), archive(tmp_path / "there", 450)
    build(here, Order(jobs=1))
    cluster = partial(distributed.LocalCluster, n_workers=2, threads_per_worker=1, dashboard_address=None)

    class Killer:
        """Kills a worker in the middle of the articles."""

        def begin(self, step: str, total: int | None) -> None:  # noqa: ARG002
            self.left = [running.workers[0].pid] if step == "articles" else []

        def advance(self, things: int) -> None:  # noqa: ARG002
            while self.left:
                os.kill(self.left.pop(), signal.SIGKILL)

    with cluster() as running:
        monkeypatch.chdir(tmp_path / "there")
        relative = replace(there, content=Path("content"), output=Path("public"))
        first = running.workers[0].pid
        report = build(relative, Order(scheduler=running.scheduler_address), Killer())
        assert running.workers[0].pid != first
    assert report.articles == 450
    assert files(there.output) == files(here.output)


def test_a_worker_of_several_says_how_much_memory_it_held(tmp_path: Path) -> None:
    assert build(archive(tmp_path, 450), Order(jobs=2)).largest_worker > 10_000_000


def test_a_halt_names_all_that_is_wrong(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    (site.content / "1.txt").unlink()
    (site.content / "bad.md").write_bytes(b"")
    with pytest.raises(Halt) as halted:
        build(site, Order(jobs=1))
    assert [found.code for found in halted.value.problems] == ["file-empty", "ledger-vanished"]
