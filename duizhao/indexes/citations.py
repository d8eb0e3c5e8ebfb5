"""The pages that say how the articles of an issue are cited."""

from collections.abc import Iterator
from datetime import date

from duizhao import cite
from duizhao.entries import Entries
from duizhao.indexes.paths import issue_path, month_path, year_path
from duizhao.indexes.views import Citations


def citations(entries: Entries) -> Iterator[tuple[str, Citations]]:
    """Make the page of each issue from the articles in the paper's order.

    An article stands where its address does, also if its date was corrected.
    """
    for folder, cited in cite.issues(entries):
        day = date.fromisoformat(folder.strip("/").replace("/", "-"))
        above = (year_path(day.year), month_path(day.year, day.month), issue_path(day))
        yield folder + cite.PAGE, Citations(above=above, day=day, entries=cited)
