"""Articles and passages to assess, made of a few words."""

from datetime import date

from duizhao.model import Article, Bilingual, Block, BlockKind, Passage


def blocks(*texts: str, kind: BlockKind = "text") -> tuple[Block, ...]:
    return tuple(Block(line=line, text=text, kind=kind) for line, text in enumerate(texts, 1))


def article(
    *, author: tuple[str, str] = ("", ""), headline: tuple[str, str] = ("标题", "Headline"), zh: str = "", en: str = ""
) -> Article:
    """Make an article; each line of a text is a paragraph."""
    return Article(
        source="a.md",
        date=date(1954, 12, 24),
        page=1,
        section=None,
        headline=Bilingual(zh=headline[0] or None, en=headline[1] or None),
        author=Bilingual(zh=author[0] or None, en=author[1] or None),
        column=Bilingual(),
        zh=blocks(*zh.splitlines()),
        en=blocks(*en.splitlines()),
    )


def passages(*pairs: tuple[str, str]) -> list[Passage]:
    """Put texts side by side, the paragraphs of each a line; empty is no paragraph."""
    return [
        Passage(number=number, zh=blocks(*zh.splitlines()), en=blocks(*en.splitlines()))
        for number, (zh, en) in enumerate(pairs, 1)
    ]
