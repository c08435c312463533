"""What the tables' owners need of a database: reading a snapshot, and writing all or nothing."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection, Row, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

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
