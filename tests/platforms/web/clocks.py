"""A clock that stands still, for the tests to move."""

import asyncio
from datetime import UTC, datetime

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class StillClock:
    """Shows one instant for ever; who waits for a later one waits until cancelled."""

    def __init__(self, instant: datetime = MORNING) -> None:
        self.instant = instant
        self.waiting = 0

    def now(self) -> datetime:
        return self.instant

    async def sleep_until(self, instant: datetime) -> None:
        if instant <= self.instant:
            return
        self.waiting += 1
        try:
            await asyncio.Event().wait()
        finally:
            self.waiting -= 1
