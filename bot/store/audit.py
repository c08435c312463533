"""The audit log: what quizmasters did, under keys that say nothing of the person by themselves."""

from datetime import datetime

from sqlalchemy import Connection, and_, delete, func, select, update

from bot.model.audit import AuditEntry
from bot.store.database import Repository, insert
from bot.store.decision_tables import audit, audit_keys
from bot.store.tables import members


class SqlAudit(Repository):
    """The log, and whose the keys in it are."""

    async def log(self, entry: AuditEntry) -> None:
        """Add an entry; the same id again changes nothing."""

        def work(connection: Connection) -> None:
            add_entry(connection, entry)

        await self.database.write(work)

    async def audit(
        self, team_id: str, limit: int, skipped: int = 0
    ) -> tuple[tuple[AuditEntry, ...], int]:
        """Entries of a team, the newest first, and how many there are."""
        whose = and_(audit_keys.c.team_id == audit.c.team_id, audit_keys.c.key == audit.c.key)
        person = and_(
            members.c.team_id == audit.c.team_id, members.c.member_id == audit_keys.c.member_id
        )
        page = (
            select(audit, audit_keys.c.member_id, members.c.name)
            .select_from(audit.outerjoin(audit_keys, whose).outerjoin(members, person))
            .where(audit.c.team_id == team_id)
            .order_by(audit.c.at.desc(), audit.c.entry_id.desc())
            .limit(limit)
            .offset(skipped)
        )
        all_of_it = select(func.count()).select_from(audit).where(audit.c.team_id == team_id)

        def work(connection: Connection) -> tuple[tuple[AuditEntry, ...], int]:
            found = tuple(
                AuditEntry(
                    team_id=row.team_id,
                    id=row.entry_id,
                    at=row.at,
                    member_id=row.member_id or "",
                    name=row.name or "",
                    what=row.what,
                    about=row.about,
                    why=row.why,
                    words=row.words,
                )
                for row in connection.execute(page)
            )
            return found, connection.scalar(all_of_it) or 0

        return await self.database.look(work)

    async def sever(self, team_id: str, member_id: str) -> None:
        """Forget whose key stands in the log."""

        def work(connection: Connection) -> None:
            connection.execute(
                delete(audit_keys).where(
                    audit_keys.c.team_id == team_id, audit_keys.c.member_id == member_id
                )
            )

        await self.database.write(work)

    async def forget_audit(self, before: datetime, words_before: datetime) -> None:
        """Drop what was done before an instant, and what members had said before another."""

        def work(connection: Connection) -> None:
            connection.execute(delete(audit).where(audit.c.at < before))
            connection.execute(
                update(audit).where(audit.c.at < words_before, audit.c.words != "").values(words="")
            )

        await self.database.write(work)


def add_entry(connection: Connection, entry: AuditEntry) -> None:
    """Add an entry; somebody who has no key yet gets the id of the entry for one."""
    connection.execute(
        insert(connection, audit_keys)
        .values(team_id=entry.team_id, member_id=entry.member_id, key=entry.id)
        .on_conflict_do_nothing()
    )
    key = connection.scalar(
        select(audit_keys.c.key).where(
            audit_keys.c.team_id == entry.team_id, audit_keys.c.member_id == entry.member_id
        )
    )
    connection.execute(
        insert(connection, audit)
        .values(
            team_id=entry.team_id,
            entry_id=entry.id,
            at=entry.at,
            key=key,
            what=entry.what,
            about=entry.about,
            why=entry.why,
            words=entry.words,
        )
        .on_conflict_do_nothing()
    )
