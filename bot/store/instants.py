"""The next instant at which there is something to do."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Repository
from bot.store.tables import (
    deliveries,
    delivery_waits,
    round_is_open,
    rounds,
    schedule_waits,
    schedules,
)


class SqlInstants(Repository):
    """What comes next, over all teams."""

    async def next_instant(self, platforms: frozenset[str] | None = None) -> datetime | None:
        """The earliest instant at which a schedule, a closing or a delivery becomes due.

        Of deliveries, those of the given platforms count; None counts them all.
        """
        async with self.database.reading() as connection:
            served = await _platforms(connection) if platforms is None else sorted(platforms)
            firsts = [
                select(schedules.c.next_at)
                .where(schedule_waits)
                .order_by(schedules.c.next_at)
                .limit(1),
                select(rounds.c.closes_at)
                .where(round_is_open)
                .order_by(rounds.c.closes_at)
                .limit(1),
                *(
                    select(deliveries.c.ready_at)
                    .where(deliveries.c.platform == platform, delivery_waits)
                    .order_by(deliveries.c.ready_at)
                    .limit(1)
                    for platform in served
                ),
            ]
            row = (await connection.execute(select(*(f.scalar_subquery() for f in firsts)))).one()
        return min((instant for instant in row if instant is not None), default=None)


async def _platforms(connection: AsyncConnection) -> list[str]:
    """The platforms for which something is owed, by hops along the index."""
    found: list[str] = []
    after = ""
    while True:
        platform: str | None = await connection.scalar(
            select(deliveries.c.platform)
            .where(deliveries.c.platform > after, delivery_waits)
            .order_by(deliveries.c.platform)
            .limit(1)
        )
        if platform is None:
            return found
        found.append(platform)
        after = platform
