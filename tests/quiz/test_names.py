"""Names as people choose them, and as they may stand in a line with other words."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.action import Action
from bot.model.event import Press, Submission
from bot.model.question import Item, Mode, Question
from bot.quiz.messages.formatting import LONGEST, NAMELESS, shown_name
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said


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
    await morning.later(hours=8)
    assert f"1. {NAMELESS} — 2 points" in said(await morning.types("Ada", "/quiz top"))


async def test_a_new_name_is_the_one_on_the_board(morning: Room) -> None:
    await morning.answers("grace", "k-means")
    await morning.types("Grace", "/quiz top")
    await morning.later(hours=8)
    assert "1. Grace — 2 points" in said(await morning.types("Ada", "/quiz top"))


async def test_a_name_that_came_with_an_answer_and_is_taken_back_is_gone_from_the_board(
    morning: Room,
) -> None:
    await morning.types("Grace", "/quiz today")
    await morning.answers("GRACE", "k-means")
    await morning.later(hours=8)
    assert "1. GRACE — 2 points" in said(await morning.types("Ada", "/quiz top"))
    await morning.types("Grace", "/quiz me")
    assert "1. Grace — 2 points" in said(await morning.types("Ada", "/quiz top"))


async def test_what_is_done_in_private_leaves_the_name_that_the_team_knows(morning: Room) -> None:
    """A private message may show another name than the team does."""
    await morning.types("Grace", "/quiz today")
    private = replace(
        morning.actor("Grace", team_id="test:grace", channel_id="dm"), name="amazing_grace_1906"
    )
    send = Action("send", ((await morning.round()).id, "team"))
    graded = await morning.dispatcher.respond(Submission(private, send, {"answer": "k-means"}))
    assert "2 points" in said(graded)
    (answer,) = await morning.store.answers(TEAM, (await morning.round()).id)
    assert answer.member_name == "Grace"
    show = Action("hide", ("off", "team", CHANNEL))
    assert "Your numbers" in said(await morning.dispatcher.respond(Press(private, show)))
    await morning.later(hours=8)
    assert "1. Grace — 2 points" in said(await morning.types("Ada", "/quiz top"))


async def test_a_name_that_came_with_a_choice_and_is_taken_back_is_gone_too(tmp_path: Path) -> None:
    choice = Question("f1", "Which one?", Mode.ANY, (Item("F1"),), options=("F1", "Accuracy"))
    async with practice(tmp_path, questions=(choice,)) as room:
        await room.later(hours=1)
        await room.types("Grace", "/quiz today")
        assert "Correct" in said(await room.presses("GRACE", room.question.message, "F1"))
        await room.later(hours=8)
        assert "GRACE" in said(await room.types("Ada", "/quiz top"))
        await room.types("Grace", "/quiz me")
        assert "1. Grace — 10 points" in said(await room.types("Ada", "/quiz top"))
