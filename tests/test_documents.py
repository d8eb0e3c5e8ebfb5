"""The documents hold together: their links, the files and commands that they name, the examples that they give."""

import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.align.lexicon_file import faults
from duizhao.cli import COMMANDS, main
from duizhao.corrections import corrected
from duizhao.model import Bilingual, Corrections, Source
from duizhao.parse import parse_corrections
from duizhao.permalinks import read_ledger
from duizhao.pipeline import Order, build
from duizhao.settings import Data, site_of
from duizhao.sources import CORRECTIONS
from tests.archive import GOOD, site_in
from tests.built_site import CLOSED, ROOT, SEED, BuiltSite, run
from tests.document_reader import article, blocks, options, prose, targets

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
TUTORIAL = ROOT / "docs" / "tutorial.md"

HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|root|work|tmp|Users|usr|var|opt)/")
COMMAND = re.compile(r"(?:build\.py|^duizhao(?= )|ARGS=\S*?)(?: (build|serve|check)\b)?(.*)")
PROJECT = re.compile(r"(?:duizhao|tests|docs|templates|\.github|\.ci)/[\w./-]+")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    dead = []
    for link in LINK.findall(CODE.sub("", prose(path))):
        if not link.startswith(("https://", "http://", "mailto:")):
            name, _, fragment = link.partition("#")
            target = path.parent / name if name else path
            if not target.exists() or (fragment and fragment not in anchors(target)):
                dead.append(link)
    assert dead == []


def anchors(path: Path) -> set[str]:
    """The anchors of headings as GitHub makes them."""
    headings = HEADING.findall(prose(path))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_the_project_that_a_document_names_is_there(path: Path) -> None:
    named = [name for name in CODE.findall(prose(path)) if PROJECT.fullmatch(name)]
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_lexicons_of_the_documents_have_no_fault() -> None:
    told = [text for path in DOCUMENTS for name, text in blocks(path, "text") if name == "lexicon.tsv"]
    assert told
    assert [fault for text in told for fault in faults(text.splitlines())] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_no_path_of_one_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not MACHINE.search(text)
    assert str(ROOT) not in text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_have_known_targets_and_options(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {
        f"{command} {one.partition(' ')[0]}" for command in COMMANDS for one in options(command, capsys, monkeypatch)
    }
    for line in "\n".join(text for _, text in blocks(path, "sh")).split("\n"):
        words = line.partition("#")[0].split()
        if words[:1] == ["make"]:
            unquoted = re.sub('"[^"]*"', "", " ".join(words)).split()
            assert {word for word in unquoted[1:] if re.fullmatch("[a-z]+", word)} <= set(targets()), line
        said = COMMAND.search(line.partition("#")[0])
        if said and words[:2] != ["make", "bench"]:  # whose options tests/bench looks after
            used = set(re.findall(r"--[a-z-]+", said[2])) - {"--version", "--help"}
            command = said[1] or next((word for word in words if word in COMMANDS), "build")
            assert {f"{command} {option}" for option in used} <= known, line


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_settings_articles_and_ledgers_in_documents_can_be_used(path: Path, tmp_path: Path) -> None:
    for name, text in blocks(path, "yaml"):
        if name in ("", "site.yaml"):
            whole = text if re.search("^title:", text, re.MULTILINE) else f"title: x\n{text}"
            assert site_of(whole, "site.yaml", Path()).title != Bilingual()
    corrected = dict(blocks(path, "text"))  # of a name that stands twice, the second
    for name, text in corrected.items():
        if name.startswith("content/"):
            assert article(text, name.removeprefix("content/")).problems == ()
    for _, text in blocks(path, "csv"):
        (tmp_path / "permalinks.csv").write_text(text, encoding="utf-8")
        assert read_ledger(tmp_path / "permalinks.csv")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_corrections_in_documents_hold_in_the_article_of_the_reference(path: Path) -> None:
    sources = dict(blocks(ROOT / "docs" / "reference.md", "text"))
    for name, text in blocks(path, "yaml"):
        if name.endswith(CORRECTIONS):
            of = name.removesuffix(CORRECTIONS)
            rows = parse_corrections(Source(path=name, text=text))
            found = corrected(article(sources[of], of.removeprefix("content/")), rows)
            assert found.problems == ()
            assert found.corrections != Corrections()


def test_the_tutorial_shows_what_the_build_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copy(ROOT / "site.yaml", ".")
    main([f"--content={ROOT / 'content'}", "--output=example", "--ledger=example.csv", "--jobs=1"])
    texts = [*blocks(TUTORIAL, "yaml"), *blocks(TUTORIAL, "markdown"), *blocks(TUTORIAL, "text")]
    for name, text in texts:
        if name:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
            main(["--jobs=1"])
    main(["check", "--jobs=1"])
    said = {rounded(line) for line in "\n".join(capsys.readouterr()).split("\n")}
    shown = [rounded(line) for name, text in texts if not name for line in text.split("\n")]
    assert [line for line in shown if line not in said] == []
    notices = re.findall(r"“((?:译者|Translated by)[^”]+)”", prose(TUTORIAL))
    pages = [page.read_text(encoding="utf-8") for page in Path("public/1953").rglob("?-*.html")]
    assert len(notices) == 2
    assert len(pages) == 3
    assert all(f">{notice}<" in page for notice in notices for page in pages)
    assert blocks(TUTORIAL, "csv") == [("content/permalinks.csv", Path("content/permalinks.csv").read_text("utf-8"))]


def test_the_program_of_the_how_to_guide_reads_search_json(built: BuiltSite) -> None:
    [(_, program), _] = blocks(ROOT / "docs" / "how-to.md", "python")
    counts = [line.split() for line in run(sys.executable, "-c", program, cwd=built.output.parent).splitlines()]
    assert sum(int(number) for _, number in counts) == len(built.rows) - len(CLOSED)


def test_the_program_of_the_how_to_guide_reads_a_year_of_the_data(tmp_path: Path) -> None:
    site = replace(site_in(tmp_path), data=Data(formats=("jsonl",)))
    (site.content / "a.txt").write_text(GOOD.replace("1953-07-06", "1954-07-06"), encoding="utf-8")
    build(site, Order(jobs=1))
    [_, (_, program)] = blocks(ROOT / "docs" / "how-to.md", "python")
    said = run(sys.executable, "-c", program, cwd=site.output / "data").splitlines()
    assert [line[:10] for line in said] == ["1954-07-06"] * 3
    assert "大桥全长三百二十公尺。" in said[1]


def test_the_workflow_of_the_tests_names_what_is_there() -> None:
    workflow = (ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8")
    assert f"EXAMPLE: content/{SEED} " in workflow
    on_push, on_pull_request = re.findall(r"^ +paths:.*\n((?: +- .+\n)+)", workflow, re.MULTILINE)
    assert on_push == on_pull_request
    named = re.findall(r'- "?([^"\n]+)', on_push)
    assert [name for name in named if not any(ROOT.glob(name))] == []


def test_the_workflows_are_what_github_takes_for_workflows() -> None:
    judge = ("check_jsonschema", "--quiet", "--builtin-schema", "vendor.github-workflows")
    run(sys.executable, "-m", *judge, *map(str, ROOT.glob(".github/workflows/*.yml")))


def rounded(line: str) -> str:
    """A line without what depends on the machine, on earlier builds, and on the files that come with the program."""
    return re.sub(r"(articles?)(?:, \d+ made, \d+ unchanged)?(.*); .*", r"\1\2", line).strip()
