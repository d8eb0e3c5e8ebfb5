"""Addresses for good: how an article gets its permalink, and the ledger that pins every address ever published."""

from duizhao.permalinks.assign import Addresses, assign
from duizhao.permalinks.ledger import Row, ledger_text, read_ledger, row_of

__all__ = ["Addresses", "Row", "assign", "ledger_text", "read_ledger", "row_of"]
