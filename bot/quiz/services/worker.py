"""The worker: plans, posts, closes and reveals whatever is due, for as long as it runs."""

import asyncio
import logging
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.quiz.error_trace import trace
from bot.quiz.ports import Chat, Clock, Store
from bot.quiz.services.closing import Closing
from bot.quiz.services.outbox import Outbox
from bot.quiz.services.planning import Planning
from bot.quiz.services.tidying import Tidying

_log = logging.getLogger(__name__)
_BATCH = 100
"""Things of one kind that are done at once."""
_LOOK_AGAIN = timedelta(seconds=5)
"""How soon what other processes wrote is seen."""


@dataclass(slots=True)
class Worker:
    """One worker; any number of them may share a store.

    `chats` are the platforms that are connected at the moment, by name; they come and go.
    """

    store: Store
    clock: Clock
    planning: Planning
    closing: Closing
    outbox: Outbox
    tidying: Tidying
    chats: MutableMapping[str, Chat] = field(default_factory=dict)
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    """Set by whoever knows that something may be due."""
    _failing: int = 0
    """How much of one kind was due last time and could not be done: it comes first again."""

    def wake(self) -> None:
        """Something may be due now."""
        self.woken.set()

    async def run(self) -> None:
        """Work until cancelled; a failure is logged, and the work goes on after a pause."""
        while True:
            looked = self.clock.now()
            try:
                while await self.step():
                    looked = self.clock.now()
            except Exception as error:
                _log.error("the worker stumbled and goes on: %s", trace(error))
            await self._rest(looked)

    async def step(self) -> int:
        """Do once all that is due, and say how much that was."""
        chats, now = dict(self.chats), self.clock.now()
        counted_before = now - self.outbox.count_every
        limit = _BATCH + self._failing
        due = await self.store.due(frozenset(chats), now, counted_before, limit)
        planned = await self.planning.plan_all(due.schedules)
        closed = await self.closing.close_all(due.closings)
        self._failing = max(len(due.schedules) - planned, len(due.closings) - closed)
        sent = 0
        if planned or closed or due.deliveries:
            sent = await self.outbox.send_due(chats)
        await self.outbox.refresh_counts(due.counts, chats)
        await self.tidying.tidy()
        return planned + closed + sent

    async def _rest(self, looked: datetime) -> None:
        """Sleep until something is due, somebody wakes us, or it is time to look again.

        `looked` is when the last step began: what was due by then was seen and could not be done,
        so it waits; what became due since was not seen, and is due at once.
        """
        latest = self.clock.now() + _LOOK_AGAIN
        due = await self._next_instant()
        until = min(due, latest) if due and due > looked else latest
        sleeping = asyncio.ensure_future(self.clock.sleep_until(until))
        waking = asyncio.ensure_future(self.woken.wait())
        try:
            await asyncio.wait((sleeping, waking), return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            waking.cancel()
            self.woken.clear()

    async def _next_instant(self) -> datetime | None:
        try:
            return await self.store.next_instant(frozenset(self.chats))
        except Exception as error:
            _log.error("the store does not say what is due: %s", trace(error))
            return None
