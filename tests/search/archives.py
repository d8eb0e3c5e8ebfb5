"""Archives to search: the site that all tests share, and an invented one of some hundred articles."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.archive import write_archive
from duizhao.cli import main
from duizhao.search import Index, open_index
from tests.search.oracle import Text, read

INVENTED = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A site with its index, and the text and what is listed of each of its articles, by number."""

    index: Index
    texts: tuple[Text, ...]

    def day(self, number: int) -> date:
        return date.fromisoformat(self.index.article(number)["date"])


def archive(output: Path) -> Archive:
    index = open_index(output)
    articles = map(index.article, range(index.articles))
    return Archive(index=index, texts=tuple(read(output / one["url"], *beside(one)) for one in articles))


def beside(article: dict[str, Any]) -> list[str]:
    """Author and column, which the dateline has."""
    return [name for kind in ("author", "column") for name in article.get(kind, {}).values()]


def build_invented(folder: Path, *options: str) -> Path:
    """Build an invented archive unless it stands there; returns the output folder."""
    output = folder / "public"
    if not output.exists():
        write_archive(folder / "content", INVENTED)
        (folder / "site.yaml").write_text("title: An archive\n", encoding="utf-8")
        assert main(["--config", str(folder / "site.yaml"), "--jobs", "1", "--quiet", *options]) == 0
    return output
