"""Group commit: writes that wait at the same time are done together, in one commit.

`Line` is what both databases share; `Writer` is the one of a SQLite file.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeAlias

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.quiz.ports.store import StoreError
from bot.store.database import T, Work, failures_named

PATIENCE = 4
"""How often a batch is begun while another process keeps the file locked."""
BATCH = 256
"""Writes in one transaction, at most: enough to share a commit, few enough to wait for."""


class Request(Generic[T]):
    """A write that waits, and the future that tells its caller."""

    def __init__(self, work: Work[T], future: "asyncio.Future[T]") -> None:
        self.future = future
        self._work = work
        self._results: list[T] = []
        self._error: Exception | None = None

    def run(self, connection: Connection) -> None:
        """Do the work; what goes wrong is raised."""
        self._results, self._error = [], None
        self._results = [self._work(connection)]

    def fail(self, error: Exception) -> None:
        """Nothing of it was committed."""
        self._results, self._error = [], error

    def tell(self) -> None:
        """Pass on what came of it, unless nobody waits any more."""
        if self.future.done():
            return
        if self._error is not None:
            self.future.set_exception(self._error)
        else:
            self.future.set_result(self._results[0])


Batch: TypeAlias = list[Request[Any]]  # each returns what it likes to its caller


class Line:
    """Writes that take turns: while a batch is at work, those that come are the next one.

    A write that is cancelled before its turn is dropped; one whose turn has come is completed.
    """

    def __init__(self, commit: Callable[[Batch], Awaitable[None]]) -> None:
        """`commit` has each request of a batch done and committed, or failed; it raises nothing."""
        self._commit = commit
        self._waiting: deque[Request[Any]] = deque()
        self._closed = False
        self._task: asyncio.Task[None] | None = None

    async def write(self, work: Work[T]) -> T:
        """Line a write and return what it returned, once it is committed."""
        if self._closed:
            raise StoreError("The store is closed. Start the bot again.")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(Request(work, future))
        if self._task is None:
            self._task = asyncio.create_task(self._serve(), name="store writer")
        return await future

    async def close(self) -> None:
        """Take no more writes, and finish those that wait."""
        self._closed = True
        if self._task is not None:
            await self._task

    async def _serve(self) -> None:
        batch: Batch = []
        try:
            while batch := self._next_batch():
                await self._commit(batch)
                for request in batch:
                    request.tell()
        finally:
            self._task = None
            for request in (*batch, *self._waiting):
                request.future.cancel()

    def _next_batch(self) -> Batch:
        batch: Batch = []
        while self._waiting and len(batch) < BATCH:
            request = self._waiting.popleft()
            if not request.future.done():
                batch.append(request)
        return batch


class Writer(Line):
    """The single writer of a SQLite file in this process.

    A batch runs in one go in a thread of its own: to hop between threads for every statement
    would cost far more than the statements.
    """

    def __init__(self, engine: Engine, thread: ThreadPoolExecutor) -> None:
        super().__init__(self._hand_over)
        self._engine = engine
        self._thread = thread

    async def _hand_over(self, batch: Batch) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, self._work_off, batch)

    def _work_off(self, batch: Batch) -> None:
        try:
            with failures_named():
                self._run(batch)
        except Exception as error:  # the writer outlives every batch, and each caller is told
            for request in batch:
                request.fail(error)

    def _run(self, batch: Batch) -> None:
        for attempt in range(1, PATIENCE + 1):
            try:
                with self._engine.begin() as connection:
                    if len(batch) == 1:
                        batch[0].run(connection)
                    else:
                        for request in batch:
                            _run_beside(request, connection)
                return
            except OperationalError as error:
                if attempt == PATIENCE or not is_busy(error):
                    raise


def _run_beside(request: Request[Any], connection: Connection) -> None:
    """Run one of several in a savepoint of its own, so that its failure undoes nothing else.

    The savepoint is written out: SQLAlchemy's own would cost as much as two statements.
    """
    connection.exec_driver_sql("SAVEPOINT beside")
    try:
        with failures_named():
            request.run(connection)
    except Exception as error:
        request.fail(error)
        try:
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT beside")
        except SQLAlchemyError as gone:
            # SQLite gave up the whole transaction, as on a full disk: the batch fails with it.
            raise (error if isinstance(error, StoreError) else gone) from None
    else:
        connection.exec_driver_sql("RELEASE SAVEPOINT beside")


def is_busy(error: OperationalError) -> bool:
    """Whether another process held the file for longer than SQLite was told to wait."""
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
