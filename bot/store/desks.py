"""Desks: how a team's quizmasters hear of what waits for them, gathered."""

from datetime import datetime

from sqlalchemy import Connection, null, select, update

from bot.model.delivery import DeliveryKind
from bot.quiz.ports.desks import Desk
from bot.store.database import Repository, insert
from bot.store.decision_tables import desks
from bot.store.tables import deliveries, delivery_is_open


class SqlDesks(Repository):
    """Where quizmasters are told, and when they were last."""

    async def desk(self, team_id: str) -> Desk:
        """How the team's quizmasters hear of what waits."""

        def work(connection: Connection) -> Desk:
            return _desk(connection, team_id)

        return await self.database.look(work)

    async def set_desk(self, team_id: str, channel_id: str, channel_name: str) -> None:
        """Gather them in a channel, or with an empty one tell each in private."""
        place = {"channel_id": channel_id, "channel_name": channel_name}

        def work(connection: Connection) -> None:
            connection.execute(
                insert(connection, desks)
                .values(team_id=team_id, **place)
                .on_conflict_do_update(index_elements=[desks.c.team_id], set_=place)
            )

        await self.database.write(work)

    async def hasten_gathered(self, team_id: str, now: datetime) -> bool:
        """Send the gathered words of a team now that wait for their time."""

        def work(connection: Connection) -> bool:
            told = _desk(connection, team_id).told_at
            if told is None or told <= now:
                return False
            connection.execute(
                update(deliveries)
                .where(
                    deliveries.c.team_id == team_id,
                    deliveries.c.kind == DeliveryKind.APPEALS.value,
                    delivery_is_open,
                    deliveries.c.leased_until.is_(None),
                )
                .values(due_at=now, ready_at=now)
            )
            connection.execute(update(desks).where(desks.c.team_id == team_id).values(told_at=now))
            return True

        return await self.database.write(work)


def gathered(
    connection: Connection, team_id: str, now: datetime, gather: datetime
) -> datetime | None:
    """When quizmasters hear of what came now; None if words that wait will tell of it."""
    connection.execute(
        insert(connection, desks)
        .values(team_id=team_id, channel_id="", channel_name="", told_at=null())
        .on_conflict_do_nothing()
    )
    told = connection.scalar(
        select(desks.c.told_at).where(desks.c.team_id == team_id).with_for_update()
    )
    if told is not None and told > now:
        return None
    due_at = now if told is None or told <= gather else told + (now - gather)
    connection.execute(update(desks).where(desks.c.team_id == team_id).values(told_at=due_at))
    return due_at


def _desk(connection: Connection, team_id: str) -> Desk:
    row = connection.execute(select(desks).where(desks.c.team_id == team_id)).one_or_none()
    return Desk(row.channel_id, row.channel_name, row.told_at) if row else Desk()
