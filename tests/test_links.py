"""Links lead from any page to any other, and each page has one address in the world."""

import pytest

from duizhao.links import canonical, relative, root
from duizhao.model import Bilingual
from duizhao.settings import Site

HERE = "1954/12/24/1-aaaaa.html"


@pytest.mark.parametrize(
    ("path", "base_url", "expected"),
    [
        ("index.html", "", "./"),
        ("about.html", "https://example.org/", "./"),
        ("1954/index.html", "", "../"),
        ("1954/12/24/1-7q3fk.html", "https://example.org/a/", "../../../"),
        ("404.html", "https://example.org/", "/"),
        ("404.html", "https://example.org/archive/", "/archive/"),
        ("404.html", "", "./"),
    ],
)
def test_every_page_knows_its_way_to_the_root(path: str, base_url: str, expected: str) -> None:
    assert root(Site(title=Bilingual(en="A"), base_url=base_url), path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("1954/12/24/index.html", "index.html"),
        ("1954/12/index.html", "../index.html"),
        ("1954/index.html", "../../index.html"),
        ("1954/12/23/4-aaaaa.html", "../23/4-aaaaa.html"),
        ("1955/01/01/1-aaaaa.html", "../../../1955/01/01/1-aaaaa.html"),
    ],
)
def test_links_go_the_shortest_way(path: str, expected: str) -> None:
    assert relative(path, HERE) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "https://a.example/x/"),
        ("1954/12/index.html", "https://a.example/x/1954/12/"),
        ("about.html", "https://a.example/x/about.html"),
        ("static/桥.css", "https://a.example/x/static/%E6%A1%A5.css"),
    ],
)
def test_a_page_has_one_address(path: str, expected: str) -> None:
    assert canonical("https://a.example/x/", path) == expected
