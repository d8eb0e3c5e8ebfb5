"""Files for reference managers, read back by readers that others wrote."""

import re
from dataclasses import replace
from pathlib import Path

import citeproc
import pytest
import rdflib
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from duizhao.cite import Record, bibtex, csl_item, record_of, ris, zotero_rdf
from duizhao.model import Bilingual
from duizhao.settings import Translation
from tests.cite.invented import ENTRY, SITE, invented

CSL_TERMS = Path(citeproc.__file__).parent / "data/schema/schemas/styles"
Z = rdflib.Namespace("http://www.zotero.org/namespaces/export#")
S = rdflib.Namespace("http://schema.org/")

VERSIONS = [
    (record, version)
    for site, entry in invented()
    for record in [record_of(site, entry)]
    for version in record.versions
]


def test_ris_says_what_the_record_says() -> None:
    for record, version in VERSIONS:
        text = ris(record, version)
        assert text.endswith("ER  - \r\n")
        assert "\n" not in text.replace("\r\n", "")
        (read,) = rispy.loads(text)
        assert read["type_of_reference"] == "NEWS"
        assert read["title"] == version.title
        assert read["secondary_title"] == version.newspaper
        assert read["date"] == record.date.strftime("%Y/%m/%d")
        assert read.get("start_page", "") == str(record.page or "")
        assert read.get("section", "") == version.column
        assert read["urls"] == [record.address]
        names = [f"{one.family}, {one.given}".removesuffix(", ") for one in version.authors]
        assert read.get("authors", []) == names
        assert len(read.get("subsidiary_authors", [])) == (version.translator is not None)
        assert read.get("notes", []) == ([version.kind.capitalize()] if version.kind else [])


def test_bibtex_says_what_the_record_says() -> None:
    for record, version in VERSIONS:
        library = parse_string(bibtex(record, version))
        assert not library.failed_blocks
        (entry,) = library.entries
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        assert (entry.entry_type, fields["entrysubtype"]) == ("article", "newspaper")
        assert fields["title"] == f"{{{version.title}}}"
        assert fields["journal"] == fields["journaltitle"] == version.newspaper
        assert fields["date"] == record.date.isoformat()
        assert fields.get("pages", "") == str(record.page or "")
        assert fields.get("note", "") == ". ".join(filter(None, [version.column, version.kind.capitalize()]))
        names = [f"{one.family}, {one.given}" if one.given else f"{{{one.family}}}" for one in version.authors]
        assert fields.get("author", "") == " and ".join(names)


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]), min_size=1))
def test_no_title_breaks_out_of_bibtex(title: str) -> None:
    record = record_of(SITE, replace(ENTRY, headline=Bilingual(en=f"x{title}")))
    (version,) = record.versions
    library = parse_string(bibtex(record, version))
    assert not library.failed_blocks
    assert [entry.fields_dict["date"].value for entry in library.entries] == ["1953-07-06"]


def terms(name: str) -> set[str]:
    """The words that a file of the schema of CSL lists."""
    return set(re.findall(r'"([a-zA-Z-]+)"', (CSL_TERMS / name).read_text(encoding="utf-8")))


def test_csl_json_has_fields_that_csl_knows_and_every_item_has_a_name_of_its_own() -> None:
    """That citeproc-js reads them is seen where citations are compared with its own."""
    known = terms("csl-variables.rnc") | {"id", "type", "language"}
    items = [csl_item(record, version) for record, version in VERSIONS]
    assert {key for item in items for key in item} <= known
    assert {str(item["type"]) for item in items} <= terms("csl-types.rnc")
    assert len({str(item["id"]) for item in items}) == len(items)


def item(record: Record, abstract: str = "") -> tuple[rdflib.Graph, dict[object, str]]:
    """A record as RDF, and what it says of its one item."""
    graph = rdflib.Graph().parse(data=zotero_rdf(record, abstract), format="xml")
    (article,) = graph.subjects(rdflib.RDF.type, S.NewsArticle)
    return graph, {predicate: str(value) for predicate, value in graph.predicate_objects(article)}


def test_the_record_for_zotero_is_rdf_with_all_that_is_known() -> None:
    for site, entry in invented():
        record = record_of(site, entry)
        version = record.versions[0]
        graph, said = item(record)
        assert said[S.url] == record.address
        assert said[S.headline] == version.title
        assert said[S.inLanguage] == version.language
        assert said[S.datePublished] == record.date.isoformat()
        assert said[Z.publicationTitle] == version.newspaper
        assert said[Z.shortTitle] == record.versions[-1].title
        assert said.get(S.pagination, "") == str(record.page or "")
        assert said.get(Z.section, "") == version.column
        surnames = {str(name) for name in graph.objects(None, S.familyName)}
        translator = record.translation.translator if record.translation else None
        assert surnames == {name.family for name in (*version.authors, *([translator] if translator else []))}


@pytest.mark.parametrize(
    ("translation", "zh", "extra"),
    [
        (Translation(machine=True), "新桥", "With a machine translation"),
        (Translation(machine=True), None, "genre: machine translation"),
        (Translation(machine=True, by=Bilingual(en="Program 7")), "新桥", None),
        (Translation(), None, None),
    ],
)
def test_a_record_says_in_zoteros_own_field_that_a_machine_translated_which_nobody_names(
    translation: Translation, zh: str | None, extra: str | None
) -> None:
    site = replace(SITE, translation=translation)
    _, said = item(record_of(site, replace(ENTRY, headline=Bilingual(zh=zh, en="New Bridge"))))
    assert said.get(Z.extra) == extra


def test_a_record_has_an_abstract_where_one_is_known() -> None:
    record = record_of(SITE, ENTRY)
    assert item(record, 'A "bridge" & <more>.')[1][S.description] == 'A "bridge" & <more>.'
    assert S.description not in item(record)[1]


@pytest.mark.parametrize("title", ["桥 & <路>", 'A "B" & C', "It's", "'\"'"])
def test_marks_of_xml_are_escaped(title: str) -> None:
    record = record_of(SITE, replace(ENTRY, headline=Bilingual(zh=title)))
    assert item(record)[1][S.headline] == title


def test_the_list_of_formats_stands_in_the_record_and_names_no_property() -> None:
    graph, said = item(record_of(SITE, ENTRY))
    assert 'name="rdf_zotero"' in said[Z.formats]
    assert not [predicate for predicate in graph.predicates() if str(predicate).endswith("format")]


def test_no_property_stands_before_the_list_of_formats_at_which_zotero_would_fail() -> None:
    assert b'parseType="Resource"' not in zotero_rdf(record_of(SITE, ENTRY))


def test_a_translation_without_its_original_has_a_translator_too() -> None:
    site = replace(SITE, translation=Translation(by=Bilingual(en="Jane Smith")))
    record = record_of(site, replace(ENTRY, headline=Bilingual(en="New Bridge")))
    graph = rdflib.Graph().parse(data=zotero_rdf(record), format="xml")
    assert rdflib.Literal("Smith") in set(graph.objects(None, S.familyName))
    assert "A4  - Smith, Jane" in ris(record, record.versions[0])
