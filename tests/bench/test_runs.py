"""What is made of measured runs: medians, ratios, tables; and which part of the program a moment belongs to."""

from dataclasses import replace

import pytest

from bench.measured import Cost, Size
from bench.parts import OTHER, PARTS, START_UP, part
from bench.runs import CLEAN, EDITED, FLOOR, HUGO, HUGO_PAGEFIND, INDEXLESS, UNCHANGED, Run, lines, medians, ratios
from tests.test_architecture import ORDER


def a_run(articles: int, name: str, wall: float, memory: int = 0) -> Run:
    cost = Cost(wall=wall, cpu=2 * wall, memory=memory)
    return Run(articles=articles, name=name, cost=cost, size=Size(files=articles, bytes=10 * articles))


RUNS = [
    a_run(1_000, CLEAN, 4.0, 100_000_000),
    a_run(1_000, UNCHANGED, 1.0),
    a_run(1_000, EDITED, 2.0),
    a_run(1_000, FLOOR, 0.5),
    a_run(1_000, HUGO, 0.8),
    a_run(1_000, INDEXLESS, 2.4),
    a_run(1_000, HUGO_PAGEFIND, 1.6),
    a_run(3_000, CLEAN, 18.0, 160_000_000),
    a_run(3_000, UNCHANGED, 9.0),
]


@pytest.mark.parametrize(
    ("name", "articles", "value"),
    [
        (f"{CLEAN} / {HUGO}", 1_000, 5.0),
        (f"{CLEAN} / {HUGO_PAGEFIND}", 1_000, 2.5),
        (f"{CLEAN} / {FLOOR}", 1_000, 8.0),
        (f"{INDEXLESS} / {HUGO}", 1_000, 3.0),
        (f"{UNCHANGED} / {CLEAN}", 1_000, 0.25),
        (f"{EDITED} / {CLEAN}", 1_000, 0.5),
        (f"{CLEAN}: ms an article", 1_000, 4.0),
        (f"{CLEAN}: ms an article", 3_000, 6.0),
        (f"{CLEAN}: an article / that of 1,000 articles", 3_000, 1.5),
        (f"{CLEAN}: kB of memory for each article beyond 1,000", 3_000, 30.0),
        (f"{CLEAN} / {HUGO}", 3_000, None),
        (f"{UNCHANGED} / {CLEAN}", 3_000, 0.5),
    ],
)
def test_ratios_are_those_of_the_runs_and_none_where_a_run_is_missing(
    name: str, articles: int, value: float | None
) -> None:
    found = {(ratio.name, ratio.articles): ratio.value for ratio in ratios(RUNS)}
    assert found[name, articles] == (value if value is None else pytest.approx(value))


def test_ratios_are_those_of_processor_time_too() -> None:
    twice = [*RUNS[:4], replace(RUNS[4], cost=Cost(wall=0.8, cpu=0.8, memory=0))]
    found = {ratio.name: ratio for ratio in ratios(twice)}
    assert found[f"{CLEAN} / {HUGO}"].processor == pytest.approx(10.0)
    assert found[f"{CLEAN}: ms an article"].processor == pytest.approx(8.0)
    assert found[f"{CLEAN} / {HUGO_PAGEFIND}"].processor is None


def test_of_runs_that_are_repeated_the_median_of_each_figure_counts() -> None:
    walls = (5.0, 1.0, 2.0)
    repeated = [one for wall in walls for one in (a_run(10, CLEAN, wall, round(wall)), a_run(10, HUGO, wall + 1))]
    assert medians(repeated) == [a_run(10, CLEAN, 2.0, 2), a_run(10, HUGO, 3.0)]


def test_the_table_has_a_line_for_each_run_and_each_ratio() -> None:
    said = list(lines(RUNS))
    assert sum(line.startswith(f"{CLEAN}  ") for line in said) == 2
    assert len([line for line in said if line]) == len(RUNS) + 2 * 2 + 1 + len(list(ratios(RUNS)))
    assert next(line for line in said if line.startswith(f"{CLEAN} / {HUGO}  ") and "3,000" in line).split()[-2:] == [
        "–",
        "–",
    ]


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        (("duizhao.cli", "duizhao.pipeline", "duizhao.tasks", "duizhao.align.beads"), "pairing"),
        (("duizhao.tasks", "duizhao.article_page", "duizhao.render", "jinja2.runtime"), "rendering"),
        (("duizhao.tasks", "duizhao.indexes.pages", "duizhao.render", "jinja2.runtime"), "indexes and lists"),
        (("duizhao.tasks", "duizhao.assess", "duizhao.align"), "notices"),
        (("duizhao.tasks", "duizhao.assess", "importlib._bootstrap", "pypinyin"), START_UP),
        (("duizhao.cli", "duizhao.pipeline"), OTHER),
        (("runpy", "bench.parts"), OTHER),
        ((), OTHER),
    ],
)
def test_a_moment_belongs_to_the_outermost_part(modules: tuple[str, ...], expected: str) -> None:
    assert part(iter(modules)) == expected


def test_the_parts_name_modules_that_there_are() -> None:
    assert {name for names in PARTS.values() for name in names} <= set(ORDER)
