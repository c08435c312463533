"""The Slack room, running against a stand-in."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.platforms.platform import Responder
from bot.platforms.slack.platform import SlackPlatform, open_slack
from bot.platforms.slack.settings import Settings
from bot.quiz.ports import Clock
from bot.store import SqlStore
from tests.platforms.running import running as at_work
from tests.platforms.slack.standin import People, Slack
from tests.platforms.slack.standin.people import Door
from tests.platforms.surroundings import surroundings

SECRET = "hush-signing"  # noqa: S105 - the stand-in's own
BY_SOCKET = {"SLACK_BOT_TOKEN": "xoxb-one", "SLACK_APP_TOKEN": "xapp-one"}
BY_HTTP = {
    "SLACK_BOT_TOKEN": "xoxb-one",
    "SLACK_SIGNING_SECRET": SECRET,
    "QUIZSHEET_SLACK_LISTEN": "127.0.0.1:0",
}


@dataclass
class Running:
    """A room at work, and the people in front of it."""

    platform: SlackPlatform
    people: People
    task: "asyncio.Task[None]"

    @property
    def address(self) -> str:
        """Where it listens for HTTP."""
        assert self.platform.server is not None
        return f"http://127.0.0.1:{self.platform.server.bound}"


@asynccontextmanager
async def running(
    slack: Slack,
    responder: Responder,
    store: SqlStore,
    clock: Clock,
    *,
    http: bool = False,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Running]:
    """Open the room, run it, and wait until it is ready."""
    given = environment if environment is not None else (BY_HTTP if http else BY_SOCKET)
    settings = Settings.read({**given, "QUIZSHEET_SLACK_API": slack.base_url})
    assert settings is not None
    given_to = surroundings(given, responder, store, clock)
    async with open_slack(settings, given_to) as platform, at_work(platform) as task:
        people = People(slack)
        run = Running(platform, people, task)
        if http:
            people.door = Door(f"{run.address}/slack/events", SECRET)
        yield run
