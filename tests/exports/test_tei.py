"""The archive as TEI: valid by the grammar of all of TEI P5, and both texts name what corresponds to them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from duizhao.model import Bilingual
from duizhao.pipeline import Order, build
from duizhao.settings import Site, Translation
from tests.corpus import CORPUS
from tests.exports.archives import LICENSE, archive, records, unpacked
from tests.schemas import TEI as GRAMMAR
from tests.schemas import faults_of

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def tei_faults(site: Site, folder: Path) -> list[str]:
    """What is said against the TEI of a site by the grammar of all of TEI."""
    for number, text in enumerate(unpacked(site, "xml")):
        (folder / f"{number}.xml").write_text(text, encoding="utf-8")
    return faults_of(GRAMMAR, *sorted(folder.glob("*.xml")))


def test_tei_is_valid(made: Site, tmp_path: Path) -> None:
    assert not tei_faults(made, tmp_path)


def test_tei_of_an_archive_that_says_nothing_of_itself_is_valid(tmp_path: Path) -> None:
    site = replace(archive(tmp_path, "tei"), base_url="", translation=Translation(), rights=Bilingual(), license="")
    build(site, Order(jobs=1))
    assert not tei_faults(site, tmp_path)


@pytest.mark.skipif(not CORPUS, reason="the real articles are not here")
def test_tei_of_real_articles_is_valid(tmp_path: Path) -> None:
    site = archive(tmp_path, "tei")
    shutil.copytree(CORPUS or tmp_path, site.content / "real")
    build(site, Order(jobs=1))
    assert not tei_faults(site, tmp_path)


def test_what_is_no_tei_and_a_name_that_two_have_are_found(made: Site, tmp_path: Path) -> None:
    text = next(unpacked(made, "xml"))
    (tmp_path / "a.xml").write_text(text.replace("<s ", "<sentence ", 1).replace("</s>", "</sentence>", 1), "utf-8")
    (tmp_path / "b.xml").write_text(text.replace("s1", "s2"), "utf-8")
    said = faults_of(GRAMMAR, tmp_path / "a.xml", tmp_path / "b.xml")
    assert [any(word in line for line in said) for word in ("sentence", "already been defined")] == [True, True]


def test_every_header_of_tei_names_the_licence(made: Site) -> None:
    for text in unpacked(made, "xml"):
        corpus = etree.fromstring(text.encode())
        named = [element.get("target") for element in corpus.iter(f"{TEI}licence")]
        assert named == [LICENSE] * len(list(corpus.iter(f"{TEI}teiHeader")))


def test_texts_of_tei_correspond(made: Site) -> None:
    for text in unpacked(made, "xml"):
        corpus = etree.fromstring(text.encode())
        names = {element.get(ID): element for element in corpus.iter() if element.get(ID)}
        for element in names.values():
            for partner in element.get("corresp", "").split():
                assert f"#{element.get(ID)}" in names[partner.removeprefix("#")].get("corresp", "").split()
        for note in corpus.iter(f"{TEI}note"):
            assert (note.get("target") or "#").removeprefix("#") in {"", *names}


def test_tei_holds_every_sign_of_both_texts(made: Site) -> None:
    corpora = [etree.fromstring(text.encode()) for text in unpacked(made, "xml")]
    texts = {
        article.get(ID): "".join(map(str, article.itertext())).replace("\n", "")
        for corpus in corpora
        for article in corpus.iter(f"{TEI}TEI")
    }
    for one in records(made):
        name = "a" + one["permalink"].removesuffix(".html").replace("/", ".")
        for passage in one["passages"]:
            for block in (*passage.get("zh", ()), *passage.get("en", ())):
                assert block.replace("\x07", "␇").replace("\n", "") in texts[name]
