"""A question whose answer was not told yet is not asked again: not by hand, not by the clock, not
in another channel, and neither is its kin from the same lines.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random

from bot.model.event import Press
from bot.model.round import RoundState
from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.actions import ASK, Place
from bot.quiz.ports.chat import Unreachable
from bot.quiz.rules.calendar import next_opening
from bot.quiz.rules.kin import Kin
from bot.quiz.rules.picking import pick
from tests.quiz.room import CHANNEL, SINGLE, TEAM, TERM, Room, practice, said, sheet
from tests.scheduled import scheduled

BACK = replace(TERM, id="horovod-back", prompt="What spreads training over several machines?")
"""The other direction of the same line."""
OTHER = "deep-learning"
"""Another channel of the team."""


async def asks(room: Room, channel_id: str = CHANNEL, key: str = "") -> str:
    """Ada presses Post one now for a channel."""
    action = ASK.action(Place("team", channel_id))
    return said(await room.dispatcher.respond(Press(room.actor("Ada"), action, key)))


async def untold(room: Room) -> set[str]:
    """The questions whose answer the team does not know yet; none is there twice."""
    rounds = await room.store.untold(TEAM)
    ids = {each.question.id for each in rounds}
    assert len(ids) == len(rounds)
    return ids


async def comes_daily(room: Room, opens: int, reveals: int, channel_id: str = OTHER) -> None:
    """A channel has its question at an hour of Berlin, and the answer at another."""
    made = Schedule(
        team_id=TEAM,
        channel_id=channel_id,
        sheet_id="ml",
        opens=time(opens),
        reveals=time(reveals),
        zone="Europe/Berlin",
        days=EVERY_DAY,
        channel_name=channel_id,
        made_by="ada",
    )
    await scheduled(room.store, replace(made, next_at=next_opening(made, room.clock.now())))


def posts(room: Room, channel_id: str) -> list[str]:
    """What was posted in a channel, threads left out."""
    return [
        each.message.summary
        for each in room.chat.posted
        if not each.under and each.ref.channel_id == channel_id
    ]


def test_what_must_not_come_is_left_out_and_its_topic_still_counts_as_the_last_one() -> None:
    ids = {pick((SINGLE, TERM), (), Random(seed), {TERM.id}) for seed in range(9)}
    assert ids == {SINGLE}
    assert pick((SINGLE,), (), Random(1), {SINGLE.id}) is None


def test_questions_of_the_same_lines_are_kin_wherever_those_lines_are_now() -> None:
    kin = Kin(sheet(SINGLE, TERM, BACK))
    assert kin.of(TERM) == kin.of(BACK) == {TERM.id, BACK.id}
    assert kin.of(SINGLE) == {SINGLE.id}
    moved = Kin(sheet(replace(TERM, line=9), replace(BACK, line=9), replace(SINGLE, line=418)))
    assert moved.of(TERM) == {TERM.id, BACK.id}, "the sheet grew above them"
    without = Kin(sheet(SINGLE, BACK))
    assert without.of(TERM) == {TERM.id, BACK.id}, "by the lines that it had"


async def test_an_open_question_is_not_posted_a_second_time(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    for line in ("/quizmaster ask", "/quizmaster ask"):
        reply = said(await morning.types("Ada", line))
        assert "Every question of the sheet ML on AWS is open in this team now" in reply
        assert "Nothing was posted. The first of them closes at 17:00 Berlin time." in reply
    await morning.work()
    assert len(posts(morning, CHANNEL)) == 1
    assert await untold(morning) == {SINGLE.id}


async def test_the_other_question_comes_and_the_first_again_once_it_was_told(
    morning: Room,
) -> None:
    await morning.brings(SINGLE, TERM)
    assert "on its way" in await asks(morning)
    await morning.work()
    assert await untold(morning) == {SINGLE.id, TERM.id}
    assert "Nothing was posted" in await asks(morning)
    await morning.later(hours=8)
    assert await untold(morning) == set()
    assert "on its way" in await asks(morning)


async def test_neither_does_the_other_direction_of_the_same_line(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(TERM, BACK)) as room:
        await room.later(hours=1)
        assert len(await untold(room)) == 1
        assert "Nothing was posted" in await asks(room)
        await room.brings(replace(TERM, line=5), replace(BACK, line=5))
        assert "Nothing was posted" in await asks(room), "the lines moved"


async def test_nor_the_question_of_another_channel(morning: Room) -> None:
    assert "Nothing was posted. The first of them closes at 17:00 Berlin time." in await asks(
        morning, OTHER
    )
    await morning.brings(SINGLE, TERM)
    assert "on its way" in await asks(morning, OTHER)
    await morning.work()
    assert len(posts(morning, OTHER)) == 1
    assert await untold(morning) == {SINGLE.id, TERM.id}


async def test_a_question_is_planned_until_it_is_out_and_counts_from_then_on(room: Room) -> None:
    await room.later(minutes=-1)
    assert "on its way" in await asks(room)
    assert "Nothing was posted" in await asks(room, OTHER), "the post is owed, not made"


async def test_of_quizmasters_who_press_at_once_each_question_goes_to_one(tmp_path: Path) -> None:
    """In one channel and in two: two questions, six presses."""
    async with practice(tmp_path, questions=(SINGLE, TERM), scheduled=False) as room:
        presses = [asks(room, place, f"{place}{n}") for n in range(3) for place in (CHANNEL, OTHER)]
        replies = await asyncio.gather(*presses)
        assert sorted("on its way" in reply for reply in replies) == [False] * 4 + [True] * 2
        assert await untold(room) == {SINGLE.id, TERM.id}


async def test_a_press_that_is_delivered_twice_is_one_wish_also_where_nothing_is_left(
    morning: Room,
) -> None:
    await morning.brings(SINGLE, TERM)
    first = await asks(morning, key="event-1")
    assert "on its way" in first
    assert await asks(morning, key="event-1") == first
    await morning.work()
    assert await asks(morning, key="event-1") == first
    assert len(await untold(morning)) == 2
    assert "Nothing was posted" in await asks(morning, key="event-2")


async def test_a_question_whose_reveal_is_still_owed_is_not_asked_either(morning: Room) -> None:
    """Its reveal would come after the new post, and publish the answer."""
    morning.chat.failures = [Unreachable("down")] * 20
    await morning.types("Ada", "/quizmaster reveal")
    await morning.work()
    assert (await morning.round()).state is RoundState.CLOSED
    assert "is being posted: please try again in a minute" in await asks(morning)
    morning.chat.failures = []
    await morning.later(minutes=30)
    assert (await morning.round()).state is RoundState.REVEALED
    assert "on its way" in await asks(morning)


async def test_by_the_clock_a_question_waits_until_its_answer_was_told(tmp_path: Path) -> None:
    """Yesterday's closes when today's opens; the sheet has one question."""
    async with practice(tmp_path, scheduled=False) as room:
        await comes_daily(room, 9, 9, CHANNEL)
        await room.later(hours=1)
        assert await room.answers("Grace", "k-means")
        await room.later(hours=24)
        await room.later(seconds=5)
        titles = [each.message.summary.partition(":")[0] for each in room.chat.posted]
        assert titles == ["Closed", "Answer", "Question of the day"]
        assert room.chat.told == []


async def test_by_the_clock_no_channel_asks_what_is_open_in_another(morning: Room) -> None:
    await morning.brings(SINGLE, TERM)
    await comes_daily(morning, 10, 17)
    await morning.later(hours=1)
    assert [TERM.prompt in each for each in posts(morning, OTHER)] == [True]


async def test_where_nothing_else_is_left_the_channel_waits_for_the_first_reveal(
    morning: Room,
) -> None:
    await comes_daily(morning, 10, 18)
    await morning.later(hours=1)
    assert posts(morning, OTHER) == []
    await morning.types("Ada", "/quizmaster reveal")
    await morning.work()
    await morning.later(seconds=5)
    assert len(posts(morning, OTHER)) == 1
    assert morning.chat.told == []


async def test_and_after_the_grace_time_the_day_is_left_out_and_the_quizmaster_hears_why(
    morning: Room,
) -> None:
    await comes_daily(morning, 10, 18)
    for _ in range(6):
        await morning.later(hours=1)
    assert posts(morning, OTHER) == []
    ((who, what),) = morning.chat.told
    assert who == "ada"
    assert "There was no question for #deep-learning on Mon 23 Nov" in what
    assert "Nobody's streak suffers" in what
    (round_,) = await morning.store.rounds(TEAM, OTHER, 9)
    assert round_.state is RoundState.SKIPPED
    assert await morning.store.played_days(TEAM, OTHER) == ()
    await morning.later(hours=18)
    await morning.later(hours=9)
    assert len(posts(morning, CHANNEL)) == 2, "the channel before it has its question as ever"


async def test_a_day_that_was_missed_before_the_waiting_is_not_blamed_on_it(room: Room) -> None:
    """The bot was away on Monday; on Tuesday the other channel has the only question first."""
    await comes_daily(room, 10, 18)
    room.clock.move(hours=25)
    await room.work()
    room.clock.move(hours=1)
    await room.work()
    assert posts(room, OTHER) == []
    await room.types("Ada", "/quizmaster reveal")
    await room.work()
    await room.later(seconds=5)
    assert len(posts(room, OTHER)) == 1
    assert all("I was not running" in what for _, what in room.chat.told)
    assert any("#deep-learning (the last on Mon 23 Nov)" in what for _, what in room.chat.told)


async def test_many_channels_with_a_large_sheet_have_a_question_each(tmp_path: Path) -> None:
    questions = tuple(replace(SINGLE, id=f"q{number}", line=number) for number in range(1, 13))
    async with practice(tmp_path, questions=questions, scheduled=False) as room:
        for number in range(12):
            await comes_daily(room, 9, 17, f"c{number}")
        await room.later(hours=1)
        assert await untold(room) == {each.id for each in questions}


async def test_a_question_that_was_left_out_may_come_again(morning: Room) -> None:
    """A post that could not be made in time is never revealed: nothing is given away."""
    await morning.brings(TERM)
    morning.chat.failures = [Unreachable("down")] * 400
    assert "on its way" in await asks(morning, OTHER)
    await morning.later(hours=5)
    await morning.later(hours=5)
    morning.chat.failures = []
    await morning.later(minutes=10)
    assert TERM.id not in await untold(morning)
    assert morning.clock.now() < datetime(2026, 11, 24, tzinfo=UTC) - timedelta(hours=1)
    assert "on its way" in await asks(morning, OTHER)
