"""Two hundred invented articles that are cited: every kind of author, with and without translator, column and page."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from duizhao.model import Bilingual, Entry
from duizhao.settings import Publication, Site, Translation

ROOT = Path(__file__).parent.parent.parent

SITE = Site(
    title=Bilingual(en="River Valley Daily, side by side", zh="《河谷日报》对照"),
    publication=Publication(name=Bilingual(en="River Valley Daily", zh="河谷日报"), romanised="Hegu Ribao"),
    base_url="https://archive.example/",
    content=ROOT / "tests/no-content",
    templates=ROOT / "templates",
)

ENTRY = Entry(
    source="1953-07-06.txt",
    date=date(1953, 7, 6),
    page=3,
    section=None,
    order=None,
    headline=Bilingual(zh="新桥通车", en="New Bridge Opens to Traffic"),
    author=Bilingual(),
    column=Bilingual(),
    digest="",
    permalink="1953/07/06/3-abcde.html",
)

AUTHORS: tuple[Bilingual[str], ...] = (
    Bilingual(),
    Bilingual(zh="王小明", en="Wang Xiaoming"),
    Bilingual(zh="欧阳山", en="Ouyang Shan"),
    Bilingual(zh="王小明"),
    Bilingual(zh="张香山 李娴娟", en="Zhang Xiangshan, Li Xianjuan"),
    Bilingual(zh="张香山、李娴娟、王小明", en="Zhang Xiangshan, Li Xianjuan and Wang Xiaoming"),
    Bilingual(zh="张香山、李娴娟、王小明、赵一民", en="Zhang Xiangshan, Li Xianjuan, Wang Xiaoming, Zhao Yimin"),
    Bilingual(zh="张香山、李娴娟、王小明、赵一民、孙二、周三、吴四喜"),
    Bilingual(zh="河谷县委宣传部", en="Our Correspondent Group"),
    Bilingual(zh="本报评论员", en="Our Commentator"),
    Bilingual(en="John A. Miller"),
    Bilingual(zh="米勒", en="Jean-Paul Miller"),
)

TRANSLATIONS = (
    Translation(),
    Translation(machine=True),
    Translation(machine=True, by=Bilingual(en="Program 7", zh="七号程序")),
    Translation(by=Bilingual(en="Jane Smith")),
    Translation(by=Bilingual(en="River Valley Translators")),
)

HEADLINES = (
    Bilingual(zh="新桥通车", en="New Bridge Opens to Traffic"),
    Bilingual(zh="“青山”之后　河谷来信", en="After “Green Hill”: A Letter from the Valley"),
    Bilingual(zh="谁来修桥？", en="Who Will Mend the Bridge?"),
    Bilingual(zh="学习“新办法”", en="Learn the “New Way”"),
    Bilingual(zh="丰收！", en="A Good Harvest!"),
    Bilingual(zh="1954年的5座桥", en="Don't Forget the Five Bridges of 1954"),
)

COLUMNS: tuple[Bilingual[str], ...] = (Bilingual(), Bilingual(zh="建设", en="Construction"), Bilingual(zh="读者来信"))


def invented(count: int = 200) -> Iterator[tuple[Site, Entry]]:
    """Settings and entries, always the same ones."""
    chance = random.Random(7714)  # noqa: S311 - what is invented has to be the same each time
    for number in range(count):
        day = date(1946, 5, 15) + timedelta(days=chance.randrange(15_000))
        page = chance.choice((None, 1, 2, 3, 12))
        entry = replace(
            ENTRY,
            date=day,
            page=page,
            headline=HEADLINES[number % len(HEADLINES)],
            author=AUTHORS[number // len(HEADLINES) % len(AUTHORS)],
            column=chance.choice(COLUMNS),
            agency=chance.choice(("", "新华社")),
            permalink=f"{day.isoformat().replace('-', '/')}/{page or 0}-k{number:04}.html",
        )
        yield replace(SITE, translation=chance.choice(TRANSLATIONS)), entry
