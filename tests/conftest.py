"""What all tests share: the site, built once, and a server for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.built_site import BuiltSite, build, locked
from tests.corpus import CORPUS
from tests.loopback import Served, serve

# No test asserts a time: what is slow on one machine is right all the same.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run that all its worker processes share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def built(shared_folder: Path) -> BuiltSite:
    """The site of the project's own content, and of the corpus where that is there, built by the first that asks."""
    with locked(shared_folder / "site.lock"):
        return build(shared_folder / "site", CORPUS)


@pytest.fixture(scope="session")
def served(built: BuiltSite) -> Iterator[Served]:
    """The built site on a server of this machine, below a path as a project page has one."""
    with serve(built.output) as site:
        yield site
