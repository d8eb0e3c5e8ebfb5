"""Search in the full text of both languages: the index, which lies on the site as files, and what reads it.

`folding` and `terms` say what a text is found by, `page_text` what the page of an article says; `article_terms`,
`runs`, `merging` and `shards` lead from pages to files, and `index` to what leads readers there; `changing` leads from
one index to the next. The other way: `query` says what is asked for, `reading` reads the files, `ranking` puts articles
in order, `finding` makes sure of them, and `snippets` shows why. The scripts in `static/js/search/` do the same in a
reader's browser.
"""

from duizhao.search.article_terms import article_terms
from duizhao.search.changing import ABSENT, Changes, Numbering, change, compare, moved, renumber, together
from duizhao.search.finding import Found, Hit, find, sure
from duizhao.search.index import (
    ARTICLES_A_FILE,
    POINTER,
    article_file,
    articles_folder,
    articles_path,
    directory,
    folding_table,
    pointer,
)
from duizhao.search.merging import merge
from duizhao.search.ranking import Limits, Sorting
from duizhao.search.reading import Index, addresses, first_shard, listed_in, open_index, shards_of, terms_of
from duizhao.search.runs import RUN, Part, open_runs, part_of, parts, run_name, run_of
from duizhao.search.shards import Volume, compressed, cut, path_of
from duizhao.search.snippets import Snippet, marks, pieces

__all__ = [
    "ABSENT",
    "ARTICLES_A_FILE",
    "POINTER",
    "RUN",
    "Changes",
    "Found",
    "Hit",
    "Index",
    "Limits",
    "Numbering",
    "Part",
    "Snippet",
    "Sorting",
    "Volume",
    "addresses",
    "article_file",
    "article_terms",
    "articles_folder",
    "articles_path",
    "change",
    "compare",
    "compressed",
    "cut",
    "directory",
    "find",
    "first_shard",
    "folding_table",
    "listed_in",
    "marks",
    "merge",
    "moved",
    "open_index",
    "open_runs",
    "part_of",
    "parts",
    "path_of",
    "pieces",
    "pointer",
    "renumber",
    "run_name",
    "run_of",
    "shards_of",
    "sure",
    "terms_of",
    "together",
]
