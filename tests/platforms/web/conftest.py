"""A store of its own and a clock that can be moved, for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.platforms.web.server import WebPlatform
from bot.store import SqlStore, open_store
from tests.platforms.desk import HandDesk
from tests.platforms.web.clocks import StillClock
from tests.platforms.web.desk import playground_desk
from tests.platforms.web.stage import open_platform


@pytest.fixture
def desk() -> HandDesk:
    """Answers at once."""
    return playground_desk()


@pytest.fixture
def clock() -> MovableClock:
    """Stands at nine in the morning."""
    return MovableClock(StillClock())


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    """The real one, in a file."""
    async with open_store(str(tmp_path / "playground.sqlite3")) as opened:
        yield opened


@pytest.fixture
async def platform(
    desk: HandDesk, store: SqlStore, clock: MovableClock
) -> AsyncIterator[WebPlatform]:
    """The playground, running."""
    async with open_platform(desk, store, clock) as running:
        yield running
