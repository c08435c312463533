"""A PostgreSQL database: a pool of connections, one transaction for each write."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary

import asyncpg  # type: ignore[import-untyped]  # it ships none
from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.quiz.ports.store import StoreError
from bot.store.database import T, Work, failures_named, store_error
from bot.store.migration import migrate
from bot.store.writer import Batch, Line

CONNECTIONS = 10
"""Connections of one process; as many again while there is a rush."""

ATTEMPTS = 8

ABORTED = frozenset({"40001", "40P01", "23505"})
"""SQLSTATEs of a transaction that lost a race and that sees the winner when it is run again:
serialization failure, deadlock, unique violation."""

MIGRATION_LOCK = 7_165_243
"""Any number, the same in every process: two that start together migrate one after the other."""

DRIVER_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError)
"""What the driver raises by itself while it connects."""


class OutcomeUnknownError(StoreError):
    """The connection was gone while a commit was under way."""


class PostgresDatabase:
    """The database, open; made by `open_postgres`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._lines: WeakValueDictionary[str, Line] = WeakValueDictionary()
        self._snapshots = engine.execution_options(isolation_level="REPEATABLE READ")

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees one snapshot."""
        with failures_named(*DRIVER_ERRORS):
            async with self._snapshots.connect() as connection:
                yield connection

    async def look(self, work: Work[T]) -> T:
        """Run one short read."""
        async with self.reading() as connection:
            return await connection.run_sync(work)

    async def write(self, work: Work[T], *, line: str = "") -> T:
        """Run one write in a transaction of its own; again if it lost a race or its connection
        was gone before the commit. Those that wait in one line share a transaction: each would
        hold the row for which the next one waits until the disk has taken it.
        """
        if not line:
            return await self._persistently(work)
        stands = self._lines.get(line)
        if stands is None:
            stands = self._lines[line] = Line(self._work_off)
        return await stands.write(work)

    async def close(self) -> None:
        """Finish what stands in lines."""
        for line in tuple(self._lines.values()):
            await line.close()

    async def _work_off(self, batch: Batch) -> None:
        if len(batch) > 1 and await self._shared(batch):
            return
        for request in batch:
            try:
                await self._persistently(request.run)
            except Exception as error:  # the line goes on, and its caller is told
                request.fail(error)

    async def _shared(self, batch: Batch) -> bool:
        """Run several writes in one transaction; False if one of them failed and nothing is kept.

        They have no savepoints, which would cost a way to the database and back each.
        """

        def work(connection: Connection) -> None:
            for request in batch:
                request.run(connection)

        try:
            with failures_named(*DRIVER_ERRORS):
                await self._once(work)
        except OutcomeUnknownError as error:
            for request in batch:
                request.fail(error)
        except Exception:
            return False
        return True

    async def _persistently(self, work: Work[T]) -> T:
        with failures_named(*DRIVER_ERRORS):
            for attempt in range(1, ATTEMPTS):
                try:
                    return await self._once(work)
                except DBAPIError as error:
                    if not (lost_race(error) or error.connection_invalidated):
                        raise
                # Those that collided come back at different times.
                await asyncio.sleep(random.uniform(0, 0.005 * 2**attempt))  # noqa: S311 - no secret
            return await self._once(work)

    async def _once(self, work: Work[T]) -> T:
        async with self._engine.connect() as connection:
            result = await connection.run_sync(work)
            try:
                await connection.commit()
            except DBAPIError as error:
                if lost_race(error):
                    raise
                # Whether it was committed is not known: running it again could do it twice.
                raise OutcomeUnknownError(str(store_error(error))) from None
            return result


def lost_race(error: DBAPIError) -> bool:
    """Whether the database undid the transaction because of another one."""
    return getattr(error.orig, "sqlstate", "") in ABORTED


@asynccontextmanager
async def open_postgres(url: URL) -> AsyncIterator[PostgresDatabase]:
    """Connect and migrate; on leaving, the connections are closed."""
    async with AsyncExitStack() as stack:
        with failures_named(*DRIVER_ERRORS):
            engine = create_async_engine(
                for_driver(url),
                pool_size=CONNECTIONS,
                max_overflow=CONNECTIONS,
                hide_parameters=True,
                connect_args={"server_settings": {"application_name": "quizsheet", "jit": "off"}},
            )
            stack.push_async_callback(engine.dispose)
            async with engine.begin() as connection:
                await connection.run_sync(_migrate_alone)
        database = PostgresDatabase(engine)
        stack.push_async_callback(database.close)
        yield database


def for_driver(url: URL) -> URL:
    """The URL as asyncpg takes it: `sslmode`, which every provider writes, is called `ssl`."""
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    return url.set(drivername="postgresql+asyncpg", query=query)


def _migrate_alone(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
    migrate(connection)
