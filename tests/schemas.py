"""Schemas that their makers put into no registry: `make test` installs packages of others that have them in them."""

import subprocess
import sys
from pathlib import Path

from tests.built_site import ROOT

FOLDER = Path(sys.prefix) / "schemas"

CSL = FOLDER / "citepy" / "csl-data.json"
"""CSL's of items of CSL-JSON, of December 2018: older than `custom`, which version 1.0.2 has added."""

TEI = FOLDER / "schemas" / "tei_all.rng"
"""TEI's of all of TEI P5, version 4.3.0."""

_CHECKER = ROOT / "tests" / "validators" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"


def faults_of(grammar: Path, *files: Path) -> list[str]:
    """What Jing, which the HTML checker brings, says against XML files by a grammar in RELAX NG, and of their names."""
    command: tuple[str | Path, ...] = ("java", "-cp", _CHECKER, _JING, grammar, *files)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert bool(done.returncode) == bool(done.stdout), done.stderr
    return done.stdout.splitlines()
