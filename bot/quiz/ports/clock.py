"""The port through which time reaches the game."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The present instant, and waiting for a later one.

    A clock may jump forward (the playground's does); it never goes back.
    """

    def now(self) -> datetime:
        """The present instant, timezone-aware, in UTC."""
        ...

    async def sleep_until(self, instant: datetime) -> None:
        """Return once `now() >= instant`, at once if it is past; a jump ends the wait."""
        ...
