"""The timeline: the playground's time, what comes next on it, and the way there."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from bot.clock import MovableClock
from bot.platforms.web.protocol import Skipped, Time
from bot.platforms.web.room import CHANNEL_ID, TEAM_ID
from bot.quiz.messages.formatting import count, moment
from bot.quiz.ports import Clock
from bot.quiz.rules.rules import Limits, RuleBook
from bot.store import SqlStore

NOTE = "clock ahead"
"""The store's note that keeps how far the clock is ahead, in seconds."""

OURS = frozenset({"web"})
SETTLE = 0.25
"""Seconds that what just happened is given to be written down before somebody looks at what comes
next; a burst of messages then costs one look."""
UNDER_WAY = 1.0
"""Seconds between two looks while something is due and not yet done."""

PATIENT = 3.0
"""Seconds that somebody who skips on waits for what is being done."""

FIXED = "This clock cannot be moved."
NOTHING = "Nothing is planned. The quizmaster can plan questions with /quizmaster schedule."
MESSAGE = "a message is due"
OVERTAKEN = "Somebody else has just skipped on. Have a look at what came of it first."
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

    def __init__(self, clock: Clock, store: SqlStore, rule_book: RuleBook, limits: Limits) -> None:
        self._clock = clock
        self._store = store
        self._rules = rule_book.of(TEAM_ID, CHANNEL_ID)
        self._lease = limits.lease
        self._skipping = asyncio.Lock()

    def now(self) -> datetime:
        """The playground's present instant, in UTC."""
        return self._clock.now()

    async def look(self) -> Time:
        """The time, and what comes next."""
        now = self.now()
        coming = await self._store.next_instant(OURS)
        schedules = await self._store.schedules(TEAM_ID, CHANNEL_ID)
        if coming is None:
            event = NOTHING
        elif coming <= now:
            event = BUSY
        else:
            event = await self._event(coming)
        return Time(
            now=now,
            zone=schedules[0].zone if schedules else "UTC",
            movable=isinstance(self._clock, MovableClock),
            next=coming,
            event=event,
        )

    async def follow(self, stirred: asyncio.Event) -> AsyncIterator[Time]:
        """Look again whenever something happened or became due, for ever."""
        time = await self.look()
        while True:
            if self._under_way(time):
                await asyncio.sleep(UNDER_WAY)
            else:
                await self._something(stirred, time.next)
                await asyncio.sleep(SETTLE)
            stirred.clear()
            time = await self.look()
            yield time

    async def _something(self, stirred: asyncio.Event, coming: datetime | None) -> None:
        """Wait until something happened or the next event's time has come."""
        waits: set[asyncio.Future[object]] = {asyncio.ensure_future(stirred.wait())}
        if coming is not None:
            waits.add(asyncio.ensure_future(self._clock.sleep_until(coming)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _under_way(self, time: Time) -> bool:
        """Whether a worker is at something: it is due, or its lease shows as a delivery to come."""
        if time.next is None:
            return False
        left = time.next - time.now
        return left <= timedelta() or (time.event == MESSAGE and left <= self._lease)

    async def skip(self) -> Skipped:
        """Move the clock to the next event; raises `Standstill` where there is no way there."""
        clock = self._clock
        if not isinstance(clock, MovableClock):
            raise Standstill(FIXED)
        seen = clock.offset
        async with self._skipping:
            if clock.offset != seen:
                raise Standstill(OVERTAKEN)
            return await self._skip(clock)

    async def _skip(self, clock: MovableClock) -> Skipped:
        coming = await self._coming()
        before = await self.look()
        event = await self._event(coming)
        where = moment(coming, before.now, before.zone).text
        # Written down first: a crash in between then starts at the later time, not the earlier.
        offset = clock.offset + (coming - before.now)
        await self._store.save_note(TEAM_ID, NOTE, repr(offset.total_seconds()))
        clock.ahead(offset)
        return Skipped(f"Skipped {_length(coming - before.now)} to {where}: {event}.", coming)

    async def _coming(self) -> datetime:
        """The next event, once what is due has been done."""
        give_up = asyncio.get_running_loop().time() + PATIENT
        while True:
            coming = await self._store.next_instant(OURS)
            if coming is None:
                raise Standstill(NOTHING)
            if coming > self.now():
                return coming
            if asyncio.get_running_loop().time() >= give_up:
                raise Standstill("Something is still being done. Give it a moment, then skip on.")
            await asyncio.sleep(SETTLE)

    async def _event(self, instant: datetime) -> str:
        """What becomes due at an instant, in words that follow a colon."""
        due = await self._store.due(OURS, instant, instant, 1)
        if due.closings:
            return "the question closes and its answer is shown"
        if due.schedules:
            return "the next question comes"
        for round_ in await self._store.rounds(TEAM_ID, CHANNEL_ID, 5):
            if round_.closes_at - instant == self._rules.remind_before:
                return "a reminder goes to those who asked for one"
        return MESSAGE


def _length(passed: timedelta) -> str:
    """A stretch of time by its two largest units."""
    minutes = max(round(passed.total_seconds() / 60), 0)
    if not minutes:
        return "less than a minute"
    parts = ((minutes // 1440, "day"), (minutes % 1440 // 60, "hour"), (minutes % 60, "minute"))
    named = [count(number, unit) for number, unit in parts if number]
    return " ".join(named[:2])
