"""Small archives whose data the tests judge, and what their files say."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from duizhao.model import Bilingual
from duizhao.settings import Data, ExportFormat, Site, Translation
from tests.archive import GOOD, OTHER, site_in

LICENSE = "https://licences.example/free?version=4&in=zh"

ALL: tuple[ExportFormat, ...] = ("csv", "jsonl", "tei", "text")

ODD = (
    GOOD.replace("1953-07-06", "1954-07-06")
    .replace("Lin Mu", 'Lin & "Mu" <b>')
    .replace("    两千多人", "    <甲> & “乙”\x07。\n    两千多人")
)
APPARATUS = GOOD.replace("<hr />", "**Named Entities**\n\n白河    White River\n\n<hr />").replace(
    "白河大桥", "蓝河大桥"
)
CHINESE = "---\ndate: 1955-01-02\n---\n### 天气\n\n    今天下雨。\n"
ENGLISH = "Title: Weather\nDate: 1955-01-03\n\nIt rained today.\n"
SOURCES = {
    "good.txt": GOOD,
    "other.txt": OTHER,
    "odd.txt": ODD,
    "terms.txt": APPARATUS,
    "zh.txt": CHINESE,
    "en.txt": ENGLISH,
}


def archive(folder: Path, *formats: ExportFormat) -> Site:
    translation = Translation(
        machine=True, by=Bilingual(en="a program", zh="某程序"), note=Bilingual(en="Quote with care.")
    )
    site = replace(
        site_in(folder),
        data=Data(formats=formats),
        translation=translation,
        rights=Bilingual(en="Free."),
        license=LICENSE,
    )
    for name, text in SOURCES.items():
        (site.content / name).write_text(text, encoding="utf-8")
    return site


def unpacked(site: Site, ending: str) -> Iterator[str]:
    """The files of a format, year by year."""
    for path in sorted((site.output / "data").glob(f"*.{ending}.gz")):
        yield gzip.decompress(path.read_bytes()).decode("utf-8")


def records(site: Site) -> list[dict[str, Any]]:
    return [json.loads(line) for text in unpacked(site, "jsonl") for line in text.splitlines()]
