"""What the tables' owners need of a database: reading a snapshot, writing all or nothing, and a
`StoreError` that says what to do next for whatever goes wrong in it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import Any, Protocol, TypeAlias, TypeVar

from msgspec import MsgspecError
from sqlalchemy import Connection, Row, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    OperationalError,
    SQLAlchemyError,
    StatementError,
)
from sqlalchemy.exc import (
    TimeoutError as PoolTimeoutError,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.quiz.ports.store import StoreError

T = TypeVar("T")

Work: TypeAlias = Callable[[Connection], T]
"""One write, or one short read. It waits for nothing but the database, and changes nothing else: it may be run in
another thread, and again from the start if the database asks for it."""

Insert: TypeAlias = postgresql.Insert | sqlite.Insert


Record: TypeAlias = Row[*tuple[Any, ...]]
"""A row of a table, its columns by name; their types are those of the table."""


class Database(Protocol):
    """A migrated database; every failure leaves it as a `StoreError`."""

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection on which every statement sees the same committed state."""
        ...

    async def look(self, work: Work[T]) -> T:
        """Run one short read on a snapshot and return what it returned.

        For what a person waits for: where a driver goes to and fro between threads for every
        statement, this goes once.
        """
        ...

    async def write(self, work: Work[T], *, line: str = "") -> T:
        """Run one write, commit it, and only then return what it returned.

        If it raises, nothing of it stays. If the caller is cancelled, it happened whole or not
        at all. Writes that will lock the same row name it as their `line`: those of one process
        then stand in line here, do not hold a connection each while they wait, and may share a
        transaction with those beside them.
        """
        ...


class Repository:
    """The owner of a few tables in a database."""

    def __init__(self, database: Database) -> None:
        self.database = database


def insert(connection: Connection, table: Table) -> Insert:
    """An insert with `on_conflict_…`, which both databases have in the same words."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


NEXT_STEPS = (
    (("disk is full", "no space left", "disk full"), "The disk is full. Free some space."),
    (("database is locked",), "Another process keeps the database busy. Try again shortly."),
    (("readonly", "read-only"), "The database cannot be written to. Check who owns its files."),
    (
        ("unable to open database", "permission denied"),
        "The database file cannot be opened. Check that its folder exists and may be written to.",
    ),
    (
        ("not a database", "malformed"),
        "The database file is damaged or is not one of ours. Put a backup in its place.",
    ),
    (
        ("password authentication", "no password"),
        "PostgreSQL refuses the name or the password. Check the database URL.",
    ),
    (
        ("does not exist",),
        "The database, or a table in it, does not exist. Check the database URL.",
    ),
    (
        ("connect", "closed", "terminat", "refused", "reset", "no such file", "name resolution"),
        "The database cannot be reached. Check that it runs and that the database URL is right.",
    ),
)
"""Words in an error of a driver, and the sentence for people that belongs to them."""


def store_error(error: Exception) -> StoreError:
    """The failure in words for people, then in the driver's, where those quote no one's data."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    detail = str(original).partition("\n")[0] or type(original).__name__
    if isinstance(error, IntegrityError):
        return StoreError(f"That contradicts what is stored. Nothing was changed. ({detail})")
    if isinstance(error, MsgspecError):
        return StoreError(f"The database holds what this version cannot read. ({detail})")
    if isinstance(error, PoolTimeoutError):
        return StoreError("Too many requests wait for the database. Try again shortly.")
    for words, sentence in NEXT_STEPS:
        if any(word in detail.lower() for word in words):
            return StoreError(f"{sentence} ({detail})")
    if isinstance(error, StatementError) and not isinstance(error, OperationalError):
        detail = type(original).__name__
    return StoreError(f"The database failed. Nothing was changed; try again. ({detail})")


@contextmanager
def failures_named(*more: type[Exception]) -> Iterator[None]:
    """Raise a `StoreError` for whatever SQLAlchemy, the system or a driver raises within.

    The cause is cut off: a driver's error may quote the row, and with it what a member said.
    """
    named: tuple[type[Exception], ...] = (SQLAlchemyError, MsgspecError, OSError, *more)
    try:
        yield
    except named as error:
        raise store_error(error) from None
