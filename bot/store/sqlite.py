"""A SQLite file: one writer that shares commits, and readers beside it."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.quiz.ports.store import StoreError
from bot.store.database import T, Work, failures_named
from bot.store.migration import migrate
from bot.store.writer import Writer, is_busy

WAIT = 5.0
"""Seconds for which SQLite waits by itself while another process writes."""

OPENINGS = 20
"""How often opening is tried while another process makes or changes the file."""

PAUSE = 0.02
"""Seconds between the first two tries, and that much more each time."""

READERS = 4
"""Connections for reads that may take a while."""

GLANCERS = 2
"""Threads for short reads; they hold the interpreter anyway, so more would not help."""

READ_ONLY = "PRAGMA query_only = ON"


class Glancer:
    """Runs short reads in a few threads, each with its own connection."""

    def __init__(self, engine: Engine, threads: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._threads = threads

    async def look(self, work: Work[T]) -> T:
        """Run one and return what it returned."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._run, work)

    def _run(self, work: Work[T]) -> T:
        with self._engine.connect() as connection:
            return work(connection)


class SqliteDatabase:
    """The file, open; made by `open_sqlite`."""

    def __init__(self, readers: AsyncEngine, glancer: Glancer, writer: Writer) -> None:
        self._readers = readers
        self._glancer = glancer
        self._writer = writer

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees one snapshot and cannot write."""
        with failures_named():
            async with self._readers.connect() as connection:
                yield connection

    async def look(self, work: Work[T]) -> T:
        """Run one short read in a thread of its own kind."""
        with failures_named():
            return await self._glancer.look(work)

    async def write(self, work: Work[T], *, line: str = "") -> T:
        """Run one write together with those that wait beside it; see `Writer`. There is one
        line for all.
        """
        return await self._writer.write(work)


@asynccontextmanager
async def open_sqlite(path: Path) -> AsyncIterator[SqliteDatabase]:
    """Open the file, made and migrated where needed; on leaving, what waits is written first."""
    loop = asyncio.get_running_loop()
    async with AsyncExitStack() as stack:
        thread = stack.enter_context(ThreadPoolExecutor(1, "store writer"))
        with failures_named():
            writing = await loop.run_in_executor(thread, _open_for_writing, path)
        stack.callback(writing.dispose)
        readers = _reading_engine(path)
        stack.push_async_callback(readers.dispose)
        glances = stack.enter_context(ThreadPoolExecutor(GLANCERS, "store reader"))
        glancing = _engine(path, size=GLANCERS)
        _prepare(glancing, mode=READ_ONLY, begin="BEGIN")
        stack.callback(glancing.dispose)
        writer = Writer(writing, thread)
        stack.push_async_callback(writer.close)
        yield SqliteDatabase(readers, Glancer(glancing, glances), writer)


def make_file(path: Path) -> None:
    """Make the file, and its folder, where there is none: readable by its owner alone, for it
    holds what members said. Raises `StoreError` if it cannot be opened.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        # The asynchronous driver leaves a thread behind where opening fails: try it here first.
        sqlite3.connect(path).close()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"The database file {path} cannot be opened. Choose a place that may be written to. "
            f"({error})"
        ) from error


def _open_for_writing(path: Path) -> Engine:
    make_file(path)
    engine = _engine(path, size=1)
    _prepare(engine, mode="PRAGMA journal_mode = WAL", begin="BEGIN IMMEDIATE")
    try:
        _bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(engine: Engine) -> None:
    """Migrate, however often another process that opens the same file comes first: to make or
    to change a file takes longer than a write, and SQLite waits for some of it not at all.
    """
    for attempt in range(1, OPENINGS + 1):
        try:
            with engine.begin() as connection:
                migrate(connection)
            return
        except OperationalError as error:
            if attempt == OPENINGS or not is_busy(error):
                raise
            time.sleep(PAUSE * attempt)


def _engine(path: Path, *, size: int) -> Engine:
    return create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"timeout": WAIT, "check_same_thread": False},
    )


def _reading_engine(path: Path) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        pool_size=READERS,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"timeout": WAIT},
    )
    _prepare(engine.sync_engine, mode=READ_ONLY, begin="BEGIN")
    return engine


def _prepare(engine: Engine, *, mode: str, begin: str) -> None:
    """Set up every connection of an engine, and how its transactions begin."""

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, later than is safe.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(mode)
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
