"""Notes: what an adapter wants to find again after a restart, by team and name."""

from sqlalchemy import Connection, select

from bot.store.adapter_tables import notes
from bot.store.database import Repository, insert


class SqlNotes(Repository):
    """Notes of adapters."""

    async def note(self, team_id: str, name: str) -> str | None:
        """The note, or None if there is none of that name."""
        async with self.database.reading() as connection:
            value: str | None = await connection.scalar(
                select(notes.c.value).where(notes.c.team_id == team_id, notes.c.name == name)
            )
            return value

    async def save_note(self, team_id: str, name: str, value: str) -> None:
        """Write a note, replacing the one of that name."""

        def work(connection: Connection) -> None:
            connection.execute(
                insert(connection, notes)
                .values(team_id=team_id, name=name, value=value)
                .on_conflict_do_update(
                    index_elements=[notes.c.team_id, notes.c.name], set_={"value": value}
                )
            )

        await self.database.write(work)
