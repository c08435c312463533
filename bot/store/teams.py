"""Teams, and whether they rest."""

from sqlalchemy import Connection, select, update

from bot.model.team import Team
from bot.store.database import Repository, insert
from bot.store.tables import deliveries, schedules, teams


class SqlTeams(Repository):
    """Teams."""

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
