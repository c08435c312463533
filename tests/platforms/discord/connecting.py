"""The adapter, connected to a stand-in for the length of a test."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.clock import SystemClock
from bot.platforms.discord import connect
from bot.platforms.discord.platform import DiscordPlatform, Times
from bot.platforms.platform import Platform, Responder
from bot.store import SqlStore
from tests.platforms.discord.standin import StandIn
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


@asynccontextmanager
async def running(platform: Platform) -> AsyncIterator[asyncio.Task[None]]:
    """A connection that is up, and closed at the end."""
    ready = asyncio.Event()
    task = asyncio.create_task(platform.run(ready.set))
    welcome = asyncio.create_task(ready.wait())
    try:
        async with asyncio.timeout(30):
            await asyncio.wait({task, welcome}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        yield task
    finally:
        welcome.cancel()
        task.cancel()
        await asyncio.wait({task, welcome})


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something has come true."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for happens behind a socket
            await asyncio.sleep(0.005)
