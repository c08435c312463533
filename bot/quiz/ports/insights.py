"""The part of the store that tells how a team's quiz goes; see `bot.quiz.ports.store`."""

from datetime import date
from typing import Protocol

from bot.model.insight import Insights


class InsightSource(Protocol):
    """Numbers over all closed rounds of a team."""

    async def insights(self, team_id: str, first: date) -> Insights:
        """How the rounds since a local day went, those left out that are still open or void."""
        ...
