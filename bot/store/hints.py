"""Hints that members took."""

from datetime import datetime

from sqlalchemy import Connection

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
