"""Keys of the events that were heard, so that one delivered twice is known."""

from datetime import datetime

from sqlalchemy import Connection, delete

from bot.store.database import Repository, insert
from bot.store.tables import event_keys


class SqlKeys(Repository):
    """Event keys."""

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
