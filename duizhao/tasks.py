"""What workers do with a chunk: read articles to entries, make article pages, make index pages.

Functions here take and give plain records, so that they run in any process, on this machine or another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple

from duizhao import cite
from duizhao.abstract import abstract
from duizhao.align import BUILT_IN, Vocabulary, pair
from duizhao.article_page import ArticleWork, Neighbour, article_page
from duizhao.articles import read_written
from duizhao.assess import agency_of, assess, notices, open_problems
from duizhao.cache import Key, Made, Read, key_of, stamp_of
from duizhao.entries import card_of
from duizhao.indexes import IndexPage, render_index
from duizhao.model import Article, Block, Entry
from duizhao.noted import Noted, packed
from duizhao.permalinks import NEW, Past, numbered
from duizhao.problems import Halt, Problem, problem
from duizhao.progress import peak_memory
from duizhao.publish import Stage
from duizhao.readings import packed as packed_facts
from duizhao.render import renew
from duizhao.settings import Site
from duizhao.sources import article_files
from duizhao.text import squeeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What all chunks of a build have in common. `build`: a name that no other build has."""

    site: Site
    stage: Stage
    build: str
    vocabulary: Vocabulary = BUILT_IN


class Wanted(NamedTuple):
    """A source that is to be read, and the digest that it had when it was read before; None: it was not."""

    path: str
    known: Key | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the sources of a chunk hold; facts are empty, where the digest is the one that was known.

    `peak`: bytes of memory that the worker has held at most.
    """

    rows: tuple[Read, ...]
    peak: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article that is to be worked on, its neighbours in the paper's order, and what was published of it before.

    `digest`: of its files, as they were when its entry was made. `basis`: the key of its page, but for what was
    published before.
    """

    entry: Entry
    digest: Key
    basis: Key = b""
    previous: Neighbour | None = None
    next: Neighbour | None = None
    past: Past = NEW

    @property
    def path(self) -> str:
        """Where the article's page stands."""
        return self.entry.permalink

    @property
    def key(self) -> Key:
        """The key of the article's page, if its passages are numbered as they were."""
        return self.key_with(self.past.passages)

    def key_with(self, marks: str) -> Key:
        """Make the key of the article's page from the marks that its passages have after it was made.

        They are not those that it was made with, but would give the same page: the next build finds them in the ledger.
        """
        return key_of(self.basis, marks, *self.past.headlines)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the site that was made: its key (empty: it is made each time) and its bytes.

    `notes` and `marks`: of an article's page, what is to be noted, and the marks of its passages.
    """

    path: str
    key: Key
    data: bytes
    notes: bytes = b""
    marks: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """Files that a chunk put on the stage. The notes of an article's page are the notices on its translation, packed.

    `peak`: bytes of memory that the worker has held at most. `beside`: how many of the files are beside others.
    """

    files: tuple[Made, ...]
    peak: int
    beside: int = 0


def read_articles(site: Site, sources: Sequence[Wanted]) -> Found:
    """Read a chunk of sources to the light records that stay in memory."""
    return Found(rows=tuple(_read(site, source) for source in sources), peak=peak_memory())


def _read(site: Site, source: Wanted) -> Read:
    # The stamp is taken first: a file that changes meanwhile has another one than the next build will find.
    stamp = stamp_of(*article_files(site.content, source.path))
    written = read_written(site.content, source.path, site.largest_article)
    digest = written.digest
    return Read(source.path, stamp, digest, b"" if digest == source.known else _facts(written.article))


def _facts(read: Article | tuple[Problem, ...]) -> bytes:
    if not isinstance(read, Article):
        return packed_facts(None, read)
    return packed_facts(entry_of(read), open_problems(read, (*read.problems, *assess(read))))


def make_articles(job: Job, places: Sequence[Place]) -> Staged:
    """Make the pages of a chunk of articles and what is beside them, and say what is to be noted of them."""
    renew(job.build)
    staged = put_files(job.stage, (file for place in places for file in _files(job, place)))
    return replace(staged, beside=len(staged.files) - len(places))


def beside(site: Site, place: Place) -> Sequence[str]:
    """List the files that are made with the page of an article: its record, where it has one."""
    path = cite.record_path(site, place.entry)
    return (path,) if path else ()


def make_indexes(job: Job, pages: Sequence[IndexPage]) -> Staged:
    """Make a chunk of index pages."""
    renew(job.build)
    return put_files(
        job.stage, (File(path=page.path, key=page.key, data=render_index(job.site, page)) for page in pages)
    )


def put_files(stage: Stage, files: Iterable[File]) -> Staged:
    """Put files on the stage as they are made."""
    made = tuple(
        Made(file.path, file.key, len(file.data), stage.put(file.path, file.data), file.notes, file.marks)
        for file in files
    )
    return Staged(files=made, peak=peak_memory())


def entry_of(article: Article) -> Entry:
    """Take from an article what indexes, ledger and search.json need."""
    return Entry(
        source=article.source,
        date=article.date,
        page=article.page,
        section=article.section,
        order=article.order,
        headline=article.headline,
        author=article.author,
        column=article.column,
        digest=digest(article.zh or article.en),
        pinned=article.pinned,
        agency=agency_of(article.zh),
    )


def digest(blocks: Sequence[Block]) -> str:
    """Hash a text so that its article is known again after its headline, layout or translation changed."""
    body = [block.text for block in blocks if block.kind != "headline"] or [block.text for block in blocks]
    return blake2b(squeeze("".join(body)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def note_articles(site: Site, vocabulary: Vocabulary, places: Sequence[Place]) -> tuple[Noted, ...]:
    """Say what is to be noted of a chunk of articles, and make nothing."""
    works = (work_of(site, vocabulary, place) for place in places)
    return tuple(Noted(card=card_of(work.entry), packed=packed(work.notices)) for work in works if work.notices)


def _files(job: Job, place: Place) -> Iterator[File]:
    """Make the page of an article, and its record."""
    site, work = job.site, work_of(job.site, job.vocabulary, place)
    notes = packed(work.notices) if work.notices else b""
    page, key = article_page(site, work), place.key_with(work.marks)
    yield File(path=place.path, key=key, data=page, notes=notes, marks=work.marks.encode())
    for path in beside(site, place):
        data = cite.record_file(site, place.entry, abstract(work.article, site.languages))
        yield File(path=path, key=key, data=data)


def work_of(site: Site, vocabulary: Vocabulary, place: Place) -> ArticleWork:
    """Read an article and pair it: everything that its page, or a record of it, is made of.

    Raises `Halt` where its file is another one than its entry was made from.
    """
    written = read_written(site.content, place.entry.source, site.largest_article)
    article = written.article
    if written.digest != place.digest or not isinstance(article, Article):
        message = "the file was changed while the site was being built"
        raise Halt([problem(str(site.content / place.entry.source), 0, "file-changed", message)])
    paired = pair(article, vocabulary)
    said = notices(article, paired, site.notices.leave_out)
    passages, said, marks = numbered(paired, said, place.past.passages)
    return ArticleWork(
        article=article,
        passages=passages,
        notices=said,
        marks=marks,
        former=place.past.headlines,
        entry=place.entry,
        previous=place.previous,
        next=place.next,
    )
