"""The pages of notices: every notice is listed once, counted by kind, year and month, and no list is too long."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.codes import NOTICES
from duizhao.entries import card_of
from duizhao.indexes import paper_order, plan, render_index
from duizhao.indexes.quality import quality
from duizhao.indexes.quality_views import Quality, QualityKind, QualityList, QualityView, QualityYear
from duizhao.model import Notice
from duizhao.noted import Noted, packed
from duizhao.settings import Notices
from tests.indexes.archive import new_entry, new_site
from tests.site.page_reader import read_page

LONGEST = 10

CODES = st.sampled_from(NOTICES)
DAYS = st.dates(date(1953, 11, 1), date(1955, 2, 28))


def noted(day: date, codes: list[str], source: str = "1.txt") -> Noted:
    notices = [
        Notice(code=code, passage=number, sentence=number % 2, line=9, zh=f"“甲{number}”", en=f"<a{number}>")
        for number, code in enumerate(codes)
    ]
    return Noted(card=card_of(new_entry(source, day=day)), packed=packed(notices))


@st.composite
def archives(draw: st.DrawFn) -> list[Noted]:
    rows = draw(st.lists(st.tuples(DAYS, st.lists(CODES, min_size=1, max_size=4)), max_size=30))
    made = [noted(day, codes, f"{number}.txt") for number, (day, codes) in enumerate(rows)]
    by_source = {one.entry.source: one for one in made}
    return [by_source[entry.source] for entry in paper_order(one.entry for one in made)]


def pages(archive: list[Noted]) -> dict[str, QualityView]:
    made = list(quality(archive, articles=len(archive), longest=LONGEST))
    assert len(dict(made)) == len(made)
    return dict(made)


def listed(view: QualityList) -> list[tuple[str, Notice]]:
    found = [(one.entry.source, notice) for kind in view.kinds for one in kind.articles for notice in one.notices]
    assert all(notice.code == kind.code for kind in view.kinds for one in kind.articles for notice in one.notices)
    return found


def test_what_is_packed_comes_out_again() -> None:
    notices = (Notice(code="text-cut", passage=3, zh="“引号”\n𠀀", en='a\\"b'), Notice(code="text-added", passage=0))
    assert Noted(card=card_of(new_entry()), packed=packed(notices)).notices == notices


@given(archives())
def test_every_notice_is_listed_once(archive: list[Noted]) -> None:
    lists = [view for view in pages(archive).values() if isinstance(view, QualityList)]
    found = [row for view in lists for row in listed(view)]
    assert sorted(map(repr, found)) == sorted(repr((one.entry.source, n)) for one in archive for n in one.notices)


@given(archives())
def test_no_list_is_longer_than_it_may_be_but_that_of_a_day(archive: list[Noted]) -> None:
    for view in pages(archive).values():
        if isinstance(view, QualityList):
            assert len(listed(view)) <= LONGEST or view.span == "day"
            assert bool(view.days) == (view.span == "month" and view.notices > LONGEST)


@given(archives())
def test_counts_add_up_by_kind_year_and_month(archive: list[Noted]) -> None:
    made = pages(archive)
    kinds = Counter(notice.code for one in archive for notice in one.notices)
    years = Counter(one.entry.date.year for one in archive for _ in one.notices)
    whole = made["quality/index.html"]
    assert isinstance(whole, Quality)
    assert (whole.notices, whole.noted) == (kinds.total(), len(archive))
    assert {bar.code: bar.notices for bar in whole.kinds} == kinds
    assert {bar.number: bar.articles for bar in whole.years} == years
    assert {view.code: view.notices for view in made.values() if isinstance(view, QualityKind)} == kinds
    for view in made.values():
        if isinstance(view, QualityKind):
            assert sum(month.notices for year in view.years for month in year.months) == view.notices
        if isinstance(view, QualityYear):
            assert sum(bar.notices for bar in view.kinds) == sum(bar.articles for bar in view.months) == view.notices


@given(archives())
def test_every_link_between_the_pages_leads_to_one(archive: list[Noted]) -> None:
    made = pages(archive)
    for view in made.values():
        paths = [bar.path for bar in (*getattr(view, "kinds", ()), *getattr(view, "days", ())) if hasattr(bar, "path")]
        if isinstance(view, QualityKind):
            paths += [month.path.partition("#")[0] for year in view.years for month in year.months if month.notices]
        assert set(paths) <= set(made)


def test_the_most_frequent_kind_comes_first() -> None:
    view = pages([noted(date(1954, 1, 1), ["text-cut", "text-added", "text-added"])])["quality/index.html"]
    assert isinstance(view, Quality)
    assert [(bar.code, bar.notices, bar.width) for bar in view.kinds] == [("text-added", 2, 100), ("text-cut", 1, 50)]


@pytest.mark.parametrize("count", [1, 1_500])
def test_the_pages_show_both_texts_and_lead_to_the_passage(count: int) -> None:
    archive = [noted(date(1954, 1, 1), ["text-cut", "text-added"], f"{number}.txt") for number in range(count)]
    site = new_site()
    made = {page.path: page for page in plan([one.entry for one in archive], site, (), archive)}
    path = "quality/1954/01/index.html" if count == 1 else "quality/1954/01/01/index.html"
    html = render_index(site, made[path]).decode()
    assert "“甲1”" in html
    assert "&lt;a1&gt;" in html
    assert f"/1954/01/01/{archive[0].entry.permalink.rpartition('/')[2]}#p1" in html
    assert {"text-cut", "text-added"} <= set(read_page(html).ids)


def test_who_does_not_want_them_shown_gets_no_pages() -> None:
    site = replace(new_site(), notices=Notices(show=False))
    archive = [noted(date(1954, 1, 1), ["text-cut"])]
    assert not [page for page in plan([archive[0].entry], site, (), archive) if page.path.startswith("quality/")]
