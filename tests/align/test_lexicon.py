"""Words that Chinese and English share: the file, the stemmer, what is found."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.align.lexicon import FILE, Lexicon, stem
from duizhao.align.lexicon_file import faults
from duizhao.align.vocabulary import lexicon

LINES = FILE.read_text(encoding="utf-8").splitlines()


def named_zh(held: Lexicon, text: str) -> frozenset[str]:
    """The names of all words that a Chinese text holds."""
    return frozenset().union(*(held.words[word] for word in held.words_zh(text)))


def test_the_file_has_no_fault() -> None:
    assert list(faults(LINES)) == []


FAULTS = [
    ("党 party", "there is no tab"),
    ("党", "there is no tab"),
    ("party\t党", "“party” is not Chinese"),
    (" 党\tparty", "“ 党” is not Chinese"),
    ("\tparty", "“” is not Chinese"),
    ("党\t", "“” is not one to three small words"),
    ("党\tparty/", "“” is not one to three small words"),
    ("党\tParty", "“Party” is not one to three small words"),
    ("党\tparty ", "“party ” is not one to three small words"),
    ("党\tparty\tthe", "“party\tthe” is not one to three small words"),
    ("党\tthe party of the people", "“the party of the people” is not one to three small words"),
    ("党\t党", "“党” is not one to three small words"),
    ("党\tparty/parties", "“parties” is said twice"),
    ("路\troad", "“路” stands in line 2 already"),
]


@pytest.mark.parametrize(("line", "fault"), FAULTS)
def test_a_fault_is_found_with_its_line(line: str, fault: str) -> None:
    assert (4, fault) in list(faults(["# Roads", "路\tpath", "", line]))


def test_a_good_file_may_hold_headings_and_empty_lines() -> None:
    assert list(faults(["# Roads", "", "路\tpath/long road", "美国\tu.s.", "西安\txi'an"])) == []


def test_it_is_large_enough_to_help_and_small_enough_to_be_read() -> None:
    assert 1_000 <= len(lexicon().words) <= 1_500
    assert len(lexicon().words) == sum("\t" in line for line in LINES)
    assert sum(len(word) > 1 for word in lexicon().words) > 1_000


def test_no_entry_is_lost() -> None:
    """A word gives its own names, and each of its renderings one of them at least."""
    held = lexicon()
    for word, _, renderings in (line.partition("\t") for line in LINES if "\t" in line):
        assert named_zh(held, word) == held.words[word]
        assert [text for text in renderings.split("/") if not held.found_en(text) & held.words[word]] == []


SENTENCES = [
    (
        "政治",
        "党委书记批评了官僚主义。",
        "The secretary of the Party Committee criticized bureaucracy.",
        "party committe",
    ),
    ("合作", "三个互助组成立了合作社。", "Three mutual-aid teams founded a cooperative.", "mutual aid team"),
    (
        "农业",
        "今年小麦产量超过去年。",
        "Wheat output this year exceeded last year's.",
        "wheat,output,this year,last year",
    ),
    ("工业", "钢铁厂超额完成计划。", "The steel plant overfulfilled its plans.", "steel plant,overfulfil,plan"),
    ("外贸", "两国签订贸易协定。", "The two countries signed a trade agreement.", "sign,trade,agreement"),
    ("军事", "游击队包围了敌人。", "Guerrillas surrounded the enemies.", "guerrilla,surround,enemy"),
    ("外交", "大使拜会周恩来总理。", "The Ambassador called on Premier Chou En-lai.", "ambassador,cal on,chou en lai"),
    (
        "外交",
        "大使拜会周恩来总理。",
        "The Ambassador visited Premier Zhou Enlai.",
        "ambassador,visit,zhou enlai,premier",
    ),
    ("人物", "艾森豪威尔访问朝鲜。", "Eisenhower's visit to Korea.", "eisenhower,visit,korea"),
    ("城市", "他在重庆。", "He was in Chungking.", "chungk"),
    ("城市", "他在西安。", "He was in Xi’an.", "xian"),
    ("国名", "苏联政府发表声明。", "The government of the USSR issued a statement.", "ussr,government,issu,statement"),
    ("国名", "美国", "the U.S.", "u s"),
    ("报纸", "新华社记者摄", "Photo by a Hsinhua correspondent", "photo,hsinhua,correspondent"),
    ("诗", "风雨中的花", "Flowers in wind and rain", "flower,wind,rain"),
    ("诗", "雪山上的红太阳", "A Red Sun over the Snow Mountains", "red sun,snow mountain"),
    ("儿童", "妇女和儿童", "women and children", "woman,child"),
    ("空", "的了和在", "The of and in", ""),
    ("空", "", "", ""),
]


@pytest.mark.parametrize(("kind", "chinese", "english", "common"), SENTENCES)
def test_a_sentence_and_its_translation_have_names_in_common(
    kind: str, chinese: str, english: str, common: str
) -> None:
    shared = named_zh(lexicon(), chinese) & lexicon().found_en(english)
    assert set(common.split(",")) - {""} <= shared, kind


STRANGERS = [
    ("下雨了。", "The party committee met."),
    ("小说", "he said"),
    ("计划", "two planes"),
    ("飞机", "two plans"),
    ("单位", "the United Nations"),
    ("新", "no news"),
]


@pytest.mark.parametrize(("chinese", "english"), STRANGERS)
def test_what_says_something_else_has_nothing_in_common(chinese: str, english: str) -> None:
    assert not named_zh(lexicon(), chinese) & lexicon().found_en(english)


SMALL = Lexicon.read(
    "# A few\n人民\tpeople\n人民日报\tpeople's daily\n日报\tdaily\n民\tfolk\n报\tpaper\n"
    "联合国\tunited nations\n联合国大会\tunited nations assembly\n国\tnation\n大会\tassembly"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("人民日报", {"people daily"}),
        ("人民日", {"people"}),
        ("人民日日报", {"people", "daily"}),
        ("日报人民", {"daily", "people"}),
        ("民人民报", {"folk", "people", "paper"}),
        ("联合国大会", {"united nations assembly"}),
        ("联合国", {"united nations"}),
        ("联合国会", {"united nations"}),
        ("联合大会国", {"assembly", "nation"}),
    ],
)
def test_the_longest_chinese_word_counts_and_nothing_inside_it(text: str, names: set[str]) -> None:
    assert named_zh(SMALL, text) == {" ".join(map(stem, name.split())) for name in names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The People's Daily", {"people daily"}),
        ("a people’s daily", {"people daily"}),
        ("daily people", {"daily", "people"}),
        ("PEOPLE", {"people"}),
        ("United Nations", {"united nations"}),
        ("the United Nations Assembly", {"united nations assembly"}),
        ("the united-nations\nassemblies", {"united nations assembly"}),
        ("United Nations; nations", {"united nations", "nation"}),
        ("united", set()),
        ("pe\u0301ople, PÉOPLE", {"people"}),
        ("the peoples' daily", {"people daily"}),
    ],
)
def test_the_longest_english_phrase_counts_and_nothing_inside_it(text: str, names: set[str]) -> None:
    assert SMALL.found_en(text) == {" ".join(map(stem, name.split())) for name in names}


ALIKE = [
    ("plurals", "worker workers worker's"),
    ("plurals", "class classes"),
    ("plurals", "branch branches"),
    ("plurals", "box boxes"),
    ("plurals", "hero heroes"),
    ("plurals", "army armies army's"),
    ("plurals", "tie ties tied"),
    ("plurals", "horse horses"),
    ("plurals", "crisis crises"),
    ("plurals", "man men"),
    ("plurals", "bus buses"),
    ("verbs", "visit visits visited visiting"),
    ("verbs", "plan plans planned planning"),
    ("verbs", "place places placed placing"),
    ("verbs", "increase increases increased increasing"),
    ("verbs", "study studies studied studying"),
    ("verbs", "supply supplies supplied supplying"),
    ("verbs", "add adds added adding"),
    ("verbs", "use uses used using"),
    ("verbs", "agree agrees agreed agreeing"),
    ("verbs", "die dies died dying"),
    ("verbs", "play plays played playing"),
    ("verbs", "fulfil fulfill fulfilled fulfilling fulfils"),
    ("verbs", "rise rises rose risen rising"),
    ("verbs", "build builds built building"),
    ("verbs", "unite unites united uniting unity"),
    ("adverbs", "warm warmly"),
    ("adverbs", "happy happily"),
    ("adverbs", "possible possibly"),
    ("adverbs", "active actively"),
    ("grades", "great greater greatest"),
    ("spelling", "labour labor labours"),
    ("spelling", "labourer laborer"),
    ("spelling", "centre center centres centers"),
    ("spelling", "programme program programmes"),
    ("spelling", "organise organize organised organizing organises"),
    ("spelling", "organisation organization organisations"),
    ("spelling", "defence defense"),
    ("spelling", "yan'an yanan"),
]


@pytest.mark.parametrize(("kind", "forms"), ALIKE)
def test_forms_of_a_word_have_one_stem(kind: str, forms: str) -> None:
    assert len(set(map(stem, forms.split()))) == 1, kind


APART = ["plan plane", "unit unite", "new news", "good goods", "even evening", "arm arms", "king kin", "see seed"]
APART += ["bus bu", "pres press", "car care", "win wine", "custom customs", "cloth clothes", "man mane", "war ware"]


@pytest.mark.parametrize("words", APART)
def test_different_words_have_different_stems(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


BACKWARDS = Lexicon.read("\n".join(reversed(LINES)))
"""The order of the lines does not matter."""

HAN_TEXT = st.text(alphabet="".join(sorted(set("".join(lexicon().words)))) + "，a\U00020000", max_size=60)
ENGLISH_TEXT = st.lists(st.one_of(st.sampled_from(sorted(lexicon().names)), st.text(max_size=8)), max_size=20).map(
    " ".join
)


@given(HAN_TEXT | st.text(max_size=40))
@settings(deadline=None)
def test_what_chinese_names_is_known(text: str) -> None:
    found = named_zh(lexicon(), text)
    assert found <= lexicon().names
    assert found == named_zh(BACKWARDS, text)


@given(ENGLISH_TEXT)
@settings(deadline=None)
def test_what_english_names_is_known(text: str) -> None:
    found = lexicon().found_en(text)
    assert found <= lexicon().names
    assert found == BACKWARDS.found_en(text)


@given(st.lists(st.sampled_from(sorted(lexicon().words)), max_size=12))
@settings(deadline=None)
def test_words_parted_by_marks_are_each_found(words: list[str]) -> None:
    assert named_zh(lexicon(), "，".join(words)) == frozenset().union(*(lexicon().words[word] for word in words))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=15))
@settings(deadline=None)
def test_no_word_is_too_odd_to_stem(word: str) -> None:
    assert stem(word) == stem(word)
    assert len(stem(word)) <= len(word) + 1


def test_it_is_read_once() -> None:
    assert lexicon() is lexicon()


def test_long_texts_stay_cheap() -> None:
    start = perf_counter()
    named_zh(lexicon(), "人民代表大" * 20_000)
    lexicon().found_en("the people's people " * 20_000)
    assert perf_counter() - start < 2
