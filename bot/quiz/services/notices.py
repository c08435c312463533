"""Notices: words to one person in private, delivered as dependably as a post."""

from collections.abc import Callable

from bot.model.message import Button
from bot.quiz.ports import Clock, Store
from bot.quiz.rules import deliveries


class Notices:
    """Owes people a word, and wakes whoever delivers it."""

    def __init__(self, store: Store, clock: Clock, wake: Callable[[], None]) -> None:
        self._store = store
        self._clock = clock
        self._wake = wake

    async def tell(
        self,
        team_id: str,
        channel_id: str,
        member_id: str,
        words: str,
        *,
        key: str,
        buttons: tuple[Button, ...] = (),
        round_id: str = "",
    ) -> None:
        """Owe a word to one member about a channel; the same key again owes nothing more."""
        await self._store.owe(
            deliveries.notice(
                team_id,
                channel_id,
                member_id,
                words,
                key=key,
                now=self._clock.now(),
                round_id=round_id,
                buttons=buttons,
            )
        )
        self._wake()

    async def tell_quizmasters(
        self,
        team_id: str,
        channel_id: str,
        words: str,
        *,
        key: str,
        buttons: tuple[Button, ...] = (),
    ) -> bool:
        """Owe a word to everybody who set the quiz up in a channel; False if nobody did.

        `key` is at most 24 characters: of several people each has one of their own.
        """
        schedules = await self._store.schedules(team_id, channel_id)
        told = sorted({schedule.made_by for schedule in schedules if schedule.made_by})
        for number, member_id in enumerate(told):
            own = f"{key}{number}" if number else key
            await self.tell(team_id, channel_id, member_id, words, key=own, buttons=buttons)
        return bool(told)
