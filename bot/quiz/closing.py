"""Closing: when a round's time is over, it takes no more answers and owes its reveal."""

from bot.model.round import Round
from bot.quiz import owed
from bot.quiz.ports import Clock, Store

_BATCH = 100


class Closing:
    """Closes rounds at their time, or when a quizmaster says so."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def close_due(self) -> int:
        """Close what is due, at most a batch; returns how many rounds were due."""
        due = await self._store.due_closings(self._clock.now(), _BATCH)
        for round_ in due:
            await self.close(round_)
        return len(due)

    async def close(self, round_: Round) -> bool:
        """Close one round now; False if somebody else did."""
        now = self._clock.now()
        return await self._store.close(round_, owed.ending(round_, now), now)
