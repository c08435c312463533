"""Tidying: what nobody needs any more is dropped, and what was left undone is done, now and then."""

from datetime import datetime, timedelta

from bot.quiz.ports import Clock, Store
from bot.quiz.rules.rules import Limits
from bot.quiz.services.appealing import Appealing
from bot.quiz.services.judging import Judging

_EVERY = timedelta(hours=1)
_UNFINISHED_EVERY = timedelta(minutes=1)


class Tidying:
    """Forgets event keys, undecided proposals and deliveries that were made long ago, reminds of
    appeals that nobody decides, and carries out decisions that a process left half done.
    """

    def __init__(
        self, store: Store, clock: Clock, limits: Limits, appealing: Appealing, judging: Judging
    ) -> None:
        self._store = store
        self._clock = clock
        self._limits = limits
        self._appealing = appealing
        self._judging = judging
        self._last: datetime | None = None
        self._looked: datetime | None = None

    async def tidy(self) -> None:
        """Tidy up if that was not done within the hour; several processes may do it at once."""
        now = self._clock.now()
        if self._looked is None or now - self._looked >= _UNFINISHED_EVERY:
            self._looked = now
            await self._judging.carry_out_all()
        if self._last is not None and now - self._last < _EVERY:
            return
        self._last = now
        await self._appealing.remind()
        await self._store.forget_keys(now - self._limits.keys_kept)
        await self._store.forget_audit(now - self._limits.audit_kept, now - self._limits.words_kept)
        await self._store.forget_proposals(now - self._limits.proposals_kept)
        await self._store.forget_deliveries(now - self._limits.deliveries_kept)
