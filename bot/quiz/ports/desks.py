"""The part of the store that knows how quizmasters hear of what waits; see
`bot.quiz.ports.store`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Desk:
    """How a team's quizmasters hear of what waits for them."""

    channel_id: str = ""
    """The channel in which they gather; empty while each is told in private."""
    channel_name: str = ""
    told_at: datetime | None = None
    """When they were told last, or will be."""


class Desks(Protocol):
    """Where quizmasters are told, and when."""

    async def desk(self, team_id: str) -> Desk:
        """How the team's quizmasters hear of what waits."""
        ...

    async def set_desk(self, team_id: str, channel_id: str, channel_name: str) -> None:
        """Gather them in a channel, or with an empty one tell each in private."""
        ...

    async def hasten_gathered(self, team_id: str, now: datetime) -> bool:
        """Send the gathered words of a team now that wait for their time; False if there are none."""
        ...
