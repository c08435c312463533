"""Group commit: writes that wait at the same time share one transaction and one commit."""

import asyncio
import sqlite3
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.quiz.ports.store import StoreError
from bot.store.database import T, Work
from bot.store.failure import failures_named

BATCH = 256
"""Writes in one transaction, at most: enough to share a commit, few enough to wait for."""

PATIENCE = 4
"""How often a batch is begun while another process keeps the file locked."""


class Request(Generic[T]):
    """A write that waits, and the future that tells its caller."""

    def __init__(self, work: Work[T], future: "asyncio.Future[T]") -> None:
        self.future = future
        self._work = work
        self._results: list[T] = []
        self._error: Exception | None = None

    def run(self, connection: Connection) -> None:
        """Do the work in a savepoint of its own, so that its failure undoes nothing else."""
        self._results, self._error = [], None
        savepoint = connection.begin_nested()
        try:
            with failures_named():
                self._results = [self._work(connection)]
        except Exception as error:
            self._error = error
            try:
                savepoint.rollback()
            except SQLAlchemyError as gone:
                # SQLite gave up the whole transaction, as on a full disk: the batch fails with it.
                raise (error if isinstance(error, StoreError) else gone) from None
        else:
            savepoint.commit()

    def fail(self, error: Exception) -> None:
        """Nothing of the batch was committed."""
        self._results, self._error = [], error

    def tell(self) -> None:
        """Pass on what came of it, unless nobody waits any more."""
        if self.future.done():
            return
        if self._error is not None:
            self.future.set_exception(self._error)
        else:
            self.future.set_result(self._results[0])


class Writer:
    """The single writer of a SQLite file in this process.

    A batch runs in one go in a thread of its own: to hop between threads for every statement
    would cost far more than the statements. A write that is cancelled before its turn is dropped;
    one whose turn has come is completed.
    """

    def __init__(self, engine: Engine, thread: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._thread = thread
        self._waiting: deque[Request[Any]] = deque()  # each returns what it likes to its caller
        self._wake = asyncio.Event()
        self._closed = False
        self._task = asyncio.create_task(self._serve(), name="store writer")

    async def write(self, work: Work[T]) -> T:
        """Queue a write and return what it returned, once it is committed."""
        if self._closed:
            raise StoreError("The store is closed. Start the bot again.")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(Request(work, future))
        self._wake.set()
        return await future

    async def close(self) -> None:
        """Take no more writes, finish those that wait, and stop."""
        self._closed = True
        self._wake.set()
        await self._task

    async def _serve(self) -> None:
        batch: list[Request[Any]] = []
        loop = asyncio.get_running_loop()
        try:
            while not self._closed or self._waiting:
                await self._wake.wait()
                self._wake.clear()
                while batch := self._next_batch():
                    await loop.run_in_executor(self._thread, self._commit, batch)
                    for request in batch:
                        request.tell()
        finally:
            self._closed = True
            for request in (*batch, *self._waiting):
                request.future.cancel()

    def _next_batch(self) -> list[Request[Any]]:
        batch: list[Request[Any]] = []
        while self._waiting and len(batch) < BATCH:
            request = self._waiting.popleft()
            if not request.future.done():
                batch.append(request)
        return batch

    def _commit(self, batch: list[Request[Any]]) -> None:
        try:
            with failures_named():
                self._run(batch)
        except Exception as error:  # the writer outlives every batch, and each caller is told
            for request in batch:
                request.fail(error)

    def _run(self, batch: list[Request[Any]]) -> None:
        for attempt in range(1, PATIENCE + 1):
            try:
                with self._engine.begin() as connection:
                    for request in batch:
                        request.run(connection)
                return
            except OperationalError as error:
                if attempt == PATIENCE or not is_busy(error):
                    raise


def is_busy(error: OperationalError) -> bool:
    """Whether another process held the file for longer than SQLite was told to wait."""
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
