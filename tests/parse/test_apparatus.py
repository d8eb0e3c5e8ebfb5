"""What the translator added: headings, rows, rubrics, and where a section above the text ends."""

import pytest

from duizhao.model import Apparatus, Term
from duizhao.parse.rows import Row, rows
from tests.parse.writing import article, texts, whole


def parts(english: str) -> tuple[list[str], tuple[Apparatus, ...]]:
    parsed = article(whole(english=english))
    return texts(parsed.en), parsed.apparatus


@pytest.mark.parametrize(
    ("line", "kind", "heading"),
    [
        ("**Named Entities**", "entities", "Named Entities"),
        ("**Named Entities:**", "entities", "Named Entities:"),
        ("**Named Entities**:", "entities", "Named Entities:"),
        ("### named entities", "entities", "named entities"),
        ("    NAMED  ENTITIES：", "entities", "NAMED  ENTITIES："),
        ("Glossary", "glossary", "Glossary"),
        ("__Summary__", "summary", "Summary"),
        ("## Summary ##", "summary", "Summary"),
    ],
)
def test_a_section_is_known_by_its_heading(line: str, kind: str, heading: str) -> None:
    body, [part] = parts(f"\nText.\n\n{line}\n\n白河    White River\n")
    assert (body, part.kind, part.heading, part.line) == (["Text."], kind, heading, 8)
    if kind == "summary":
        assert (texts(part.blocks), part.terms) == (["白河    White River"], ())
    else:
        assert part.terms == (Term(line=10, term="白河", gloss="White River"),)


def test_a_sentence_about_a_summary_is_no_heading() -> None:
    assert parts("\nSummary of the year: good.\n\nThe Named Entities\n")[1] == ()


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("白河    White River", ("白河", "", "White River")),
        ("白河\tWhite River", ("白河", "", "White River")),
        ("白河\\tWhite River", ("白河", "", "White River")),
        ("白河 \t  White River", ("白河", "", "White River")),
        ("白河   Bái Hé (White River)", ("白河", "", "Bái Hé (White River)")),
        ("白河 Bái Hé (White River)", ("白河", "", "Bái Hé (White River)")),
        ("白河 “White”", ("白河", "", "“White”")),
        ('《白河 之歌》  "Song of the White River"', ("《白河 之歌》", "", '"Song of the White River"')),
        ("白河专区  桥梁处  Bridge Office", ("白河专区  桥梁处", "", "Bridge Office")),
        ("白河    河北的一条河", ("白河", "", "河北的一条河")),
        ("白河 - White River", ("白河", "-", "White River")),
        ("白河 – White River", ("白河", "–", "White River")),
        ("白河——White River", ("白河", "——", "White River")),
        ("白河: White River", ("白河", ":", "White River")),
        ("白河：White River", ("白河", "：", "White River")),
        ("白河  ： White River", ("白河", "：", "White River")),
        ("T恤  T-shirt: cotton", ("T恤", "", "T-shirt: cotton")),
        ("- 白河: White River", ("白河", ":", "White River")),
        ("3. 白河    White River", ("白河", "", "White River")),
        ("**白河**: White River", ("白河", ":", "White River")),
        ("**白河：** White River", ("白河", "：", "White River")),
        ("白河    White River<br>", ("白河", "", "White River")),
        ("白河    White River <br /> <BR>", ("白河", "", "White River")),
        ("白河    White <br> River", ("白河", "", "White <br> River")),
    ],
)
def test_a_row_is_a_word_and_its_gloss(line: str, row: tuple[str, str, str]) -> None:
    assert rows(line) == [Row(*row)]


def test_several_rows_may_stand_on_one_line() -> None:
    assert rows("白河    White River<br>林木    Lin Mu<br>") == [
        Row("白河", "", "White River"),
        Row("林木", "", "Lin Mu"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "白河",
        "White River    白河",
        "The river of 白河  is wide",
        "白河：",
        "<br>",
        "",
        "：White",
        "桥" * 61 + "  bridge",
        "白河  " + "x" * 1_000,
    ],
)
def test_what_is_no_pair_is_no_row(line: str) -> None:
    assert rows(line) == []


def test_rubrics_stand_above_their_rows() -> None:
    _, [part] = parts(
        "\nText.\n\n**Glossary**\n\n一桥    first\n\n**Places**\n\n白河    White River\n\n\n"
        "People:<br>\n林木    Lin Mu\n方舟    Fang Zhou\n#### Terms\n桥    bridge\n**其他：**\n河    river\n"
    )
    assert [(term.term, term.group) for term in part.terms] == [
        ("一桥", None),
        ("白河", "Places"),
        ("林木", "People:"),
        ("方舟", "People:"),
        ("桥", "Terms"),
        ("河", "其他："),
    ]
    assert part.blocks == ()


def test_what_is_neither_row_nor_rubric_is_a_block_of_its_section() -> None:
    _, [part] = parts(
        "\nText.\n\n**Named Entities**\n\nThese names occur.\n白河    White River\n\nRiver    Bái\n其他\n"
        "林木    Lin Mu<br>\nend<br>\n"
    )
    assert texts(part.blocks) == ["These names occur.", "River    Bái", "其他", "end"]
    assert [(term.line, term.term) for term in part.terms] == [(11, "白河"), (15, "林木")]


def test_sections_below_the_text_go_on_to_the_next() -> None:
    body, found = parts(
        "\nText.\n\n**Summary**\n\nOne.\n\nTwo.\n\n**Named Entities**\n\n白河    White River\n\n**Glossary**\n"
    )
    assert body == ["Text."]
    assert [(part.kind, texts(part.blocks), len(part.terms)) for part in found] == [
        ("summary", ["One.", "Two."], 0),
        ("entities", [], 1),
        ("glossary", [], 0),
    ]


@pytest.mark.parametrize("title", [[], ["A New Bridge"]])
def test_sections_above_the_text_end_where_it_begins(title: list[str]) -> None:
    body, found = parts(
        "\n".join(["", *title, "**Summary**"])
        + "\n\nA bridge.\n\n**Glossary**\n\n**Places**\n白河    White River\n\n\nThe text.\n\nMore.\n\n"
        "**Named Entities**\n\n林木    Lin Mu\n\nA note.\n"
    )
    assert body == [*title, "The text.", "More."]
    assert [(part.kind, texts(part.blocks), len(part.terms)) for part in found] == [
        ("summary", ["A bridge."], 0),
        ("glossary", [], 1),
        ("entities", ["A note."], 1),
    ]
