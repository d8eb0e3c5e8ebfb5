"""What `make bench` says."""

import json
import sys

import pytest

from tests.align import gold
from tests.built_site import run

HERE = [name for name in gold.names() if gold.source_path(name)]

pytestmark = pytest.mark.skipif(not HERE, reason="no article of the gold set is here")


def test_every_article_that_is_here_is_measured() -> None:
    said = json.loads(run(sys.executable, "-m", "bench.pairing", "--json"))
    assert [row["name"] for row in said["agreement"]] == [*HERE, "all"]
    assert said["missing"] + len(HERE) == len(gold.names())
    assert said["agreement"][-1]["pairs"] == sum(row["pairs"] for row in said["agreement"][:-1])
    assert said["speed"][0]["name"] in HERE
    assert said["speed"][1]["pairing"] >= said["speed"][0]["pairing"] > 0


def test_the_lines_name_every_article() -> None:
    lines = run(sys.executable, "-m", "bench.pairing").splitlines()
    assert {line.split()[0] for line in lines if line} >= {*HERE, "all"}
