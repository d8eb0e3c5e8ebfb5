"""The records of an archive: a source file, its article, the passages that pair its two languages.

Every record is frozen and made of plain values, so that it crosses process borders, hashes and compares.
"""

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeAlias, TypeVar

from duizhao.problems import Problem

T = TypeVar("T")

BlockKind: TypeAlias = Literal["title", "headline", "text", "heading", "signature"]
ApparatusKind: TypeAlias = Literal["summary", "entities", "glossary"]
CorrectionKind: TypeAlias = Literal["pair", "part", "alone", "accept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual(Generic[T]):
    """One thing said in both languages; None where a language does not have it."""

    zh: T | None = None
    en: T | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source file as read: its path below the content folder (with `/` on every system), its text with bare LF."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of one language, and the line of the source (from 1) that it starts on.

    `text` has no white space around it; what stood before it is kept as `indent`, in columns (a Han character and
    U+3000 are two, a tab goes to the next multiple of four). `gap`: a blank line or a stanza gap stands between it and
    the block before. A translation's list, table, code or paragraph that is broken into lines of even width is one
    block with line feeds in its text; the original's text is verbatim and never holds one.
    """

    line: int
    text: str
    kind: BlockKind = "text"
    indent: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A row of an apparatus table: a Chinese word and what the translator says of it. `group`: the rubric above it.

    `mark` is the sign between the two (`：`, `-`), empty where white space parts them: term, mark and gloss together
    are the row as it stands in the source, but for white space, list marks and emphasis. `group` is the rubric's line
    with its colon, if it has one.
    """

    line: int
    term: str
    gloss: str
    group: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """What the translator added below or above the text. `heading` is the source's own word, with its colon.

    Rows that are no pair of word and gloss, and the sentences of a summary, are `blocks`.
    """

    kind: ApparatusKind
    line: int
    heading: str
    terms: tuple[Term, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a reader should know of a translation: its kind (a problem's code), where, and what both texts say there.

    `passage` 0: the article as a whole. `sentence`: the bead of the passage, from 1; 0: all of it. `line`: of the
    source, 0 where none is known. `zh` and `en`: pieces of the texts as they stand there, empty where one says nothing.
    """

    code: str
    passage: int
    sentence: int = 0
    line: int = 0
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an editor says of an article by hand, as it is written: texts are named by their first words.

    `path` and `line` are where it stands: in the article's front matter or in the file beside it. `notice`: the code
    of the notice that is accepted; empty where the kind is another.
    """

    kind: CorrectionKind
    path: str
    line: int
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A paragraph; or the sentence of it that starts at the character `start`.

    `block` counts the blocks of one side as they stand in the article's passages, titles among them; the first is 0.
    """

    block: int
    start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A correction whose texts were found: paragraphs alone or sentences alone, each side's in their order.

    `path`, `line` and `notice` are the correction's own. An accepted notice without places is one of the whole article.
    """

    path: str
    line: int
    zh: tuple[Place, ...] = ()
    en: tuple[Place, ...] = ()
    notice: str = ""

    @property
    def is_of_sentences(self) -> bool:
        """Tell whether its places are sentences."""
        return any(place.start is not None for place in (*self.zh, *self.en))


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What an editor decided by hand; nothing of it contradicts anything else."""

    pairs: tuple[Placed, ...] = ()
    """These say the same, and nothing else belongs to them: paragraphs of a passage, or sentences of a bead."""
    parted: tuple[Placed, ...] = ()
    """None of one side says the same as one of the other."""
    alone: tuple[Placed, ...] = ()
    """Each has no counterpart."""
    accepted: tuple[Placed, ...] = ()
    """Notices that were looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as its source file tells it, before pairing."""

    source: str
    date: date
    page: int | None
    """The newspaper page (版), None where no place of the source names it."""
    section: str | None
    """The name printed with the page: 国内新闻 in 第2版(国内新闻)."""
    headline: Bilingual[str]
    author: Bilingual[str]
    column: Bilingual[str]
    zh: tuple[Block, ...]
    """The original; its headline lines come first, as blocks of the kind `headline`."""
    en: tuple[Block, ...]
    """The translation; the title of the header is not among them."""
    apparatus: tuple[Apparatus, ...] = ()
    order: int | None = None
    """The article's place on its newspaper page, where the source gives one."""
    pinned: str | None = None
    """The last part of the permalink that the source itself asks for (front matter `id`)."""
    written: tuple[Correction, ...] = ()
    """The corrections of the front matter, whose texts have not been looked for yet."""
    corrections: Corrections = Corrections()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    """Where the Chinese head says otherwise than the header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A sentence: from the character `start` up to `end` of a passage's block, the first of its side being 0."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """Sentences of a passage that say the same, in order. One side may be empty.

    `score` and `is_pinned`: as the passage's.
    """

    zh: tuple[Span, ...]
    en: tuple[Span, ...]
    score: float = 1.0
    is_pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Blocks of the original and the blocks of the translation that say the same: a row of the page, `#p1` first.

    One side may be empty. `score` is the aligner's, from 0 (a guess) to 1 (certain). `beads` are its sentences: all of
    them, each once. `is_pinned`: a correction says that it is one. `also`: numbers of published passages that are part
    of this one now.
    """

    number: int
    zh: tuple[Block, ...]
    en: tuple[Block, ...]
    score: float = 1.0
    beads: tuple[Bead, ...] = ()
    is_pinned: bool = False
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What indexes, ledger and search.json need to know of an article. `entries` holds all of them in few bytes."""

    source: str
    date: date
    page: int | None
    section: str | None
    order: int | None
    headline: Bilingual[str]
    author: Bilingual[str]
    column: Bilingual[str]
    digest: str
    """Of the original's text (of the translation's, where there is no original): survives any change of the rest."""
    pinned: str | None = None
    agency: str = ""
    """The news agency whose dateline opens the original, in Chinese; empty, where none does."""
    permalink: str = ""
    """Below the site's root: `1954/12/24/1-7q3fk.html`. Empty until the ledger has assigned one."""
