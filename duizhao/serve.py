"""Show the site on this machine, and build it again at every change. The only home of livereload.

Each build is a process of its own, so that changed templates and settings count without a restart, and a build that
fails leaves the server running.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from livereload import Server
from livereload.handlers import StaticFileHandler

from duizhao.problems import Halt, problem
from duizhao.resources import folders
from duizhao.settings import Site

_GUARDED = b"http-equiv=Content-Security-Policy"
_UNGUARDED = b"data-equiv=Content-Security-Policy"


class _Pages(StaticFileHandler):  # type: ignore[misc]  # livereload has no types
    """Serves pages without their policy: it forbids the script between the lines with which livereload reloads them."""

    @classmethod
    def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> bytes:
        """Return a file's bytes; the policy's name is replaced by one of the same length, so sizes stay true."""
        return Path(abspath).read_bytes().replace(_GUARDED, _UNGUARDED)[start:end]


def serve(site: Site, config: Path, host: str, port: int, arguments: Sequence[str]) -> None:
    """Build with the given arguments of `duizhao build`, serve the output, and go on until interrupted."""
    command = [sys.executable, "-m", "duizhao", "build", *arguments]

    def build() -> None:
        subprocess.run(command, check=False)  # noqa: S603 - the program itself, with the arguments that it was given

    build()
    server = Server()
    server.SFH = _Pages
    for place in (site.content, *folders(site, "templates"), *folders(site, "static"), config, site.pairing.lexicon):
        if place:
            server.watch(str(place), build)
    try:
        server.serve(host=host, port=port, root=str(site.output))
    except OSError as error:
        raise Halt([problem(f"{host}:{port}", 0, "serve-address", str(error.strerror or error))]) from error
