"""Schedules: when questions come."""

from sqlalchemy import Connection, select, update

from bot.model.schedule import Schedule
from bot.store.database import Record, Repository, insert
from bot.store.tables import schedules
from bot.store.teams import rests


class SqlSchedules(Repository):
    """Schedules of channels."""

    async def save_schedule(self, schedule: Schedule) -> None:
        """Write a schedule, replacing the one of the same channel and slot."""

        def work(connection: Connection) -> None:
            key = {
                "team_id": schedule.team_id,
                "channel_id": schedule.channel_id,
                "slot": schedule.slot,
            }
            values = {
                "sheet_id": schedule.sheet_id,
                "opens": schedule.opens,
                "reveals": schedule.reveals,
                "zone": schedule.zone,
                "days": schedule.days,
                "next_at": schedule.next_at,
                "channel_name": schedule.channel_name,
                "made_by": schedule.made_by,
                "paused": schedule.paused,
                "resting": rests(connection, schedule.team_id),
            }
            connection.execute(
                insert(connection, schedules)
                .values(**key, **values)
                .on_conflict_do_update(index_elements=list(key), set_=values)
            )

        await self.database.write(work)

    async def schedules(self, team_id: str, channel_id: str) -> tuple[Schedule, ...]:
        """The schedules of a channel, by opening time."""
        query = (
            select(schedules)
            .where(schedules.c.team_id == team_id, schedules.c.channel_id == channel_id)
            .order_by(schedules.c.opens, schedules.c.slot)
        )

        def work(connection: Connection) -> tuple[Schedule, ...]:
            return tuple(schedule_of(row) for row in connection.execute(query))

        return await self.database.look(work)


def advance(connection: Connection, schedule: Schedule) -> None:
    """Move a schedule on to its next instant, unless it was changed or paused since it was read.

    It only ever moves forward: a planner that was held up does not bring back a past day.
    """
    later = (
        schedules.c.next_at.is_not(None)
        if schedule.next_at is None
        else schedules.c.next_at < schedule.next_at
    )
    connection.execute(
        update(schedules)
        .where(
            schedules.c.team_id == schedule.team_id,
            schedules.c.channel_id == schedule.channel_id,
            schedules.c.slot == schedule.slot,
            schedules.c.opens == schedule.opens,
            schedules.c.zone == schedule.zone,
            schedules.c.days == schedule.days,
            later,
        )
        .values(next_at=schedule.next_at)
    )


def schedule_of(row: Record) -> Schedule:
    """The schedule in a row of its table."""
    return Schedule(
        team_id=row.team_id,
        channel_id=row.channel_id,
        sheet_id=row.sheet_id,
        opens=row.opens,
        reveals=row.reveals,
        zone=row.zone,
        days=row.days,
        slot=row.slot,
        next_at=row.next_at,
        channel_name=row.channel_name,
        made_by=row.made_by,
        paused=row.paused,
    )
