"""The look-ups of cases.jsonl: how often the right entry is first, among five, and found at all."""

from functools import cache

import pytest

from bot.lookup import Index, build_index
from bot.sheets import read_path
from tests import shared
from tests.lookup.cases import CASES, SHEETS, Case, right

WORTH = [
    pytest.param("content", id="the shipped sheet"),
    pytest.param("ml-cheat-sheet", id="a sheet as people write them", marks=pytest.mark.shared),
]


@cache
def index_of(name: str) -> Index:
    """The index of one of the sheets."""
    sheet = read_path(shared.require(SHEETS[name], "the real sheet"))
    return build_index(sheet.asked, sheet.glossary)


def expecting(name: str) -> list[Case]:
    """The cases of one sheet that have something to find."""
    return [case for case in CASES if case.sheet == name and case.expected]


def places(case: Case, most: int) -> list[tuple[str, int]]:
    """The ids and lines that a look-up brings."""
    hits = index_of(case.sheet).search(case.query, most)
    return [(hit.question.id, hit.question.line) for hit in hits]


def test_there_are_at_least_200_cases() -> None:
    assert sum(case.expected for case in CASES) >= 200


@pytest.mark.parametrize("name", WORTH)
def test_the_right_entry_is_first_in_90_percent(name: str) -> None:
    cases = expecting(name)
    wrong = [case.query for case in cases if not right(case, places(case, 1))]
    assert len(wrong) <= 0.10 * len(cases), wrong


@pytest.mark.parametrize("name", WORTH)
def test_the_right_entry_is_among_five_in_97_percent(name: str) -> None:
    cases = expecting(name)
    missed = [case.query for case in cases if not right(case, places(case, 5))]
    assert len(missed) <= 0.03 * len(cases), missed


@pytest.mark.parametrize("name", WORTH)
def test_nine_of_ten_are_certain_enough_to_be_shown(name: str) -> None:
    cases = expecting(name)
    doubted = [c.query for c in cases if not index_of(name).search(c.query, 1)[:1]]
    doubted += [
        c.query for c in cases for hit in index_of(name).search(c.query, 1) if not hit.found
    ]
    assert len(doubted) <= 0.10 * len(cases), doubted


@pytest.mark.parametrize("name", WORTH)
def test_what_the_sheet_says_nothing_about_is_not_found(name: str) -> None:
    strange = [case.query for case in CASES if not case.expected]
    found = [q for q in strange for hit in index_of(name).search(q, 1) if hit.found]
    assert len(found) <= 0.05 * len(strange), found


def test_what_is_not_found_still_has_something_near() -> None:
    hits = index_of("content").search("vacation policy")
    assert hits
    assert not hits[0].found


@pytest.mark.parametrize("name", WORTH)
def test_no_line_is_found_twice(name: str) -> None:
    for case in expecting(name):
        found = [
            (hit.question.file, hit.question.line) for hit in index_of(name).search(case.query, 20)
        ]
        assert len(found) == len(set(found)), case.query


@pytest.mark.parametrize("name", WORTH)
def test_every_entry_is_found_by_its_title(name: str) -> None:
    index = index_of(name)
    sheet = read_path(SHEETS[name])
    for question in sheet.asked:
        entry = index.entry(question.id)
        assert entry is not None
        assert index.search(entry.title)[0].title == entry.title
