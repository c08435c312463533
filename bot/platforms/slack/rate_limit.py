"""Posting no faster than Slack allows: about one a second and channel, and so many a workspace."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.quiz.ports.chat import Busy

PATIENCE = 4.0
"""Seconds that a post waits its turn here; for longer ones the outbox is told to come back."""
_GAP = 1.0
_BURST = 10
_REMEMBERED = 20_000


class RateLimit:
    """Turns by channel and by workspace, and the rests that Slack ordered.

    `now` (seconds, never going back) and `sleep` are handed in so that tests need not wait.
    """

    def __init__(
        self,
        posts_per_minute: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._interval = 60.0 / posts_per_minute
        self._now = now
        self._sleep = sleep
        self._channels: dict[tuple[str, str], float] = {}
        self._teams: dict[str, float] = {}
        self._rests: dict[tuple[str, str], float] = {}

    async def turn(self, team_id: str, channel_id: str) -> None:
        """Wait for the turn to post in a channel; raises `Busy` if that is far off.

        A turn that is refused is not taken from anybody else.
        """
        now = self._now()
        place = (team_id, channel_id)
        full = self._teams.get(team_id, now)
        at = max(now, self._channels.get(place, now), full - _BURST * self._interval)
        if at - now > PATIENCE:
            raise Busy(at - now)
        self._channels[place] = at + _GAP
        self._teams[team_id] = max(full, now) + self._interval
        self._forget(now)
        if at > now:
            await self._sleep(at - now)

    def rest(self, team_id: str, method: str, seconds: float) -> None:
        """Slack ordered a rest from a method in a workspace."""
        self._rests[team_id, method] = self._now() + seconds

    async def rested(self, team_id: str, method: str) -> None:
        """Wait until an ordered rest is over; raises `Busy` if that is far off."""
        left = self._rests.get((team_id, method), 0.0) - self._now()
        if left > PATIENCE:
            raise Busy(left)
        if left > 0:
            await self._sleep(left)

    def _forget(self, now: float) -> None:
        if len(self._channels) > _REMEMBERED:
            self._channels = {place: at for place, at in self._channels.items() if at > now}
