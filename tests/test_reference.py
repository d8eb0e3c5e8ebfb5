"""The reference is complete and true: its tables are compared with the code that they describe."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from duizhao import editorial
from duizhao.assets import LAYERS
from duizhao.cli import COMMANDS
from duizhao.codes import CODES, OF_TRANSLATIONS, Severity
from duizhao.entries import card_of
from duizhao.exports import FORMATS
from duizhao.exports.table import COLUMNS
from duizhao.model import Bilingual, Notice
from duizhao.noted import Noted, packed
from duizhao.parse.corrections import ROW_KEYS
from duizhao.parse.front_matter import KEYS
from duizhao.permalinks import Row, ledger_text
from duizhao.problems import problem
from duizhao.progress import Step
from duizhao.report import Report, report_json
from duizhao.settings import Site, keys, site_of
from duizhao.weight import Weight
from tests.built_site import ROOT
from tests.document_reader import article, blocks, options, targets
from tests.indexes.archive import new_entry

REFERENCE = ROOT / "docs" / "reference.md"


def section(title: str) -> str:
    """The part of the reference below a heading, up to the next heading of any level."""
    parts = re.split(r"^#+ ", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(part for part in parts if part.partition("\n")[0] == title)


def tables(title: str) -> list[list[list[str]]]:
    """The tables of a section: their rows without the head, cells without ticks."""
    lines = section(title).split("\n")
    groups = "\n".join(line if line.startswith("|") else "" for line in lines).split("\n\n")
    found = [group.strip().split("\n")[2:] for group in groups if group.strip()]
    return [[[cell.strip().replace("`", "") for cell in row.strip("|").split("|")] for row in rows] for rows in found]


def first_column(title: str, number: int = 0) -> list[str]:
    return [row[0] for row in tables(title)[number]]


def settings(record: object, place: tuple[str, ...] = ()) -> Iterator[tuple[str, object]]:
    """Every setting with its value, `colours.accent` below `colours`."""
    for name in keys(place):
        value = getattr(record, name)
        below = keys((*place, name))
        if below and not isinstance(value, Bilingual):
            yield from settings(value, (*place, name))
        else:
            yield ".".join((*place, name)), value


def shown(name: str, value: object) -> str:
    if name == "title":
        return "required"
    if name == "ledger":
        return "content/permalinks.csv"
    if value in ("", None, (), Bilingual()):
        return "none"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def leaves(value: object, name: str = "") -> Iterator[str]:
    """The fields of a JSON value; severities and codes, which are keys there, under one name each."""
    if isinstance(value, dict):
        for key, below in value.items():
            key_shown = "CODE" if key in CODES else "SEVERITY" if key in list(Severity) else key
            yield from leaves(below, f"{name}.{key_shown}".strip("."))
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, f"{name}[]")
    else:
        yield name


def test_every_setting_stands_in_the_reference_with_its_default() -> None:
    [rows] = tables("Settings")
    site = site_of("title: x", "site.yaml", Path())
    assert {row[0]: row[2] for row in rows} == {name: shown(name, value) for name, value in settings(site)}
    assert site.ledger_file == Path("content/permalinks.csv")
    assert {field.name for field in fields(Site)} == {row[0].partition(".")[0] for row in rows}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_stands_in_the_reference(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(first_column(command)) == options(command, capsys, monkeypatch)


def test_every_make_target_stands_in_the_reference() -> None:
    assert dict(tables("Make targets")[0]) == {f"make {name}": f"{said}." for name, said in targets().items()}


@pytest.mark.parametrize("severity", Severity)
def test_every_problem_stands_in_the_reference_as_the_code_has_it(severity: Severity) -> None:
    told = {row[0]: (row[1], row[2]) for row in tables(severity.value.capitalize())[0]}
    known = {name: code for name, code in CODES.items() if code.severity is severity and name not in OF_TRANSLATIONS}
    assert told == {name: (code.meaning, re.sub(r"\{\w+\}", "…", code.mend)) for name, code in known.items()}


def test_every_kind_of_notice_stands_in_the_reference_as_the_code_has_it() -> None:
    told = [tuple(row) for row in tables("Notices")[0]]
    assert told == [(name, code.severity, code.meaning, code.mend) for name, code in OF_TRANSLATIONS.items()]


def test_every_front_matter_key_stands_in_the_reference() -> None:
    assert first_column("Front matter") == list(KEYS)
    assert first_column("Editorial pages") == list(editorial.KEYS)
    assert all(f"`{name}`" in section("Editorial pages") for name in editorial.RESERVED)


def test_every_kind_of_correction_stands_in_the_reference() -> None:
    assert first_column("Corrections") == list(ROW_KEYS)
    assert all(f"`{key}`" in section("Corrections") for keys_of_row in ROW_KEYS.values() for key in keys_of_row)


def test_every_header_key_in_the_reference_is_read() -> None:
    said = {"Title": "A Bridge", "Author": "Lin Mu", "Date": "1953-07-06", "Page": "3", "Column": "Letters"}
    assert first_column("Header") == ["Title", "Author", "Date", "Page", "Edition", "Column"]
    for page in ("Page", "Edition"):
        header = "\n".join(f"{page if key == 'Page' else key}: {value}" for key, value in said.items())
        read = article(f"{header}\nText.", "a.md")
        told = (read.headline.en, read.author.en, read.date.isoformat(), str(read.page), read.column.en)
        assert told == tuple(said.values())


def test_the_article_of_the_reference_is_what_the_reference_says() -> None:
    [(name, text)] = [block for block in blocks(REFERENCE, "text") if block[0].startswith("content/")]
    read = article(text, name.removeprefix("content/"))
    assert read.problems == ()
    assert (read.date, read.page, read.section) == (date(1953, 7, 6), 3, "国内新闻")
    assert (read.headline.zh, read.author.zh, read.column.zh) == ("新桥通车", "林木", "建设")
    assert [part.terms[0].term for part in read.apparatus] == ["白河"]


def test_every_format_and_column_of_the_data_stands_in_the_reference() -> None:
    assert first_column("The data") == list(FORMATS)
    assert dict(tables("The data")[1]) == dict(COLUMNS)


def test_every_column_of_the_ledger_stands_in_the_reference() -> None:
    assert first_column("The ledger") == ledger_text([Row(permalink="")]).decode().split("\n")[0].split(",")
    assert [status.partition(" ")[0] for status in first_column("The ledger", 1)] == ["(empty)", "gone", "redirect"]


def test_every_field_of_the_report_stands_in_the_reference() -> None:
    found = problem("a.md", 1, "file-empty", "it is empty")
    step = Step(name="read", items=1, seconds=0.1)
    report = Report(
        articles=0,
        made=0,
        weights=(Weight(part="", kind="articles", files=0, bytes=0),),
        refused=1,
        problems=(found,),
        noted=(Noted(card=card_of(new_entry()), packed=packed([Notice(code="text-cut", passage=1)])),),
        steps=(step,),
        published=True,
        largest_worker=0,
    )
    assert first_column("The report") == list(dict.fromkeys(leaves(json.loads(report_json(report, Path())))))


def test_every_key_of_search_json_stands_in_the_reference() -> None:
    parts = json.loads((ROOT / "docs" / "search.schema.json").read_text(encoding="utf-8"))["$defs"]
    assert set(first_column("search.json")) == {*parts["whole"]["properties"], *parts["directory"]["properties"]}
    assert first_column("search.json", 1) == list(parts["article"]["properties"])
    assert all(f"`{key}`" in section("search.json") for key in parts["part"]["properties"])


def test_every_layer_of_the_style_sheet_stands_in_the_reference() -> None:
    assert ", ".join(f"`{layer}`" for layer in LAYERS) in section("Templates and static files")
