"""The scripts of a site find what Python finds: the same articles, in the same order, for every kind of query."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from duizhao.search import Limits, find
from duizhao.search.ranking import Sorting
from tests.built_site import BuiltSite, locked
from tests.search.archives import Archive, archive, build_invented
from tests.search.in_script import Posed, in_script
from tests.search.oracle import Text, phrase, substring
from tests.search.test_finding import HOSTILE

SORTINGS: tuple[Sorting, ...] = ("relevance", "newest", "oldest")


@pytest.fixture(scope="module", params=["real", "invented"])
def searched(request: pytest.FixtureRequest, shared_folder: Path) -> Archive:
    if request.param == "real":
        built: BuiltSite = request.getfixturevalue("built")
        return archive(built.output)
    with locked(shared_folder / "invented.lock"):
        return archive(build_invented(shared_folder / "invented"))


def asked(text: Text, chance: Random) -> str:
    """A query of one or two words or phrases of a text, some of them not to be there."""
    han = substring(text, chance, chance.randint(1, 6))
    english = " ".join(phrase(text, chance, chance.randint(1, 3)))
    forms = (han, f'"{english}"', english, f"{han} {english}", f'{han} OR "{english}"', f"{han} -{english}")
    return chance.choice(forms)


def queries(searched: Archive, count: int) -> Iterator[Posed]:
    chance = Random("two engines")  # noqa: S311 - the same queries each time
    for _ in range(count):
        text = chance.choice(searched.texts)
        yield asked(text, chance), Limits(), chance.choice(SORTINGS)
        article = searched.index.article(chance.randrange(searched.index.articles))
        day, page = date.fromisoformat(article["date"]), article.get("page")
        author, column = (next(iter(article.get(kind, {}).values()), "") for kind in ("author", "column"))
        both = Limits(first=day, last=day, author=author, column=column)
        limits = chance.choice((Limits(first=day), Limits(last=day), Limits(page=page), both))
        yield chance.choice((asked(text, chance), "")), limits, chance.choice(SORTINGS)
    yield from ((hostile[:5_000], Limits(), "relevance") for hostile in HOSTILE)


def test_both_engines_find_the_same_ten_articles_in_the_same_order(searched: Archive) -> None:
    posed = list(queries(searched, 60))
    for (text, limits, sorting), answer in zip(posed, in_script(searched.index.output, posed), strict=True):
        found = find(searched.index, text, limits, sorting)
        assert [hit.number for hit in found.hits] == answer["hits"], (text, limits, sorting)
        assert answer["count"] == {"n": found.candidates, "isExact": found.is_exact}, (text, limits, sorting)
        shown = [
            [{"passage": one.passage, "side": one.side, "pieces": pieces_of(one.pieces)} for one in hit.snippets]
            for hit in found.hits
        ]
        assert answer["snippets"] == shown, text


def pieces_of(pieces: tuple[tuple[str, bool], ...]) -> list[dict[str, Any]]:
    return [{"text": text, "hit": is_hit} for text, is_hit in pieces]
