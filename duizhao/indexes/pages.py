"""Which index pages an archive has, one by one, and how each becomes HTML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from duizhao.cache import Key
from duizhao.cite import coins
from duizhao.indexes.census import take_census
from duizhao.indexes.coverage import cover
from duizhao.indexes.dates import issues, months, years
from duizhao.indexes.feeds import Additions, DaysOfTheYear, FeedView, OnThisDay, OnThisDayFeed, feeds
from duizhao.indexes.home import home
from duizhao.indexes.newspaper_pages import newspaper_pages
from duizhao.indexes.paths import HOME
from duizhao.indexes.quality import quality
from duizhao.indexes.quality_views import Quality, QualityKind, QualityList, QualityView, QualityYear
from duizhao.indexes.shown import key_of_view
from duizhao.indexes.views import Home, Issue, MonthInFull, NewspaperPage, NewspaperPages, View, Year
from duizhao.model import Entry
from duizhao.noted import Noted
from duizhao.render import render
from duizhao.settings import Site

Shown: TypeAlias = View | QualityView | FeedView

_TEMPLATES: dict[type[Shown], str] = {
    Home: "pages/home.html",
    Year: "pages/year.html",
    MonthInFull: "pages/month.html",
    Issue: "pages/issue.html",
    NewspaperPages: "pages/newspaper_pages.html",
    NewspaperPage: "pages/newspaper_page.html",
    Quality: "pages/quality.html",
    QualityKind: "pages/quality_kind.html",
    QualityYear: "pages/quality_year.html",
    QualityList: "pages/quality_list.html",
    DaysOfTheYear: "pages/days_of_the_year.html",
    OnThisDay: "pages/on_this_day.html",
    OnThisDayFeed: "feeds/on_this_day.xml",
    Additions: "feeds/additions.xml",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """A page to be made: its address below the site's root, its template, what the template is given.

    `key` is empty until `keyed` has worked it out.
    """

    path: str
    template: str
    view: Shown
    key: Key = b""

    def keyed(self, common: Key) -> "IndexPage":
        """Add the key. `common`: that of what all pages have in common."""
        return replace(self, key=key_of_view(common, self.path, self.template, self.view))


def plan(
    entries: Iterable[Entry], site: Site, closed: Iterable[str] = (), noted: Sequence[Noted] = ()
) -> Iterator[IndexPage]:
    """Yield every index page of an archive, each made when it is asked for.

    `entries`: the published articles in any order. `closed`: permalinks at which no article stands any more (gone,
    redirected): the folders above them stay pages, too. `noted`: the articles with notices, in the paper's order.
    """
    census = take_census(entries, closed)
    coverage = cover(census.issues, site.publication)
    yield _page(HOME, home(census, coverage))
    dated = (years(census, coverage), months(census, coverage), issues(census))
    for listing in (*dated, newspaper_pages(census, site.longest_list)):
        for path, view in listing:
            yield _page(path, view)
    # A feed names whole addresses.
    for path, followed in feeds(census, site.additions, site.feeds if site.base_url else ()):
        yield _page(path, followed)
    if site.notices.show:
        for path, of_quality in quality(noted, census.articles, site.longest_list):
            yield _page(path, of_quality)


def render_index(site: Site, page: IndexPage) -> bytes:
    """Fill the template of a page. Raises `Halt` where the template is wrong."""
    return render(site, page.template, page.path, view=page.view, coins=partial(coins, site))


def _page(path: str, view: Shown) -> IndexPage:
    return IndexPage(path=path, template=_TEMPLATES[type(view)], view=view)
