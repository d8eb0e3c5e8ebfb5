"""Index pages: the front page, years, months, each day's issue, newspaper pages. All are made from entries alone."""

from duizhao.indexes.coverage import cover
from duizhao.indexes.order import paper_key, paper_order
from duizhao.indexes.pages import IndexPage, plan, render_index

__all__ = ["IndexPage", "cover", "paper_key", "paper_order", "plan", "render_index"]
