"""An archive in two languages that nobody speaks: what stands for what is known, and no lexicon knows a word of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Final

from duizhao.model import Article, Bilingual, Block

_CHARACTERS: Final = "鼋鼍鼗鼙麒麟翡翠琥珀玳瑁蜻蜓蟋蟀鹧鸪葡萄枇杷"
_SYLLABLES: Final = ("bor", "dak", "fim", "gol", "hup", "jin", "kav", "lom", "mib", "nuk", "pog", "rab", "tuv", "zim")
_WORDS_A_SENTENCE: Final = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its translation; one side is empty where it was left out."""

    zh: str
    en: str


def words(chance: random.Random, count: int) -> dict[str, str]:
    """Invent words of two characters with renderings of two syllables or three."""
    han = chance.sample(["".join(pair) for pair in product(_CHARACTERS, repeat=2)], count)
    english = chance.sample(["".join(three) for three in product(_SYLLABLES, repeat=3)], count)
    return dict(zip(han, english, strict=True))


def sentences(known: dict[str, str], chance: random.Random, count: int) -> list[Sentence]:
    return [_sentence(chance.sample(sorted(known), _WORDS_A_SENTENCE), known) for _ in range(count)]


def _sentence(chosen: Sequence[str], known: dict[str, str]) -> Sentence:
    return Sentence("".join(chosen) + "。", " ".join(known[word] for word in chosen).capitalize() + ".")


def article(whole: Sequence[Sequence[Sentence]]) -> Article:
    """Print paragraphs as an article."""
    return Article(
        source="invented.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(),
        author=Bilingual(),
        column=Bilingual(),
        zh=tuple(Block(line=1, text="".join(one.zh for one in paragraph)) for paragraph in whole),
        en=tuple(Block(line=1, text=" ".join(one.en for one in paragraph if one.en)) for paragraph in whole),
    )


def file(whole: Sequence[Sequence[Sentence]], number: int) -> str:
    """Write paragraphs as a source file."""
    day = date(1950, 1, 1) + timedelta(days=number)
    zh = "\n".join("    " + "".join(one.zh for one in paragraph) for paragraph in whole)
    en = "\n\n".join(" ".join(one.en for one in paragraph if one.en) for paragraph in whole)
    head, headline = f"Title: Number {number}\nDate: {day}\nPage: 1", f"### 鼍鼍\n{day}\n第1版()"
    return f"{head}\n\n{en}\n\n<hr />\n\nOriginal:\n\n{headline}\n\n{zh}\n"


def archive(known: dict[str, str], chance: random.Random, count: int) -> dict[str, str]:
    """Write so many articles of three paragraphs with three sentences each, by the names of their files."""
    return {
        f"{number:04}.txt": file([sentences(known, chance, 3) for _ in range(3)], number) for number in range(count)
    }
