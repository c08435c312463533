"""Members of a team."""

from sqlalchemy import Connection, select

from bot.model.team import Member
from bot.store.database import Repository, insert
from bot.store.tables import members


class SqlMembers(Repository):
    """Members, under the name that their platform last showed."""

    async def save_member(self, member: Member) -> None:
        """Write a member whole, replacing one that exists."""

        def work(connection: Connection) -> None:
            values = {
                "name": member.name,
                "hidden": member.hidden,
                "quizmaster": member.quizmaster,
            }
            connection.execute(
                insert(connection, members)
                .values(team_id=member.team_id, member_id=member.id, **values)
                .on_conflict_do_update(
                    index_elements=[members.c.team_id, members.c.member_id], set_=values
                )
            )

        await self.database.write(work)

    async def greet(self, team_id: str, member_id: str, name: str) -> None:
        """Write the name that a member has now, or a new member; their settings stay."""

        def work(connection: Connection) -> None:
            meet(connection, team_id, member_id, name)

        await self.database.write(work)

    async def member(self, team_id: str, member_id: str) -> Member | None:
        """The member, or None if never seen."""

        def work(connection: Connection) -> Member | None:
            row = connection.execute(
                select(members).where(
                    members.c.team_id == team_id, members.c.member_id == member_id
                )
            ).one_or_none()
            if row is None:
                return None
            return Member(row.team_id, row.member_id, row.name, row.hidden, row.quizmaster)

        return await self.database.look(work)


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
