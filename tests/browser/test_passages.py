"""The menu of a passage: a quotation with its reference, an address, a report; by pointer, touch and keyboard."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from duizhao.assets import asset_files
from duizhao.cite.csl import issue_items
from duizhao.model import Bilingual, Entry
from duizhao.settings import Publication, Site, Translation
from tests.browser.interface_words import WORDS
from tests.browser.test_every_kind_of_page import violations
from tests.browser.test_sentences import ADDRESS, article_html, spot
from tests.browser.visit import Visits
from tests.built_site import ROOT
from tests.loopback import Served, serve

BASE = "https://archive.example/"
HERE = BASE + ADDRESS
SOURCE = "https://github.com/someone/archive/blob/main/content/{path}"


@pytest.fixture(scope="session")
def passages_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article whose passages are known, the entries of its issue, and what its page loads."""
    folder = tmp_path_factory.mktemp("passages")
    site = Site(
        title=Bilingual(en="Archive", zh="档案"),
        base_url=BASE,
        source_url=SOURCE,
        publication=Publication(name=Bilingual(en="River Daily", zh="河报")),
        translation=Translation(machine=True),
        content=folder / "content",
        templates=ROOT / "templates",
    )
    entry = Entry(
        source="1.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        order=None,
        headline=Bilingual(zh="丰收", en="A Harvest"),
        author=Bilingual(),
        column=Bilingual(),
        digest="",
        permalink=ADDRESS,
    )
    entries = json.dumps(list(issue_items(site, [entry]))).encode()
    made = {ADDRESS: article_html(site), "1954/12/24/cite.json": entries, **dict(asset_files(site))}
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def visits(browser: Browser, passages_site: Path) -> Iterator[Visits]:
    with serve(passages_site) as served:
        opened = Visits(browser=browser, root=served.url)
        yield opened
        opened.close()


def opened(
    visits: Visits, address: str = ADDRESS, *, width: int = 1280, scheme: Literal["light", "dark"] = "light"
) -> Page:
    page = visits.open(address, width=width, scheme=scheme)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def menu(page: Page) -> Locator:
    return page.locator(".passage:popover-open")


def entry(page: Page, key: str, language: Literal["en", "zh"] = "en") -> Locator:
    return menu(page).get_by_text(WORDS[language][key], exact=True)


def number(page: Page, row: str) -> Locator:
    return page.locator(f"{row} > a")


def drag(page: Page, start: str, end: str) -> None:
    """Select with the mouse from one text to another, which is near enough that both are in sight."""
    x, y = spot(page, start)
    before = page.evaluate("scrollY")
    finish = spot(page, end)
    page.mouse.move(x, y + before - page.evaluate("scrollY"))
    page.mouse.down()
    page.mouse.move(*finish, steps=5)
    page.mouse.up()


def copied(page: Page) -> str:
    expect(entry(page, "cite.copied")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def original(hash_: str) -> str:
    return f"— “Fengshou 丰收 [A Harvest],” 河报 [River Daily], December 24, 1954, p. 1, {HERE}{hash_}."


def translation(hash_: str) -> str:
    return f"— “A Harvest,” machine translation, River Daily, December 24, 1954, p. 1, {HERE}{hash_}."


WHEAT = (
    "小麦好。水稻也好。",
    original("#p3"),
    "",
    "Wheat is good. So is rice.",
    translation("#p3"),
)


def test_a_number_opens_the_menu_where_it_stands_and_nothing_moves(visits: Visits) -> None:
    page = opened(visits)
    before = page.evaluate("scrollY")
    number(page, "#p3").click()
    expect(menu(page)).to_be_in_viewport()
    expect(menu(page)).to_have_attribute("aria-label", "Passage 3")
    expect(page.locator("#p3:target")).to_have_count(1)
    expect(number(page, "#p3")).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("[scrollY, location.hash]") == [before, "#p3"]


def test_a_number_whose_menu_is_open_closes_it(visits: Visits) -> None:
    page = opened(visits)
    for by_key in (False, True):
        if by_key:
            number(page, "#p3").press("Enter")
        else:
            number(page, "#p3").click()
        expect(entry(page, "passage.copy")).to_be_focused()
        number(page, "#p3").click()
        expect(menu(page)).to_have_count(0)
        expect(number(page, "#p3")).to_have_attribute("aria-expanded", "false")
    number(page, "#p3").click()
    number(page, "#p2").click()
    expect(menu(page)).to_have_attribute("aria-label", "Passage 2")


@pytest.mark.parametrize("way", ["keyboard", "touch"])
def test_a_passage_is_copied_with_its_reference(visits: Visits, browser: Browser, way: str) -> None:
    if way == "keyboard":
        page = opened(visits)
        number(page, "#p3").focus()
        page.keyboard.press("Enter")
        expect(entry(page, "passage.copy")).to_be_focused()
        page.keyboard.press("Enter")
        assert copied(page) == "\n".join(WHEAT)
        page.keyboard.press("Escape")
        expect(menu(page)).to_have_count(0)
        expect(number(page, "#p3")).to_be_focused()
        expect(number(page, "#p3")).to_have_attribute("aria-expanded", "false")
        return
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(visits.root + ADDRESS)
    page.wait_for_selector(".rows a[aria-haspopup]")
    for count in (1, 0, 1):
        number(page, "#p3").tap()
        expect(menu(page)).to_have_count(count)
    entry(page, "passage.copy").tap()
    assert copied(page) == "\n".join(WHEAT)
    context.close()


def test_the_menu_is_next_for_the_keyboard_and_closes_behind_who_leaves_it(visits: Visits) -> None:
    page = opened(visits)
    number(page, "#p2").focus()
    page.keyboard.press("Enter")
    for key in ("passage.link", "passage.report"):
        expect(menu(page)).to_be_visible()
        page.keyboard.press("Tab")
        expect(entry(page, key)).to_be_focused()
    page.keyboard.press("Tab")
    expect(number(page, "#p3")).to_be_focused()
    expect(menu(page)).to_have_count(0)


def test_what_is_copied_is_html_as_well(visits: Visits) -> None:
    page = opened(visits)
    number(page, "#p3").click()
    entry(page, "passage.copy").click()
    copied(page)
    read = "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    page.evaluate(f"{read}.then((html) => document.body.append(document.createRange().createContextualFragment(html)))")
    quotes = page.locator("body > blockquote")
    assert quotes.all_text_contents() == [WHEAT[0], WHEAT[3]]
    assert [quote.get_attribute("lang") for quote in quotes.all()] == ["zh-Hans", "en"]
    assert page.locator("body > p").all_text_contents() == [WHEAT[1], WHEAT[4]]
    assert page.locator("body > p i").all_text_contents() == ["River Daily"]
    assert {link.get_attribute("href") for link in page.locator("body > p a").all()} == {f"{HERE}#p3"}


FIRST, SECOND, THIRD = (
    ("今年𠮷丰收，农民喜气洋洋。", "This year 𠮷 is good. "),
    ("明年更好。", "Next will be better."),
    "社员都说好。",
)

SELECTIONS = {
    "inside a sentence": ("ext", "better", "#p2s2", "", SECOND[0], SECOND[1]),
    "from sentence to sentence": ("今年", "更好", "#p2", "", FIRST[0] + SECOND[0], FIRST[1] + SECOND[1]),
    "from passage to passage": (
        "Next",
        "heat",
        "#p2",
        "¶2–3",
        f"{SECOND[0]}{THIRD}\n小麦好。",
        f"{SECOND[1]}\nWheat is good.",
    ),
}
"""From where to where, the address, the passages if they are several, and what is quoted in either language."""


@pytest.mark.parametrize("case", SELECTIONS)
def test_sentences_that_are_selected_are_quoted_whole_with_their_partners(visits: Visits, case: str) -> None:
    start, end, hash_, passages, zh, en = SELECTIONS[case]
    page = opened(visits)
    drag(page, start, end)
    selected = page.evaluate("getSelection().toString()")
    entry(page, "passage.copy").click()
    note = f" [{passages}]" if passages else ""
    expected = [zh, original(hash_) + note, "", en, translation(hash_) + note]
    assert copied(page) == "\n".join(expected)
    assert page.evaluate("getSelection().toString()") == selected


BOXES = """() => {
    const menu = document.querySelector(".passage").getBoundingClientRect();
    const text = getSelection().getRangeAt(0).getBoundingClientRect();
    return [menu.top >= text.bottom || menu.bottom <= text.top, menu.left >= 0 && menu.right <= innerWidth];
}"""


@pytest.mark.parametrize("width", [1280, 320])
def test_beside_a_selection_the_menu_covers_nothing_of_it(visits: Visits, width: int) -> None:
    page = opened(visits, width=width)
    drag(page, "heat", "rice")
    before = page.evaluate("scrollY")
    expect(menu(page)).to_be_in_viewport()
    assert page.evaluate(BOXES) == [True, True]
    assert page.evaluate("[scrollY, location.hash]") == [before, ""]
    page.keyboard.press("Escape")
    expect(menu(page)).to_have_count(0)
    assert page.evaluate("getSelection().toString()").strip()


def test_at_the_window_s_foot_the_menu_stands_above(visits: Visits) -> None:
    page = opened(visits)
    page.evaluate("scrollTo(0, document.querySelector('#p3').getBoundingClientRect().bottom - innerHeight)")
    page.locator("#p3 > p:not([lang])").select_text()
    expect(menu(page)).to_be_in_viewport(ratio=1)
    assert page.evaluate(BOXES) == [True, True]


def test_the_menu_goes_with_the_selection(visits: Visits) -> None:
    page = opened(visits)
    page.locator("#p3 > p:not([lang])").select_text()
    expect(menu(page)).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    expect(menu(page)).to_have_count(0)


@pytest.mark.parametrize(
    "where", ["article > header > div > p", ".notice > p", "main > dl dd >> nth=0", "body > header > a"]
)
def test_what_is_no_passage_has_no_menu(visits: Visits, where: str) -> None:
    page = opened(visits)
    page.locator("#p3 > p:not([lang])").select_text()
    expect(menu(page)).to_be_visible()
    page.locator(where).first.select_text()
    expect(menu(page)).to_have_count(0)


def test_a_click_into_the_menu_marks_no_sentence_below_it(visits: Visits) -> None:
    page = opened(visits)
    number(page, "#p3").click()
    entry(page, "passage.link").click()
    assert copied(page) == f"{HERE}#p3"
    assert not page.evaluate("CSS.highlights.get('sentence')?.size")
    assert page.evaluate("location.hash") == "#p3"


def test_a_number_opened_in_a_new_tab_is_a_link(visits: Visits) -> None:
    page = opened(visits)
    with page.context.expect_page() as new:
        number(page, "#p3").click(modifiers=["Control"])
    new.value.wait_for_url(f"{visits.root}{ADDRESS}#p3")
    expect(menu(page)).to_have_count(0)


def test_a_reader_s_own_style_is_the_reference_s(visits: Visits) -> None:
    page = opened(visits)
    page.evaluate("localStorage.setItem('duizhao.style', 'gbt-2015')")
    number(page, "#p3").click()
    entry(page, "passage.copy").click()
    text = copied(page)
    assert f"丰收[N/OL]. 河报, 1954-12-24(1). {HERE}#p3." in text
    assert text.endswith(f"［{WORDS['zh']['translation.machine']}］")


REFUSALS = {
    "no kinds": "ClipboardItem = undefined",
    "no writing of kinds": "navigator.clipboard.write = () => Promise.reject(new Error())",
    "no clipboard": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    "no leave": "navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new Error())",
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_refuses_leaves_the_plain_text(visits: Visits, refusal: str) -> None:
    page = opened(visits)
    page.evaluate(f"() => {{ {REFUSALS[refusal]} }}")
    number(page, "#p3").click()
    entry(page, "passage.copy").click()
    if refusal in {"no clipboard", "no leave"}:
        box = menu(page).get_by_label(WORDS["en"]["passage.by_hand"])
        expect(box).to_be_focused()
        expect(box).to_have_value("\n".join(WHEAT))
        assert not violations(page)
    else:
        assert copied(page) == "\n".join(WHEAT)


def test_without_the_entries_of_the_issue_the_page_s_title_is_the_reference(visits: Visits) -> None:
    page = opened(visits)
    page.route("**/cite.json", lambda route: route.fulfill(status=200, body="no JSON"))
    number(page, "#p3").click()
    entry(page, "passage.copy").click()
    assert f"— A Harvest 丰收 — River Daily, 24 December 1954, {HERE}#p3" in copied(page)


def test_a_menu_that_cannot_be_loaded_leaves_the_link(visits: Visits) -> None:
    page = opened(visits)
    page.route("**/passage/menu.js", lambda route: route.fulfill(content_type="text/javascript", body="throw null"))
    number(page, "#p3").click()
    page.wait_for_url("**#p3")
    expect(page.locator("#p3:target")).to_be_in_viewport()


def test_an_error_is_reported_where_the_source_lies(visits: Visits) -> None:
    page = opened(visits)
    number(page, "#p3").click()
    address = urlsplit(entry(page, "passage.report").get_attribute("href") or "")
    asked = parse_qs(address.query)
    assert address[:3] == ("https", "github.com", "/someone/archive/issues/new")
    assert asked["title"] == ["¶3 A Harvest 丰收 — River Daily, 24 December 1954"]
    for said in (f"{HERE}#p3", "1.md", "> 小麦好。水稻也好。", "> Wheat is good. So is rice."):
        assert said in asked["body"][0]
    page.keyboard.press("Escape")
    number(page, "#p4").click()
    expect(menu(page)).to_have_attribute("aria-label", "Passage 4")
    assert len(entry(page, "passage.report").get_attribute("href") or "") <= 6_000


@pytest.mark.parametrize("address", ["", "https://files.example/1.md"])
def test_where_nobody_takes_reports_the_menu_offers_none(visits: Visits, address: str) -> None:
    page = opened(visits)
    page.evaluate(
        """(address) => {
            const link = document.querySelector("main > dl dd > a");
            if (address) link.href = address;
            else link.replaceWith(...link.childNodes);
        }""",
        address,
    )
    number(page, "#p3").click()
    expect(entry(page, "passage.copy")).to_be_visible()
    expect(entry(page, "passage.report")).to_be_hidden()


def test_the_menu_speaks_the_interface_s_language(visits: Visits) -> None:
    page = opened(visits)
    number(page, "#p3").click()
    page.locator("[data-module=interface]").click()
    number(page, "#p2").click()
    for key in ("passage.copy", "passage.link", "passage.report"):
        expect(entry(page, key, "zh")).to_be_visible()
    expect(menu(page)).to_have_attribute("aria-label", "第2段")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_where_the_menu_is_open(visits: Visits, width: int, scheme: Literal["light", "dark"]) -> None:
    page = opened(visits, width=width, scheme=scheme)
    number(page, "#p3").click()
    entry(page, "passage.link").click()
    copied(page)
    assert not violations(page)


def test_without_the_browser_s_menus_a_number_is_a_link(visits: Visits) -> None:
    page = opened(visits)
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.goto(f"{visits.root}{ADDRESS}?again")
    number(page, "#p3").click()
    expect(page.locator("#p3:target")).to_be_in_viewport()
    assert not page.locator("[aria-haspopup]").count()


def test_on_paper_there_is_no_menu(visits: Visits) -> None:
    page = opened(visits)
    number(page, "#p3").click()
    expect(menu(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".passage")).to_be_hidden()


def test_the_headline_is_a_passage_as_well(browser: Browser, served: Served, article: str) -> None:
    visits = Visits(browser=browser, root=served.url)
    page = opened(visits, article)
    number(page, "article > header").click()
    entry(page, "passage.copy").click()
    first = page.locator("h1 > span").first.inner_text().split("\n")[0]
    assert copied(page).startswith(first)
    expect(entry(page, "passage.report")).to_be_hidden()
    visits.close()
