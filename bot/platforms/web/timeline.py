"""The timeline: the playground's time, what comes next on it, and the way there."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.clock import MovableClock
from bot.platforms.web.protocol import Skipped, Time
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.quiz.ports import Clock
from bot.quiz.rules import Rules
from bot.quiz.speech.moment import count, moment
from bot.store import SqlStore

NOTE = "clock ahead"
"""The store's note that keeps how far the clock is ahead, in seconds."""

OURS = frozenset({"web"})
SETTLE = 0.25
"""Seconds that what just happened is given to be written down before somebody looks at what comes
next; a burst of messages then costs one look."""
UNDER_WAY = 1.0
"""Seconds between two looks while something is due and not yet done."""

FIXED = "This clock cannot be moved."
NOTHING = "Nothing is planned. The quizmaster can plan questions with /quiz schedule."
BUSY = "something is due this very moment"


class Standstill(Exception):
    """The clock was not moved; the message says why."""


async def restore(clock: MovableClock, store: SqlStore) -> None:
    """Put the clock at least as far ahead as it was when the playground last ran."""
    kept = await store.note(TEAM_ID, NOTE)
    if kept:
        clock.ahead(timedelta(seconds=float(kept)))


class Timeline:
    """Looks ahead, and moves the clock where it is one that can be moved."""

    def __init__(self, clock: Clock, store: SqlStore) -> None:
        self._clock = clock
        self._store = store

    def now(self) -> datetime:
        """The playground's present instant, in UTC."""
        return self._clock.now()

    async def look(self) -> Time:
        """The time, and what comes next."""
        now = self.now()
        coming = await self._store.next_instant(OURS)
        if coming is None:
            event = NOTHING
        elif coming <= now:
            event = BUSY
        else:
            event = await self._event(coming)
        return Time(
            now=now,
            zone=await self._zone(),
            movable=isinstance(self._clock, MovableClock),
            next=coming,
            event=event,
        )

    async def follow(self, stirred: asyncio.Event) -> AsyncIterator[Time]:
        """Look again whenever something happened or became due, for ever."""
        time = await self.look()
        while True:
            waits: set[asyncio.Future[object]] = {asyncio.ensure_future(stirred.wait())}
            if time.next is not None:
                waits.add(asyncio.ensure_future(self._clock.sleep_until(time.next)))
            try:
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for wait in waits:
                    wait.cancel()
            under_way = time.next is not None and time.next <= time.now
            await asyncio.sleep(UNDER_WAY if under_way else SETTLE)
            stirred.clear()
            time = await self.look()
            yield time

    async def skip(self) -> Skipped:
        """Move the clock to the next event; raises `Standstill` where there is no way there."""
        if not isinstance(self._clock, MovableClock):
            raise Standstill(FIXED)
        coming = await self._store.next_instant(OURS)
        if coming is None:
            raise Standstill(NOTHING)
        before = self.now()
        if coming <= before:
            raise Standstill("Something is due this very moment. Give it a second, then skip on.")
        event = await self._event(coming)
        where = moment(coming, before, await self._zone())
        self._clock.move_to(coming)
        await self._store.save_note(TEAM_ID, NOTE, repr(self._clock.offset.total_seconds()))
        return Skipped(f"Skipped {_length(coming - before)} to {where}: {event}.", coming)

    async def _event(self, instant: datetime) -> str:
        """What becomes due at an instant, in words that follow a colon."""
        if await self._store.due_closings(instant, 1):
            return "the question closes and its answer is shown"
        if await self._store.due_schedules(instant, 1):
            return "the next question comes"
        for round_ in await self._store.rounds(TEAM_ID, CHANNEL_ID, 5):
            if round_.closes_at - instant == Rules().remind_before:
                return "a reminder goes to those who asked for one"
        return "a message is due"

    async def _zone(self) -> str:
        """The zone in which the channel's day is planned."""
        schedules = await self._store.schedules(TEAM_ID, CHANNEL_ID)
        return schedules[0].zone if schedules else "UTC"


def _length(passed: timedelta) -> str:
    """A stretch of time by its two largest units."""
    minutes = max(round(passed.total_seconds() / 60), 0)
    if not minutes:
        return "less than a minute"
    parts = ((minutes // 1440, "day"), (minutes % 1440 // 60, "hour"), (minutes % 60, "minute"))
    named = [count(number, unit) for number, unit in parts if number]
    return " ".join(named[:2])
