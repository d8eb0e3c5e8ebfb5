"""How texts are folded and cut into units and terms, whatever stands in them."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.english_stemmer import EnglishStemmer

from duizhao.search.folding import fold, fold_sign, simplified
from duizhao.search.query import holds, parse
from duizhao.search.snippets import marks, placed
from duizhao.search.terms import WORD, canonical, terms
from duizhao.text import HAN_RANGES

TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("粮食糧 　，·a'’1é\0|")))
QUOTES = re.compile('["“”„＂]')
UNIT = re.compile(f"[{HAN_RANGES}]|{WORD}")


def test_every_sign_has_the_same_units_folded_alone_and_in_a_text() -> None:
    wrong = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if UNIT.findall(fold(f"é{chr(code)}")) != UNIT.findall("e" + fold_sign(chr(code)))
    ]
    assert not wrong


def test_folding_twice_folds_no_further() -> None:
    folded = map(fold_sign, map(chr, range(sys.maxunicode + 1)))
    wrong = [hex(code) for code, once in enumerate(folded) if "".join(map(fold_sign, once)) != once]
    assert not wrong


def test_a_simplified_character_stands_for_itself_and_is_one_sign() -> None:
    table = simplified()
    assert not set(table) & set(table.values())
    assert all(len(sign) == 1 and unicodedata.normalize("NFKC", sign) == sign for sign in [*table, *table.values()])


@given(TEXTS)
def test_units_are_the_same_with_and_without_their_places(text: str) -> None:
    units, places = placed(text)
    assert units == canonical(text)
    assert len(places) == len(units)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(TEXTS, TEXTS)
def test_what_does_not_belong_together_shares_no_term(one: str, other: str) -> None:
    both, length = terms(f"{one}\0{other}")
    (first, first_length), (second, second_length) = terms(one), terms(other)
    assert both == first + second
    assert length == first_length + second_length


@given(TEXTS.map(lambda text: QUOTES.sub(" ", text)[:150]))
def test_a_text_holds_itself_as_a_phrase(text: str) -> None:
    query = parse(f'"{text}"')
    assert holds([canonical(text)], query)
    assert not any(set(wanted.terms) - set(terms(text)[0]) for wanted in query.wanted)


@given(TEXTS, TEXTS)
def test_marks_are_in_order_and_inside_the_text(query: str, text: str) -> None:
    ends = [place for span in marks(text, parse(query).wanted) for place in span]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)


ENDINGS = ("", "s", "'s", "y", "ed", "ing", "ly", "ies", "ement", "ational", "iveness", "eed", "e")


@given(st.one_of(st.text("abcdegilnorstuvy'", max_size=12), st.sampled_from(["gener", "commun", "sky", "dying"])))
def test_the_compiled_stemmer_gives_the_stems_of_the_library(beginning: str) -> None:
    compiled, plain = pytest.importorskip("Stemmer").Stemmer("english"), EnglishStemmer()
    words = [beginning + ending for ending in ENDINGS]
    assert compiled.stemWords(words) == plain.stemWords(words)
