"""A question counts on its own day: over midnight, a week's and a month's end, and for two days."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.quiz.room import Room, practice, said
from tests.quiz.test_before_the_reveal import RIGHT, boards
from tests.quiz.test_reports import sets_up

SUNDAY_EVENING = datetime(2026, 11, 29, 21, tzinfo=UTC)
"""22:00 in Berlin; Monday is the last day of the month."""


@pytest.fixture
async def sunday(tmp_path: Path) -> AsyncIterator[Room]:
    """Sunday's question came at 23:00 and is open until 09:00; it is half past midnight."""
    async with practice(tmp_path, scheduled=False, now=SUNDAY_EVENING) as room:
        await sets_up(room, opens="23:00", reveals="09:00", days="sun, mon")
        await room.later(hours=1)
        await room.later(hours=1, minutes=30)
        yield room


async def test_over_sunday_midnight_everything_says_the_same_while_it_is_open(
    sunday: Room,
) -> None:
    grade = await sunday.answers("Grace", RIGHT)
    assert "1st this week" in grade
    for board in await boards(sunday, "Ada", ("today", "week")):
        assert "1. Grace — 10 points\n" in board
    assert "This week: 10 points, 1st" in said(await sunday.types("Grace", "/quiz me"))


async def test_once_it_is_closed_it_belongs_to_the_week_of_its_day(sunday: Room) -> None:
    await sunday.answers("Grace", RIGHT)
    await sunday.later(hours=9)
    for board in await boards(sunday, "Ada", ("today", "week")):
        assert "Grace" not in board
    for board in await boards(sunday, "Ada", ("month", "all")):
        assert "1. Grace — 10 points, 1 day" in board
    assert "This week: no points yet" in said(await sunday.types("Grace", "/quiz me"))


async def test_a_month_goes_by_the_day_of_the_question_alone(tmp_path: Path) -> None:
    """Monday 30 November's question is answered in December."""
    async with practice(tmp_path, scheduled=False, now=SUNDAY_EVENING) as room:
        await sets_up(room, opens="23:00", reveals="09:00", days="mon")
        await room.later(hours=25)
        await room.later(hours=1, minutes=30)
        await room.answers("Grace", RIGHT)
        assert "1. Grace — 10 points" in said(await room.types("Ada", "/quiz top week"))
        await room.later(hours=9)
        assert "Grace" not in said(await room.types("Ada", "/quiz top month"))
        assert "1. Grace — 10 points" in said(await room.types("Ada", "/quiz top week"))


async def test_a_question_that_is_open_over_two_days_counts_on_one(tmp_path: Path) -> None:
    """Friday's question closes on Saturday evening; both answer it, on a day each."""
    friday = datetime(2026, 11, 27, 18, tzinfo=UTC)
    async with practice(tmp_path, scheduled=False, now=friday) as room:
        await sets_up(room, opens="20:00", reveals="19:59", days="fri")
        await room.later(hours=1)
        assert "Streak 1 day" in await room.answers("Grace", RIGHT)
        await room.later(hours=16)
        assert "Streak 1 day" in await room.answers("Alan", RIGHT)
        for board in await boards(room, "Ada", ("today", "week")):
            assert "1. Alan — 10 points" in board
            assert "1. Grace — 10 points" in board
        await room.later(hours=8)
        assert "Grace" not in said(await room.types("Ada", "/quiz top today")), "it was Friday's"
        assert "1. Grace — 10 points, 1 day" in said(await room.types("Ada", "/quiz top week"))
