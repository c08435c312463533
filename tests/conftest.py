"""Stores for the tests: `store_url` and `store` run over both databases, `sqlite_store` over one.

The end of a run says what it left out for want of the data beside the checkout.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store import SqlStore, open_store
from tests import postgres, shared

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
"""No test judges by the clock on the wall: a busy machine is no fault of the product."""


RACES = "QUIZSHEET_RACES"
"""The variable that says how often each race is run; see `tests/quiz/test_races.py`."""


@pytest.fixture(scope="session")
def tries() -> int:
    """How often a race is run: a few times, or as often as `QUIZSHEET_RACES` says."""
    return int(os.environ.get(RACES, "20"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """The last line says what was left out where the data beside the checkout is absent."""
    yield
    if shared.left_out:
        said = "; ".join(shared.left_out)
        terminalreporter.write_line(f"left out without ../shared: {said}", yellow=True)


async def _migrate(url: str) -> None:
    async with open_store(url):
        pass


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A running PostgreSQL."""
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: postgres.Server) -> Iterator[str]:
    with postgres.database(postgres_server) as name:
        asyncio.run(_migrate(postgres_server.get_uri(name)))
        yield name


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "quiz.db"
    asyncio.run(_migrate(str(path)))
    return path


@pytest.fixture
def sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    """The path of a new, migrated SQLite file."""
    path = tmp_path / "quiz.db"
    shutil.copy(_sqlite_template, path)
    return str(path)


@pytest.fixture
def postgres_url(postgres_server: postgres.Server, _postgres_template: str) -> Iterator[str]:
    """The URL of a new, migrated PostgreSQL database."""
    with postgres.database(postgres_server, _postgres_template) as name:
        yield postgres_server.get_uri(name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest) -> str:
    """Each database in turn, new and migrated."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[SqlStore]:
    """An open store, over each database in turn."""
    async with open_store(store_url) as opened:
        yield opened


@pytest.fixture
async def sqlite_store(sqlite_url: str) -> AsyncIterator[SqlStore]:
    """An open store over a SQLite file: for those who need one and do not test it."""
    async with open_store(sqlite_url) as opened:
        yield opened
