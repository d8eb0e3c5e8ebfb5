"""Makes the picture of README.md: an article of `content/` at a desk, and beside it on a telephone in the dark."""  # noqa: INP001 - a script, no package

import os
import shutil
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from duizhao.cli import main
from duizhao.permalinks import read_ledger

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "article.png"

DESK = (1240, 900)
TELEPHONE = (360, 780)
FRAME = """<body style="margin: 0; display: flex; gap: 28px; align-items: end; padding: 28px; background: #d9d6d0">
<img src="{}" style="border-radius: 6px"><img src="{}" style="border-radius: 24px"></body>"""
WIDTH = DESK[0] + TELEPHONE[0] + 3 * 28


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


def make_picture() -> None:
    """Build the site into a temporary folder, and take the picture of the first article of its ledger."""
    with TemporaryDirectory() as folder:
        output, ledger = Path(folder) / "public", Path(folder) / "permalinks.csv"
        places = [f"--config={ROOT / 'site.yaml'}", f"--output={output}", f"--ledger={ledger}", "--quiet"]
        if main(["build", *places]):
            raise SystemExit("content/ cannot be built")
        article = read_ledger(ledger)[0].permalink
        with _served(output) as root, _browser() as browser:
            desk = _page(browser, root + article, DESK, "light")
            telephone = _page(browser, root + article, TELEPHONE, "dark")
            PICTURE.write_bytes(_side_by_side(browser, desk, telephone))


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def _browser() -> Iterator[Browser]:
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=as_root)
        yield browser
        browser.close()


def _page(browser: Browser, address: str, size: tuple[int, int], scheme: Literal["light", "dark"]) -> str:
    """Take the picture of a page, as an address that holds it."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(address, wait_until="networkidle")
    picture = page.screenshot()
    page.close()
    return f"data:image/png;base64,{b64encode(picture).decode()}"


def _side_by_side(browser: Browser, *pictures: str) -> bytes:
    page = browser.new_page(viewport={"width": WIDTH, "height": DESK[1] + 56})
    page.set_content(FRAME.format(*pictures), wait_until="load")
    return page.screenshot()


if __name__ == "__main__":
    make_picture()
