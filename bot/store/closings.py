"""The end of rounds, and the count that their posts show until then."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, select, update

from bot.model.delivery import Delivery
from bot.model.round import Round, RoundState
from bot.store.database import Repository
from bot.store.debts import owe_all
from bot.store.rounds import round_of
from bot.store.tables import round_is_open, round_shows_old_count, rounds
from bot.store.teams import rests


class SqlClosings(Repository):
    """Open rounds: those to close, and those whose post shows an old count."""

    async def due_closings(self, now: datetime, limit: int) -> tuple[Round, ...]:
        """Of all teams: open rounds with `closes_at <= now`, the longest due first."""
        async with self.database.reading() as connection:
            rows = await connection.execute(
                select(rounds)
                .where(round_is_open, rounds.c.closes_at <= now)
                .order_by(rounds.c.closes_at)
                .limit(limit)
            )
            return tuple(round_of(row) for row in rows)

    async def close(self, round_: Round, owed: tuple[Delivery, ...], now: datetime) -> bool:
        """Close an open round and owe its close and reveal; False if it was not open."""

        def work(connection: Connection) -> bool:
            resting = rests(connection, round_.team_id)
            closed = connection.execute(
                update(rounds).where(still_open(round_)).values(state=RoundState.CLOSED.value)
            )
            if closed.rowcount == 0:
                return False
            owe_all(connection, owed, resting=resting)
            return True

        return await self.database.write(work)

    async def stale_counts(self, before: datetime, limit: int) -> tuple[Round, ...]:
        """Open rounds whose post shows an old count and was last refreshed before an instant."""
        async with self.database.reading() as connection:
            rows = await connection.execute(
                select(rounds)
                .where(round_shows_old_count, rounds.c.shown_at < before)
                .order_by(rounds.c.shown_at)
                .limit(limit)
            )
            return tuple(round_of(row) for row in rows)

    async def refresh_count(self, round_: Round, now: datetime) -> bool:
        """Claim the refresh of a round's count; of several processes exactly one hears True.

        The claim is for the count in `round_`: whoever answers later is for the next refresh.
        """

        def work(connection: Connection) -> bool:
            claimed = connection.execute(
                update(rounds)
                .where(still_open(round_), rounds.c.shown < round_.answered)
                .values(shown=round_.answered, shown_at=now)
            )
            return claimed.rowcount == 1

        return await self.database.write(work)


def still_open(round_: Round) -> ColumnElement[bool]:
    """The row of this round, if it is open."""
    return and_(rounds.c.team_id == round_.team_id, rounds.c.round_id == round_.id, round_is_open)
