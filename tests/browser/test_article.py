"""An article as it is read: side by side or in one language, by a link to one passage, on a phone."""

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.visit import Visits

ROWS = ".rows > [id]"
CHINESE, ENGLISH = ":not(a):lang(zh)", ":not(a):lang(en)"
VIEWS = ("both", "zh", "en")
THIRD = "#p3"


def sides(page: Page, row: str = THIRD) -> tuple[Locator, Locator]:
    return page.locator(f"{row} > {CHINESE}"), page.locator(f"{row} > {ENGLISH}")


def choose(page: Page, view: str) -> None:
    """Choose by button, or, without scripts, from the list that the buttons are made of."""
    number = VIEWS.index(view)
    if page.locator("article > select").is_visible():
        page.locator("article > select").select_option(index=number)
    else:
        page.locator("article > [role=group] > button").nth(number).click()


def box(found: Locator) -> FloatRect:
    measured = found.bounding_box()
    assert measured
    return measured


@pytest.mark.parametrize("scripts", [True, False])
def test_both_texts_can_be_read_and_either_alone(visits: Visits, article: str, scripts: bool) -> None:  # noqa: FBT001 - a case of the table
    page = visits.open(article, scripts=scripts)
    chinese, english = sides(page)
    expect(chinese).to_be_visible()
    expect(english).to_be_visible()
    choose(page, "zh")
    expect(chinese).to_be_visible()
    expect(english).to_be_hidden()
    choose(page, "en")
    expect(chinese).to_be_hidden()
    expect(english).to_be_visible()
    choose(page, "both")
    expect(chinese).to_be_visible()
    expect(english).to_be_visible()


def test_the_chosen_view_outlasts_a_reload(visits: Visits, article: str) -> None:
    page = visits.open(article)
    choose(page, "zh")
    page.reload()
    chinese, english = sides(page)
    expect(english).to_be_hidden()
    expect(chinese).to_be_visible()
    expect(page.locator("article > [role=group] > [aria-pressed=true]")).to_have_text("中文")


@pytest.mark.parametrize(("view", "hidden"), [("zh", ENGLISH), ("en", CHINESE)])
def test_the_chosen_view_travels_in_the_link(visits: Visits, article: str, view: str, hidden: str) -> None:
    page = visits.open(article)
    choose(page, view)
    expect(page.locator(f"{THIRD} > {hidden}")).to_be_hidden()
    stranger = visits.open(page.url)
    expect(stranger.locator(f"{THIRD} > {hidden}")).to_be_hidden()
    expect(visits.open(article).locator(f"{THIRD} > {hidden}")).to_be_visible()


def test_side_by_side_the_rows_are_level(visits: Visits, article: str) -> None:
    page = visits.open(article)
    for row in page.locator(ROWS).all():
        chinese, english = (box(row.locator(f"> {side}")) for side in (CHINESE, ENGLISH))
        assert chinese["x"] + chinese["width"] <= english["x"]
        assert abs(chinese["y"] - english["y"]) < 12


def test_on_a_phone_the_chinese_stands_above_the_english(visits: Visits, article: str) -> None:
    page = visits.open(article, width=320)
    parts = page.locator("h1, article > header > div")
    assert parts.count() > 2
    for row in [*parts.all(), *page.locator(ROWS).all()]:
        chinese, english = (box(row.locator(f"> {side}")) for side in (CHINESE, ENGLISH))
        assert chinese["y"] + chinese["height"] <= english["y"]


def look(page: Page, selector: str) -> dict[str, str]:
    """How an element and its texts are marked."""
    found: dict[str, str] = page.evaluate(
        """(selector) => {
            const marks = ["backgroundColor", "backgroundImage", "boxShadow", "outline", "borderInlineStart"];
            const row = document.querySelector(selector);
            return Object.fromEntries([row, ...row.children].flatMap((element, number) =>
                marks.map((mark) => [number + mark, getComputedStyle(element)[mark]])));
        }""",
        selector,
    )
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_the_passage_that_a_link_names_is_in_sight_and_marked(visits: Visits, article: str, scripts: bool) -> None:  # noqa: FBT001 - a case of the table
    arrived = visits.open(f"{article}{THIRD}", scripts=scripts)
    plain = visits.open(article, scripts=scripts)
    expect(arrived.locator(THIRD)).to_be_in_viewport()
    assert look(arrived, THIRD) != look(plain, THIRD)
    assert look(arrived, "#p2") == look(plain, "#p2")


def opacity(link: Locator) -> float:
    """How clearly a link is to be seen, as the eye has it: its own opacity times those around it."""
    seen: float = link.evaluate(
        """(link) => {
            let seen = 1;
            for (let at = link; at; at = at.parentElement) seen *= getComputedStyle(at).opacity;
            return getComputedStyle(link).visibility === "hidden" ? 0 : seen;
        }"""
    )
    return seen


def test_a_passage_offers_its_link_on_hover_and_on_focus(visits: Visits, article: str) -> None:
    page = visits.open(article)
    link = page.locator(f"{THIRD} > a")
    assert link.get_attribute("href") == THIRD
    assert opacity(link) == 0
    sides(page)[1].hover()
    assert opacity(link) == 1
    page.mouse.move(0, 0)
    assert opacity(link) == 0
    link.focus()
    assert opacity(link) == 1
    link.press("Enter")
    assert page.url.endswith(THIRD)


def test_a_reader_by_keyboard_reaches_the_text_first(visits: Visits, article: str) -> None:
    page = visits.open(article)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    skip.press("Enter")
    assert page.url.endswith("#main")
