"""Hints that members took."""

from datetime import datetime

from sqlalchemy import Connection, select

from bot.model.round import Round
from bot.store.database import Repository, insert
from bot.store.tables import hints


class SqlHints(Repository):
    """Who took the hint of which round."""

    async def take_hint(self, round_: Round, member_id: str, now: datetime) -> bool:
        """Remember that a member took the round's hint; False if they had it before."""

        def work(connection: Connection) -> bool:
            taken = connection.execute(
                insert(connection, hints)
                .values(
                    team_id=round_.team_id,
                    round_id=round_.id,
                    member_id=member_id,
                    taken_at=now,
                )
                .on_conflict_do_nothing()
            )
            return taken.rowcount == 1

        return await self.database.write(work)

    async def has_hint(self, team_id: str, round_id: str, member_id: str) -> bool:
        """Whether the member took the round's hint."""
        async with self.database.reading() as connection:
            taken = await connection.scalar(
                select(hints.c.member_id).where(
                    hints.c.team_id == team_id,
                    hints.c.round_id == round_id,
                    hints.c.member_id == member_id,
                )
            )
            return taken is not None
