"""The files of issues, which reference managers take, and scripts their data from."""

import json
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from duizhao.cite import file, files, has_items, record_path
from duizhao.entries import carded
from duizhao.model import Bilingual, Entry
from duizhao.settings import Citation
from tests.cite.invented import ENTRY, SITE

SECOND = replace(ENTRY, permalink="1953/07/06/3-fghij.html", headline=Bilingual(zh="旧桥"))
OTHER_DAY = replace(ENTRY, permalink="1953/07/07/1-klmno.html")
NAMELESS = replace(ENTRY, permalink="1953/07/07/1-pqrst.html", headline=Bilingual())
ENTRIES = carded((ENTRY, OTHER_DAY, SECOND, NAMELESS))


def test_an_issue_has_the_articles_whose_address_is_in_its_folder() -> None:
    moved = replace(ENTRY, date=OTHER_DAY.date)
    assert list(files(SITE, carded((moved, OTHER_DAY, SECOND, NAMELESS)))) == [
        ("1953/07/06/cite.json", carded([moved, SECOND])),
        ("1953/07/07/cite.json", carded([OTHER_DAY])),
    ]


@pytest.mark.parametrize(
    ("entries", "days"),
    [
        ((ENTRY, NAMELESS), ["06"]),
        ((NAMELESS,), []),
        ((NAMELESS, replace(ENTRY, date=OTHER_DAY.date)), ["06"]),
        ((NAMELESS, OTHER_DAY, SECOND), ["06", "07"]),
        ((), []),
    ],
)
def test_an_issue_is_known_to_have_files_where_there_are_any(entries: tuple[Entry, ...], days: list[str]) -> None:
    cards = carded(entries)
    assert [path for path, _ in files(SITE, cards)] == [f"1953/07/{day}/cite.json" for day in days]
    assert [day for day in ("06", "07") if has_items(f"1953/07/{day}/", cards.cards)] == days


def test_files_are_those_that_the_settings_ask_for() -> None:
    assert [path for path, _ in files(SITE, ENTRIES)] == ["1953/07/06/cite.json", "1953/07/07/cite.json"]
    site = replace(SITE, citation=Citation(files=("ris", "bibtex")))
    assert [path for path, _ in files(site, ENTRIES)] == [
        "1953/07/06/cite.json",
        "1953/07/06/cite.ris",
        "1953/07/06/cite.bib",
        "1953/07/07/cite.json",
        "1953/07/07/cite.ris",
        "1953/07/07/cite.bib",
    ]


def test_an_article_has_a_record_if_the_settings_ask_for_it_and_there_is_a_headline_to_cite() -> None:
    assert [record_path(SITE, entry) for entry in (ENTRY, NAMELESS)] == ["1953/07/06/3-abcde.rdf", ""]
    assert not record_path(replace(SITE, citation=Citation(records=False)), ENTRY)


def test_each_file_of_an_issue_has_all_its_entries() -> None:
    entries = (ENTRY, SECOND)
    assert len(json.loads(file(SITE, "1953/07/06/cite.json", entries))) == 3
    assert len(rispy.loads(file(SITE, "1953/07/06/cite.ris", entries).decode())) == 3
    assert len(parse_string(file(SITE, "1953/07/06/cite.bib", entries).decode()).entries) == 3
