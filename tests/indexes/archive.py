"""Archives to make indexes of: entries, a site with the project's templates, strategies for Hypothesis."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hypothesis import strategies

from duizhao.indexes import IndexPage, plan
from duizhao.model import Bilingual, Entry
from duizhao.settings import Publication, Site

ROOT = Path(__file__).parent.parent.parent


def new_site(
    *, longest_list: int = 1_000, interface: str = "en", base_url: str = "", search_part: int = 20_000
) -> Site:
    return Site(
        title=Bilingual(zh="对照样报", en="The Sample Daily"),
        description=Bilingual(zh="样张。", en="Specimens."),
        publication=Publication(name=Bilingual(zh="样报", en="Sample Daily")),
        templates=ROOT / "templates",
        static=ROOT / "static",
        content=ROOT / "tests" / "indexes" / "no-content",
        longest_list=longest_list,
        interface="zh" if interface == "zh" else "en",
        base_url=base_url,
        search_part=search_part,
    )


def new_entry(  # noqa: PLR0913 - each test names only what it is about
    source: str = "1.txt",
    *,
    day: date = date(1954, 12, 24),
    page: int | None = 1,
    order: int | None = None,
    section: str | None = None,
    headline: Bilingual[str] = Bilingual(zh="标题", en="Headline"),  # noqa: B008 - it is frozen
    author: Bilingual[str] = Bilingual(),  # noqa: B008 - it is frozen
    column: Bilingual[str] = Bilingual(),  # noqa: B008 - it is frozen
    permalink: str = "",
) -> Entry:
    key = "".join(letter for letter in source if letter.isalnum()).lower()
    return Entry(
        source=source,
        date=day,
        page=page,
        section=section,
        order=order,
        headline=headline,
        author=author,
        column=column,
        digest=source,
        permalink=permalink or f"{day.isoformat().replace('-', '/')}/{page or 0}-{key:0>5}.html",
    )


def planned(entries: Iterable[Entry], site: Site, closed: Iterable[str] = ()) -> dict[str, IndexPage]:
    """Plan the index pages of an archive; no path may come twice."""
    pages = list(plan(entries, site, closed))
    by_path = {page.path: page for page in pages}
    assert len(by_path) == len(pages)
    return by_path


_DAYS = strategies.dates(date(1953, 11, 1), date(1955, 2, 28))
_PAGES = strategies.none() | strategies.integers(1, 3)
_ORDERS = strategies.none() | strategies.integers(1, 4)


@strategies.composite
def archives(draw: strategies.DrawFn, largest: int = 40) -> list[Entry]:
    """Draw an archive of some months, its articles in any order."""
    rows = draw(strategies.lists(strategies.tuples(_DAYS, _PAGES, _ORDERS), max_size=largest))
    entries = [
        new_entry(f"{number}.txt", day=day, page=page, order=order) for number, (day, page, order) in enumerate(rows)
    ]
    return draw(strategies.permutations(entries))
