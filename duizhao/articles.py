"""An article from its file and that of its corrections."""

from dataclasses import dataclass
from pathlib import Path

from duizhao.cache import Key, key_of
from duizhao.corrections import corrected
from duizhao.model import Article, Source
from duizhao.parse import parse_article, parse_corrections
from duizhao.problems import Problem
from duizhao.sources import read_corrections, read_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands in an article's file and, if there is one, in that of its corrections; or why it cannot be read."""

    source: Source | Problem
    beside: Source | Problem | None

    @property
    def digest(self) -> Key:
        """Digest all of it: the same digest at the same path gives the same article."""
        return key_of(*_parts(self.source), *(_parts(self.beside) if self.beside else ()))

    @property
    def article(self) -> Article | tuple[Problem, ...]:
        """The article; or, where it cannot be published, why. Faults of its corrections are among its problems."""
        found = parse_article(self.source) if isinstance(self.source, Source) else (self.source,)
        if not isinstance(found, Article) or self.beside is None:
            return corrected(found, ()) if isinstance(found, Article) else found
        return corrected(found, parse_corrections(self.beside) if isinstance(self.beside, Source) else (self.beside,))


def read_written(content: Path, path: str, largest: int) -> Written:
    """Read the files of the article at `path` below `content`; neither may have more than `largest` bytes."""
    source = read_source(content, path, largest)
    return Written(source=source, beside=read_corrections(content, path, largest))


def read_article(content: Path, path: str, largest: int) -> Article | tuple[Problem, ...]:
    """Read the article at `path` below `content`, likewise."""
    return read_written(content, path, largest).article


def _parts(read: Source | Problem) -> tuple[str, str]:
    return ("text", read.text) if isinstance(read, Source) else ("problem", str(read))
