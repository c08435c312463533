"""Teams and whether they rest, their members, and the events that were heard from them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    not_,
    select,
    true,
    update,
)

from bot.model.team import Member, Team
from bot.quiz.ports.teams import Back
from bot.store.channels import PUBLIC, write_off
from bot.store.database import Record, Repository, insert
from bot.store.debts import owe_all
from bot.store.tables import deliveries, event_keys, members, schedules, teams

TEAM_MET = (
    select(teams.c.team_id).where(teams.c.team_id == bindparam("team")).exists().label("team_met")
)
"""Whether a team was ever met."""
MEMBER_NAME = (
    select(members.c.name)
    .where(members.c.team_id == bindparam("team"), members.c.member_id == bindparam("member"))
    .scalar_subquery()
    .label("member_name")
)
"""The name under which a member is known; null if they were never met."""


class SqlTeams(Repository):
    """Teams, members under the name that their platform last showed, and event keys."""

    async def arrived(self, team_id: str, name: str, back: Back | None = None) -> None:
        """Note that a team let the bot in; if it is `back`, what ran before it left rests."""

        def work(connection: Connection) -> None:
            if back is not None and rests(connection, team_id):
                _lay_to_rest(connection, team_id, back)
            values = {"paused": "", "arrivals": teams.c.arrivals + 1}
            if name:
                values["name"] = name
            connection.execute(
                insert(connection, teams)
                .values(team_id=team_id, name=name, paused="", arrivals=1)
                .on_conflict_do_update(index_elements=[teams.c.team_id], set_=values)
            )
            _let_rest(connection, team_id, resting=False)

        await self.database.write(work)

    async def left(self, team_id: str, why: str, seen: int | None = None) -> bool:
        """Pause a team that shut the bot out; False if it has let it in again since it was seen."""
        as_seen = true() if seen is None else teams.c.arrivals == seen

        def work(connection: Connection) -> bool:
            paused = connection.execute(
                insert(connection, teams)
                .values(team_id=team_id, name="", paused=why, arrivals=0)
                .on_conflict_do_update(
                    index_elements=[teams.c.team_id], set_={"paused": why}, where=as_seen
                )
            )
            if paused.rowcount:
                _let_rest(connection, team_id, resting=True)
            return paused.rowcount == 1

        return await self.database.write(work)

    async def team(self, team_id: str) -> Team | None:
        """The team, or None."""
        async with self.database.reading() as connection:
            found = await connection.execute(select(teams).where(teams.c.team_id == team_id))
            row = found.one_or_none()
        return None if row is None else Team(row.team_id, row.name, row.paused)

    async def greet(self, team_id: str, member_id: str, name: str, team_name: str = "") -> None:
        """Write the name that a member has now, or a new member, and a team that is new."""

        def work(connection: Connection) -> None:
            found(connection, team_id, team_name)
            meet(connection, team_id, member_id, name)

        await self.database.write(work)

    async def member(self, team_id: str, member_id: str) -> Member | None:
        """The member, or None if never seen."""

        def work(connection: Connection) -> Member | None:
            return _member(connection, team_id, member_id)

        return await self.database.look(work)

    async def set_member(
        self,
        team_id: str,
        member_id: str,
        *,
        hidden: bool | None = None,
        quizmaster: bool | None = None,
        told: bool | None = None,
    ) -> Member | None:
        """Change what is given of a member, and nothing else."""
        given = {"hidden": hidden, "quizmaster": quizmaster, "told": told}
        changes = {name: value for name, value in given.items() if value is not None}

        def work(connection: Connection) -> Member | None:
            connection.execute(update(members).where(*_is(team_id, member_id)).values(**changes))
            return _member(connection, team_id, member_id)

        return await self.database.write(work)

    async def volunteer(self, team_id: str, member_id: str) -> None:
        """Tell a member from now on, unless they said that they do not want it."""

        def work(connection: Connection) -> None:
            silent = (*_is(team_id, member_id), members.c.told.is_(None))
            connection.execute(update(members).where(*silent).values(told=True))

        await self.database.write(work)

    async def retire(self, team_id: str, member_id: str) -> None:
        """Tell a member no more, as if they had never said anything about it."""

        def work(connection: Connection) -> None:
            told = (*_is(team_id, member_id), members.c.told.is_not(None))
            connection.execute(update(members).where(*told).values(told=None))

        await self.database.write(work)

    async def first_time(self, team_id: str, key: str, now: datetime) -> bool:
        """Whether this event key is new; of two concurrent calls exactly one hears True."""

        def work(connection: Connection) -> bool:
            written = connection.execute(
                insert(connection, event_keys)
                .values(team_id=team_id, key=key, heard_at=now)
                .on_conflict_do_nothing()
            )
            return written.rowcount == 1

        return await self.database.write(work)

    async def forget_keys(self, before: datetime) -> None:
        """Drop the event keys heard before an instant."""

        def work(connection: Connection) -> None:
            connection.execute(delete(event_keys).where(event_keys.c.heard_at < before))

        await self.database.write(work)


def _let_rest(connection: Connection, team_id: str, *, resting: bool) -> None:
    """Say so where what is due is looked for, too; what waits for its channel goes on waiting."""
    closed = select(schedules.c.channel_id).where(
        schedules.c.team_id == team_id, schedules.c.rests != ""
    )
    waits = and_(deliveries.c.channel_id.in_(closed), deliveries.c.kind.in_(PUBLIC))
    for table, which in ((schedules, true()), (deliveries, true() if resting else not_(waits))):
        connection.execute(
            update(table)
            .where(table.c.team_id == team_id, table.c.resting != resting, which)
            .values(resting=resting)
        )


def _lay_to_rest(connection: Connection, team_id: str, back: Back) -> None:
    """Let every quiz of a team rest that does not yet; what was owed before is given up."""
    connection.execute(
        update(schedules)
        .where(schedules.c.team_id == team_id, schedules.c.rests == "")
        .values(rests=back.why, next_at=None, version=schedules.c.version + 1, changed_by="")
    )
    write_off(connection, team_id, back.why, back.at)
    owe_all(connection, back.owed, resting=False)


def arrivals_of(connection: Connection, team_ids: Iterable[str]) -> Mapping[str, int]:
    """How often each of some teams let the bot in, of those that were ever met."""
    wanted = sorted(set(team_ids))
    rows = connection.execute(
        select(teams.c.team_id, teams.c.arrivals).where(teams.c.team_id.in_(wanted))
    )
    return {row.team_id: row.arrivals for row in rows}


def _is(team_id: str, member_id: str) -> tuple[ColumnElement[bool], ...]:
    return members.c.team_id == team_id, members.c.member_id == member_id


def _member(connection: Connection, team_id: str, member_id: str) -> Member | None:
    row = connection.execute(select(members).where(*_is(team_id, member_id))).one_or_none()
    if row is None:
        return None
    return member_of(row)


def member_of(row: Record) -> Member:
    """The member in a row of its table."""
    return Member(row.team_id, row.member_id, row.name, row.hidden, row.quizmaster, row.told)


def rests(connection: Connection, team_id: str) -> bool:
    """Whether the team is paused; it stays so until the transaction ends.

    The lock is the first that a write takes, so that no two writes wait for each other.
    """
    paused = connection.scalar(
        select(teams.c.paused).where(teams.c.team_id == team_id).with_for_update(read=True)
    )
    return bool(paused)


def hold(connection: Connection, team_id: str) -> None:
    """Hold a team until the transaction ends: whoever else holds it waits. It is the first lock
    that a write takes; a team that was never met is written for it.
    """
    row = select(teams.c.team_id).where(teams.c.team_id == team_id).with_for_update()
    if connection.scalar(row) is None:
        found(connection, team_id, "")
        connection.scalar(row)


def found(connection: Connection, team_id: str, name: str) -> None:
    """Write a team that was never met; one that was stays as it is."""
    new = insert(connection, teams).values(team_id=team_id, name=name, paused="")
    connection.execute(new.on_conflict_do_nothing())


def meet(connection: Connection, team_id: str, member_id: str, name: str) -> None:
    """Write the name that a member has now, or a new member; a name that is known writes nothing."""
    new = insert(connection, members).values(
        team_id=team_id, member_id=member_id, name=name, hidden=False, quizmaster=False
    )
    connection.execute(
        new.on_conflict_do_update(
            index_elements=[members.c.team_id, members.c.member_id],
            set_={"name": name},
            where=members.c.name != name,
        )
    )
