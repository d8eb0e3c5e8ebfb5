"""What workers do with a chunk: read articles to entries, make article pages, make index pages.

Functions here take and give plain records, so that they run in any process, on this machine or another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from duizhao.align import BUILT_IN, Vocabulary, pair
from duizhao.article_page import ArticleWork, Neighbour, article_page
from duizhao.articles import read_article
from duizhao.assess import Noted, Packed, assess, notices, open_problems, packed
from duizhao.codes import Severity
from duizhao.indexes import IndexPage, render_index
from duizhao.model import Article, Block, Entry
from duizhao.problems import Halt, Problem, problem
from duizhao.progress import peak_memory
from duizhao.publish import Stage
from duizhao.render import renew
from duizhao.settings import Site
from duizhao.text import squeeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What all chunks of a build have in common. `build`: a name that no other build has."""

    site: Site
    stage: Stage
    build: str
    vocabulary: Vocabulary = BUILT_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What sources hold, and what is wrong with them; paths are those below the content folder.

    `peak`: bytes of memory that the worker has held at most.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    peak: int = 0

    @property
    def refused(self) -> frozenset[str]:
        """The paths of sources that cannot be published."""
        return frozenset(found.path for found in self.problems if found.severity is Severity.REFUSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article that is to be made, and its neighbours in the paper's order."""

    entry: Entry
    previous: Neighbour | None
    next: Neighbour | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Files that a chunk put on the stage: their paths below the site's root, and their size together.

    `peak`: bytes of memory that the worker has held at most. `noted`: permalinks of articles with notices on their
    translation, and the notices, packed.
    """

    paths: tuple[str, ...]
    bytes: int
    peak: int
    noted: tuple[tuple[str, Packed], ...] = ()


def read_articles(site: Site, paths: Sequence[str]) -> Reading:
    """Read a chunk of sources to the light records that stay in memory."""
    read = [read_article(site.content, path, site.largest_article) for path in paths]
    return Reading(
        entries=tuple(entry_of(article) for article in read if isinstance(article, Article)),
        problems=tuple(found for one in read for found in _problems(one)),
        peak=peak_memory(),
    )


def make_articles(job: Job, places: Sequence[Place]) -> Made:
    """Make the pages of a chunk of articles, and say what is to be noted of them."""
    renew(job.build)
    noted: list[tuple[str, Packed]] = []
    return replace(put_files(job.stage, _pages(job, places, noted)), noted=tuple(noted))


def make_indexes(job: Job, pages: Sequence[IndexPage]) -> Made:
    """Make a chunk of index pages."""
    renew(job.build)
    return put_files(job.stage, ((page.path, render_index(job.site, page)) for page in pages))


def put_files(stage: Stage, files: Iterable[tuple[str, bytes]]) -> Made:
    """Put files on the stage as they are made."""
    paths, size = [], 0
    for path, data in files:
        stage.put(path, data)
        paths.append(path)
        size += len(data)
    return Made(paths=tuple(paths), bytes=size, peak=peak_memory())


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
    )


def digest(blocks: Sequence[Block]) -> str:
    """Hash a text so that its article is known again after its headline, layout or translation changed."""
    body = [block.text for block in blocks if block.kind != "headline"] or [block.text for block in blocks]
    return blake2b(squeeze("".join(body)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _problems(read: Article | tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(open_problems(read, (*read.problems, *assess(read)))) if isinstance(read, Article) else read


def note_articles(site: Site, vocabulary: Vocabulary, entries: Sequence[Entry]) -> tuple[Noted, ...]:
    """Say what is to be noted of a chunk of articles, and make nothing."""
    works = (_work(site, vocabulary, Place(entry=entry, previous=None, next=None)) for entry in entries)
    return tuple(Noted(entry=work.entry, packed=packed(work.notices)) for work in works if work.notices)


def _pages(job: Job, places: Iterable[Place], noted: list[tuple[str, Packed]]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of articles; adds what is to be noted of each."""
    for place in places:
        work = _work(job.site, job.vocabulary, place)
        yield place.entry.permalink, article_page(job.site, work)
        if work.notices:
            noted.append((place.entry.permalink, packed(work.notices)))


def _work(site: Site, vocabulary: Vocabulary, place: Place) -> ArticleWork:
    article = read_article(site.content, place.entry.source, site.largest_article)
    if not isinstance(article, Article) or entry_of(article) != replace(place.entry, permalink=""):
        message = "the file was changed while the site was being built"
        raise Halt([problem(str(site.content / place.entry.source), 0, "file-changed", message)])
    passages = pair(article, vocabulary)
    return ArticleWork(
        article=article,
        passages=passages,
        notices=notices(article, passages, site.notices.leave_out),
        entry=place.entry,
        previous=place.previous,
        next=place.next,
    )
