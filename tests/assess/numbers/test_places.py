"""In an article each disagreement is found in its sentence; numbers that moved are none."""

from duizhao.align import pair
from duizhao.assess.numbers.places import Located, located
from duizhao.model import Passage
from tests.align.test_passages import article, blocks

BUILT = "工人们一九五三年修好了这座大桥，大桥全长三百二十公尺。"
CAME = "两千多人前来观看第一列火车通过，大家都很高兴。"
BUILT_IN_ENGLISH = "Workers repaired this big bridge in 1953, and the bridge is {} meters long."
CAME_IN_ENGLISH = "More than {} people came to see the first train cross, and all were very glad."


def places(*passages: Passage) -> list[tuple[int, int, str, str]]:
    return [(one.passage, one.bead, one.found.zh, one.found.en) for one in located(passages)]


def passages_of(zh: list[str], en: list[str]) -> tuple[Passage, ...]:
    return pair(article(blocks(*zh), blocks(*en)))


def test_a_disagreement_is_found_in_its_sentence() -> None:
    passages = passages_of([BUILT + CAME], [f"{BUILT_IN_ENGLISH.format(320)} {CAME_IN_ENGLISH.format('20,000')}"])
    assert places(*passages) == [(1, 1, "两千多", "20,000")]


def test_its_places_are_those_of_its_blocks() -> None:
    zh, en = [BUILT, CAME], [BUILT_IN_ENGLISH.format(32), CAME_IN_ENGLISH.format("2,000")]
    first, second = blocks(*zh), blocks(*en)
    passage = pair(article(first[:1], second[:1]))[0]
    [one] = located([passage])
    assert isinstance(one, Located)
    assert (one.zh_block, one.en_block) == (0, 0)
    assert BUILT[one.found.zh_start :].startswith("三百二十")
    assert en[0][one.found.en_start :].startswith("32 meters")


def test_a_number_in_the_sentence_beside_agrees() -> None:
    zh = "全厂有工人一千二百人。他们在七月五日开工。"
    en = "On July 5 the whole factory with its 1,200 workers made a start. They all began on that day."
    assert places(*passages_of([zh], [en])) == []


def test_what_another_passage_says_is_not_left_out() -> None:
    zh = ["新桥通车，全长三百二十公尺。", "工人们在白河上修好了一座大桥。"]
    en = [
        "The new bridge opens to traffic for everybody.",
        "Workers built a bridge of 320 meters over the White River.",
    ]
    assert places(*passages_of(zh, en)) == []
    assert places(*passages_of(zh, [en[0], "Workers built a big bridge over the White River."])) == [
        (1, 0, "三百二十", "")
    ]


def test_a_sentence_without_a_partner_is_not_told_number_by_number() -> None:
    zh = BUILT + "大桥用了钢材五千六百吨，水泥八千九百吨，木材一千三百根。" + CAME
    en = f"{BUILT_IN_ENGLISH.format(320)} {CAME_IN_ENGLISH.format('2,000')}"
    assert places(*passages_of([zh], [en])) == []


def test_a_headline_may_leave_out_what_the_text_says_nearly() -> None:
    zh = ["两百多条水渠一千多里", "全县修好二百零七条水渠，共长一千四百三十里。"]
    en = ["The County Has Its Canals", "The whole county repaired 207 canals with a length of 1,430 li."]
    assert places(*passages_of(zh, en)) == []
