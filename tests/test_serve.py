"""Served pages are those of the site, and a change of a source is built while the server runs."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive import GOOD, GOOD_FILE

PATIENCE = 60
"""Seconds until the test gives up; usually three are enough."""


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def read_until(address: str, wanted: str) -> str:
    """Read a page again and again until it holds the wanted text."""
    end = time.monotonic() + PATIENCE
    page = ""
    while wanted not in page and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of this machine
                page = answer.read().decode()
        except OSError:
            time.sleep(0.2)
    return page


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "content").mkdir()
    shutil.copy(GOOD_FILE, tmp_path / "content" / "good.txt")
    (tmp_path / "site.yaml").write_text("title: Archive\n", encoding="utf-8")
    port = free_port()
    command = [sys.executable, "-m", "duizhao", "serve", "--port", str(port)]
    serving = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}/"
    serving.terminate()
    serving.wait(PATIENCE)


def test_a_changed_source_is_built_again_while_its_site_is_shown(address: str, tmp_path: Path) -> None:
    ledger = tmp_path / "content" / "permalinks.csv"
    assert "New Bridge Opens" in read_until(address, "New Bridge Opens")
    article = address + ledger.read_text(encoding="utf-8").splitlines()[1].split(",")[0]
    page = read_until(article, "320 meters")
    assert "livereload" in page
    assert "http-equiv=Content-Security-Policy" not in page
    text = GOOD.replace("320 meters", "321 meters")
    (tmp_path / "content" / "good.txt").write_text(text, encoding="utf-8")
    assert "321 meters" in read_until(article, "321 meters")
    beside = tmp_path / "content" / "good.txt.corrections.yaml"
    beside.write_text("alone:\n- zh: 两千多人\n", encoding="utf-8")
    assert "class=missing" not in page
    assert "class=missing" in read_until(article, "class=missing")
    built = next((tmp_path / "public").glob("1953/07/06/3-*.html"))
    assert "http-equiv=Content-Security-Policy" in built.read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: Archive\n", encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "duizhao", "serve", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 2
    assert "serve-address" in done.stderr
    assert "Traceback" not in done.stderr
