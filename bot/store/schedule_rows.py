"""The row of a schedule: by its names, and as long as it stands as it was read."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, update

from bot.model.schedule import Schedule
from bot.store.tables import schedules


def named(team_id: str, channel_id: str, slot: str) -> ColumnElement[bool]:
    """The schedule of a channel and slot."""
    return and_(
        schedules.c.team_id == team_id,
        schedules.c.channel_id == channel_id,
        schedules.c.slot == slot,
    )


def row_of(schedule: Schedule) -> ColumnElement[bool]:
    """The row of a schedule, whatever became of it."""
    return named(schedule.team_id, schedule.channel_id, schedule.slot)


def unchanged(read: Schedule) -> ColumnElement[bool]:
    """The row of a schedule that nobody has changed or moved on since it was read."""
    as_read = (schedules.c.version == read.version, schedules.c.next_at == read.next_at)
    return and_(row_of(read), *as_read)


def moved_on(connection: Connection, read: Schedule, next_at: datetime | None) -> bool:
    """Move a schedule on to its next instant; False, changing nothing, if it does not stand as it
    was read. It then stays as it is until the transaction ends.
    """
    moved = connection.execute(update(schedules).where(unchanged(read)).values(next_at=next_at))
    return moved.rowcount == 1
