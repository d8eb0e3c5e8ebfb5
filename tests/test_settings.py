"""site.yaml becomes one frozen record, or a list of faults with their lines."""

from datetime import date
from pathlib import Path

import pytest

from duizhao.days import Days
from duizhao.model import Bilingual
from duizhao.problems import Halt
from duizhao.settings import Site, keys, read_site, site_of

HERE = Path("archive")


def faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(Halt) as halted:
        site_of(text, "site.yaml", HERE)
    return [(found.line, found.code, f"{found.message}; {found.mend}") for found in halted.value.problems]


def test_a_title_is_all_that_has_to_be_set() -> None:
    site = site_of("title: Archive\n", "site.yaml", HERE)
    assert site.title == Bilingual(zh="Archive", en="Archive")
    assert site.content == HERE / "content"
    assert site.ledger_file == HERE / "content" / "permalinks.csv"


def test_folders_are_those_below_the_settings_file(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text(
        "title: x\noutput: /srv/site\nledger: l.csv\npairing: {lexicon: l.tsv}\n", encoding="utf-8"
    )
    site = read_site(tmp_path / "my.yaml")
    assert (site.content, site.output, site.ledger_file) == (
        tmp_path / "content",
        Path("/srv/site"),
        tmp_path / "l.csv",
    )
    assert site.pairing.lexicon == tmp_path / "l.tsv"


@pytest.mark.parametrize(
    ("text", "line", "code", "said"),
    [
        ("", 1, "settings-value", "“title” is not set"),
        ("title: [a\n", 2, "settings-yaml", ""),
        ("- a\n", 1, "settings-yaml", "no keys and values"),
        ("title: a\ntitel: b\n", 2, "settings-key", "did you mean “title”?"),
        ("title: a\ncolours:\n  acent: '#000000'\n", 3, "settings-key", "did you mean “accent”?"),
        ("title: a\ncolours:\n  accent: red\n", 3, "settings-value", "“colours.accent” is 'red'"),
        ("title: a\nold_addresses:\n  parameter: 'a&b'\n", 3, "settings-value", "“old_addresses.parameter” is 'a&b'"),
        ("title: a\nadditions:\n- 1954\n", 3, "settings-value", "“additions.0” is 1954"),
        ("title: a\ncitation:\n  on_page: six\n", 3, "settings-value", "'one' or 'all'"),
        ("title: a\ndata:\n  formats: [csv, xls]\n", 3, "settings-value", "“data.formats.1” is 'xls'"),
        ("title: a\nbase_url: example.org\n", 2, "settings-value", "begins with https://"),
        ("title: a\nbase_url: https://\n", 2, "settings-value", "base_url"),
        ("title: a\nbase_url: 'https://['\n", 2, "settings-value", "base_url"),
        ("title: a\nbase_url: https://a.example/?x=1\n", 2, "settings-value", "base_url"),
        ("title: a\nbase_url: 'https://a b/'\n", 2, "settings-value", "base_url"),
        ("title: a\nlicense: CC BY 4.0\n", 2, "settings-value", "begins with https://"),
        ("title: a\nlicense: 'javascript://a.example/%0a'\n", 2, "settings-value", "begins with https://"),
        ("title: a\nlicense: 'https://a.example/\"onclick='\n", 2, "settings-value", "license"),
        ("title: ''\n", 1, "settings-value", "“title”"),
        ("title: a\ncolours: red\n", 2, "settings-value", "keys below “colours”: accent, accent_dark"),
        ("title: a\ntranslation:\n  date: [1954]\n", 3, "settings-value", "translation.date"),
        ("title: a\nsource_url: https://example.org/\n", 2, "settings-value", "{path}"),
        ("title: a\nsearch:\n  elsewhere: https://example.org/\n", 3, "settings-value", "{site}"),
        ("title: a\ncitation:\n  head: long\n", 3, "settings-value", "'brief' or 'full'"),
        ("title: a\ninterface: fr\n", 2, "settings-value", "'en' or 'zh'"),
        ("title: a\nlongest_list: 3\n", 2, "settings-value", "greater than or equal to 10"),
        ("title: {de: a}\n", 1, "settings-value", "“en” and “zh”"),
        ("title: a\nlanguages: {original: '\"><script>'}\n", 2, "settings-value", "languages.original"),
        ("title: a\npairing:\n  dictionary: oxford\n", 3, "settings-value", "'none' or 'cedict'"),
        ("title: a\ntranslation:\n  checked: perhaps\n", 3, "settings-value", "translation.checked"),
        ("title: a\npublication:\n  first: 1950\n", 3, "settings-value", "“publication.first” is 1950; write a day"),
        ("title: a\npublication:\n  last: 1950-02-30\n", 3, "settings-value", "write a day of the calendar"),
        (
            "title: a\npublication:\n  first: 1950-02-17\n  last: 1950-02-16\n",
            *(4, "settings-value", "not before “first”, which is 1950-02-17"),
        ),
        ("title: a\npublication:\n  no_issue: Sunday\n", 3, "settings-value", "is 'Sunday'; write a list"),
        ("title: a\npublication:\n  no_issue:\n  - Sunday\n  - 1950\n", 5, "settings-value", "no_issue.1” is 1950"),
        ("title: a\npublication:\n  no_issue:\n  -\n", 4, "settings-value", "no_issue.0” is None; write days"),
        ("title: a\npublication:\n  no_issue:\n  - on: 1950-02-17\n", 4, "settings-value", "or Sunday 1950-01-01/"),
        ("title: a\npublication:\n  no_isue: []\n", 3, "settings-key", "did you mean “no_issue”?"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int, code: str, said: str) -> None:
    [(found_line, found_code, whole)] = faults(text)
    assert (found_line, found_code) == (line, code)
    assert said in whole


def test_all_faults_are_named_at_once() -> None:
    assert {line for line, _, _ in faults("titel: a\nbase_url: x\ninterface: fr\n")} == {1, 2, 3}


def test_a_file_that_is_not_there_or_not_utf_8_is_named(tmp_path: Path) -> None:
    with pytest.raises(Halt, match="settings-missing"):
        read_site(tmp_path / "site.yaml")
    (tmp_path / "site.yaml").write_bytes("title: 标题".encode("gb18030"))
    with pytest.raises(Halt, match="settings-yaml"):
        read_site(tmp_path / "site.yaml")


def test_an_address_ends_with_one_slash() -> None:
    assert site_of("title: a\nbase_url: https://example.org/x//\n", "", HERE).base_url == "https://example.org/x/"


def test_the_known_keys_are_those_of_the_records() -> None:
    assert "base_url" in keys()
    assert keys(("colours",)) == ("accent", "accent_dark")
    assert keys(("publication", "name")) == ("zh", "en")


def test_a_site_can_be_a_key_of_a_cache() -> None:
    assert isinstance(hash(site_of("title: a\n", "", HERE)), int)
    assert site_of("title: a\n", "", HERE) == site_of("title: a # the same\n", "", HERE)
    assert Site.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_a_key_with_nothing_behind_it_is_not_set() -> None:
    site = site_of("title: a\nrights:\nlanguages:\ntranslation:\n  date:\n", "", HERE)
    assert site == site_of("title: a\n", "", HERE)


def test_the_span_and_the_days_without_an_issue_are_read() -> None:
    text = "title: a\npublication:\n  last: 1989-06-30\n  no_issue: [Sunday, 1950-02-17]\n  first: 1946-05-15\n"
    publication = site_of(text, "", HERE).publication
    assert (publication.first, publication.last) == (date(1946, 5, 15), date(1989, 6, 30))
    assert publication.no_issue == (Days(weekday=6), Days(first=date(1950, 2, 17), last=date(1950, 2, 17)))


def test_a_span_may_be_one_day() -> None:
    text = "title: a\npublication: {first: 1950-02-17, last: 1950-02-17}\n"
    assert site_of(text, "", HERE).publication.last == date(1950, 2, 17)


def test_a_year_is_a_date() -> None:
    assert site_of("title: a\ntranslation: {date: 2024}\n", "", HERE).translation.date == "2024"
