"""The benchmark searches a site as a reader does."""

from playwright.sync_api import Browser

from bench.browser import Answer, Searches, lines, measured
from tests.built_site import BuiltSite


def test_every_query_from_a_text_finds_something_and_costs_something(browser: Browser, built: BuiltSite) -> None:
    found = measured(browser, built.output, 1)
    assert len(found.answers) == 8
    for answer in found.answers:
        assert answer.first is not None, answer.asked
        assert answer.last is not None
        assert 0 < answer.first <= answer.last
    assert found.first_requests > 10
    assert found.answers[0].bytes
    assert found.heap > 1_000_000


def test_medians_and_worst_cases_are_told_and_what_was_not_found() -> None:
    figures = ((100.0, 150.0, 2, 3000), (120.0, 250.0, 4, 5000), (110.0, 170.0, 3, 4000))
    answers = [
        Answer(kind="a", asked="甲", first=first, last=last, requests=requests, bytes=size)
        for first, last, requests, size in figures
    ]
    answers.append(Answer(kind="b", asked="乙", first=None, last=None, requests=1, bytes=0))
    site = Searches(articles=5, first_requests=30, first_bytes=50_000, answers=tuple(answers), heap=6_000_000)
    told = list(lines(site))
    assert told[2].split() == ["a", "110", "120", "170", "250", "3", "4", "5"]
    assert told[-1] == "NOTHING FOUND for 乙"
