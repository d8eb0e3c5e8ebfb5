"""A sentence and its partner: pointed at, tapped, reached by keyboard, named by the address."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from duizhao.article_page import ArticleWork, article_page
from duizhao.assets import asset_files
from duizhao.model import Article, Bead, Bilingual, Block, Entry, Passage, Span
from duizhao.settings import Site
from tests.browser.interface_words import WORDS
from tests.browser.test_every_kind_of_page import violations
from tests.browser.visit import ALL_AT_WORK, HEIGHT, Visits
from tests.built_site import ROOT
from tests.loopback import serve

ADDRESS = "1954/12/24/1-7q3fk.html"
LONG_ZH, LONG_EN = "去年的收成远不如今年。", "Last year’s harvest was far poorer than this one. "

PAIRS = (
    (("丰收。",), ("Harvest.",)),
    (
        ("今年𠮷丰收，农民喜气洋洋。", "明年更好。", "社员都说好。"),
        ("This year 𠮷 *is* good. ", "Next will be better. ", ""),
    ),
    (("小麦好。", "水稻也好。"), ("Wheat is good. ", "So is rice.")),
    ((LONG_ZH,) * 60, (LONG_EN,) * 60),
)
"""The sentences of each passage; the third of the second has no partner."""


def spans(sentences: tuple[str, ...]) -> Iterator[tuple[Span, ...]]:
    done = 0
    for text in sentences:
        yield (Span(block=0, start=done, end=done + len(text.rstrip())),) if text else ()
        done += len(text)


def passage(number: int, zh: tuple[str, ...], en: tuple[str, ...]) -> Passage:
    return Passage(
        number=number,
        zh=(Block(line=1, text="".join(zh)),),
        en=(Block(line=1, text="".join(en).rstrip()),),
        beads=tuple(Bead(zh=one, en=other) for one, other in zip(spans(zh), spans(en), strict=True)),
    )


def article_html(site: Site) -> bytes:
    passages = tuple(passage(number, *pair) for number, pair in enumerate(PAIRS, 1))
    article = Article(
        source="1.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(zh="丰收", en="A Harvest"),
        author=Bilingual(),
        column=Bilingual(),
        zh=tuple(block for each in passages for block in each.zh),
        en=tuple(block for each in passages for block in each.en),
    )
    known = ("source", "date", "page", "section", "order", "headline", "author", "column")
    entry = Entry(**{name: getattr(article, name) for name in known}, digest="", permalink=ADDRESS)
    return article_page(site, ArticleWork(article=article, passages=passages, entry=entry))


@pytest.fixture(scope="session")
def sentences_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article whose sentences are known, and what its page loads."""
    folder = tmp_path_factory.mktemp("sentences")
    site = Site(title=Bilingual(en="Archive", zh="档案"), content=folder / "content", templates=ROOT / "templates")
    entries = ("1954/12/24/cite.json", b"[]")
    for path, data in ((ADDRESS, article_html(site)), entries, *asset_files(site)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def visits(browser: Browser, sentences_site: Path) -> Iterator[Visits]:
    with serve(sentences_site) as served:
        opened = Visits(browser=browser, root=served.url)
        yield opened
        opened.close()


NOTHING_MARKED = "!CSS.highlights.get('sentence')?.size"


def marked(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...(CSS.highlights.get('sentence') ?? [])].map(String)")
    return found


def hash_of(page: Page) -> str:
    found: str = page.evaluate("location.hash")
    return found


def spot(page: Page, text: str) -> tuple[float, float]:
    """The middle of the first line of a text, which is brought into sight."""
    found = page.evaluate(
        """(text) => {
            const nodes = document.createTreeWalker(document.querySelector(".rows"), NodeFilter.SHOW_TEXT);
            while (nodes.nextNode()) {
                const at = nodes.currentNode.data.indexOf(text);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(nodes.currentNode, at);
                range.setEnd(nodes.currentNode, at + text.length);
                nodes.currentNode.parentElement.scrollIntoView({ block: "center" });
                const [box] = range.getClientRects();
                return [box.x + box.width / 2, box.y + box.height / 2];
            }
        }""",
        text,
    )
    return found[0], found[1]


def link(page: Page, row: str) -> Locator:
    return page.locator(f"{row} > a")


FIRST = ["今年𠮷丰收，农民喜气洋洋。", "This year 𠮷 is good."]
SECOND = ["明年更好。", "Next will be better."]
ALONE = ["社员都说好。"]
WHEAT = ["小麦好。", "Wheat is good."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("农民", FIRST), ("year", FIRST), ("is", FIRST), ("更好", SECOND), ("better", SECOND), ("都说", ALONE)],
)
def test_pointing_at_a_sentence_marks_both(visits: Visits, text: str, expected: list[str]) -> None:
    page = visits.open(ADDRESS)
    page.mouse.move(*spot(page, text))
    assert marked(page) == expected
    page.mouse.move(0, 0)
    assert not marked(page)
    assert hash_of(page) == ""


def test_a_passage_of_one_sentence_has_no_marks(visits: Visits) -> None:
    page = visits.open(ADDRESS)
    page.mouse.move(*spot(page, "Harvest."))
    assert not marked(page)


def test_a_click_keeps_the_marks_and_puts_them_into_the_address_without_a_jump(visits: Visits) -> None:
    page = visits.open(f"{ADDRESS}#p3")
    place = spot(page, "Next")
    before = page.evaluate("[scrollY, history.length]")
    page.mouse.click(*place)
    page.mouse.move(0, 0)
    assert hash_of(page) == "#p2s2"
    assert marked(page) == SECOND
    assert page.evaluate("[scrollY, history.length]") == before
    assert not page.locator(":target").count()


@pytest.mark.parametrize("leave", ["Escape", "elsewhere"])
def test_escape_and_a_click_beside_the_text_take_the_marks_away(visits: Visits, leave: str) -> None:
    page = visits.open(f"{ADDRESS}#p2s2")
    assert marked(page) == SECOND
    if leave == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator("#p2").click(position={"x": 600, "y": 2})
    assert not marked(page)
    assert not page.url.endswith("#p2s2")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(("hash_", "expected"), [("#p2s1", FIRST), ("#p2s3", ALONE), ("#p3s1", WHEAT)])
def test_an_address_of_a_sentence_opens_with_it_in_sight_and_marked(
    visits: Visits, width: int, hash_: str, expected: list[str]
) -> None:
    page = visits.open(f"{ADDRESS}{hash_}", width=width)
    assert marked(page) == expected
    expect(page.locator(hash_[:3])).to_be_in_viewport()
    assert hash_of(page) == hash_


@pytest.mark.parametrize("late", ["views", "sentences"])
def test_a_sentence_far_down_in_its_passage_is_brought_into_sight(visits: Visits, late: str) -> None:
    page = visits.open(ADDRESS, width=320)

    def delayed(route: Route) -> None:
        page.wait_for_timeout(200)
        route.continue_()

    page.route(f"**/{late}.js", delayed)
    page.goto(f"{visits.root}{ADDRESS}?again#p4s58")
    page.evaluate(ALL_AT_WORK)
    tops = page.evaluate("[...CSS.highlights.get('sentence')].map((range) => range.getBoundingClientRect().top)")
    assert any(0 <= top <= HEIGHT for top in tops)


@pytest.mark.parametrize(("asked", "answer"), [("#p1s1", "#p1"), ("#p2s9", "#p2"), ("#p3s3", "#p3")])
def test_a_sentence_that_is_not_there_leads_to_its_passage(visits: Visits, asked: str, answer: str) -> None:
    page = visits.open(f"{ADDRESS}{asked}")
    expect(page.locator(f"{answer}:target")).to_be_in_viewport()
    assert hash_of(page) == answer
    assert not marked(page)


def test_arrow_keys_on_the_link_walk_from_sentence_to_sentence(visits: Visits) -> None:
    page = visits.open(ADDRESS)
    link(page, "#p2").focus()
    assert not marked(page)
    walked = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        walked.append((hash_of(page), marked(page)))
    assert walked == [("#p2s1", FIRST), ("#p2s2", SECOND), *[("#p2s3", ALONE)] * 2, ("#p2s2", SECOND)]
    expect(link(page, "#p2")).to_be_focused()
    page.keyboard.press("Tab")
    expect(link(page, "#p3")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    assert hash_of(page) == "#p3s2"
    page.keyboard.press("Enter")
    page.wait_for_function(f"location.hash === '#p3' && {NOTHING_MARKED}")


def test_arrow_keys_elsewhere_and_with_other_keys_do_what_they_always_do(visits: Visits) -> None:
    page = visits.open(ADDRESS)
    page.keyboard.press("ArrowRight")
    link(page, "#p2").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowDown")
    assert (hash_of(page), marked(page)) == ("", [])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sentence_without_partner_says_so_quietly(visits: Visits, language: Literal["en", "zh"]) -> None:
    page = visits.open(ADDRESS)
    if language == "zh":
        page.locator('[data-module="interface"]').click()
    page.mouse.click(*spot(page, "都说"))
    status = page.locator("article > [role=status]")
    expect(status).to_have_text(WORDS[language]["missing.sentence.translation"])
    page.mouse.click(*spot(page, "Next"))
    expect(status).to_be_empty()


@pytest.mark.parametrize("view", ["zh", "en"])
def test_in_one_language_the_sentence_itself_is_marked(visits: Visits, view: str) -> None:
    page = visits.open(f"{ADDRESS}?view={view}")
    page.mouse.click(*spot(page, "Next" if view == "en" else "更好"))
    assert marked(page)
    assert page.url.endswith(f"?view={view}#p2s2")


def test_a_tap_marks_and_leaves_no_mark_of_a_pointer_that_is_gone(visits: Visits, browser: Browser) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(visits.root + ADDRESS)
    page.wait_for_selector("article > [role=status]", state="attached")
    page.touchscreen.tap(*spot(page, "Next"))
    expect(page).to_have_url(visits.root + f"{ADDRESS}#p2s2")
    page.touchscreen.tap(*spot(page, "Wheat"))
    assert marked(page) == WHEAT
    context.close()


def test_text_can_be_selected_and_copied_and_the_page_stays_as_it_is(visits: Visits) -> None:
    page = visits.open(ADDRESS)
    before = page.locator(".rows").inner_html()
    page.mouse.click(*spot(page, "Wheat"))
    page.mouse.move(*spot(page, "Wheat"))
    page.mouse.down()
    page.mouse.move(*spot(page, "rice"), steps=5)
    page.mouse.up()
    assert hash_of(page) == "#p3s1"
    assert "is good. So is" in page.evaluate("getSelection().toString()")
    page.locator("#p3 > p[lang=en]").select_text()
    assert page.evaluate("getSelection().toString()").strip() == "Wheat is good. So is rice."
    assert page.locator(".rows").inner_html() == before


def test_without_scripts_a_passage_is_marked_as_ever(visits: Visits) -> None:
    page = visits.open(f"{ADDRESS}#p3", scripts=False)
    expect(page.locator("#p3:target")).to_be_in_viewport()


def test_without_highlights_an_address_of_a_sentence_shows_its_passage(visits: Visits) -> None:
    page = visits.open(ADDRESS)
    page.add_init_script("Object.defineProperty(CSS, 'highlights', {value: undefined})")
    page.goto(f"{visits.root}{ADDRESS}?again#p4s1")
    page.evaluate(ALL_AT_WORK)
    expect(page.locator("#p4")).to_be_in_viewport()
    assert not page.locator("article > [role=status]").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_where_sentences_are_marked(
    visits: Visits, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visits.open(f"{ADDRESS}#p2s3", width=width, scheme=scheme)
    expect(page.locator("article > [role=status]")).not_to_be_empty()
    assert not violations(page)


COLOURS = """() => {
    const row = document.querySelector("#p2");
    const {backgroundColor, color} = getComputedStyle(row.lastElementChild, "::highlight(sentence)");
    return [backgroundColor, color, getComputedStyle(document.body).backgroundColor];
}"""


def test_on_paper_nothing_is_marked(visits: Visits) -> None:
    page = visits.open(f"{ADDRESS}#p2s3")
    assert page.evaluate(COLOURS)[0] != "rgba(0, 0, 0, 0)"
    page.emulate_media(media="print")
    assert page.evaluate(COLOURS)[0] == "rgba(0, 0, 0, 0)"
    expect(page.locator("article > [role=status]")).to_be_hidden()
