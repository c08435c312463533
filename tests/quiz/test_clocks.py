"""Clocks that change, stop, or are set: a day has its question once, and one that has passed none."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.model.round import RoundState
from tests.quiz.room import CHANNEL, TEAM, Room, practice
from tests.quiz.test_before_the_reveal import RIGHT
from tests.quiz.test_reports import sets_up


def at(text: str) -> datetime:
    """An instant."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "begin", "opens"),
    [
        ("America/Nuuk", "2026-03-26T12:00", "23:30"),
        ("America/Nuuk", "2026-10-22T12:00", "23:30"),
        ("America/Scoresbysund", "2026-03-26T12:00", "23:00"),
        ("Asia/Beirut", "2026-03-26T12:00", "00:00"),
        ("Africa/Cairo", "2026-04-21T12:00", "00:30"),
        ("America/Havana", "2026-03-05T12:00", "00:15"),
        ("Atlantic/Azores", "2026-03-26T12:00", "00:30"),
        ("Australia/Lord_Howe", "2026-10-01T12:00", "02:15"),
    ],
)
async def test_each_day_around_a_change_of_clocks_has_its_question_and_its_streak(
    tmp_path: Path, zone: str, begin: str, opens: str
) -> None:
    async with practice(tmp_path, scheduled=False, now=at(begin)) as room:
        await sets_up(room, opens=opens, reveals="18:00", days="daily", zone=zone)
        grades = []
        for _ in range(24 * 6 * 2):
            posts = len(room.chat.posted)
            await room.later(minutes=30)
            if len(room.chat.posted) > posts and not room.chat.posted[-1].under:
                grades.append(await room.answers("Grace", RIGHT))
        rounds = await room.store.rounds(TEAM, CHANNEL, 20)
        days = sorted(each.local_date for each in rounds)
        assert days == [days[0] + timedelta(days=step) for step in range(len(days))]
        assert len(days) in (5, 6)
        assert {each.state for each in rounds} <= {RoundState.OPEN, RoundState.REVEALED}
        assert f"Streak {len(days)} days" in grades[-1]
        assert room.chat.told == []


async def test_a_day_that_an_island_left_out_has_no_question_and_breaks_no_streak(
    tmp_path: Path,
) -> None:
    """Samoa went from Thursday 29 December 2011 to Saturday."""
    async with practice(tmp_path, scheduled=False, now=at("2011-12-28T16:00")) as room:
        await sets_up(room, opens="09:00", reveals="17:00", days="daily", zone="Pacific/Apia")
        grades = []
        for _ in range(24 * 4):
            posts = len(room.chat.posted)
            await room.later(hours=1)
            if len(room.chat.posted) > posts and not room.chat.posted[-1].under:
                grades.append(await room.answers("Grace", RIGHT))
        days = sorted(each.local_date for each in await room.store.rounds(TEAM, CHANNEL, 20))
        assert days == [date(2011, 12, day) for day in (28, 29, 31)] + [date(2012, 1, 1)]
        assert "Streak 4 days" in grades[-1]


def posts(room: Room) -> int:
    """Questions that stand in the channel."""
    return sum(not each.under for each in room.chat.posted)


async def test_a_clock_that_is_set_back_over_an_opening_posts_nothing_twice(room: Room) -> None:
    await room.later(hours=1, minutes=5)
    assert "Streak 1 day" in await room.answers("Grace", RIGHT)
    room.clock.move(hours=-2)
    for _ in range(8):
        await room.later(minutes=30)
    assert posts(room) == 1
    await room.later(hours=22)
    assert posts(room) == 2
    assert "Streak 2 days" in await room.answers("Grace", RIGHT)


async def test_a_clock_that_is_set_back_a_day_posts_nothing_for_days_that_had_their_question(
    room: Room,
) -> None:
    for _ in range(3):
        await room.later(hours=1)
        await room.later(hours=23)
    asked = posts(room)
    room.clock.move(days=-1)
    for _ in range(24):
        await room.later(hours=1)
    assert posts(room) == asked


async def test_two_days_forward_skip_the_days_between_with_one_word(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    await morning.later(days=2, hours=6)
    assert posts(morning) == 1
    ((who, what),) = morning.chat.told
    assert who == "ada"
    assert "I was not running when 2 questions should have come in #ml-study" in what
    assert (await morning.store.rounds(TEAM, CHANNEL, 9))[-1].state is RoundState.REVEALED
    await morning.later(hours=18)
    assert "Streak 2 days" in await morning.answers("Grace", RIGHT), "no skipped day breaks it"


async def test_a_closing_that_was_slept_through_closes_and_reveals_once(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    await morning.later(hours=20)
    await morning.later(minutes=1)
    assert len(morning.thread(morning.question)) == 1
    assert (await morning.round()).state is RoundState.REVEALED


async def test_a_clock_that_goes_back_holds_up_no_delivery_for_long(room: Room) -> None:
    """A worker had leased the post and died; then the clock goes back by a minute."""
    room.clock.move(hours=1)
    now = room.clock.now()
    due = await room.store.due(frozenset(), now, now, 5)
    await room.worker.planning.plan_all(due.schedules)
    await room.store.lease(frozenset({"test"}), "dead", now, now + timedelta(seconds=30), 5)
    room.clock.move(minutes=-1)
    await room.later(minutes=2)
    assert posts(room) == 1


async def test_nothing_is_posted_for_a_day_that_has_passed_by_the_time_it_could_be(
    tmp_path: Path,
) -> None:
    """23:30 with a grace of hours: half an hour later it is another day."""
    async with practice(tmp_path, scheduled=False, now=at("2026-11-23T12:00")) as room:
        await sets_up(room, opens="23:30", reveals="12:00", days="mon", zone="UTC")
        await room.later(hours=12, minutes=5)
        assert posts(room) == 0
        assert (await room.round()).state is RoundState.SKIPPED
        assert len(room.chat.told) == 1
