"""The files and the page of an issue, without which nothing can be cited where there are no scripts."""

import json
from dataclasses import replace

import rispy
from bibtexparser.entrypoint import parse_string

from duizhao.cite import cited, file, files, issues, record_of, record_path
from duizhao.entries import carded
from duizhao.model import Bilingual
from duizhao.settings import Citation
from tests.built_site import BuiltSite
from tests.cite.invented import ENTRY, SITE
from tests.site.page_reader import read_page

SECOND = replace(ENTRY, permalink="1953/07/06/3-fghij.html", headline=Bilingual(zh="旧桥"))
OTHER_DAY = replace(ENTRY, permalink="1953/07/07/1-klmno.html")
NAMELESS = replace(ENTRY, permalink="1953/07/07/1-pqrst.html", headline=Bilingual())
ENTRIES = carded((ENTRY, OTHER_DAY, SECOND, NAMELESS))


def test_an_issue_has_the_articles_whose_address_is_in_its_folder() -> None:
    moved = replace(ENTRY, date=OTHER_DAY.date)
    assert list(issues(carded((moved, OTHER_DAY, SECOND, NAMELESS)))) == [
        ("1953/07/06/", carded([moved, SECOND])),
        ("1953/07/07/", carded([OTHER_DAY])),
    ]


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


def test_the_page_of_an_issue_says_both_citations_of_each_article(built: BuiltSite) -> None:
    """The script finds the citations in the order of the items in the file."""
    for path in built.output.rglob("cite.html"):
        items = json.loads(path.with_name("cite.json").read_text(encoding="utf-8"))
        said = "".join(one.text for one in read_page(path.read_text(encoding="utf-8")).said)
        assert path.read_text(encoding="utf-8").count("<blockquote") == len(items)
        assert all(item["URL"] in said for item in items)


def test_every_article_leads_to_its_citations(built: BuiltSite) -> None:
    for row in built.rows:
        if not row["status"] and row["source"] != "withheld.txt":
            key = row["permalink"].rpartition("/")[2].removesuffix(".html")
            page = built.output / row["permalink"]
            assert f"href=cite.html#{key}" in page.read_text(encoding="utf-8")
            assert f"<section id={key}>" in page.with_name("cite.html").read_text(encoding="utf-8")


def test_a_page_shows_the_style_of_the_settings() -> None:
    site = replace(SITE, citation=Citation(style="gbt-2025"))
    ((_, original), (_, translation)) = cited(site, ENTRY)
    address = record_of(site, ENTRY).address
    assert original.text == f"新桥通车[N/OL]. 河谷日报，1953-07-06（3）. {address}."
    assert translation.text == f"New Bridge Opens to Traffic[N/OL]. River Valley Daily，1953-07-06（3）. {address}."
