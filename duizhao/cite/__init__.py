"""Citing an article: what is to be cited of it, citations in the usual styles, files for reference managers.

`record` says what is to be cited, the original and the translation apart; `names` takes author lines apart, and
`headline_pinyin` writes headlines in Latin letters. `styles` knows the styles, `english_styles` and `chinese_styles`
compose them, from what `work` describes and with the marks of `punctuation`. `ris`, `bibtex`, `csl` and `zotero_rdf`
make files. `on_page` says which citations an article's page shows. `head` is what that page tells machines, and
`full_head` what it tells besides, with `linked_data`, where a site wants that; `coins` is what an issue's page tells.
"""

from duizhao.cite.bibtex import bibtex
from duizhao.cite.coins import coins
from duizhao.cite.csl import Item, csl_item, identifier, issue_items
from duizhao.cite.files import ITEMS, file, files, has_items, record_file, record_path
from duizhao.cite.head import Head, head
from duizhao.cite.linked_data import linked_graph
from duizhao.cite.names import Name
from duizhao.cite.on_page import InStyle, cited
from duizhao.cite.record import Record, Romanised, Version, record_of, romanise
from duizhao.cite.ris import ris
from duizhao.cite.styles import ROMANISING, STYLES, cite
from duizhao.cite.work import Cited
from duizhao.cite.zotero_rdf import zotero_rdf

__all__ = [
    "ITEMS",
    "ROMANISING",
    "STYLES",
    "Cited",
    "Head",
    "InStyle",
    "Item",
    "Name",
    "Record",
    "Romanised",
    "Version",
    "bibtex",
    "cite",
    "cited",
    "coins",
    "csl_item",
    "file",
    "files",
    "has_items",
    "head",
    "identifier",
    "issue_items",
    "linked_graph",
    "record_file",
    "record_of",
    "record_path",
    "ris",
    "romanise",
    "zotero_rdf",
]
