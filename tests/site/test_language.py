"""Every piece of text is marked with its language: what a screen reader needs, and no other checker sees."""

import re

from tests.built_site import BuiltSite
from tests.site.page_reader import read_page, read_pages

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
LATIN = re.compile(r"(?:[A-Za-z][a-z'’]+[ ,]+){3}[A-Za-z][a-z'’]+")


def test_no_han_text_stands_under_another_language(built: BuiltSite) -> None:
    wrong = [
        f"{path}:{said.line}: {said.language or 'no language'}: {said.text[:60]}"
        for path, page in read_pages(built.output)
        for said in page.said
        if HAN.search(said.text) and not said.language.startswith("zh")
    ]
    assert not wrong


def test_no_english_sentence_stands_under_chinese(built: BuiltSite) -> None:
    wrong = [
        f"{path}:{said.line}: {said.text[:60]}"
        for path, page in read_pages(built.output)
        for said in page.said
        if LATIN.search(said.text) and said.language.startswith("zh")
    ]
    assert not wrong


def test_the_reader_of_these_tests_sees_a_wrong_language() -> None:
    page = read_page('<html lang="en"><p>one<p lang="zh">二<b lang="en">三</b>四</p><img alt="五"><p>six</html>')
    assert [(said.text, said.language) for said in page.said] == [
        ("one", "en"),
        ("二", "zh"),
        ("三", "en"),
        ("四", "zh"),
        ("五", "en"),
        ("six", "en"),
    ]
