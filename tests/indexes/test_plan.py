"""Which index pages there are, and what each lists."""

import pickle
from calendar import Calendar
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings

from duizhao.days import Days
from duizhao.entries import carded
from duizhao.indexes.coverage import Tally
from duizhao.indexes.quality_views import Quality
from duizhao.indexes.views import Home, Issue, MonthInFull, NewspaperPage, NewspaperPages, Year
from duizhao.model import Entry
from duizhao.settings import Publication
from tests.indexes.archive import archives, new_entry, new_site, planned

SHORT = 10
"""The shortest list that the settings allow."""


def listed(view: NewspaperPage) -> list[Entry]:
    return [entry for month in view.groups for day in month.days for entry in day.entries]


@settings(deadline=None, max_examples=50)
@given(archives())
def test_every_folder_above_a_page_is_a_page(entries: list[Entry]) -> None:
    pages = planned(entries, new_site(longest_list=SHORT))
    for path in (*pages, *(entry.permalink for entry in entries)):
        for folder in PurePosixPath(path).parents:
            assert str(folder / "index.html") in pages


@settings(deadline=None, max_examples=50)
@given(archives())
def test_every_article_is_in_one_issue_on_its_newspaper_page(entries: list[Entry]) -> None:
    pages = planned(entries, new_site())
    found = [
        (path, page.number, entry.source)
        for path, made in pages.items()
        if isinstance(made.view, Issue)
        for page in made.view.pages
        for entry in page.entries
    ]
    assert Counter(found) == Counter(
        (f"{entry.date.isoformat().replace('-', '/')}/index.html", entry.page or 0, entry.source) for entry in entries
    )


@settings(deadline=None, max_examples=50)
@given(archives(largest=120))
def test_every_article_is_reached_once_through_its_newspaper_page(entries: list[Entry]) -> None:
    """Either a list holds it, or a row that leads into the issue counts it."""
    pages = planned(entries, new_site(longest_list=SHORT))
    lists = [made.view for made in pages.values() if isinstance(made.view, NewspaperPage)]
    in_lists = Counter((view.number, entry.source) for view in lists for entry in listed(view))
    assert all(times == 1 for times in in_lists.values())
    in_rows = sum(row.articles for view in lists for row in view.bars if "#" in row.path)
    assert len(in_lists) + in_rows == len(entries)
    pages_of = {entry.source: entry.page or 0 for entry in entries}
    assert all(pages_of[source] == number for number, source in in_lists)


@settings(deadline=None, max_examples=50)
@given(archives(largest=120))
def test_no_list_of_a_newspaper_page_is_longer_than_the_setting(entries: list[Entry]) -> None:
    pages = planned(entries, new_site(longest_list=SHORT))
    for made in pages.values():
        if isinstance(made.view, NewspaperPage):
            assert len(listed(made.view)) <= SHORT
            assert bool(made.view.groups) != bool(made.view.bars)


@settings(deadline=None, max_examples=50)
@given(archives())
def test_counts_add_up(entries: list[Entry]) -> None:
    pages = planned(entries, new_site(longest_list=SHORT))
    home = pages["index.html"].view
    assert isinstance(home, Home)
    assert home.articles == len(entries)
    assert sum(row.bar.articles for decade in home.decades for row in decade.rows if row.bar) == len(entries)
    assert sum(row.articles for row in home.pages) == len(entries)
    for made in pages.values():
        if isinstance(made.view, Year):
            assert made.view.articles == sum(month.articles for month in made.view.months)
        if isinstance(made.view, MonthInFull):
            assert made.view.month.articles == sum(lead.articles for lead in made.view.issues)
        if isinstance(made.view, NewspaperPage) and made.view.bars:
            assert made.view.articles == sum(row.articles for row in made.view.bars)


@settings(deadline=None, max_examples=50)
@given(archives())
def test_pages_count_the_days_that_their_calendars_show(entries: list[Entry]) -> None:
    listed = Publication(last=date(1954, 12, 31), no_issue=(Days(weekday=6),))
    pages = planned(entries, replace(new_site(), publication=listed))
    calendars = [view for made in pages.values() if isinstance(view := made.view, Year | MonthInFull)]
    for view in calendars:
        months = view.months if isinstance(view, Year) else (view.month,)
        kinds = Counter(day.kind for month in months for week in month.weeks for day in week if day)
        tally = view.tally if isinstance(view, Year) else view.month.tally
        assert tally == Tally(issues=kinds["issue"], missing=kinds["missing"], none=kinds["none"])
    home = pages["index.html"].view
    assert isinstance(home, Home)
    assert home.tally.issues == sum(view.tally.issues for view in calendars if isinstance(view, Year))


@settings(deadline=None, max_examples=30)
@given(archives())
def test_the_order_in_which_articles_were_read_changes_nothing(entries: list[Entry]) -> None:
    site = new_site(longest_list=SHORT)
    assert planned(entries, site) == planned(entries[::-1], site)
    assert [*planned(entries, site)] == [*planned(entries[::-1], site)]


@settings(deadline=None, max_examples=30)
@given(archives())
def test_turning_the_pages_forward_and_back_leads_through_every_issue(entries: list[Entry]) -> None:
    pages = planned(entries, new_site())
    issues = [path for path, made in pages.items() if isinstance(made.view, Issue)]
    for path, following in zip_longest(issues, issues[1:]):
        view = pages[path].view
        assert isinstance(view, Issue)
        after = view.turns.after
        assert (after.path if after else None) == following
        if after:
            back = pages[after.path].view
            assert isinstance(back, Issue)
            assert back.turns.before
            assert back.turns.before.path == path


def test_the_pages_of_a_small_archive() -> None:
    assert [*planned([new_entry()], new_site())] == [
        "index.html",
        "1954/index.html",
        "1954/12/index.html",
        "1954/12/24/index.html",
        "pages/index.html",
        "pages/1/index.html",
        "on-this-day/index.html",
        *(f"on-this-day/{month:02}/index.html" for month in range(1, 13)),
        "quality/index.html",
    ]


def test_an_empty_archive_still_has_a_front_page() -> None:
    pages = planned([], new_site())
    assert [*pages] == ["index.html", "pages/index.html", "quality/index.html"]
    home, newspaper_pages, quality = (page.view for page in pages.values())
    assert isinstance(home, Home)
    assert (home.articles, home.first, home.leads) == (0, None, ())
    assert isinstance(newspaper_pages, NewspaperPages)
    assert newspaper_pages.pages == ()
    assert isinstance(quality, Quality)
    assert (quality.notices, quality.kinds, quality.years) == (0, (), ())


def test_a_list_that_grows_too_long_is_split_by_year_then_by_month_then_leads_into_the_issues() -> None:
    days = [date(1953, 5, 1)] * 4 + [date(1954, 1, 1)] * 6 + [date(1954, 2, 1)] * 7 + [date(1954, 2, 2)] * 5
    entries = [new_entry(f"{number}.txt", day=day) for number, day in enumerate(days)]
    pages = planned(entries, new_site(longest_list=SHORT))
    lists = {path: made.view for path, made in pages.items() if isinstance(made.view, NewspaperPage)}
    assert {
        path: (view.articles, len(listed(view)), [row.path for row in view.bars]) for path, view in lists.items()
    } == {
        "pages/1/index.html": (22, 0, ["pages/1/1953/index.html", "pages/1/1954/index.html"]),
        "pages/1/1953/index.html": (4, 4, []),
        "pages/1/1954/index.html": (18, 0, ["pages/1/1954/01/index.html", "pages/1/1954/02/index.html"]),
        "pages/1/1954/01/index.html": (6, 6, []),
        "pages/1/1954/02/index.html": (12, 0, ["1954/02/01/index.html#page-1", "1954/02/02/index.html#page-1"]),
    }


def test_bars_are_as_wide_as_their_share_of_the_longest_and_none_vanishes() -> None:
    entries = [new_entry(f"{number}.txt", page=1 if number else 2) for number in range(1_001)]
    view = planned(entries, new_site())["pages/index.html"].view
    assert isinstance(view, NewspaperPages)
    assert [(row.articles, row.width) for row in view.pages] == [(1_000, 100), (1, 1)]


@pytest.mark.parametrize("first", [date(1954, 2, 1), date(1956, 2, 1), date(1, 1, 1), date(9999, 12, 1)])
def test_a_calendar_has_the_days_of_its_month_below_their_weekdays(first: date) -> None:
    path = f"{first.isoformat()[:7].replace('-', '/')}/index.html"
    view = planned([new_entry(day=first)], new_site())[path].view
    assert isinstance(view, MonthInFull)
    shown = [[day.number if day else 0 for day in week] for week in view.month.weeks]
    assert shown == Calendar(firstweekday=0).monthdayscalendar(first.year, first.month)
    assert shown[0].index(1) == first.weekday()


def test_a_month_shows_the_first_headlines_of_each_day_from_its_first_page_only() -> None:
    front = [new_entry(f"{number}.txt", page=2) for number in range(5)]
    other_day = new_entry("9.txt", day=date(1954, 12, 25), page=None)
    view = planned([*front, new_entry("8.txt", page=3), other_day], new_site())["1954/12/index.html"].view
    assert isinstance(view, MonthInFull)
    assert [(lead.articles, lead.pages, lead.entries) for lead in view.issues] == [
        (6, 2, carded(front[:3])),
        (1, 1, carded([other_day])),
    ]


def test_the_front_page_shows_the_first_and_the_last_issue_or_the_only_one() -> None:
    days = [date(1954, 12, 24) + timedelta(days=number) for number in range(3)]
    views = [
        planned([new_entry(f"{day}.txt", day=day) for day in some], new_site())["index.html"].view
        for some in (days, days[:1])
    ]
    assert [[lead.day for lead in view.leads] for view in views if isinstance(view, Home)] == [
        [days[0], days[2]],
        [days[0]],
    ]


def test_an_issue_names_the_sections_of_each_newspaper_page_once() -> None:
    sections = ["国内新闻", None, "国内新闻", "体育"]
    entries = [new_entry(f"{number}.txt", page=2, section=section) for number, section in enumerate(sections)]
    view = planned(entries, new_site())["1954/12/24/index.html"].view
    assert isinstance(view, Issue)
    assert [page.sections for page in view.pages] == [("国内新闻", "体育")]


def test_addresses_that_no_longer_hold_an_article_still_stand_below_pages() -> None:
    pages = planned([new_entry()], new_site(), closed=["1953/01/02/1-7q3fk.html"])
    issue, month, year = (pages[f"1953/{rest}index.html"].view for rest in ("01/02/", "01/", ""))
    assert isinstance(issue, Issue)
    assert (issue.articles, issue.pages, issue.strays) == (0, (), carded([]))
    assert issue.turns.before is None
    assert issue.turns.after
    assert issue.turns.after.path == "1954/12/24/index.html"
    assert isinstance(month, MonthInFull)
    assert month.issues == ()
    assert isinstance(year, Year)
    assert year.tally.issues == 0


def test_an_article_whose_date_was_corrected_is_found_on_both_days() -> None:
    moved = new_entry(day=date(1954, 12, 25), permalink="1954/12/24/1-7q3fk.html")
    pages = planned([moved], new_site())
    old, new = pages["1954/12/24/index.html"].view, pages["1954/12/25/index.html"].view
    assert isinstance(old, Issue)
    assert (old.articles, old.strays) == (0, carded([moved]))
    assert isinstance(new, Issue)
    assert (new.articles, new.strays) == (1, carded([]))


def test_a_page_to_be_made_crosses_to_a_worker_and_holds_no_more_than_it_lists() -> None:
    """A day with 3,000 articles on one newspaper page that has 30,000 in all."""
    days = [date(1954, 1, 1) + timedelta(days=number % 300) for number in range(27_000)] + [date(1955, 1, 1)] * 3_000
    entries = [new_entry(f"{number}.txt", day=day) for number, day in enumerate(days)]
    for page in planned(entries, new_site()).values():
        packed = pickle.dumps(page)
        assert pickle.loads(packed) == page  # noqa: S301 - packed the line above
        largest = 3_000 if page.path == "1955/01/01/index.html" else 1_000
        assert len(packed) < 400 * largest + 40_000, page.path
