"""One table of citations and entries holds both the builder and the script of the page to it.

`ACCEPT=1` writes it anew; tests/js/citation.test.js reads it.
"""

import json
import os
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from duizhao.cite import STYLES, bibtex, cite, issue_items, record_of, ris, romanise
from duizhao.model import Bilingual
from duizhao.settings import Publication
from tests.cite.invented import ENTRY, SITE, invented

TABLE = Path(__file__).parent.parent / "js/citations.json"


ODD = (
    (SITE, replace(ENTRY, headline=Bilingual(zh="新桥通车"))),
    (SITE, replace(ENTRY, headline=Bilingual(en="New Bridge"), author=Bilingual(en="Jean Miller"))),
    (replace(SITE, base_url="", publication=Publication()), ENTRY),
    (replace(SITE, publication=Publication(name=Bilingual(zh="河谷日报", en="River Valley Daily"))), ENTRY),
    (SITE, replace(ENTRY, headline=Bilingual(zh='50% {桥} & "路"_#', en="A ~ B^ \\ C's 'D' $"))),
    (SITE, replace(ENTRY, page=None, agency="塔斯社", column=Bilingual(zh="读者来信"))),
)
"""What has no original, no translation, no address, no newspaper, or odd marks."""


def rows() -> list[dict[str, Any]]:
    made = []
    for site, entry in (*islice(invented(), 0, None, 5), *ODD):
        record = record_of(site, entry)
        latin = romanise(record, site)
        made.append(
            {
                "items": list(issue_items(site, [entry])),
                "cited": [
                    {style: [said.before, said.italic, said.after]}
                    for version in record.versions
                    for style in STYLES
                    for said in [cite(style, record, version, latin)]
                ],
                "ris": [ris(record, version) for version in record.versions],
                "bibtex": [bibtex(record, version) for version in record.versions],
            }
        )
    return made


def test_the_builder_cites_as_the_table_says() -> None:
    if os.environ.get("ACCEPT"):
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows())
        TABLE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    assert json.loads(json.dumps(rows())) == json.loads(TABLE.read_text(encoding="utf-8"))
