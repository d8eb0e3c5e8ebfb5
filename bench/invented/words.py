"""The words of the invented paper, by how often they stand in it.

First come the words of grammar, then those of the project's own lexicon among invented ones, then invented ones alone.
A Chinese word has one usual rendering; those of the lexicon have others too, and every one is now and then said in a
word that no lexicon knows. How often a word stands falls with its rank, as Zipf found it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from bench.invented.dice import Dice, Ranked
from bench.invented.numerals import Said
from duizhao.align.lexicon import FILE

GRAMMAR: Final[tuple[Said, ...]] = tuple(
    (pair.partition("=")[0], pair.partition("=")[2].replace("_", " "))
    for pair in (
        "的=of_the =the 和=and 在=in =to =a 了=has 是=is 有=there_are 不=not 这=this =of 我们=we 对=for 他=he 上=on "
        "他们=they 从=from 与=with 也=also =which 都=all 已=already 将=will 由=by 就=then 并=and 等=and_others 为=as "
        "一个=a 到=to 中=in_the =was 之=of 以=with =were 向=toward 要=must 把= 还=still 着= 地= 使=so_that 而=while "
        "于=at 但=but 得= =had 她=she 你=you 它=it 被=was 又=again 更=more 很=very 最=most 可以=can 没有=without "
        "因为=because 所以=therefore 如果=if 这样=in_this_way 那里=there 这些=these 那个=that 每=each 其他=other"
    ).split(" ")
)

INVENTED: Final = 24_000
_OF_LEXICON: Final = 0.7
"""Of the words behind those of grammar, so many are of the lexicon, until it has no more."""
_FLAT: Final = 6.0
_STRAIGHT: Final = 0.68
_OTHER: Final = 0.16
"""So many of a word's places have its usual rendering, and so many another of the lexicon; all others a free one."""

_ONSETS: Final = "b c ch cl cr d dr f fl g gr h j l m n p pl pr qu r s sh sp st t tr v w".split()
_NUCLEI: Final = "a e i o u ai ea ou".split()
_CODAS: Final = "l m n nd r rn s t ck ss ll".split()
_ENDINGS: Final = "ion al ment er ity ance ive ure or ant ".split(" ")
_NO_PART_OF_WORDS: Final = frozenset("零〇一二两三四五六七八九十百千万亿点分第年月日号时半几多的了着过和在是有不")


@cache
def vocabulary() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """List all words but those of grammar by rank: the Chinese word, and its renderings, the usual one first."""
    dice = Dice("words")
    known = dice.shuffled(_lexicon())
    invented, row = _invented(dice, {han for han, _ in known}), list[tuple[str, tuple[str, ...]]]()
    while known:
        row.append(known.pop() if dice.chance(_OF_LEXICON) else next(invented))
    row.extend(islice(invented, INVENTED - len(row)))
    return tuple(row)


def _lexicon() -> list[tuple[str, tuple[str, ...]]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return [(han, tuple(renderings.split("/"))) for han, _, renderings in rows]


def _invented(dice: Dice, taken: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Invent words without end: two or three characters, as frequent as in the words that are taken, and a stem."""
    signs = [sign for word in sorted(taken) for sign in word if sign not in _NO_PART_OF_WORDS]
    stems = _stems(dice)
    while True:
        word = "".join(dice.pick(signs) for _ in range(3 if dice.chance(0.15) else 2))
        if word not in taken:
            taken.add(word)
            yield word, (next(stems),)


def _stems(dice: Dice) -> Iterator[str]:
    """Invent words that look English, none of them twice."""
    made = set[str]()
    while True:
        first = dice.pick(_ONSETS) + dice.pick(_NUCLEI)
        second = dice.pick(_ONSETS) + dice.pick(_NUCLEI) if dice.chance(0.55) else ""
        stem = first + second + dice.pick(_CODAS) + dice.pick(_ENDINGS)
        if len(stem) > 3 and stem not in made:  # noqa: PLR2004 - short words are real ones
            made.add(stem)
            yield stem


class Language:
    """Draws words for one article: those of its subjects come again and again."""

    def __init__(self, dice: Dice, subjects: int) -> None:
        """`subjects`: how many words the article is about."""
        self._dice = dice
        self._subjects = [_WORDS.draw(dice) for _ in range(subjects)]

    def word(self) -> Said:
        """Draw a word, those of grammar among them; either side may be empty."""
        dice = self._dice
        rank = _ALL.draw(dice) - len(GRAMMAR)
        return GRAMMAR[rank] if rank < 0 else self._said(dice.pick(self._subjects) if dice.chance(0.4) else rank)

    def subject(self) -> Said:
        """Draw a word that the article is about."""
        return self._said(self._dice.pick(self._subjects))

    def _said(self, rank: int) -> Said:
        han, renderings = vocabulary()[rank]
        sure = self._dice.random()
        if sure < _STRAIGHT:
            return han, renderings[0]
        if sure < _STRAIGHT + _OTHER:
            return han, self._dice.pick(renderings)
        return han, vocabulary()[-1 - rank][1][0]


_ALL: Final = Ranked(len(GRAMMAR) + INVENTED, _FLAT)
_WORDS: Final = Ranked(INVENTED, _FLAT + len(GRAMMAR))
