"""Addresses for good: how an article gets its permalink, and the ledger that pins every address ever published.

Beside the ledger a side file keeps the numbers of passages and the headlines that readers may have quoted.
"""

from duizhao.permalinks.assign import Addresses, assign
from duizhao.permalinks.history import NEW, History, Past, history_text, read_history, renamed
from duizhao.permalinks.ledger import Row, ledger_rows, ledger_text, read_ledger, row_of
from duizhao.permalinks.passages import numbered

__all__ = [
    "NEW",
    "Addresses",
    "History",
    "Past",
    "Row",
    "assign",
    "history_text",
    "ledger_rows",
    "ledger_text",
    "numbered",
    "read_history",
    "read_ledger",
    "renamed",
    "row_of",
]
