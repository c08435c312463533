"""Quizmasters: who was appointed, who wants to be told, and the groups whose people are some."""

from sqlalchemy import Connection, delete, select

from bot.model.team import Quizmasters, UserGroup
from bot.store.database import Repository, insert
from bot.store.tables import member_has_office, members, quizmaster_groups
from bot.store.teams import member_of


class SqlQuizmasters(Repository):
    """Those who look after a team's quiz."""

    async def quizmasters(self, team_id: str) -> Quizmasters:
        """Those who were appointed or want to be told, and the groups."""
        people = (
            select(members)
            .where(members.c.team_id == team_id, member_has_office)
            .order_by(members.c.name, members.c.member_id)
        )
        named = (
            select(quizmaster_groups)
            .where(quizmaster_groups.c.team_id == team_id)
            .order_by(quizmaster_groups.c.name, quizmaster_groups.c.group_id)
        )

        def work(connection: Connection) -> Quizmasters:
            found = tuple(member_of(row) for row in connection.execute(people))
            groups = tuple(UserGroup(*row) for row in connection.execute(named))
            return Quizmasters(found, groups)

        return await self.database.look(work)

    async def add_group(self, group: UserGroup) -> None:
        """Make the people of a group quizmasters; one that is there gets its present name."""

        def work(connection: Connection) -> None:
            new = insert(connection, quizmaster_groups).values(
                team_id=group.team_id, group_id=group.id, name=group.name
            )
            connection.execute(
                new.on_conflict_do_update(
                    index_elements=[quizmaster_groups.c.team_id, quizmaster_groups.c.group_id],
                    set_={"name": group.name},
                )
            )

        await self.database.write(work)

    async def drop_group(self, team_id: str, group_id: str) -> bool:
        """Take it back; False if the group was none."""

        def work(connection: Connection) -> bool:
            gone = connection.execute(
                delete(quizmaster_groups).where(
                    quizmaster_groups.c.team_id == team_id,
                    quizmaster_groups.c.group_id == group_id,
                )
            )
            return gone.rowcount == 1

        return await self.database.write(work)
