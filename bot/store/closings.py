"""The end of rounds, and the count that their posts show until then."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, update

from bot.model.delivery import Delivery
from bot.model.round import Round, RoundState
from bot.store.database import Repository
from bot.store.debts import owe_all
from bot.store.tables import round_is_open, rounds
from bot.store.teams import rests


class SqlClosings(Repository):
    """Open rounds: closing them, and the counts that their posts show."""

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
