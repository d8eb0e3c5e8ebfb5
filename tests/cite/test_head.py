"""What machines are told of an article, read as they read it."""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import product
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qs, urljoin

import pyld
import pytest
import rdflib
from rdflib.namespace import SDO

from duizhao.cite import coins, head, linked_graph, record_of
from duizhao.indexes import plan, render_index
from duizhao.model import Bilingual, Entry
from duizhao.pipeline import Order, build
from duizhao.render import render
from duizhao.settings import Citation, Publication, Search, Site, Translation, read_site
from tests.built_site import BASE, ROOT, BuiltSite
from tests.cite.invented import ENTRY, SITE, TRANSLATIONS, invented

Item = dict[str, Any]
SCHEMA = rdflib.Namespace("http://schema.org/")
Kind: TypeAlias = Literal["brief", "full"]
KINDS: tuple[Kind, ...] = ("brief", "full")


@dataclass
class Page(HTMLParser):
    """What of a page its readers look at."""

    metas: list[tuple[str, str]] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    types: list[str] = field(default_factory=list)
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
        if tag == "meta" and "property" in said:
            self.properties[said["property"]] = said["content"]
        if tag == "link" and said["rel"] == "type":
            self.types.append(said["href"])
        elif tag == "link":
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
    return {
        "itemType": _kind(first, ending),
        "title": ending.get("citation_title") or first.get("DC.title") or first.get("og:title"),
        "publicationTitle": first.get("prism.publicationName") or first.get("DC.source") or first.get("og:site_name"),
        "date": ending.get("citation_publication_date") or first.get("article:published_time") or first.get("DC.date"),
        "pages": ending.get("citation_firstpage"),
        "language": ending.get("citation_language") or first.get("DC.language") or page.language,
        "section": first.get("article:section"),
        "shortTitle": first.get("bibo:shortTitle"),
        "url": ending.get("citation_public_url") or first.get("og:url") or page.links.get("canonical") or address,
        "abstractNote": first.get("og:description") or first.get("dcterms.abstract") or first.get("description", ""),
        "rights": first.get("DC.rights"),
        "creators": _creators(page.metas),
    }


def _kind(first: dict[str, str], ending: dict[str, str]) -> str:
    if "citation_journal_title" in ending:
        return "journalArticle"
    if "z:itemType" in first:
        return first["z:itemType"]
    return "webpage" if first.get("og:type") == "website" or not ending else "journalArticle"


def _creators(metas: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of these names, the first that any element has."""
    found = ([_creator(content) for name, content in metas if name == one] for one in CREATORS)
    return next(filter(None, found), [])


CREATORS = ("citation_author", "DC.creator", "DC.contributor")


HIGHWIRE = (
    "citation_title",
    "citation_journal_title",
    "citation_publication_date",
    "citation_firstpage",
    "citation_language",
    "citation_public_url",
)


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
    # The template asks for no setting: with one site for all, it is compiled once.
    html = render(SITE, "parts/cite_head.html", entry.permalink, told=head(site, entry)).decode()
    address = record_of(site, entry).address
    canonical = f'<link rel=canonical href="{address}">' if address else ""
    return read(f'<html lang="en"><head>{canonical}{html}</head></html>')


def with_head(site: Site, kind: Kind, *, records: bool = True) -> Site:
    return replace(site, citation=Citation(head=kind, records=records))


@pytest.fixture(scope="module", params=KINDS)
def headed(request: pytest.FixtureRequest, built: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The built site once more, with each kind of head."""
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(built.content, folder / "content")
    for suffix in (".csv", ".history.csv"):
        shutil.copy(built.ledger.with_suffix(suffix), folder / f"permalinks{suffix}")
    made = BuiltSite(content=folder / "content", output=folder / "public", ledger=folder / "permalinks.csv")
    site = replace(
        with_head(read_site(ROOT / "site.yaml"), request.param),
        base_url=BASE,
        content=made.content,
        output=made.output,
        ledger=made.ledger,
        cache=folder / "cache",
        search=Search(full_text=False),
    )
    build(site, Order(jobs=1))
    return made


def articles(built: BuiltSite) -> Iterator[tuple[dict[str, str], str]]:
    """The line of the ledger and the page of each article of the built site."""
    for row in built.rows:
        if not row["status"] and row["source"] != "withheld.txt":
            yield row, (built.output / row["permalink"]).read_text(encoding="utf-8")


def is_full(page: Page) -> bool:
    return "og:type" in page.properties


def test_zotero_reads_every_built_article_from_its_head(headed: BuiltSite) -> None:
    for row, html in articles(headed):
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


@pytest.mark.parametrize(("kind", "records"), [*product(KINDS, (True, False))])
def test_zotero_reads_every_invented_article_from_its_head(kind: Kind, *, records: bool) -> None:
    for settings, entry in invented():
        site = with_head(settings, kind, records=records)
        original = record_of(site, entry).original
        item = embedded_metadata(head_of(site, entry), "here")
        assert original
        assert item["title"] == original.title
        assert item["section"] == (original.column or None)
        assert item["language"] == original.language
        assert item["shortTitle"] == (None if records else entry.headline.en)
        signed = [(name.family, name.given) for name in original.authors if name.is_han]
        assert signed in ([], item["creators"])


NOTHING: Bilingual[str] = Bilingual()


LICENSE = "https://licences.example/free?version=4&in=zh#text"


def lacking() -> Iterator[tuple[Site, Entry]]:
    """An article for each way in which something of it, or of its archive, may not be known."""
    names = (NOTHING, Bilingual(zh="河谷日报"), SITE.publication.name)
    headlines = (Bilingual(zh="新桥通车"), Bilingual(en="New Bridge"), ENTRY.headline)
    authors = (NOTHING, Bilingual(zh="王小明"), Bilingual(en="Jane A. Miller"))
    columns = (NOTHING, Bilingual(en="Construction"))
    free = Bilingual(zh="可自由阅读。", en="Free to read.")
    rights = ((NOTHING, ""), (NOTHING, LICENSE), (free, LICENSE))
    choices = product(names, headlines, authors, columns, rights, ("", "新华社"), (None, 3), ("", BASE), TRANSLATIONS)
    for name, headline, author, column, (right, license_), agency, page, base, translation in choices:
        settings = replace(SITE, publication=Publication(name=name), base_url=base, translation=translation)
        site = replace(settings, rights=right, license=license_)
        entry = replace(ENTRY, headline=headline, author=author, column=column, agency=agency, page=page)
        yield site, entry


@pytest.mark.parametrize("records", [True, False])
def test_zotero_takes_from_the_full_head_what_it_takes_from_the_brief_and_the_rights(*, records: bool) -> None:
    for site, entry in lacking():
        brief, full = (
            embedded_metadata(head_of(with_head(site, kind, records=records), entry), "here") for kind in KINDS
        )
        assert full == brief | {"rights": site.rights.zh or site.license or None}
        assert full["itemType"] == "newspaperArticle"


def test_the_reader_sees_what_would_make_zotero_err() -> None:
    page = head_of(with_head(SITE, "full"), ENTRY)
    assert embedded_metadata(page, "")["itemType"] == "newspaperArticle"
    page.metas.append(("citation_journal_title", "河谷日报"))
    assert embedded_metadata(page, "")["itemType"] == "journalArticle"
    site = replace(SITE, publication=Publication())
    bare = head_of(with_head(site, "full"), ENTRY)
    assert not embedded_metadata(bare, "")["publicationTitle"]
    bare.metas.append(("og:site_name", "Archive"))
    assert embedded_metadata(bare, "")["publicationTitle"] == "Archive"


def test_the_full_head_speaks_open_graph_and_dublin_core() -> None:
    site = replace(with_head(SITE, "full"), rights=Bilingual(zh="可自由阅读。", en="Free to read."))
    page = head_of(site, replace(ENTRY, author=Bilingual(zh="王小明", en="Wang Xiaoming")))
    address = "https://archive.example/1953/07/06/3-abcde.html"
    assert page.properties == {
        "og:type": "article",
        "og:title": "New Bridge Opens to Traffic 新桥通车",
        "og:url": address,
        "og:site_name": "River Valley Daily, side by side",
        "og:locale": "en_US",
        "og:locale:alternate": "zh_CN",
    }
    assert [meta for meta in page.metas if meta[0].startswith("DC.")] == [
        ("DC.title", "新桥通车"),
        ("DC.title", "New Bridge Opens to Traffic"),
        ("DC.creator", "王, 小明"),
        ("DC.date", "1953-07-06"),
        ("DC.language", "zh-Hans"),
        ("DC.language", "en"),
        ("DC.type", "Text"),
        ("DC.source", "河谷日报"),
        ("DC.relation.ispartof", "河谷日报"),
        ("DC.rights", "可自由阅读。"),
        ("DC.rights", "Free to read."),
    ]
    assert ("citation_public_url", address) in page.metas
    assert page.links["schema.DC"] == "http://purl.org/dc/elements/1.1/"


def test_the_full_head_names_the_licence_to_each_of_its_readers() -> None:
    site = replace(with_head(SITE, "full"), license=LICENSE)
    page = head_of(site, ENTRY)
    assert page.links["license"] == LICENSE
    assert page.metas[-1] == ("DC.rights", LICENSE)
    graph = graph_of(site, ENTRY)
    assert is_of_schema_org(graph)
    assert [said(node, "license") for node in graph] == [LICENSE, LICENSE]
    assert "license" not in head_of(with_head(site, "brief"), ENTRY).links


def test_a_preview_has_the_description_that_search_engines_have(headed: BuiltSite) -> None:
    for _, html in articles(headed):
        page = read(html)
        assert page.properties.get("og:description") == (dict(page.metas)["description"] if is_full(page) else None)


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh", "zh_CN"),
        ("zh-Hant-HK", "zh_HK"),
        ("en-gb", "en_GB"),
        ("la", None),
    ],
)
def test_open_graph_has_a_country_with_each_language(tag: str, locale: str | None) -> None:
    site = replace(SITE, languages=replace(SITE.languages, translation=tag))
    page = head_of(with_head(site, "full"), ENTRY)
    assert page.properties.get("og:locale") == locale


def test_signposts_say_what_to_cite_what_it_is_what_describes_it_and_where_it_belongs(headed: BuiltSite) -> None:
    for row, html in articles(headed):
        page = read(html)
        here = BASE + row["permalink"]
        if is_full(page):
            assert urljoin(here, page.links["cite-as"]) == page.links["canonical"] == here
            assert page.types == ["https://schema.org/NewsArticle", "https://schema.org/AboutPage"]
            assert urljoin(here, page.links["describedby"]) == urljoin(here, page.links["unapi-server"])
            assert urljoin(here, page.links["collection"]) == f"{BASE}{row['date'].replace('-', '/')}/index.html"
        else:
            assert page.links["canonical"] == here
            assert not {"cite-as", "describedby", "collection"} & set(page.links)
            assert not page.types


def test_an_unsigned_article_has_the_newspaper_for_an_author_in_the_head_alone() -> None:
    page = head_of(with_head(SITE, "full"), ENTRY)
    assert ("citation_author", "河谷日报") in page.metas
    assert not [node for node in json.loads(page.linked)["@graph"] if "author" in node]


def test_the_record_is_where_the_page_says_and_zotero_sees_it(headed: BuiltSite) -> None:
    for row, html in articles(headed):
        page = read(html)
        path = urljoin(row["permalink"], page.links["unapi-server"])
        graph = rdflib.Graph().parse(headed.output / path, format="xml")
        assert rdflib.Literal(" ".join(row["headline"].split())) in set(graph.objects(None, SCHEMA.headline))
        assert len(page.unapi) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_without_records_nothing_leads_to_one(kind: Kind) -> None:
    page = head_of(with_head(SITE, kind, records=False), ENTRY)
    assert not {"unapi-server", "describedby"} & set(page.links)


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


def is_of_schema_org(node: object) -> bool:
    return {word.removeprefix("https://schema.org/") for word in words(node)} <= set(SDO.__annotations__)


def said(node: dict[str, Any], name: str) -> Any:  # noqa: ANN401 - whatever stands there
    """The one value of a property; None, where there is none."""
    (value,) = node.get(f"https://schema.org/{name}", [{}])
    return value.get("@value", value or None)


def graph_of(site: Site, entry: Entry, *, section: str | None = None, dateline: str = "") -> list[dict[str, Any]]:
    record = record_of(site, entry)
    return expanded(json.dumps(linked_graph(site, record, section=section, dateline=dateline)), record.address)


def test_the_graph_has_a_node_for_the_original_and_one_for_the_translation_which_name_each_other() -> None:
    for site, entry in invented():
        record = record_of(site, entry)
        printed, translation = graph_of(site, entry)
        assert is_of_schema_org([printed, translation])
        assert printed["@id"] == record.address
        assert said(printed, "workTranslation")["@id"] == translation["@id"] == f"{record.address}#translation"
        assert said(translation, "translationOfWork")["@id"] == printed["@id"]
        assert [said(one, "headline") for one in (printed, translation)] == [one.title for one in record.versions]
        assert [said(one, "inLanguage") for one in (printed, translation)] == ["zh-Hans", "en"]


def test_the_graph_says_where_the_article_was_printed() -> None:
    entry = replace(ENTRY, column=Bilingual(zh="建设", en="Construction"))
    printed, translation = graph_of(SITE, entry, section="国内新闻", dateline="新华社白河六日电")
    assert {name: said(printed, name) for name in ("datePublished", "printPage", "printSection", "dateline")} == {
        "datePublished": "1953-07-06",
        "printPage": "3",
        "printSection": "国内新闻",
        "dateline": "新华社白河六日电",
    }
    assert [said(one, "articleSection") for one in (printed, translation)] == ["建设", "Construction"]
    issue = said(printed, "isPartOf")
    assert issue["@id"] == "https://archive.example/1953/07/06/"
    newspaper = said(issue, "isPartOf")
    assert newspaper["@type"] == ["https://schema.org/Newspaper"]
    assert said(newspaper, "name") == "河谷日报"
    others = newspaper["https://schema.org/alternateName"]
    assert [one["@value"] for one in others] == ["River Valley Daily", "Hegu Ribao"]
    assert said(said(printed, "holdingArchive"), "url") == "https://archive.example/"


def test_a_graph_says_nothing_of_what_is_not_known() -> None:
    for site, entry in lacking():
        written = json.dumps(linked_graph(site, record_of(site, entry), section=None, dateline=""))
        told = written.replace('{"@id": ""}', "page").replace('"@id": ""', "")
        assert not {'""', "null", "[]", "{}"} & set(told.replace(",", " ").split())
        assert is_of_schema_org(expanded(written, "https://archive.example/"))


@pytest.mark.parametrize(
    ("translation", "translator", "credit"),
    [
        (Translation(), None, None),
        (Translation(machine=True), None, "Machine translation"),
        (Translation(machine=True, by=Bilingual(en="Program 7")), ("Organization", "Program 7 (machine)"), None),
        (Translation(by=Bilingual(en="Jane Smith")), ("Person", "Jane Smith"), None),
        (Translation(by=Bilingual(en="River Valley Translators")), ("Organization", "River Valley Translators"), None),
    ],
)
def test_the_translation_says_by_whom_it_is_or_that_a_machine_made_it(
    translation: Translation, translator: tuple[str, str] | None, credit: str | None
) -> None:
    site = replace(SITE, translation=translation)
    printed, translated = graph_of(site, ENTRY)
    found = said(translated, "translator")
    told = (found["@type"][0].removeprefix("https://schema.org/"), said(found, "name")) if found else None
    assert (told, said(translated, "creditText")) == (translator, credit)
    assert not said(printed, "translator")


@pytest.mark.parametrize("kind", KINDS)
def test_no_headline_ends_the_script_or_an_element(kind: Kind) -> None:
    entry = replace(ENTRY, headline=Bilingual(zh="</script><b>桥", en='"><i>Bridge</i>'))
    site = with_head(SITE, kind)
    html = render(site, "parts/cite_head.html", entry.permalink, told=head(site, entry)).decode()
    assert "<b>" not in html
    assert "<i>" not in html
    page = read(html)
    assert dict(page.metas)["citation_title"] == "</script><b>桥"
    assert kind == "brief" or json.loads(page.linked)["@graph"][0]["headline"] == "</script><b>桥"


def test_the_json_ld_of_every_built_article_can_be_read(headed: BuiltSite) -> None:
    for row, html in articles(headed):
        page = read(html)
        if not is_full(page):
            assert not page.linked
            continue
        nodes = expanded(page.linked, BASE + row["permalink"])
        assert is_of_schema_org(nodes)
        assert nodes[0]["@id"] == BASE + row["permalink"]


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


def test_the_head_is_light(headed: BuiltSite) -> None:
    for _, html in articles(headed):
        told = html[html.index("<link rel=unapi-server") : html.index("</head>")]
        page = read(html)
        original, translation, most = FULL if is_full(page) else BRIEF
        names = [content for name, content in page.metas if name in ("citation_title", "citation_author")]
        others = json.loads(page.linked)["@graph"][1:] if page.linked else []
        said_often = original * sum(weight(name) for name in names)
        said_often += translation * sum(weight(other["headline"]) for other in others)
        assert len(told.encode()) - said_often < most


def weight(text: str) -> int:
    return len(text.encode())


BRIEF = (1, 0, 500)
"""How often the headline and the authors of the original stand in a head, how often the headline of the translation,
and the most bytes of all else: the elements are there some hundred thousand times."""

FULL = (4, 3, 2_750)
"""The same of a full head."""

LONGEST = 160
"""Characters of a description; previews show no more."""


@pytest.mark.parametrize("title", ["桥&路=50%+ 通车", "\"桥\" <i>'路'</i>", "桥&copy;路&amp;", "&rft.date=1"])
def test_a_headline_is_read_from_the_list_as_it_is(title: str) -> None:
    (page,) = (page for page in plan([replace(ENTRY, headline=Bilingual(zh=title))], SITE) if page.path == ISSUE)
    (said,) = read(render_index(SITE, page).decode()).coins
    assert parse_qs(said, strict_parsing=True)["rft.title"] == [title]


ISSUE = "1953/07/06/index.html"


def test_han_characters_in_the_list_are_not_encoded() -> None:
    assert ("rft.title", "桥%26路%3D50%25%2B+通车") in coins(
        SITE, replace(ENTRY, headline=Bilingual(zh="桥&路=50%+ 通车"))
    )
