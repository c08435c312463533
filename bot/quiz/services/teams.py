"""Teams: those that let the bot in, and those that sent it away."""

from collections.abc import Callable

from bot.model.team import Team
from bot.quiz.ports import Store


class Teams:
    """Notes who came and who left; both are the only ways to pause a team and to wake it."""

    def __init__(self, store: Store, wake: Callable[[], None]) -> None:
        self._store = store
        self._wake = wake

    async def arrived(self, team: Team) -> None:
        """A team installed the bot or let it in again."""
        await self._store.arrived(team.id, team.name)
        self._wake()

    async def left(self, team_id: str, reason: str, seen: int | None = None) -> bool:
        """A team removed the bot; what it has is kept, and nothing is sent.

        `seen` is how often it had let the bot in when that was noticed: whoever has come back
        since stays. Returns whether the team is paused.
        """
        return await self._store.left(team_id, reason, seen)
