import json
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from duizhao.model import Bilingual, Entry
from duizhao.searchfile import search_files
from duizhao.settings import Site, Translation
from tests.indexes.archive import archives, new_entry, new_site

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "search.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())

SIGNED = new_entry(
    "1.txt",
    headline=Bilingual(zh="标题", en="Headline"),
    author=Bilingual(zh="王小明", en="Wang Xiaoming"),
    column=Bilingual(zh="社论"),
    permalink="1954/12/24/1-7q3fk.html",
)
BARE = new_entry("2.txt", page=None, headline=Bilingual(en="Headline"), permalink="1954/12/24/0-7q3fk.html")


def read(entries: list[Entry], site: Site) -> dict[str, Any]:
    files = list(search_files(entries, site))
    assert len({path for path, _ in files}) == len(files)
    return {path: json.loads(text) for path, text in files}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_what_is_not_known_is_left_out() -> None:
    found = read([BARE, SIGNED], new_site())["search.json"]
    assert found["articles"] == [
        {
            "url": "1954/12/24/1-7q3fk.html",
            "date": "1954-12-24",
            "page": 1,
            "title": {"zh": "标题", "en": "Headline"},
            "author": {"zh": "王小明", "en": "Wang Xiaoming"},
            "column": {"zh": "社论"},
        },
        {"url": "1954/12/24/0-7q3fk.html", "date": "1954-12-24", "title": {"en": "Headline"}},
    ]


def test_the_head_says_what_the_archive_is_and_who_translated_it() -> None:
    site = Site(
        title=Bilingual(zh="对照样报", en="The Sample Daily"),
        base_url="https://example.org/",
        rights=Bilingual(en="All rights reserved."),
        translation=Translation(machine=True, by=Bilingual(zh="某机", en="A machine"), date="2024"),
    )
    found = read([SIGNED], site)["search.json"]
    del found["articles"]
    assert found == {
        "version": 1,
        "title": {"zh": "对照样报", "en": "The Sample Daily"},
        "languages": {"zh": "zh-Hans", "en": "en"},
        "translation": {
            "machine": True,
            "checked": False,
            "by": {"zh": "某机", "en": "A machine"},
            "date": "2024",
        },
        "base_url": "https://example.org/",
        "rights": {"en": "All rights reserved."},
        "count": 1,
    }


@settings(deadline=None, max_examples=50)
@given(archives())
def test_small_or_split_every_file_is_as_the_schema_says_and_holds_the_same_articles(entries: list[Entry]) -> None:
    whole, split = read(entries, new_site()), read(entries, new_site(search_part=10))
    for found in chain(whole.values(), split.values()):
        VALIDATOR.validate(found)
    directory = split.pop("search.json")
    if "parts" in directory:
        assert [(part["url"], part["year"], part["count"]) for part in directory["parts"]] == [
            (path, found["year"], len(found["articles"])) for path, found in split.items()
        ]
        assert len(entries) > 10
        directory["articles"] = [article for found in split.values() for article in found["articles"]]
    assert directory["articles"] == whole["search.json"]["articles"]
    assert directory["count"] == len(directory["articles"]) == len(entries)


def test_articles_stand_in_the_order_of_the_paper_whatever_the_order_of_the_files() -> None:
    days = [date(1955, 1, 1), date(1954, 1, 1), date(1954, 12, 31)]
    entries = [new_entry(f"{number}.txt", day=day) for number, day in enumerate(days)]
    found = read(entries, new_site())["search.json"]["articles"]
    assert [article["date"] for article in found] == ["1954-01-01", "1954-12-31", "1955-01-01"]
    assert list(search_files(entries, new_site())) == list(search_files(entries[::-1], new_site()))


def test_the_file_is_compact_and_its_chinese_is_readable() -> None:
    ((_, text),) = search_files([SIGNED], new_site())
    assert "王小明".encode() in text
    assert b": " not in text
    assert b"\n" not in text


@pytest.mark.parametrize(
    "fault",
    [
        {"page": None},
        {"page": 0},
        {"page": "1"},
        {"date": "1954-12"},
        {"date": "1954-02-30"},
        {"url": "https://example.org/1954/12/24/1-7q3fk.html"},
        {"url": "1954/12/24/index.html"},
        {"title": "标题"},
        {"title": {"ko": "제목"}},
        {"author": {"zh": ""}},
        {"unknown": 1},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_build_never_writes(fault: dict[str, object]) -> None:
    found = read([SIGNED], new_site())["search.json"]
    assert VALIDATOR.is_valid(found)
    found["articles"][0] |= fault
    assert not VALIDATOR.is_valid(found)
