"""Numbers in any writing, and when two of them are the same."""

import pytest

from bot.grading import grade, prepare
from bot.grading.reading.profile import amounts_differ, numbers_differ, profile_of
from bot.grading.reading.reading import read
from bot.model.grade import Verdict
from bot.model.question import Item, Mode, Question


def said(text: str) -> list[str]:
    return [word.text for word in read(text).words]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("10,000", ["10000"]),
        ("10.000", ["10000"]),
        ("10k", ["10000"]),
        ("ten thousand", ["10000"]),
        ("1e4", ["10000"]),
        ("0,001", ["0.001"]),
        (".001", ["0.001"]),
        ("10^-3", ["0.001"]),
        ("nineteen eighty-four", ["1984"]),
        ("twenty one", ["21"]),
        ("World War II", ["world", "war", "2"]),
        ("type I error", ["type", "1", "error"]),
        ("fifth", ["5th"]),
        ("5 GB", ["5", "gigabyte"]),
        ("3 by 7", ["3x7"]),
        ("-0.9", ["-0.9"]),
        ("[0,1]", ["0", "1"]),
        ("one of them", ["one", "of", "them"]),
    ],
)
def test_a_number_has_one_form(typed: str, read_as: list[str]) -> None:
    """Digits, words, suffixes and Roman numerals come out alike."""
    assert said(typed) == read_as


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("July 20, 1969", "1969", False),
        ("July 20, 1969", "July 21, 1969", True),
        ("May 2024", "April 2024", True),
        ("22:28", "22:22", True),
        ("0.8", "80 %", False),
        ("3", "no number", False),
    ],
)
def test_numbers_differ_only_where_neither_side_contains_the_other(
    one: str, other: str, differ: bool
) -> None:
    """A year agrees with a full date; another day does not."""
    assert numbers_differ(profile_of(read(one).words), profile_of(read(other).words)) is differ


def test_amounts_are_compared_in_their_base_unit() -> None:
    """An hour is sixty minutes, a gigabyte is no megabyte."""
    hour, minutes, gigabytes, megabytes = (
        profile_of(read(text).words) for text in ("1 hour", "60 minutes", "4 GB", "4 MB")
    )
    assert not amounts_differ(hour, minutes)
    assert amounts_differ(gigabytes, megabytes)


@pytest.mark.parametrize(
    ("mode", "items", "response"),
    [
        (Mode.ANY, ("7,826,367",), "7, 826, 367"),
        (Mode.ANY, ("more than 500,000",), "more than 500, 000"),
        (Mode.ALL, ("100", "200", "300"), "100, 200, 300"),
    ],
)
def test_a_number_in_parts_is_one_only_where_the_answer_has_it(
    mode: Mode, items: tuple[str, ...], response: str
) -> None:
    asked = prepare(Question("q", "How many?", mode, tuple(Item(text) for text in items)))
    assert grade(asked, response).verdict is Verdict.CORRECT
