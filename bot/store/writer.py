"""Group commit of SQLite: writes that wait at the same time share one transaction and one commit."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.quiz.ports.store import StoreError
from bot.store.failure import failures_named
from bot.store.line import Batch, Line, Request

PATIENCE = 4
"""How often a batch is begun while another process keeps the file locked."""


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
