"""Clocks: the machine's, and one that is moved forward on top of another."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import MovableClock, SystemClock
from tests.platforms.web.clocks import MORNING, StillClock

HOUR = timedelta(hours=1)


async def settle() -> None:
    """Let every task that can go on do so."""
    for _ in range(10):
        await asyncio.sleep(0)


def test_the_machines_clock_tells_the_time_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)
    assert SystemClock().now().utcoffset() == timedelta()


async def test_waiting_for_an_instant_ends_when_the_machines_clock_shows_it() -> None:
    clock = SystemClock()
    instant = clock.now() + timedelta(milliseconds=20)
    await clock.sleep_until(instant)
    assert clock.now() >= instant


async def test_waiting_for_an_instant_that_is_past_ends_at_once() -> None:
    await SystemClock().sleep_until(datetime(2000, 1, 1, tzinfo=UTC))
    await MovableClock(StillClock()).sleep_until(MORNING)


def test_a_moved_clock_shows_the_instant_it_was_moved_to() -> None:
    clock = MovableClock(StillClock())
    assert clock.move_to(MORNING + HOUR) == HOUR
    assert clock.now() == MORNING + HOUR
    assert clock.offset == HOUR


def test_a_clock_never_goes_back() -> None:
    clock = MovableClock(StillClock(), HOUR)
    assert clock.move_to(MORNING) == timedelta()
    assert clock.ahead(timedelta(minutes=1)) == timedelta()
    assert clock.now() == MORNING + HOUR
    with pytest.raises(ValueError, match="forward only"):
        MovableClock(StillClock(), -HOUR)


async def test_a_jump_wakes_every_sleeper_whose_time_has_come_and_no_other() -> None:
    clock = MovableClock(StillClock())
    near = [asyncio.create_task(clock.sleep_until(MORNING + HOUR)) for _ in range(3)]
    far = asyncio.create_task(clock.sleep_until(MORNING + 3 * HOUR))
    await settle()
    clock.move_to(MORNING + 2 * HOUR)
    await asyncio.wait_for(asyncio.gather(*near), 5)
    assert not far.done()
    clock.move_to(MORNING + 3 * HOUR)
    await asyncio.wait_for(far, 5)


async def test_a_sleeper_who_is_cancelled_leaves_no_wait_behind() -> None:
    below = StillClock()
    sleeper = asyncio.create_task(MovableClock(below).sleep_until(MORNING + HOUR))
    await settle()
    assert below.waiting == 1
    sleeper.cancel()
    await settle()
    assert sleeper.cancelled()
    assert below.waiting == 0


async def test_a_moved_clock_still_passes_by_itself() -> None:
    clock = MovableClock(SystemClock(), HOUR)
    instant = clock.now() + timedelta(milliseconds=20)
    await asyncio.wait_for(clock.sleep_until(instant), 5)
    assert clock.now() >= instant
