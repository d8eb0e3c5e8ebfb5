"""Whether an English title translates the Chinese headline, or was made of a caption or of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from duizhao.align.passages import is_head
from duizhao.model import Article, Passage
from duizhao.text import HAN


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleOfText:
    """An English title that stands in the translation's text instead of translating the headline; both verbatim.

    `passage`: where its words stand.
    """

    passage: int
    zh: str
    en: str


# Headlines that say what kind of item follows and nothing of this one, and the English words for the kind.
_KINDS: Final = tuple(
    (re.compile(kind), re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        ("(?:新闻)?(?:图片|照片|摄影)(?:新闻|报道)?", "pictur|photo|image|illustrat|snapshot"),
        (
            "漫画|插图|国画|木刻|速写|剪纸|年画",
            "cartoon|caricatur|comic|illustrat|paint|wood|sketch|cut|paper|pictur|draw",
        ),
        (
            r"\w{0,6}(?:简讯|短讯|简明新闻|简报|短波|点滴|动态|新闻|消息)",
            "news|brief|bulletin|dispatch|short|digest|report|round|snippet|item|note|develop|trend|inform|updat|summar",
        ),
        (
            "信箱|读者来信|来信(?:摘要|摘登|综述)?|来函照登|复信",
            "letter|mail|reader|correspond|reply|repl|answer|question",
        ),
        ("(?:毛主席)?语录", "quot|saying|instruct|chairman|mao"),
        (
            r"(?:\w{0,4}诗|词|\w{0,4}民歌|歌谣|七律|七绝|五律|五绝)[一二两三四五六七八九十]{0,2}[首章则]?",
            "poe|verse|lyric|song|ballad|prose|regulat|quatrain|stanza|line",
        ),
        ("启事|通知|公告|更正|广告|预告|编者按|按语", "notice|notif|announc|correct|errat|advert|preview|note|editor"),
    )
)
_LATER_BRACKET: Final = re.compile(r"[（(][^（）()]*[）)]\Z")
_WORD: Final = re.compile(r"\w+")
_SMALL_WORDS: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "s", "the", "to", "with")
)
# A title may be a free translation: it is too long only if it has far more than the headline can hold.
_SHORT_HEADLINE: Final = 8
_FREE: Final = 32
_FREE_OF_EACH: Final = 10
_FEWEST_WORDS: Final = 2
_FEWEST_WORDS_OF_LONG: Final = 6
_STANDING: Final = 0.85
_FIRST: Final = 3


def title_of_text(article: Article, passages: Sequence[Passage]) -> TitleOfText | None:
    """Look for the words of the English title in the first passages, if it is no translation of the headline.

    It is none, where the headline says only what kind of item this is and the title does not say so, or where the
    headline is short and the title several times as long as any translation of it.
    """
    zh, en = article.headline.zh or "", article.headline.en or ""
    fewest = _fewest_words(zh, en) if zh and en else 0
    words = {word for word in _WORD.findall(en.casefold()) if word not in _SMALL_WORDS} if fewest else set()
    if not fewest or len(words) < fewest:
        return None
    texts = [passage for passage in passages if passage.en and not is_head(passage)]
    for passage in texts[:_FIRST]:
        there = words.intersection(_WORD.findall("\n".join(block.text for block in passage.en).casefold()))
        if len(there) >= _STANDING * len(words):
            return TitleOfText(passage=passage.number, zh=zh, en=en)
    return None


def _fewest_words(headline: str, title: str) -> int:
    """Say how many words of the title the text has to have, to prove that it comes from there; 0: it translates."""
    plain = _LATER_BRACKET.sub("", headline).strip() or headline
    for kind, words in _KINDS:
        if kind.fullmatch(plain):
            return 0 if words.search(title) else _FEWEST_WORDS
    han = len(HAN.findall(plain))
    is_long = han <= _SHORT_HEADLINE and len(title) > _FREE + _FREE_OF_EACH * han
    return _FEWEST_WORDS_OF_LONG if is_long else 0
