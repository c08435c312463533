"""Clocks: the machine's own, and one that can be moved forward on top of another."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.quiz.ports import Clock

LONGEST_NAP = 60.0
"""Seconds. The event loop's timers stand still while a machine is suspended and do not see the
wall clock being set, so a longer wait looks again after each of these."""


class SystemClock:
    """The machine's wall clock."""

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, instant: datetime) -> None:
        """Return once the wall clock shows `instant` or later, at once if it does already."""
        left = (instant - self.now()).total_seconds()
        while left > 0:
            await asyncio.sleep(min(left, LONGEST_NAP))
            left = (instant - self.now()).total_seconds()


class MovableClock:
    """Another clock plus an offset that only grows: the playground's time.

    Belongs to one event loop. A move wakes every sleeper, and each looks at the new time once.
    """

    def __init__(self, real: Clock, offset: timedelta = timedelta()) -> None:
        if offset < timedelta():
            raise ValueError("a clock is moved forward only")
        self._real = real
        self._offset = offset
        self._moved = asyncio.Event()

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of the one below it."""
        return self._offset

    def now(self) -> datetime:
        """The present instant in UTC, moved."""
        return self._real.now() + self._offset

    async def sleep_until(self, instant: datetime) -> None:
        """Return once `now() >= instant`; a move ends the wait as soon as it reaches that far."""
        while self.now() < instant:
            moved = asyncio.ensure_future(self._moved.wait())
            passed = asyncio.ensure_future(self._real.sleep_until(instant - self._offset))
            try:
                done, _ = await asyncio.wait({moved, passed}, return_when=asyncio.FIRST_COMPLETED)
                for waiter in done:
                    waiter.result()
            finally:
                moved.cancel()
                passed.cancel()

    def move_to(self, instant: datetime) -> timedelta:
        """Move to an instant and return by how much; an instant already past moves nothing."""
        return self.ahead(self._offset + (instant - self.now()))

    def ahead(self, offset: timedelta) -> timedelta:
        """Be at least `offset` ahead of the clock below, and return by how much that moved it."""
        moved = max(offset - self._offset, timedelta())
        if moved:
            self._offset += moved
            waiting, self._moved = self._moved, asyncio.Event()
            waiting.set()
        return moved
