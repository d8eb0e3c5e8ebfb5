"""The notices of an archive, held in few bytes: a hundred an article, where the records would be five times that."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import TypeAlias

from duizhao.entries import Card
from duizhao.model import Entry, Notice
from duizhao.problems import Problem, problem

Packed: TypeAlias = bytes
"""The notices of an article, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """An article of whose translation something is to be said."""

    card: Card
    packed: Packed

    @property
    def entry(self) -> Entry:
        """The article."""
        return self.card.entry

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be said, by passage."""
        return tuple(
            Notice(code=code, passage=passage, sentence=sentence, line=line, zh=zh, en=en)
            for code, passage, sentence, line, zh, en in json.loads(self.packed)
        )


def packed(notices: Iterable[Notice]) -> Packed:
    """Write notices so that `Noted` reads them again."""
    return json.dumps([astuple(notice) for notice in notices], ensure_ascii=False, separators=(",", ":")).encode()


def told(path: str, notice: Notice) -> Problem:
    """Say a notice as a problem of its source, for whoever mends it. `path`: the source, as the user knows it."""
    quotes = [f"“{text}”" for text in (notice.zh, notice.en) if text]
    place = f"passage {notice.passage}" if notice.passage else "the article"
    return problem(path, notice.line, notice.code, f"{place}: {' – '.join(quotes)}")
