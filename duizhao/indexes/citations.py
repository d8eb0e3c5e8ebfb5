"""The pages that say how the articles of an issue are cited."""

from collections.abc import Iterable, Iterator
from datetime import date

from duizhao import cite
from duizhao.indexes.order import paper_order
from duizhao.indexes.paths import issue_path, month_path, year_path
from duizhao.indexes.views import Citations
from duizhao.model import Entry


def citations(entries: Iterable[Entry]) -> Iterator[tuple[str, Citations]]:
    """Make the page of each issue; an article stands where its address does, also if its date was corrected."""
    for folder, cited in cite.issues(paper_order(entries)):
        day = date.fromisoformat(folder.strip("/").replace("/", "-"))
        above = (year_path(day.year), month_path(day.year, day.month), issue_path(day))
        yield folder + cite.PAGE, Citations(above=above, day=day, entries=cited)
