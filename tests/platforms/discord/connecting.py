"""The adapter, connected to a stand-in for the length of a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import SystemClock
from bot.platforms.discord import connect
from bot.platforms.discord.platform import DiscordPlatform, Times
from bot.platforms.platform import Responder
from bot.store import SqlStore
from tests.platforms.discord.standin import StandIn
from tests.platforms.running import running, until
from tests.platforms.surroundings import surroundings

QUICK = Times(patience=0.05, first=20.0, identify=0.01)
"""What is slow on purpose, shortened for tests."""


@asynccontextmanager
async def opened(
    standin: StandIn,
    responder: Responder,
    store: SqlStore,
    times: Times = QUICK,
    **environment: str,
) -> AsyncIterator[DiscordPlatform]:
    """The adapter as `connect` builds it, not yet connected."""
    given = {"DISCORD_TOKEN": standin.token, **environment}
    context = connect(surroundings(given, responder, store, SystemClock()))
    assert context is not None
    async with context as platform:
        assert isinstance(platform, DiscordPlatform)
        platform.times = times
        yield platform


@asynccontextmanager
async def connected(
    standin: StandIn,
    responder: Responder,
    store: SqlStore,
    times: Times = QUICK,
    **environment: str,
) -> AsyncIterator[DiscordPlatform]:
    """The adapter, connected and with its commands registered."""
    async with (
        opened(standin, responder, store, times, **environment) as platform,
        running(platform),
    ):
        await until(lambda: bool(standin.world.commands))
        yield platform
