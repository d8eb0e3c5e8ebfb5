"""An article from its file and that of its corrections."""

from collections.abc import Iterable
from pathlib import Path

from duizhao.corrections import corrected
from duizhao.model import Article, Correction, Source
from duizhao.parse import parse_article, parse_corrections
from duizhao.problems import Problem
from duizhao.sources import read_corrections, read_source


def read_article(content: Path, path: str, largest: int) -> Article | tuple[Problem, ...]:
    """Read the article at `path` below `content`; neither of its files may have more than `largest` bytes.

    Returns:
        The article; or, where it cannot be published, why. What is wrong with its corrections is among its problems.
    """
    source = read_source(content, path, largest)
    article = parse_article(source) if isinstance(source, Source) else (source,)
    return corrected(article, _beside(content, path, largest)) if isinstance(article, Article) else article


def _beside(content: Path, path: str, largest: int) -> Iterable[Correction | Problem]:
    found = read_corrections(content, path, largest)
    if found is None:
        return ()
    return parse_corrections(found) if isinstance(found, Source) else (found,)
