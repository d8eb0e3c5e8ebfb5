"""What machines are told of an article, read as they read it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urljoin

import pyld
import pytest
import rdflib
from rdflib.namespace import SDO

from duizhao.cite import coins, head, linked_data, record_of
from duizhao.model import Bilingual, Entry
from duizhao.render import render
from duizhao.settings import Citation, Site
from tests.built_site import BASE, BuiltSite
from tests.cite.invented import ENTRY, SITE, invented

Item = dict[str, Any]


@dataclass
class Page(HTMLParser):
    """What of a page its readers look at."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    unapi: list[str] = field(default_factory=list)
    coins: list[str] = field(default_factory=list)
    linked: str = ""
    language: str = ""
    is_linked: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        self.is_linked = said.get("type") == "application/ld+json"
        if tag == "html":
            self.language = said["lang"]
        if tag == "meta" and ("name" in said or "property" in said):
            # As in Zotero, a name goes before a property.
            self.metas.append((said.get("name") or said["property"], said["content"]))
        if tag == "link":
            self.links[said["rel"]] = said["href"]
        if tag == "abbr" and said.get("class") == "unapi-id":
            self.unapi.append(said["title"])
        if tag == "span" and said.get("class") == "Z3988":
            self.coins.append(said["title"])

    def handle_data(self, data: str) -> None:
        if self.is_linked:
            self.linked += data

    def handle_endtag(self, tag: str) -> None:
        self.is_linked = self.is_linked and tag != "script"


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


def embedded_metadata(page: Page, address: str) -> Item:
    """Read an item in the order in which Zotero's translator “Embedded Metadata” takes its fields."""
    first = dict(reversed(page.metas))
    ending = {name: content for name in HIGHWIRE if (content := _ends_with(page.metas, name))}
    kind = "journalArticle" if "citation_journal_title" in ending else first.get("z:itemType")
    return {
        "itemType": kind or ("journalArticle" if "citation_title" in ending else "webpage"),
        "title": ending.get("citation_title") or first.get("DC.title") or first.get("og:title"),
        "publicationTitle": first.get("prism.publicationName") or first.get("DC.source"),
        "date": ending.get("citation_publication_date") or first.get("article:published_time"),
        "pages": ending.get("citation_firstpage"),
        "language": ending.get("citation_language") or page.language,
        "section": first.get("article:section"),
        "shortTitle": first.get("bibo:shortTitle"),
        "url": page.links.get("canonical") or address,
        "abstractNote": first.get("og:description") or first.get("dcterms.abstract") or first.get("description", ""),
        "creators": [_creator(content) for name, content in page.metas if name == "citation_author"],
    }


HIGHWIRE = ("citation_title", "citation_publication_date", "citation_firstpage", "citation_language")


def _ends_with(metas: Iterable[tuple[str, str]], ending: str) -> str:
    return next((content for name, content in metas if name.endswith(ending)), "")


def _creator(name: str) -> tuple[str, str]:
    """Take a name apart as `cleanAuthor` does: at its comma, else at its last space."""
    if "," in name:
        last, _, first = name.partition(",")
        return last.strip(), first.strip()
    first, _, last = name.rpartition(" ")
    return last, first


def head_of(site: Site, entry: Entry) -> Page:
    html = render(site, "parts/cite_head.html", entry.permalink, told=head(site, entry)).decode()
    return read(f'<html lang="en"><head>{html}</head></html>')


def articles(built: BuiltSite) -> Iterator[tuple[dict[str, str], str]]:
    """The line of the ledger and the page of each article of the built site."""
    for row in built.rows:
        if not row["status"] and row["source"] != "withheld.txt":
            yield row, (built.output / row["permalink"]).read_text(encoding="utf-8")


def test_zotero_reads_every_built_article_from_its_head(built: BuiltSite) -> None:
    for row, html in articles(built):
        item = embedded_metadata(read(html), "")
        assert item["itemType"] == "newspaperArticle"
        assert item["title"] == " ".join(row["headline"].split())
        assert item["publicationTitle"] == "人民日报"
        assert item["date"] == row["date"].replace("-", "/")
        assert (item["pages"] or "") == row["page"]
        assert item["language"] in ("zh-Hans", "en")
        assert 0 < len(item["abstractNote"]) <= LONGEST
        assert item["url"] == BASE + row["permalink"]
        assert item["creators"]


@pytest.mark.parametrize("records", [True, False])
def test_zotero_reads_every_invented_article_from_its_head(*, records: bool) -> None:
    for settings, entry in invented():
        site = replace(settings, citation=Citation(records=records))
        original = record_of(site, entry).original
        item = embedded_metadata(head_of(site, entry), "here")
        assert original
        assert item["title"] == original.title
        assert item["section"] == (original.column or None)
        assert item["language"] == original.language
        assert item["shortTitle"] == (None if records else entry.headline.en)
        signed = [(name.family, name.given) for name in original.authors if name.is_han]
        assert signed in ([], item["creators"])


def test_an_unsigned_article_has_the_newspaper_for_an_author_in_the_head_alone() -> None:
    page = head_of(SITE, ENTRY)
    assert ("citation_author", "河谷日报") in page.metas
    assert "author" not in json.loads(page.linked)


def test_the_record_is_where_the_page_says_and_zotero_sees_it(built: BuiltSite) -> None:
    for row, html in articles(built):
        page = read(html)
        path = urljoin(row["permalink"], page.links["unapi-server"])
        graph = rdflib.Graph().parse(built.output / path, format="xml")
        assert rdflib.Literal(" ".join(row["headline"].split())) in set(graph.objects(None, rdflib.DCTERMS.title))
        assert len(page.unapi) == 1


def test_without_records_nothing_leads_to_one() -> None:
    page = head_of(replace(SITE, citation=Citation(records=False)), ENTRY)
    assert "unapi-server" not in page.links


def test_one_address_is_to_be_cited_and_it_is_the_page_itself(built: BuiltSite) -> None:
    for row, html in articles(built):
        links = read(html).links
        assert urljoin(BASE + row["permalink"], links["cite-as"]) == links["canonical"]


def expanded(linked: str, address: str) -> list[dict[str, Any]]:
    """JSON-LD as a processor reads it; of the context of schema.org, the vocabulary is what matters here."""
    context = {"@context": {"@vocab": "https://schema.org/"}}
    answer = {"contextUrl": None, "documentUrl": "https://schema.org", "document": context}
    options = {"base": address, "documentLoader": lambda *_: answer}
    nodes: list[dict[str, Any]] = pyld.jsonld.expand(json.loads(linked), options)
    return nodes


def words(node: object) -> Iterator[str]:
    """Every type and property that is used."""
    if isinstance(node, list):
        for one in node:
            yield from words(one)
    elif isinstance(node, dict):
        yield from node.get("@type", ())
        for key, value in node.items():
            if not key.startswith("@"):
                yield key
                yield from words(value)


def test_json_ld_says_two_things_in_words_of_schema_org() -> None:
    for site, entry in invented():
        record = record_of(site, entry)
        (node,) = expanded(json.dumps(linked_data(record)), record.address)
        assert {word.removeprefix("https://schema.org/") for word in words(node)} <= set(SDO.__annotations__)
        assert node["@id"] == record.address
        (translation,) = node["https://schema.org/workTranslation"]
        headlines = [one["https://schema.org/headline"][0]["@value"] for one in (node, translation)]
        assert headlines == [version.title for version in record.versions]


def test_no_headline_ends_the_script(built: BuiltSite) -> None:
    entry = replace(ENTRY, headline=Bilingual(zh="</script><b>桥", en='"><i>Bridge</i>'))
    html = render(SITE, "parts/cite_head.html", entry.permalink, told=head(SITE, entry)).decode()
    assert "<b>" not in html
    assert "<i>" not in html
    assert json.loads(read(html).linked)["headline"] == "</script><b>桥"
    assert all(json.loads(read(page).linked) for _, page in articles(built))


def test_an_article_without_a_headline_has_no_such_head() -> None:
    assert head(SITE, replace(ENTRY, headline=Bilingual())) is None


def test_the_page_of_an_issue_offers_each_of_its_articles(built: BuiltSite) -> None:
    rows = [row for row, _ in articles(built)]
    for day in {row["date"] for row in rows}:
        page = read((built.output / day.replace("-", "/") / "index.html").read_text(encoding="utf-8"))
        offered = [parse_qs(title) for title in page.coins]
        of_day = [row for row in rows if row["date"] == day]
        assert {one["rft.identifier"][0] for one in offered} == {BASE + row["permalink"] for row in of_day}
        assert {one["rft.type"][0] for one in offered} == {"newspaperArticle"}


def test_the_head_is_light(built: BuiltSite) -> None:
    for _, html in articles(built):
        told = html[html.index("<link rel=cite-as") : html.index("</script></head>")]
        page = read(html)
        said = sum(
            len(content.encode()) for name, content in page.metas if name in ("citation_title", "citation_author")
        )
        translation = json.loads(page.linked).get("workTranslation", {}).get("headline", "")
        assert len(told.encode()) - 2 * said - len(translation.encode()) < LIGHT


LONGEST = 200
"""Characters of a description; previews show no more."""

LIGHT = 750
"""Bytes beside headlines and names; the elements are there some hundred thousand times."""


def test_what_means_something_in_a_query_is_escaped_and_han_characters_are_not() -> None:
    entry = replace(ENTRY, headline=Bilingual(zh="桥&路=50%+ 通车"))
    said = coins(SITE, entry)
    assert parse_qs(said)["rft.title"] == ["桥&路=50%+ 通车"]
    assert "rft.title=桥%26路%3D50%25%2B+通车&" in said
