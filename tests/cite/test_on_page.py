"""The citations that stand on the page of an article: which texts, in which styles, in which order."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from duizhao.cite import STYLES, cited, record_of
from duizhao.model import Bilingual
from duizhao.settings import Citation, Site, Style
from tests.built_site import BuiltSite
from tests.cite.invented import ENTRY, SITE

ADDRESS = record_of(SITE, ENTRY).address


def site_with(style: Style, *, every: bool = False) -> Site:
    return replace(SITE, citation=Citation(style=style, on_page="all" if every else "one"))


def test_a_page_shows_the_style_of_the_settings() -> None:
    assert [(text, [one.said.text for one in styles]) for text, styles in cited(site_with("gbt-2025"), ENTRY)] == [
        ("original", [f"新桥通车[N/OL]. 河谷日报，1953-07-06（3）. {ADDRESS}."]),
        ("translation", [f"New Bridge Opens to Traffic[N/OL]. River Valley Daily，1953-07-06（3）. {ADDRESS}."]),
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_page_that_shows_every_style_begins_with_that_of_the_settings(style: Style) -> None:
    for (_, (first,)), (_, styles) in zip(
        cited(site_with(style), ENTRY), cited(site_with(style, every=True), ENTRY), strict=True
    ):
        assert styles[0] == first
        assert [one.style for one in styles[1:]] == [other for other in STYLES if other != style]


def test_styles_write_in_english_but_for_the_chinese_standard() -> None:
    ((_, styles), _) = cited(site_with("mla", every=True), ENTRY)
    assert {one.style for one in styles if one.side == "zh"} == {"gbt-2015", "gbt-2025"}


@pytest.mark.parametrize(
    ("headline", "texts"),
    [
        (Bilingual(zh="桥", en="Bridge"), ["original", "translation"]),
        (Bilingual(zh="桥"), ["original"]),
        (Bilingual(en="Bridge"), ["translation"]),
        (Bilingual(), []),
    ],
)
def test_a_text_without_a_headline_is_not_cited(headline: Bilingual[str], texts: list[str]) -> None:
    assert [text for text, _ in cited(SITE, replace(ENTRY, headline=headline))] == texts


class Citations(HTMLParser):
    """What stands in the `dd` elements of the citations of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.is_in = False
        self.feed(html.partition("</article>")[2].partition("</details>")[0])

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.is_in = (tag == "dd" or self.is_in) and tag not in ("dt", "p")
        self.texts += [""] * (tag == "dd")

    def handle_endtag(self, tag: str) -> None:
        self.is_in = self.is_in and tag not in ("dd", "dl")

    def handle_data(self, data: str) -> None:
        if self.is_in:
            self.texts[-1] += data


def test_every_page_cites_the_entries_of_its_article_in_their_order_which_the_script_relies_on(
    built: BuiltSite,
) -> None:
    rows = [row for row in built.rows if not row["status"] and row["source"] != "withheld.txt"]
    assert rows
    for row in rows:
        page = built.output / row["permalink"]
        items = json.loads(page.with_name("cite.json").read_text(encoding="utf-8"))
        own = [item for item in items if item["URL"].endswith(row["permalink"])]
        said = Citations(page.read_text(encoding="utf-8")).texts
        assert len(said) == len(own) * len(STYLES)
        for place, text in enumerate(said):
            item = own[place // len(STYLES)]
            assert item["container-title"] in text
            assert item["URL"] in text
