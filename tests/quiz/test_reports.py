"""What people reported of the quiz by the clock, of boards and of grades, as conversations."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.model.board import Standing
from bot.model.event import Completion
from bot.model.message import Amend, Ask, Say
from bot.model.obstacle import Obstacle
from bot.model.question import Item, Mode, Question
from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.rules.calendar import next_opening
from bot.quiz.rules.scoring import ranking
from bot.quiz.rules.typed.days import read_days
from tests.expected_failure import not_yet
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said, words
from tests.quiz.test_set_up import GOOD, form

RIGHT = "object2vec, blazingtext, k-nn, k-means"
SUNDAY = datetime(2026, 11, 22, 7, tzinfo=UTC)
"""08:00 in Berlin."""


async def sets_up(room: Room, **changes: str) -> object:
    """Ada sends the set-up form."""
    return await room.sends("Ada", (await form(room)).form.action, GOOD | changes)


@pytest.mark.parametrize("zone", ["GMT+2", "UTC+2", "CST"])
async def test_a_zone_is_read_as_people_mean_it_or_refused_with_what_to_write(
    room: Room, zone: str
) -> None:
    reply = await sets_up(room, opens="09:00", days="daily", zone=zone)
    if isinstance(reply, Amend):
        ((name, problem),) = reply.errors
        assert name == "zone"
        assert "can be America/Chicago, Asia/Shanghai or" in problem
        return
    (schedule,) = await room.store.schedules(TEAM, CHANNEL)
    assert schedule.next_at is not None
    assert schedule.next_at.time() == time(7)


@pytest.mark.parametrize("days", ["mon-fri", "mon–fri", "mon—fri"])
def test_days_joined_by_any_dash_are_all_of_them(days: str) -> None:
    assert read_days(days) == frozenset(range(5))


@pytest.mark.parametrize("year", [2022, 2027])
def test_midnight_comes_once_a_day_where_the_clocks_change(year: int) -> None:
    schedule = Schedule(TEAM, CHANNEL, "ml", time(0), time(17), "US/Pacific", EVERY_DAY)
    after = datetime(year, 3, 12, tzinfo=ZoneInfo("US/Pacific")) - timedelta(seconds=1)
    days = []
    for _ in range(5):
        opening = next_opening(schedule, after)
        assert opening is not None
        days.append(opening.astimezone(ZoneInfo("US/Pacific")).date().day)
        after = opening
    assert days == [12, 13, 14, 15, 16]


async def test_a_second_process_over_the_same_file_posts_nothing_again(tmp_path: Path) -> None:
    async with (
        practice(tmp_path) as first,
        practice(tmp_path, questions=(), scheduled=False) as second,
    ):
        for minutes in (60, 30):
            first.clock.move(minutes=minutes)
            second.clock.move(minutes=minutes)
            await asyncio.gather(first.work(), second.work())
        assert len(first.chat.posted) + len(second.chat.posted) == 1


async def test_back_after_two_hours_and_a_half_the_question_comes_late_once(room: Room) -> None:
    await room.later(hours=3, minutes=30)
    await room.later(minutes=1)
    assert len(room.chat.posted) == 1
    assert room.chat.told == []


async def test_back_after_five_hours_it_is_left_out_and_the_quizmaster_told(room: Room) -> None:
    await room.later(hours=6)
    assert room.chat.posted == []
    assert [who for who, _ in room.chat.told] == ["ada"]


async def test_after_two_days_one_word_tells_of_both(room: Room) -> None:
    await room.later(days=1, hours=6)
    assert room.chat.posted == []
    ((who, what),) = room.chat.told
    assert who == "ada"
    assert "2 questions" in what


async def test_in_a_channel_that_is_gone_the_quiz_rests_after_one_word(room: Room) -> None:
    room.chat.obstacles[CHANNEL] = Obstacle("#ml-study is archived.", "Unarchive it.")
    for _ in range(5 * 24):
        await room.later(hours=1)
    assert [who for who, _ in room.chat.told] == ["ada"]
    (schedule,) = await room.store.schedules(TEAM, CHANNEL)
    assert schedule.rests == "#ml-study is archived. Unarchive it."
    assert not schedule.runs


def test_equal_points_share_a_rank_however_many_have_them() -> None:
    points = [10] * 11 + [5] * 2 + [1]
    places = ranking([Standing(f"m{n}", f"M{n}", each, 1) for n, each in enumerate(points)])
    assert [place.rank for place in places] == [1] * 11 + [12] * 2 + [14]


async def test_a_week_ends_with_its_sunday(tmp_path: Path) -> None:
    async with practice(tmp_path, now=SUNDAY) as room:
        await room.later(hours=1)
        await room.answers("Grace", RIGHT)
        await room.later(hours=14)
        assert "Grace" in said(await room.types("Grace", "/quiz top week"))
        await room.later(hours=1)
        assert "Grace" not in said(await room.types("Grace", "/quiz top week"))


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Room]:
    """Monday's question came at 23:00 and is open until 09:00; it is half past midnight."""
    monday = datetime(2026, 11, 23, 21, tzinfo=UTC)
    async with practice(tmp_path, scheduled=False, now=monday) as room:
        await sets_up(room, opens="23:00", reveals="09:00", days="mon")
        await room.later(hours=1)
        await room.later(hours=1, minutes=30)
        yield room


async def test_todays_board_shows_the_points_for_the_question_that_is_open(night: Room) -> None:
    await night.answers("Grace", RIGHT)
    assert "Grace" in said(await night.types("Grace", "/quiz top today"))


async def test_a_weekend_without_questions_breaks_no_streak(room: Room) -> None:
    await sets_up(room, days="mon-fri")
    streaks = []
    for day in range(8):
        await room.later(hours=1 if not day else 24)
        if day in (5, 6):
            continue
        streaks.append(await room.answers("Grace", RIGHT))
    assert "Streak 6 days" in streaks[-1]


@pytest.mark.parametrize("keys", [("one",) * 5, ("a", "b", "c", "d", "e")], ids=["one", "five"])
async def test_the_same_form_five_times_at_once_is_worth_its_points_once(
    morning: Room, keys: tuple[str, ...]
) -> None:
    asked = await morning.presses("Grace", morning.question.message, "Answer")
    assert isinstance(asked, Ask)
    sent = (morning.sends("Grace", asked.form.action, {"answer": RIGHT}, key) for key in keys)
    await asyncio.gather(*sent)
    await morning.later(hours=8)
    assert "1. Grace — 10 points" in said(await morning.types("Grace", "/quiz top today"))


@pytest.mark.parametrize("answer", ["SageMaker", "k-means, k-nn"], ids=["wrong", "partial"])
async def test_a_wrong_grade_offers_to_object(morning: Room, answer: str) -> None:
    assert "[I was right]" in await morning.answers("Grace", answer)


LONG = Question(
    "long",
    "Which of the many ways of splitting a large data set keeps the share of every class the same "
    "in each of its parts?",
    Mode.ANY,
    (Item("Stratified sampling"),),
)


@not_yet("a title longer than a platform's completions is offered as a value that is too long")
async def test_a_long_title_is_completed_by_a_value_that_leads_there(tmp_path: Path) -> None:
    """Discord takes values of at most 100 characters."""
    async with practice(tmp_path, questions=(LONG,), scheduled=False) as room:
        asked = Completion(room.actor("Grace"), ("lookup",), "query", "which of the many")
        (choice,) = await room.dispatcher.complete(asked)
        found = await room.types("Grace", f"/lookup {choice.value}")
        assert isinstance(found, Say)
        assert "Stratified sampling" in words(found.message)
        assert len(choice.value) <= 100
