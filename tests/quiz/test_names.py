"""Names as people choose them, and as they may stand in a line with other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.messages.formatting import LONGEST, NAMELESS, shown_name
from tests.quiz.room import Room, said


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ada", "Ada"),
        ("Grace  Hopper\n", "Grace Hopper"),
        ("1. Ada — 99 points\n2. Eve", "1. Ada — 99 points 2. Eve"),
        ("Eve\u202e!", "Eve !"),
        ("👩\u200d💻 Ada", "👩\u200d💻 Ada"),
        ("\u200b\u3164\u2800", NAMELESS),
        ("\u200d", NAMELESS),
        ("", NAMELESS),
        ("שלום", "שלום\u200e"),
        ("x" * 500, "x" * LONGEST),
    ],
)
def test_a_name_is_one_line_that_turns_nothing_around(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text(max_size=200))
def test_a_name_is_never_empty_or_long_and_stays_as_it_is(name: str) -> None:
    shown = shown_name(name)
    assert shown.strip()
    assert len(shown) <= LONGEST + 1
    assert "\n" not in shown
    assert shown_name(shown) == shown


async def test_a_name_without_letters_still_stands_on_the_board(morning: Room) -> None:
    await morning.answers("\u200b", "k-means")
    assert f"1. {NAMELESS} — 2 points" in said(await morning.types("Ada", "/quiz top"))


async def test_a_new_name_is_the_one_on_the_board(morning: Room) -> None:
    await morning.answers("grace", "k-means")
    await morning.types("Grace", "/quiz top")
    assert "1. Grace — 2 points" in said(await morning.types("Ada", "/quiz top"))
