"""An archive in all formats, made once for all tests of the folder."""

import pytest

from duizhao.pipeline import Order, build
from duizhao.settings import Site
from tests.exports.archives import ALL, archive


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = archive(tmp_path_factory.mktemp("data"), *ALL)
    build(site, Order(jobs=1))
    return site
