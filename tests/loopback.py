"""A static host on this machine: serves a folder below /archive/ the way that GitHub Pages does."""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

PATH = "/archive/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A folder that is being served: the address of its root, and the path of every request that came in so far."""

    url: str
    log: list[str]


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are sent apart, and the body would wait 40 ms for an answer
    folder: Path
    log: list[str]

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.log.append(path)
        file = self._file(path)
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        file = file or self.folder / "404.html"
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            with suppress(ConnectionError):  # a browser may have left the page before
                self.wfile.write(body)

    def _file(self, path: str) -> Path | None:
        """The file that a path means: itself, the folder's index, or the page whose name ends in .html."""
        if not path.startswith(PATH):
            return None
        asked = self.folder / path.removeprefix(PATH)
        candidates = (asked / "index.html",) if path.endswith("/") else (asked, asked.with_name(f"{asked.name}.html"))
        return next((file for file in candidates if file.is_file()), None)

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of the loopback interface for as long as the context lasts."""
    log: list[str] = []
    host = type("Host", (_Host,), {"folder": folder, "log": log})
    with ThreadingHTTPServer(("127.0.0.1", 0), host) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Served(url=f"http://127.0.0.1:{server.server_port}{PATH}", log=log)
        finally:
            server.shutdown()
            thread.join()


def weight(folder: Path, paths: Iterable[str]) -> int:
    """Bytes that these files have on the wire from a host that compresses what is not compressed yet."""
    files = [folder / path.removeprefix(PATH) for path in paths]
    return sum(
        len(data if path.suffix == ".gz" else gzip.compress(data)) for path in files for data in [path.read_bytes()]
    )


class _Elsewhere(BaseHTTPRequestHandler):
    url: str

    def do_GET(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", self.url)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def redirecting(url: str) -> Iterator[str]:
    """Lead from every address of a free port to `url`; yields the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), type("Leading", (_Elsewhere,), {"url": url})) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
