"""Teams and whether they rest, their members, and the events that were heard from them."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from bot.model.team import Member, Team
from bot.store.database import Repository, insert
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

    async def save_team(self, team: Team) -> None:
        """Write a team, replacing name and pause of one that exists."""

        def work(connection: Connection) -> None:
            values = {"name": team.name, "paused": team.paused}
            connection.execute(
                insert(connection, teams)
                .values(team_id=team.id, **values)
                .on_conflict_do_update(index_elements=[teams.c.team_id], set_=values)
            )
            for table in (schedules, deliveries):
                connection.execute(
                    update(table)
                    .where(table.c.team_id == team.id, table.c.resting != bool(team.paused))
                    .values(resting=bool(team.paused))
                )

        await self.database.write(work)

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
    ) -> Member | None:
        """Change what is given of a member, and nothing else."""
        given = {"hidden": hidden, "quizmaster": quizmaster}
        changes = {name: value for name, value in given.items() if value is not None}

        def work(connection: Connection) -> Member | None:
            connection.execute(update(members).where(*_is(team_id, member_id)).values(**changes))
            return _member(connection, team_id, member_id)

        return await self.database.write(work)

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


def _is(team_id: str, member_id: str) -> tuple[ColumnElement[bool], ...]:
    return members.c.team_id == team_id, members.c.member_id == member_id


def _member(connection: Connection, team_id: str, member_id: str) -> Member | None:
    row = connection.execute(select(members).where(*_is(team_id, member_id))).one_or_none()
    if row is None:
        return None
    return Member(row.team_id, row.member_id, row.name, row.hidden, row.quizmaster)


def rests(connection: Connection, team_id: str) -> bool:
    """Whether the team is paused; it stays so until the transaction ends.

    The lock is the first that a write takes, so that no two writes wait for each other.
    """
    paused = connection.scalar(
        select(teams.c.paused).where(teams.c.team_id == team_id).with_for_update(read=True)
    )
    return bool(paused)


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
