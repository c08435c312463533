"""A room at work before a stand-in Slack, with a desk by hand."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest

from bot.clock import SystemClock
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.slack.desk import POST, slack_desk
from tests.platforms.slack.running import Running, running
from tests.platforms.slack.standin import Opened, Person, Posted, Slack, Whisper, open_slack
from tests.platforms.slack.standin.reading import words
from tests.platforms.slack.standin.world import Shown

GRACE, ADA, EDSGER = "U0GRACE", "U0ADA", "U0EDSGER"
TEAM, CHANNEL = "slack:T0123", "C0ML"


@dataclass
class Room:
    """What a test holds in its hands."""

    slack: Slack
    desk: HandDesk
    store: SqlStore
    run: Running

    async def post(self, key: str = "post-1") -> Posted:
        """The daily post, in the channel."""
        ref = await self.run.platform.chat.post(TEAM, CHANNEL, POST, key=key)
        return self.slack.world.message(ref.message_id)

    def shown(self, user: str) -> list[Shown]:
        """What somebody was shown so far, oldest first."""
        return self.slack.world.shown.get(user, [])

    async def sees(self, user: str, number: int = 1) -> Shown:
        """The thing number `number` (from 1) that somebody is shown."""
        await self.slack.world.until(lambda: len(self.shown(user)) >= number)
        return self.shown(user)[number - 1]

    async def dialog(self, user: str, number: int = 1) -> Opened:
        """The same, which is a dialog."""
        seen = await self.sees(user, number)
        assert isinstance(seen, Opened), seen
        return seen

    async def whisper(self, user: str, number: int = 1) -> str:
        """The words of the same, which is a private message."""
        seen = await self.sees(user, number)
        assert isinstance(seen, Whisper), seen
        return words(seen.blocks)

    def home(self, user: str) -> Opened:
        """Somebody's Home tab, to press buttons on."""
        return Opened(f"VHOME{user}", user, self.slack.world.homes[user], "h")

    def person(self, user: str) -> Person:
        """Somebody with an account."""
        return self.slack.world.people[user]


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A stand-in alone."""
    async with open_slack() as opened:
        yield opened


@pytest.fixture(params=["socket", "http"])
async def room(
    request: pytest.FixtureRequest, slack: Slack, sqlite_store: SqlStore
) -> AsyncIterator[Room]:
    """A room by Socket Mode, and one by HTTP."""
    desk = slack_desk()
    async with AsyncExitStack() as stack:
        http = request.param == "http"
        run = await stack.enter_async_context(
            running(slack, desk, sqlite_store, SystemClock(), http=http)
        )
        yield Room(slack, desk, sqlite_store, run)


@pytest.fixture
async def socket_room(slack: Slack, sqlite_store: SqlStore) -> AsyncIterator[Room]:
    """A room by Socket Mode alone."""
    desk = slack_desk()
    async with running(slack, desk, sqlite_store, SystemClock()) as run:
        yield Room(slack, desk, sqlite_store, run)


@pytest.fixture
async def http_room(slack: Slack, sqlite_store: SqlStore) -> AsyncIterator[Room]:
    """A room by HTTP alone."""
    desk = slack_desk()
    async with running(slack, desk, sqlite_store, SystemClock(), http=True) as run:
        yield Room(slack, desk, sqlite_store, run)
