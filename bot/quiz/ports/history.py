"""The part of the store that looks back: what members said, and what it added up to. The rules of
`store.py` hold here too.
"""

from datetime import date
from typing import Protocol

from bot.model.answer import Answer
from bot.model.board import Standing
from bot.model.play import Play
from bot.model.round import Round


class History(Protocol):
    """What members said, round by round and day by day, and the points of it."""

    async def history(
        self, team_id: str, member_id: str, limit: int
    ) -> tuple[tuple[Round, Answer], ...]:
        """The rounds in which a member answered, newest first, each with their best answer."""
        ...

    async def said_since(
        self, team_id: str, member_id: str, first: date, limit: int, skipped: int = 0
    ) -> tuple[Play, ...]:
        """What a member did in the rounds in which they answered, from a local day on, the newest
        first: at most `limit` rounds, after the first `skipped` of them.
        """
        ...

    async def answered_days(
        self, team_id: str, channel_id: str, member_id: str, *, closed: bool = False
    ) -> tuple[date, ...]:
        """The local days on which the member answered in the channel, oldest first; with
        `closed`, only in rounds that are closed, for what others may see.
        """
        ...

    async def standings(
        self,
        team_id: str,
        channel_id: str,
        first: date | None,
        last: date,
        viewer: str = "",
        *,
        live: bool = False,
    ) -> tuple[Standing, ...]:
        """Every member who answered in the channel between two local days, both included,
        with the sum of their points and their days; no first day means since the beginning.

        Points and days are those of closed rounds. What open rounds brought stands beside it, as
        `open_points`: for the `viewer` alone, who has a row even if they have nothing else, or
        with `live` for everybody whom they brought points, whatever the day of the round. A miss
        is never seen there: who has nothing else has no row.
        """
        ...
