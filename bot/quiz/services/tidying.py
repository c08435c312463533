"""Tidying: what nobody needs any more is dropped, now and then."""

from datetime import datetime, timedelta

from bot.quiz.ports import Clock, Store
from bot.quiz.rules.rules import Limits

_EVERY = timedelta(hours=1)


class Tidying:
    """Forgets event keys, undecided proposals and deliveries that were made long ago."""

    def __init__(self, store: Store, clock: Clock, limits: Limits) -> None:
        self._store = store
        self._clock = clock
        self._limits = limits
        self._last: datetime | None = None

    async def tidy(self) -> None:
        """Tidy up if that was not done within the hour; several processes may do it at once."""
        now = self._clock.now()
        if self._last is not None and now - self._last < _EVERY:
            return
        self._last = now
        await self._store.forget_keys(now - self._limits.keys_kept)
        await self._store.forget_proposals(now - self._limits.proposals_kept)
        await self._store.forget_deliveries(now - self._limits.deliveries_kept)
