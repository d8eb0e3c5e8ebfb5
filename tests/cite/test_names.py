"""Author lines taken apart."""

import pytest
from pypinyin.phrases_dict import phrases_dict

from duizhao.cite import Name
from duizhao.cite.headline_pinyin import romanised
from duizhao.cite.names import authors
from duizhao.model import Bilingual
from duizhao.romanisation import phrases

WANG, LI = Name(family="王", given="小明"), Name(family="李", given="明")
WANG_LATIN, LI_LATIN = Name(family="Wang", given="Xiaoming"), Name(family="Li", given="Ming")


@pytest.mark.parametrize(
    ("zh", "en", "of_zh", "of_en"),
    [
        (None, None, (), ()),
        ("王小明", "Wang Xiaoming", (WANG,), (WANG_LATIN,)),
        ("王小明", "Xiaoming Wang", (WANG,), (WANG_LATIN,)),
        ("王小明", None, (WANG,), (WANG_LATIN,)),
        ("王小明", "None", (WANG,), (WANG_LATIN,)),
        ("王小明　李明", "Wang Xiaoming and Li Ming", (WANG, LI), (WANG_LATIN, LI_LATIN)),
        ("王　明、李　明", None, (Name(family="王", given="明"), LI), (Name(family="Wang", given="Ming"), LI_LATIN)),
        ("新华社记者　王小明", None, (WANG,), (WANG_LATIN,)),
        ("新华社　王小明", None, (Name(family="新华社"), WANG), (Name(family="Xinhua News Agency"), WANG_LATIN)),
        ("欧阳山", "Ouyang Shan", (Name(family="欧阳", given="山"),), (Name(family="Ouyang", given="Shan"),)),
        ("周小山", "Chou Hsiao-shan", (Name(family="周", given="小山"),), (Name(family="Chou", given="Hsiao-shan"),)),
        ("本报评论员", "Our Commentator", (Name(family="本报评论员"),), (Name(family="Our Commentator"),)),
        (None, "Jean Miller", (Name(family="Miller", given="Jean"),), (Name(family="Miller", given="Jean"),)),
        ("河谷　米勒", None, (Name(family="河谷"), Name(family="米勒")), (Name(family="河谷"), Name(family="米勒"))),
        ("高米勒", "Jean Gaumiller", (Name(family="高米勒"),), (Name(family="Gaumiller", given="Jean"),)),
        ("王小明（河谷县）", "Wang Xiaoming (Hegu County)", (WANG,), (WANG_LATIN,)),
    ],
)
def test_author_lines(zh: str | None, en: str | None, of_zh: tuple[Name, ...], of_en: tuple[Name, ...]) -> None:
    assert authors(Bilingual(zh=zh, en=en)) == Bilingual(zh=of_zh, en=of_en)


def test_the_agency_of_the_dateline_stands_in_where_nobody_signs() -> None:
    agency = Bilingual(zh=(Name(family="新华社"),), en=(Name(family="Xinhua News Agency"),))
    assert authors(Bilingual(), "新华社") == agency
    assert authors(Bilingual(zh="王小明"), "新华社").zh == (WANG,)


@pytest.mark.parametrize(
    ("headline", "pinyin"),
    [
        ("新桥通车", "Xin qiao tongche"),
        ("各地积极创造条件", "Ge di jiji chuangzao tiaojian"),
        ("女工来信", "Nügong laixin"),
        ("丰收　河谷来信", "Fengshou: he gu laixin"),
        ("“双十一”之后——西安来信（二）", "“Shuang shi yi” zhi hou—xi’an laixin (er)"),
        ("1954年的GDP", "1954 nian de GDP"),
        ("修桥、铺路", "Xiu qiao, pulu"),
    ],
)
def test_headlines_in_pinyin(headline: str, pinyin: str) -> None:
    assert romanised(headline) == pinyin


def test_words_keep_the_readings_that_pypinyin_has_first() -> None:
    read = {word: syllables.decode().split() for word, syllables in phrases().items()}
    assert read == {word: [readings[0] for readings in of_word] for word, of_word in phrases_dict.items()}
