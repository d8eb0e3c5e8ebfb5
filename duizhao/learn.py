"""Words of an archive's own: learned from all its articles, written to a file that a person reads before it counts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from duizhao.align import Vocabulary, vocabulary_of
from duizhao.align.learning import Pair, Tally, learned, tally
from duizhao.articles import read_article
from duizhao.executor import Executor, executor, grouped
from duizhao.model import Article
from duizhao.problems import Halt, problem
from duizhao.progress import Clock, Progress, Quiet
from duizhao.publish import refuse_unwritable, write_whole
from duizhao.settings import Pairing, Site
from duizhao.sources import find_sources

ARTICLES_A_CHUNK: Final = 250
"""A chunk counts by itself, and forgets what it has seen only once."""
MOST_COUNTED: Final = 2_000_000
"""Things that are counted at a time, some 400 MB; above, the rarest are forgotten until half is left."""

HEADER: Final = """\
# Words of this archive and what its translators write for them, for the pairing of sentences. `duizhao learn` adds to
# the end what it finds, and leaves what stands here as it is. Correct a line or delete it; put # before one that is
# wrong, and it will not come back.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What was learned: from how many pairs of sentences how many words, and how many of them are new in the file."""

    sentences: int
    words: int
    new: int


def learn(site: Site, file: Path, jobs: int | None = None, progress: Progress | None = None) -> Lesson:
    """Learn words from all articles, and add to `file` those that it does not have.

    Learned is from pairs that were made with the built-in lexicon, and with the dictionary where the settings ask for
    it, but not with the file itself; so who learns again finds the same. Raises `Halt` where the file cannot be written
    or read, or is no lexicon.
    """
    if not site.content.is_dir():
        raise Halt([problem(str(site.content), 0, "content-missing", "there is no such folder")])
    refuse_unwritable(file, [])
    old = vocabulary_of(Pairing(lexicon=file)).own if file.exists() else HEADER
    vocabulary = vocabulary_of(Pairing(dictionary=site.pairing.dictionary))
    with executor(jobs) as workers:
        count, paths = partial(count_articles, site, vocabulary), find_sources(site.content)[0]
        counted = _counted(count, paths, workers, progress or Quiet())
    words = learned(counted, vocabulary)
    new = _new(old, words)
    write_whole(file, "".join([old, "" if not old or old.endswith("\n") else "\n", *new]).encode())
    return Lesson(sentences=counted.sentences, words=len(words), new=len(new))


def count_articles(site: Site, vocabulary: Vocabulary, paths: Sequence[str]) -> Tally:
    """Count over a chunk of articles; those that cannot be read teach nothing."""
    read = (read_article(site.content, path, site.largest_article) for path in paths)
    return tally((article for article in read if isinstance(article, Article)), vocabulary)


def _counted(
    count: Callable[[Sequence[str]], Tally], paths: Sequence[str], workers: Executor, progress: Progress
) -> Tally:
    """Add up what the chunks have counted."""
    sentences, pairs, forms = 0, Counter[Pair](), Counter[Pair]()
    chunks = list(grouped(paths, ARTICLES_A_CHUNK))
    with Clock(progress=progress).step("learn", len(paths)) as advance:
        for chunk, one in zip(chunks, workers.map(count, chunks), strict=True):
            sentences += one.sentences
            pairs.update(one.pairs)
            forms.update(one.forms)
            pairs, forms = bounded(pairs), bounded(forms)
            advance(len(chunk), 0)
    return Tally(sentences=sentences, pairs=pairs, forms=forms)


def bounded(counts: Counter[Pair], most: int = MOST_COUNTED) -> Counter[Pair]:
    """Forget the rarest things, where there are too many, until at most half of what may be is left."""
    least = 0
    while len(counts) > (most // 2 if least else most):
        least += 1
        counts = Counter({counted: times for counted, times in counts.items() if times > least})
    return counts


def _new(old: str, words: Mapping[str, str]) -> list[str]:
    """Write the rows of words that a lexicon's text does not have, not even behind a `#`."""
    had = {line.lstrip("# ").partition("\t")[0] for line in old.splitlines()}
    return [f"{word}\t{rendering}\n" for word, rendering in words.items() if word not in had]
