"""Every address on every page leads to something: from a folder on disk, and on a host below a path."""

from http.client import HTTPConnection
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.built_site import BASE, BuiltSite
from tests.loopback import PATH, Served
from tests.site.page_reader import Page, read_pages


@pytest.fixture(scope="module")
def pages(built: BuiltSite) -> dict[str, Page]:
    return dict(read_pages(built.output))


def place(page: str, address: str) -> tuple[str, str] | None:
    """File below the site's root and fragment that an address on a page means; None: it leads out of the site."""
    address = address.replace(BASE, PATH)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith(PATH):
        path = path.removeprefix(PATH)
        return path + "index.html" * (not path or path.endswith("/")), unquote(parts.fragment)
    return (normpath(PurePosixPath(page).parent / path) if path else page), unquote(parts.fragment)


def links(pages: dict[str, Page]) -> list[tuple[str, str, str, str]]:
    """Page, address as written, file and fragment of each link that stays on the site."""
    found = [(page, address, place(page, address)) for page, read in pages.items() for address in read.addresses]
    return [(page, address, *there) for page, address, there in found if there]


def test_every_link_leads_to_a_file_of_the_site(built: BuiltSite, pages: dict[str, Page]) -> None:
    dead = [f"{page}: {address}" for page, address, file, _ in links(pages) if not (built.output / file).is_file()]
    assert links(pages)
    assert not dead


def test_every_fragment_names_an_id_of_its_page(pages: dict[str, Page]) -> None:
    dead = [
        f"{page}: {address}"
        for page, address, file, fragment in links(pages)
        if fragment and file in pages and fragment not in pages[file].ids
    ]
    assert not dead


def test_no_id_stands_twice_on_a_page(pages: dict[str, Page]) -> None:
    assert not [path for path, page in pages.items() if len(set(page.ids)) < len(page.ids)]


def test_every_address_answers_on_a_host(served: Served, pages: dict[str, Page]) -> None:
    """The page that stands in for what is not there is asked for by no link, so it is left out."""
    host = urlsplit(served.url)
    connection = HTTPConnection(host.hostname or "", host.port)
    answers = {}
    for file in sorted({file for _, _, file, _ in links(pages)}):
        connection.request("GET", PATH + file)
        answer = connection.getresponse()
        answer.read()
        answers[file] = answer.status
    connection.close()
    assert answers
    assert not {file: status for file, status in answers.items() if status != 200}
