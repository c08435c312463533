"""Closing: when a round's time is over, it takes no more answers and owes its reveal."""

import asyncio
import logging
from collections.abc import Sequence

from bot.model.round import Round
from bot.quiz.error_trace import trace
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import deliveries

_log = logging.getLogger(__name__)


class Closing:
    """Closes rounds at their time, or when a quizmaster says so."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def close_all(self, due: Sequence[Round]) -> int:
        """Close rounds that are due; returns how many are closed now."""
        done = await asyncio.gather(*map(self.close, due), return_exceptions=True)
        for round_, failed in zip(due, done, strict=True):
            if isinstance(failed, BaseException):
                _log.error("round %s is not closed: %s", round_.id, trace(failed))
        return sum(isinstance(each, bool) for each in done)

    async def close(self, round_: Round) -> bool:
        """Close one round now; False if somebody else did."""
        now = self._clock.now()
        return await self._store.close(round_, deliveries.ending(round_, now), now)
