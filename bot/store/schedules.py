"""Schedules: when questions come, and who changed that."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, true, update

from bot.model.delivery import Delivery
from bot.model.schedule import Schedule
from bot.quiz.ports.schedules import Changed, Moved
from bot.store.channels import has_history, let_wait, take_along, write_off
from bot.store.database import Record, Repository, insert
from bot.store.debts import owe_all
from bot.store.schedule_rows import named, row_of, unchanged
from bot.store.tables import round_is_untold, rounds, schedules
from bot.store.teams import hold, rests
from bot.store.withdrawals import still_coming, withdrawn

_OF_CHANNEL = (
    select(schedules)
    .where(schedules.c.team_id == bindparam("team"), schedules.c.channel_id == bindparam("channel"))
    .order_by(schedules.c.opens, schedules.c.slot)
)


_OF_TEAM = (
    select(schedules)
    .where(schedules.c.team_id == bindparam("team"))
    .order_by(schedules.c.channel_id, schedules.c.opens, schedules.c.slot)
)


class SqlSchedules(Repository):
    """Schedules of channels.

    Writes hold the row of the schedule first, then the deliveries and rounds that they take back:
    whoever plans from it at the same time comes before, and is seen, or after, and sees.
    """

    async def begin_schedule(self, schedule: Schedule) -> bool:
        """Write the first schedule of a channel and slot; False if there is one."""

        def work(connection: Connection) -> bool:
            resting = rests(connection, schedule.team_id)
            written = connection.execute(
                insert(connection, schedules)
                .values(**values_of(schedule), resting=resting)
                .on_conflict_do_nothing()
            )
            return written.rowcount == 1

        return await self.database.write(work)

    async def reschedule(self, wanted: Schedule, seen: int | None) -> Changed | None:
        """Let a schedule ask as it is wanted, if the version that was seen stands there."""

        def work(connection: Connection) -> Changed | None:
            before = _held(connection, wanted.team_id, wanted.channel_id, wanted.slot)
            if before is None or seen not in (None, before.version):
                return None
            after = replace(
                before,
                sheet_id=wanted.sheet_id,
                opens=wanted.opens,
                reveals=wanted.reveals,
                zone=wanted.zone,
                days=wanted.days,
                next_at=wanted.next_at,
                channel_name=wanted.channel_name,
                made_by=wanted.made_by,
                changed_by=wanted.changed_by,
                paused="",
                rests="",
            )
            if before.rests:
                let_wait(connection, before, waiting=rests(connection, before.team_id))
            return _change(connection, before, after)

        return await self.database.write(work)

    async def choose_sheet(
        self, team_id: str, channel_id: str, slot: str, sheet_id: str, by: str
    ) -> Changed | None:
        """Let a schedule ask from a sheet, and change nothing else of it."""

        def work(connection: Connection) -> Changed | None:
            before = _held(connection, team_id, channel_id, slot)
            if before is None:
                return None
            if before.sheet_id == sheet_id:
                return Changed(before, before, coming=still_coming(connection, before))
            after = replace(before, sheet_id=sheet_id, changed_by=by)
            return _change(connection, before, after)

        return await self.database.write(work)

    async def pause(
        self, team_id: str, channel_id: str, slot: str, why: str, by: str
    ) -> Changed | None:
        """Let a schedule rest, and change nothing else of it."""

        def work(connection: Connection) -> Changed | None:
            before = _held(connection, team_id, channel_id, slot)
            if before is None:
                return None
            if before.paused:
                return Changed(before, before, coming=still_coming(connection, before))
            # A quiz that rests is still looked at: what waits for its channel must have an end.
            next_at = before.next_at if before.rests else None
            after = replace(before, next_at=next_at, paused=why, changed_by=by)
            return _change(connection, before, after)

        return await self.database.write(work)

    async def rest(self, read: Schedule, why: str, owed: tuple[Delivery, ...] = ()) -> bool:
        """Let a schedule rest that stands as it was read."""

        def work(connection: Connection) -> bool:
            return _laid_to_rest(connection, read, why, None, owed)

        return await self.database.write(work)

    async def keep_out(
        self, read: Schedule, why: str, look_at: datetime | None, owed: tuple[Delivery, ...]
    ) -> bool:
        """Let a schedule rest whose channel is closed to the bot, with all that is owed there."""

        def work(connection: Connection) -> bool:
            if not _laid_to_rest(connection, read, why, look_at, owed):
                return False
            let_wait(connection, read, waiting=True)
            return True

        return await self.database.write(work)

    async def let_wait(self, read: Schedule) -> bool:
        """Let wait what is owed by now to the channel of a schedule that rests."""

        def work(connection: Connection) -> bool:
            if _held(connection, read.team_id, read.channel_id, read.slot) != read:
                return False
            let_wait(connection, read, waiting=True)
            return True

        return await self.database.write(work)

    async def set_free(self, read: Schedule, why: str, owed: tuple[Delivery, ...]) -> bool:
        """Note that nothing stands in the way of a schedule that rests."""

        def work(connection: Connection) -> bool:
            resting = rests(connection, read.team_id)
            noted = connection.execute(
                update(schedules).where(unchanged(read), schedules.c.rests != why).values(rests=why)
            )
            if noted.rowcount:
                owe_all(connection, owed, resting=resting)
            return noted.rowcount == 1

        return await self.database.write(work)

    async def stay_out(
        self,
        read: Schedule,
        why: str,
        look_at: datetime | None,
        now: datetime,
        owed: tuple[Delivery, ...] = (),
    ) -> bool:
        """Let a schedule that rests go on resting, and give up what waited for its channel."""

        def work(connection: Connection) -> bool:
            resting = rests(connection, read.team_id)
            kept = connection.execute(
                update(schedules)
                .where(unchanged(read), schedules.c.rests != "")
                .values(rests=why, next_at=look_at)
            )
            if kept.rowcount == 0:
                return False
            write_off(connection, read.team_id, why, now, read.channel_id)
            owe_all(connection, owed, resting=resting)
            return True

        return await self.database.write(work)

    async def rename_channel(self, team_id: str, channel_id: str, name: str) -> None:
        """Write the name that a channel has now where it will be read."""

        def work(connection: Connection) -> None:
            for table, which in ((schedules, true()), (rounds, round_is_untold)):
                connection.execute(
                    update(table)
                    .where(table.c.team_id == team_id, table.c.channel_id == channel_id, which)
                    .values(channel_name=name)
                )

        await self.database.write(work)

    async def move(self, read: Schedule, channel_id: str, channel_name: str, by: str) -> Moved:
        """Take the quiz of a channel to another one, with its history."""

        def work(connection: Connection) -> Moved:
            hold(connection, read.team_id)
            before = _held(connection, read.team_id, read.channel_id, read.slot)
            if before is None or before.version != read.version:
                return Moved.CHANGED
            if has_history(connection, read.team_id, channel_id):
                return Moved.TAKEN
            take_along(connection, read.team_id, (read.channel_id, channel_id), channel_name)
            connection.execute(
                update(schedules)
                .where(schedules.c.team_id == read.team_id, schedules.c.channel_id == channel_id)
                .values(version=schedules.c.version + 1, changed_by=by)
            )
            return Moved.DONE

        return await self.database.write(work)

    async def team_schedules(self, team_id: str) -> tuple[Schedule, ...]:
        """All schedules of a team."""

        def work(connection: Connection) -> tuple[Schedule, ...]:
            return tuple(map(schedule_of, connection.execute(_OF_TEAM, {"team": team_id})))

        return await self.database.look(work)

    async def schedules(self, team_id: str, channel_id: str) -> tuple[Schedule, ...]:
        """The schedules of a channel, by opening time."""
        where = {"team": team_id, "channel": channel_id}

        def work(connection: Connection) -> tuple[Schedule, ...]:
            return tuple(map(schedule_of, connection.execute(_OF_CHANNEL, where)))

        return await self.database.look(work)


def _laid_to_rest(
    connection: Connection,
    read: Schedule,
    why: str,
    look_at: datetime | None,
    owed: tuple[Delivery, ...],
) -> bool:
    """Let a schedule rest that stands as it was read, and owe the word."""
    resting = rests(connection, read.team_id)
    laid = connection.execute(
        update(schedules)
        .where(unchanged(read))
        .values(
            next_at=look_at,
            rests=why,
            version=read.version + 1,
            changed_by=read.changed_by if read.paused else "",
        )
    )
    if laid.rowcount == 0:
        return False
    owe_all(connection, owed, resting=resting)
    return True


def _change(connection: Connection, before: Schedule, after: Schedule) -> Changed:
    """Write what differs, one version on, and take back what was planned from what stood before.

    The hour of a round that was taken back is due again, unless the change says when to ask.
    """
    hours = withdrawn(connection, before)
    # The next instant of one that rests is that of a look, and brings no question.
    running = after.next_at is not None and after.next_at == before.next_at and not after.rests
    if hours and running:
        after = replace(after, next_at=min(hours))
    after = replace(after, version=before.version + 1)
    connection.execute(update(schedules).where(row_of(before)).values(**values_of(after)))
    return Changed(before, after, len(hours), still_coming(connection, after))


def _held(connection: Connection, team_id: str, channel_id: str, slot: str) -> Schedule | None:
    """The schedule as it stays until the transaction ends, whoever else would change it."""
    row = connection.execute(
        select(schedules).where(named(team_id, channel_id, slot)).with_for_update()
    ).one_or_none()
    return None if row is None else schedule_of(row)


def values_of(schedule: Schedule) -> dict[str, object]:
    """The row of a schedule, but whether its team rests."""
    return {
        "team_id": schedule.team_id,
        "channel_id": schedule.channel_id,
        "slot": schedule.slot,
        "sheet_id": schedule.sheet_id,
        "opens": schedule.opens,
        "reveals": schedule.reveals,
        "zone": schedule.zone,
        "days": schedule.days,
        "next_at": schedule.next_at,
        "channel_name": schedule.channel_name,
        "made_by": schedule.made_by,
        "paused": schedule.paused,
        "rests": schedule.rests,
        "version": schedule.version,
        "changed_by": schedule.changed_by,
    }


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
        rests=row.rests,
        version=row.version,
        changed_by=row.changed_by,
    )
