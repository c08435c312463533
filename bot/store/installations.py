"""Installations: the sealed tokens of the workspaces that installed an app themselves."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, select, update

from bot.store.adapter_tables import installations
from bot.store.database import Repository, insert


@dataclass(frozen=True, slots=True)
class Installation:
    """One install. A workspace that plays under its organisation's install has no tokens of its
    own: `org_id` then names the team id under which the organisation's stand.
    """

    team_id: str
    org_id: str = ""
    sealed: str = ""
    """The tokens, encrypted by whoever hands them in."""
    version: int = 1
    """Grows with every change of the tokens."""


class SqlInstallations(Repository):
    """Installs by team."""

    async def save_installation(self, installation: Installation) -> None:
        """Write an install, replacing the team's present one; the version goes on from there."""
        values = {"org_id": installation.org_id, "sealed": installation.sealed}

        def work(connection: Connection) -> None:
            connection.execute(
                insert(connection, installations)
                .values(team_id=installation.team_id, version=installation.version, **values)
                .on_conflict_do_update(
                    index_elements=[installations.c.team_id],
                    set_={**values, "version": installations.c.version + 1},
                )
            )

        await self.database.write(work)

    async def place_under(self, team_id: str, org_id: str) -> bool:
        """Let a workspace play under its organisation's install; its own tokens stay. False if it
        did so before.
        """

        def work(connection: Connection) -> bool:
            placed = connection.execute(
                insert(connection, installations)
                .values(team_id=team_id, org_id=org_id, sealed="", version=1)
                .on_conflict_do_update(
                    index_elements=[installations.c.team_id],
                    set_={"org_id": org_id, "version": installations.c.version + 1},
                    where=installations.c.org_id != org_id,
                )
            )
            return placed.rowcount == 1

        return await self.database.write(work)

    async def installation(self, team_id: str) -> Installation | None:
        """The team's install, or None."""
        async with self.database.reading() as connection:
            found = await connection.execute(
                select(installations).where(installations.c.team_id == team_id)
            )
            row = found.one_or_none()
        if row is None:
            return None
        return Installation(row.team_id, row.org_id, row.sealed, row.version)

    async def reseal(self, team_id: str, version: int, sealed: str) -> bool:
        """Replace the tokens of just this version; of several processes one hears True."""

        def work(connection: Connection) -> bool:
            written = connection.execute(
                update(installations)
                .where(installations.c.team_id == team_id, installations.c.version == version)
                .values(sealed=sealed, version=version + 1)
            )
            return written.rowcount == 1

        return await self.database.write(work)

    async def remove_installation(self, team_id: str, version: int) -> bool:
        """Forget the tokens of just this version; False if others have come in their place."""

        def work(connection: Connection) -> bool:
            gone = connection.execute(
                delete(installations).where(
                    installations.c.team_id == team_id, installations.c.version == version
                )
            )
            return gone.rowcount == 1

        return await self.database.write(work)

    async def installed_under(self, org_id: str) -> tuple[str, ...]:
        """The teams that play under an organisation's install."""
        async with self.database.reading() as connection:
            found = await connection.scalars(
                select(installations.c.team_id)
                .where(installations.c.org_id == org_id)
                .order_by(installations.c.team_id)
            )
            return tuple(found)
