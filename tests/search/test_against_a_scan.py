"""Every search finds all articles that a plain look through the texts finds, and no other."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from duizhao.search import Limits, sure
from duizhao.search.query import parse
from duizhao.search.ranking import candidates
from duizhao.search.terms import stem
from tests.built_site import BuiltSite, locked
from tests.search.archives import Archive, archive, build_invented
from tests.search.oracle import Text, phrase, substring, words

ANYTHING = Limits()


@pytest.fixture(scope="module", params=["real", "invented"])
def searched(request: pytest.FixtureRequest, shared_folder: Path) -> Archive:
    if request.param == "real":
        built: BuiltSite = request.getfixturevalue("built")
        return archive(built.output)
    with locked(shared_folder / "invented.lock"):
        return archive(build_invented(shared_folder / "invented"))


def found(searched: Archive, asked: str, limits: Limits = ANYTHING) -> set[int]:
    query = parse(asked)
    listed = list(candidates(searched.index, query, limits))
    assert not query.is_exact or set(sure(searched.index, query, listed)) == set(listed)
    return set(sure(searched.index, query, listed))


def holding(searched: Archive, *wanted: str | tuple[str, ...]) -> set[int]:
    """The articles that hold all of these: texts, or English words that follow one another."""
    return {
        number
        for number, text in enumerate(searched.texts)
        if all(text.has(one) if isinstance(one, str) else text.has_words(*one) for one in wanted)
    }


def drawn(searched: Archive, seed: str, count: int) -> Iterator[tuple[Text, Random]]:
    chance = Random(seed)  # noqa: S311 - the same queries each time
    for _ in range(count):
        yield chance.choice(searched.texts), chance


@pytest.mark.parametrize("length", range(1, 13))
def test_any_piece_of_chinese_finds_all_articles_that_hold_it_and_no_other(searched: Archive, length: int) -> None:
    for text, chance in drawn(searched, f"han {length}", 40):
        if asked := substring(text, chance, length):
            assert found(searched, asked) == holding(searched, asked), asked


def test_two_pieces_of_chinese_find_the_articles_that_hold_both(searched: Archive) -> None:
    for text, chance in drawn(searched, "two", 60):
        pieces = [substring(text, chance, chance.randint(1, 4)) for _ in range(2)]
        if all(pieces):
            assert found(searched, " ".join(pieces)) == holding(searched, *pieces), pieces


def test_an_english_word_is_found_in_all_its_forms(searched: Archive) -> None:
    forms = [{stem(word) for row in text.words for word in row} for text in searched.texts]
    for text, chance in drawn(searched, "word", 100):
        for word in phrase(text, chance, 1):
            expected = {number for number, stems in enumerate(forms) if stem(word) in stems}
            assert found(searched, word) == expected, word


@pytest.mark.parametrize("length", [1, 2, 3, 6])
def test_an_english_phrase_in_quotation_marks_is_found_as_it_stands(searched: Archive, length: int) -> None:
    for text, chance in drawn(searched, f"phrase {length}", 40):
        if asked := phrase(text, chance, length):
            assert found(searched, f'"{" ".join(asked)}"') == holding(searched, asked), asked


def test_chinese_and_english_go_together(searched: Archive) -> None:
    for text, chance in drawn(searched, "mixed", 60):
        han, english = substring(text, chance, chance.randint(1, 4)), phrase(text, chance, chance.randint(1, 3))
        if han and english:
            assert found(searched, f'{han} "{" ".join(english)}"') == holding(searched, han, english), (han, english)


def test_one_or_the_other_and_the_one_without_the_other(searched: Archive) -> None:
    for text, chance in drawn(searched, "or", 60):
        one, other = substring(text, chance, 2), substring(chance.choice(searched.texts), chance, chance.randint(2, 4))
        if one and other:
            both, first, second = (holding(searched, *asked) for asked in ((one, other), (one,), (other,)))
            assert found(searched, f"{one} OR {other}") == first | second
            assert found(searched, f"{one} -{other}") == first - both
            assert found(searched, f"-{other}") == set(range(searched.index.articles)) - second


def test_days_and_newspaper_pages_narrow_a_search(searched: Archive) -> None:
    for text, chance in drawn(searched, "limits", 60):
        asked = substring(text, chance, chance.randint(1, 3))
        number = chance.randrange(len(searched.texts))
        first, last = sorted((searched.day(number), searched.day(chance.randrange(len(searched.texts)))))
        page = searched.index.article(number).get("page")
        limits = Limits(first=first, last=last, page=page)
        expected = {
            number
            for number in (holding(searched, asked) if asked else range(len(searched.texts)))
            if first <= searched.day(number) <= last and page in {None, searched.index.article(number).get("page")}
        }
        assert found(searched, asked, limits) == expected


@pytest.mark.parametrize("kind", ["author", "column"])
def test_authors_and_columns_narrow_a_search_in_either_language(searched: Archive, kind: str) -> None:
    of: dict[str, set[int]] = {}
    for number in range(searched.index.articles):
        for name in searched.index.article(number).get(kind, {}).values():
            of.setdefault(name, set()).add(number)
    assert of
    for name, numbers in list(of.items())[:40]:
        limits = Limits(author=name) if kind == "author" else Limits(column=name)
        assert found(searched, "", limits) >= numbers
        assert all(same(searched, number, kind, name) for number in found(searched, "", limits))


def same(searched: Archive, number: int, kind: str, name: str) -> bool:
    names = searched.index.article(number)[kind].values()
    return any("".join(words(one.lower())) == "".join(words(name.lower())) for one in names)
