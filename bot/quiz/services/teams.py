"""Teams: those that let the bot in, and those that sent it away."""

from collections.abc import Callable
from dataclasses import replace

from bot.model.team import Team
from bot.quiz.ports import Store


class Teams:
    """Notes who came and who left."""

    def __init__(self, store: Store, wake: Callable[[], None]) -> None:
        self._store = store
        self._wake = wake

    async def arrived(self, team: Team) -> None:
        """A team installed the bot or let it in again."""
        await self._store.save_team(replace(team, paused=""))
        self._wake()

    async def left(self, team_id: str, reason: str) -> None:
        """A team removed the bot; what it has is kept, and nothing is sent."""
        known = await self._store.team(team_id)
        await self._store.save_team(replace(known or Team(team_id), paused=reason))
