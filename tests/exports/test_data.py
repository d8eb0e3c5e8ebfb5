"""The archive as data: every format is judged by its own rules, says what the translations are, and loses nothing."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from duizhao.pipeline import Order, build
from duizhao.settings import Site
from tests.archive import address_of, files
from tests.built_site import ROOT
from tests.exports.archives import ALL, LICENSE, ODD, SOURCES, archive, records, unpacked

SCHEMA = json.loads((ROOT / "docs" / "data.schema.json").read_text(encoding="utf-8"))


def record(site: Site, source: str) -> dict[str, Any]:
    return next(one for one in records(site) if one["source"] == source)


def test_each_year_has_a_file_of_each_format(made: Site) -> None:
    names = {f"{year}.{ending}.gz" for year in (1953, 1954, 1955) for ending in ("csv", "jsonl", "txt", "xml")}
    assert {path.name for path in (made.output / "data").iterdir()} == {*names, "datapackage.json"}


def test_lines_of_json_are_as_their_schema_says(made: Site) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    validator.check_schema(SCHEMA)
    assert len(records(made)) == len(SOURCES)
    for one in records(made):
        validator.validate(one)


def test_passages_and_sentences_of_a_line_hold_all_of_both_texts(made: Site) -> None:
    one = record(made, "good.txt")
    assert [passage["zh"] for passage in one["passages"]][1:] == [
        ["白河大桥七月五日通车。大桥全长三百二十公尺。"],
        ["两千多人前来观看第一列火车通过。"],
    ]
    row = one["passages"][1]
    cut = [
        ["".join(row[side][block][start:end] for block, start, end in bead[side]) for side in ("zh", "en")]
        for bead in row["sentences"]
    ]
    assert cut == [
        ["白河大桥七月五日通车。", "The bridge over the White River opened to traffic on July 5."],
        ["大桥全长三百二十公尺。", "It is 320 meters long."],
    ]
    assert record(made, "terms.txt")["apparatus"][0]["terms"] == [{"term": "白河", "gloss": "White River"}]


def test_tables_have_a_line_for_each_article_and_read_back_as_it_is(made: Site) -> None:
    rows = [row for text in unpacked(made, "csv") for row in csv.DictReader(text.splitlines())]
    assert len(rows) == len(SOURCES)
    odd = next(row for row in rows if row["source"] == "odd.txt")
    assert (odd["author_en"], odd["permalink"]) == ('Lin & "Mu" <b>', address_of(made, "odd.txt"))
    assert odd["url"] == f"https://archive.example/{odd['permalink']}"


def test_plain_text_holds_both_texts(made: Site) -> None:
    whole = "".join(unpacked(made, "txt"))
    for one in records(made):
        for passage in one["passages"]:
            for block in (*passage.get("zh", ()), *passage.get("en", ())):
                assert block.replace("\x07", "␇") in whole
    assert "白河    White River" in whole or "白河 White River" in whole


def faults(package: Path) -> str:
    """What Frictionless finds wrong with a package; in a process of its own, since it leaves files open."""
    judge = "import sys, frictionless; print(*frictionless.validate(sys.argv[1]).flatten(['type', 'message']))"
    return subprocess.check_output([sys.executable, "-c", judge, package], encoding="utf-8").strip()


def test_the_package_describes_files_as_they_are(made: Site) -> None:
    assert not faults(made.output / "data" / "datapackage.json")
    package = json.loads((made.output / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert len(package["resources"]) == 12
    assert package["licenses"] == [{"path": LICENSE}]


def test_a_file_that_was_changed_is_seen(made: Site, tmp_path: Path) -> None:
    for name, data in files(made.output / "data").items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "1953.csv.gz").write_bytes((tmp_path / "1954.csv.gz").read_bytes())
    assert "hash-count" in faults(tmp_path / "datapackage.json")


def test_the_citation_has_what_its_format_asks_for(made: Site) -> None:
    found = yaml.safe_load((made.output / "CITATION.cff").read_text(encoding="utf-8"))
    assert set(found) == {"cff-version", "message", "type", "title", "abstract", "url", "license-url", "authors"}
    assert (found["cff-version"], found["type"], found["title"]) == ("1.2.0", "dataset", "Archive")
    assert (found["url"], found["authors"]) == ("https://archive.example/", [{"name": "Archive"}])
    assert found["license-url"] == LICENSE
    judge = ("check_jsonschema", "--quiet", "--builtin-schema", "vendor.citation-file-format")
    subprocess.run([sys.executable, "-m", *judge, made.output / "CITATION.cff"], check=True)


def test_everything_says_that_the_translation_is_a_machine_s(made: Site) -> None:
    notice = "Machine translation by a program · not checked by a person. Quote with care."
    for ending in ("csv", "jsonl", "txt", "xml"):
        assert all(notice in text for text in unpacked(made, ending)), ending
    for path in ("data/datapackage.json", "CITATION.cff"):
        assert notice in (made.output / path).read_text(encoding="utf-8"), path


def test_files_have_the_same_bytes_however_they_were_made(made: Site, tmp_path: Path) -> None:
    site = archive(tmp_path, *ALL)
    build(site, Order(jobs=3))
    assert files(site.output / "data") == files(made.output / "data")


def test_of_a_year_in_which_nothing_changed_no_file_is_made_again(tmp_path: Path) -> None:
    site = archive(tmp_path, "jsonl")
    build(site, Order(jobs=1))
    before = {path.name: path.stat().st_mtime_ns for path in (site.output / "data").iterdir()}
    (site.content / "odd.txt").write_text(ODD.replace("meters", "metres"), encoding="utf-8")
    build(site, Order(jobs=1))
    now = {path.name: path.stat().st_mtime_ns for path in (site.output / "data").iterdir()}
    assert {name for name in now if now[name] != before[name]} == {"1954.jsonl.gz", "datapackage.json"}
    after = files(site.output / "data")
    build(site, Order(jobs=1, clean=True))
    assert files(site.output / "data") == after


def test_nothing_is_made_that_the_settings_do_not_ask_for(tmp_path: Path) -> None:
    site = archive(tmp_path)
    build(site, Order(jobs=1))
    assert not (site.output / "data").exists()
    assert not (site.output / "CITATION.cff").exists()


def test_data_may_do_without_a_citation(tmp_path: Path) -> None:
    site = archive(tmp_path, "csv")
    build(replace(site, data=replace(site.data, citation=False)), Order(jobs=1))
    assert (site.output / "data" / "datapackage.json").exists()
    assert not (site.output / "CITATION.cff").exists()
