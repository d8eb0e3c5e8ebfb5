"""Search in the full text of both languages: the index, which lies on the site as files, and what reads it.

`folding` and `terms` say what a text is found by, `page_text` what the page of an article says; `packed`, `runs` and
`shards` lead from pages to files, whose names and whose directory are in `index`. The other way: `query` says what is
asked for, `reading` reads the files, `ranking` puts articles in order, `finding` makes sure of them, and `snippets`
shows why. The scripts in `static/js/search/` do the same in a reader's browser.
"""

from duizhao.search.finding import Found, Hit, find, sure
from duizhao.search.index import ARTICLES_A_FILE, POINTER, article_files, directory_files, plan, pointer, shard_path
from duizhao.search.packed import pack
from duizhao.search.ranking import Limits, Sorting
from duizhao.search.reading import Index, open_index
from duizhao.search.runs import RUN, Slice, run_name, run_of
from duizhao.search.shards import Volume, merge
from duizhao.search.snippets import Snippet, marks, pieces

__all__ = [
    "ARTICLES_A_FILE",
    "POINTER",
    "RUN",
    "Found",
    "Hit",
    "Index",
    "Limits",
    "Slice",
    "Snippet",
    "Sorting",
    "Volume",
    "article_files",
    "directory_files",
    "find",
    "marks",
    "merge",
    "open_index",
    "pack",
    "pieces",
    "plan",
    "pointer",
    "run_name",
    "run_of",
    "shard_path",
    "sure",
]
