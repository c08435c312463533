"""The agenda: what is due over all teams, and the next instant at which something will be."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, false, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.quiz.ports.outbox import Due
from bot.store.database import Repository
from bot.store.rounds import round_of
from bot.store.schedules import schedule_of
from bot.store.tables import (
    deliveries,
    delivery_waits,
    round_is_open,
    round_shows_old_count,
    rounds,
    schedule_waits,
    schedules,
)

_SCHEDULES = select(schedules).where(schedule_waits).order_by(schedules.c.next_at)
_CLOSINGS = select(rounds).where(round_is_open).order_by(rounds.c.closes_at)
_COUNTS = select(rounds).where(round_shows_old_count).order_by(rounds.c.shown_at)


class SqlAgenda(Repository):
    """What comes when; each question walks along an index that holds only what waits."""

    async def due(
        self, platforms: frozenset[str], now: datetime, counted_before: datetime, limit: int
    ) -> Due:
        """What is due at `now`, at most `limit` of each kind, seen at one moment."""
        waiting = _SCHEDULES.where(schedules.c.next_at <= now).limit(limit)
        closing = _CLOSINGS.where(rounds.c.closes_at <= now).limit(limit)
        counted = _COUNTS.where(rounds.c.shown_at < counted_before, _shown_by(platforms))

        def work(connection: Connection) -> Due:
            return Due(
                schedules=tuple(map(schedule_of, connection.execute(waiting))),
                closings=tuple(map(round_of, connection.execute(closing))),
                counts=tuple(map(round_of, connection.execute(counted.limit(limit)))),
                deliveries=any(
                    connection.scalar(_ready(platform, now)) is not None for platform in platforms
                ),
            )

        return await self.database.look(work)

    async def next_instant(self, platforms: frozenset[str] | None = None) -> datetime | None:
        """The earliest instant at which a schedule, a closing or a delivery becomes due.

        Of deliveries, those of the given platforms count; None counts them all.
        """
        async with self.database.reading() as connection:
            served = await _platforms(connection) if platforms is None else sorted(platforms)
            firsts = [
                _SCHEDULES.with_only_columns(schedules.c.next_at).limit(1),
                _CLOSINGS.with_only_columns(rounds.c.closes_at).limit(1),
                *(_ready(platform) for platform in served),
            ]
            row = (await connection.execute(select(*(f.scalar_subquery() for f in firsts)))).one()
        return min((instant for instant in row if instant is not None), default=None)


def _shown_by(platforms: frozenset[str]) -> ColumnElement[bool]:
    """The rounds of teams on these platforms."""
    served = (rounds.c.team_id.startswith(f"{each}:", autoescape=True) for each in platforms)
    return or_(false(), *served)


def _ready(platform: str, by: datetime | None = None) -> Select[*tuple[Any, ...]]:
    """When the next delivery of a platform is ready, if that is so by an instant."""
    query = select(deliveries.c.ready_at).where(deliveries.c.platform == platform, delivery_waits)
    if by is not None:
        query = query.where(deliveries.c.ready_at <= by)
    return query.order_by(deliveries.c.ready_at).limit(1)


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
