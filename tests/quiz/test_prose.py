"""A question that is answered in a sentence: what a member reads, and what a quizmaster is told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model.attachment import Attachment
from bot.model.event import Call
from bot.model.question import Item, KeyPoint, Mode, Question
from tests.quiz.appealing import answered
from tests.quiz.room import Room, practice, said, words

WHY = Question(
    id="index",
    prompt="What does an index cost and bring?",
    mode=Mode.TEXT,
    items=(
        Item(
            "It makes reads faster but slows down writes.",
            points=(
                KeyPoint(("faster reads", "quicker look-ups")),
                KeyPoint(("slower writes", "inserts cost more")),
            ),
        ),
    ),
)


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    async with practice(tmp_path, questions=(WHY,)) as room:
        await room.later(hours=1)
        yield room


async def test_half_of_it_names_what_was_found_and_not_what_is_missing(day: Room) -> None:
    told = words(await answered(day, "Grace", "quicker look-ups"))
    assert told.startswith("◐ Partly right")
    assert "1 of 2 key points: found faster reads (from quicker look ups)." in told
    assert "slower" not in told
    assert "writes" not in told
    assert "[Try again]" in told


async def test_both_are_right(day: Room) -> None:
    told = words(await answered(day, "Grace", "quicker look-ups, but inserts cost more"))
    assert told.startswith("✓ Correct: 10 points.")


async def test_when_the_tries_are_used_up_the_missing_point_is_named(day: Room) -> None:
    await answered(day, "Grace", "quicker look-ups")
    told = words(await answered(day, "Grace", "look-ups are quicker"))
    assert "Not found in it: slower writes" in told
    assert "It makes reads faster but slows down writes." in told


async def test_doubt_is_said_and_the_way_to_a_person_offered(day: Room) -> None:
    told = words(await answered(day, "Grace", "you find rows at once, each change has its price"))
    assert "Probably not, but I am not sure" in told
    assert "If you said it in other words, “I was right” has a person look at it." in told
    assert "[I was right]" in told


async def test_the_contrary_is_wrong_without_a_doubt_in_the_reason(day: Room) -> None:
    told = words(await answered(day, "Grace", "It makes reads slower but speeds up writes."))
    assert "✗" in told
    assert "contrary" in told or "changed places" in told or "stands where" in told


async def test_a_preview_tells_what_will_be_hard_to_judge(room: Room) -> None:
    sheet = b"# Why\n\nQ. Why a queue?\nA. It evens out the load when many orders come at once.\n"
    reply = said(
        await room.dispatcher.respond(
            Call(
                room.actor("Ada"),
                ("quizmaster", "upload"),
                {},
                files={"file": Attachment.of("why.md", sheet)},
            )
        )
    )
    assert "1 answer will be hard to judge; they are asked all the same." in reply
    assert "Line 3: This answer in a sentence names no key points." in reply
    assert "point: faster reads / quicker look-ups" in reply
    assert "[Take it]" in reply
