"""Brings a database to the present schema, in the transaction that is handed in.

A new revision is a file in `migrations/versions`, written after the pattern of those there, with
`HEAD` set to it; a test compares what they make with the tables.
"""

from sqlalchemy import Connection, inspect, text

from bot.quiz.ports.store import StoreError

HEAD = "0011"
"""The revision of the present schema."""


def migrate(connection: Connection) -> None:
    """Upgrade to `HEAD`; raises `StoreError` if the database is newer than this program."""
    if _revision(connection) == HEAD:
        return
    # Alembic takes a while to import and is needed only where something changes.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError as error:
        raise StoreError(
            "The database was written by another version of Quizsheet. "
            f"Install the newest one, or open another database. ({error})"
        ) from error


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
